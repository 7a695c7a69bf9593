import { type Sql, list, object, referenceTo, shownText, sql } from '#platform';
import { identityFields, makingFields, partFields } from '#records';
import { hasBound } from '../agreements/terms.fragments.js';
import { partyReference } from '../signatories/signatories.fragments.js';

/** Whether a row of `agreement_obligations` is open although the last day that it is due has passed. */
export function isPastDue(obligation: Sql): Sql {
  return sql`(${obligation}.status = 'open' and ${obligation}.due_day < :today::date)`;
}

/** Whether it is overdue: what an agreement that never bound anybody promises is not. */
export function isOverdue(obligation: Sql): Sql {
  return sql`(${isPastDue(obligation)} and (select ${hasBound(sql`a`)} from visible_agreements(:caller) a
    where a.id = ${obligation}.agreement_id))`;
}

function obligationCore(obligation: Sql): Record<string, Sql> {
  return {
    ...identityFields(obligation),
    party: partyReference(sql`${obligation}.party_id`),
    due: sql`${obligation}.due`,
    overdue: isOverdue(obligation),
    status: sql`${obligation}.status`,
    ...makingFields(obligation),
  };
}

/** A row of `agreement_obligations` with its texts in every language. */
export function obligationFields(obligation: Sql): Record<string, Sql> {
  return {
    ...obligationCore(obligation),
    text: sql`${obligation}.text`,
    evidence: sql`${obligation}.evidence`,
  };
}

/** A row of `agreement_obligations` in a list. */
export function obligationItem(obligation: Sql): Sql {
  return object({ ...obligationCore(obligation), text: shownText(sql`${obligation}.text`) });
}

function obligationsOf(agreement: Sql): Sql {
  return sql`visible_agreement_obligations(:caller) b
    where b.agreement_id = ${agreement}.id and (:archived or b.archived_at is null)`;
}

/** The obligations of a row of `agreements`, as they were recorded. */
export function obligationsInOrder(agreement: Sql): Sql {
  return list(object(partFields(obligationFields(sql`b`))), obligationsOf(agreement), sql`b.id`);
}

/** How many obligations a row of `agreements` holds. */
export function obligationCount(agreement: Sql): Sql {
  return sql`(select count(*) from ${obligationsOf(agreement)})`;
}

/** How many obligations of a row of `agreements` are overdue. */
export function overdueObligationCount(agreement: Sql): Sql {
  return sql`(select count(*) from visible_agreement_obligations(:caller) b
    where ${hasBound(agreement)} and b.agreement_id = ${agreement}.id and b.archived_at is null and ${isPastDue(sql`b`)})`;
}

/** `{ id, name }` of an obligation, its name what is to be done; null where there is none. */
export function obligationReference(id: Sql): Sql {
  return sql`(select ${referenceTo(sql`ref`, { name: shownText(sql`ref.text`) })}
    from visible_agreement_obligations(:caller) ref where ref.id = ${id})`;
}
