import { isDeepStrictEqual } from 'node:util';
import { type Transaction, insertAll } from '#platform';
import { type ReplacedList, replacedLinks, unseenAmong } from '#records';
import { assertValid } from '#refusals';
import { type DelegationDates, delegationDatesErrors } from './visit-delegations.rules.js';

/** The delegations of a visit as a request gives them; what is left out stays. */
export interface GivenDelegations {
  readonly delegationIds?: readonly string[];
  readonly delegationDates?: readonly DelegationDates[];
}

/**
 * Which delegations come on a visit, and when, as a change would have them; the dates of one that comes no more go with it.
 */
export function replacedDelegations(eventId: string, given: GivenDelegations): ReplacedList {
  const links = replacedLinks('visit_delegations', ['event_id', eventId], 'delegation_id', [
    'delegationIds',
    given.delegationIds,
  ]);
  return {
    ...links,
    differs: async (tx) =>
      (await links.differs(tx)) || (await datesDiffer(tx, eventId, given.delegationDates)),
    replace: async (tx) => {
      await links.replace(tx);
      await dropDatesOfOthers(tx, eventId);
      if (given.delegationDates) await replaceDates(tx, eventId, given.delegationDates);
    },
  };
}

async function datesDiffer(
  tx: Transaction,
  eventId: string,
  dates: readonly DelegationDates[] | undefined,
): Promise<boolean> {
  if (!dates) return false;
  const rows = await tx.query<DelegationDates[]>(
    `select delegation_id as "delegationId", starts, ends from visit_delegation_dates where event_id = $1 order by position`,
    [eventId],
  );
  const unseen = await unseenAmong(
    tx,
    rows.map(({ delegationId }) => delegationId),
  );
  const present = rows.filter(({ delegationId }) => !unseen.has(delegationId)).map((row) => ({ ...row }));
  const given = dates.map(({ delegationId, starts = null, ends = null }) => ({ delegationId, starts, ends }));
  return !isDeepStrictEqual(present, given);
}

/**
 * Writes when the delegations of a visit come.
 * @throws Refusal where one is not on the visit
 */
export async function replaceDates(
  tx: Transaction,
  eventId: string,
  dates: readonly DelegationDates[],
): Promise<void> {
  const delegationIds = await delegationsOf(tx, eventId);
  const unseen = await unseenAmong(tx, delegationIds);
  const seen = delegationIds.filter((id) => !unseen.has(id));
  assertValid(delegationDatesErrors(dates, seen));
  await tx.query('delete from visit_delegation_dates where event_id = $1 and delegation_id = any ($2)', [
    eventId,
    seen,
  ]);
  const rows = dates.map(({ delegationId, starts = null, ends = null }, position) => ({
    eventId,
    delegationId,
    position,
    starts,
    ends,
  }));
  await insertAll(tx, 'visit_delegation_dates', rows);
}

async function dropDatesOfOthers(tx: Transaction, eventId: string): Promise<void> {
  await tx.query(
    `delete from visit_delegation_dates d where d.event_id = $1 and not exists (
       select from visit_delegations v where v.event_id = d.event_id and v.delegation_id = d.delegation_id)`,
    [eventId],
  );
}

async function delegationsOf(tx: Transaction, eventId: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }[]>(
    'select delegation_id as id from visit_delegations where event_id = $1',
    [eventId],
  );
  return rows.map(({ id }) => id);
}
