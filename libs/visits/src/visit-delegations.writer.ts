import { isDeepStrictEqual } from 'node:util';
import { type Transaction, insertAll, replaceLinks } from '#platform';
import { type ReplacedList, replacedLinks } from '#records';
import { assertValid } from '#refusals';
import { type DelegationDates, delegationDatesErrors } from './visit-delegations.rules.js';

/** The delegations of a visit as a request gives them; what is left out stays. */
export interface GivenDelegations {
  readonly delegationIds?: readonly string[];
  readonly delegationDates?: readonly DelegationDates[];
}

/**
 * Writes which delegations come on a visit, and when; the dates of one that comes no more go with it.
 * @throws Refusal where dates are given of a delegation that is not on the visit
 */
export async function replaceDelegations(
  tx: Transaction,
  eventId: string,
  { delegationIds, delegationDates }: GivenDelegations,
): Promise<void> {
  if (delegationIds)
    await replaceLinks(tx, 'visit_delegations', ['event_id', eventId], ['delegation_id', delegationIds]);
  if (delegationDates) await replaceDates(tx, eventId, delegationDates);
  else if (delegationIds) await dropDatesOfOthers(tx, eventId, delegationIds);
}

/** Which delegations come on a visit, and when, as a change would have them. */
export function replacedDelegations(eventId: string, given: GivenDelegations): ReplacedList {
  const links = replacedLinks(
    'visit_delegations',
    ['event_id', eventId],
    ['delegation_id', given.delegationIds],
  );
  return {
    differs: async (tx) =>
      (await links.differs(tx)) || (await datesDiffer(tx, eventId, given.delegationDates)),
    replace: (tx) => replaceDelegations(tx, eventId, given),
  };
}

async function datesDiffer(
  tx: Transaction,
  eventId: string,
  dates: readonly DelegationDates[] | undefined,
): Promise<boolean> {
  if (!dates) return false;
  const present = await tx.query<DelegationDates[]>(
    `select delegation_id as "delegationId", starts, ends from visit_delegation_dates where event_id = $1 order by position`,
    [eventId],
  );
  const given = dates.map(({ delegationId, starts = null, ends = null }) => ({ delegationId, starts, ends }));
  return !isDeepStrictEqual(
    present.map((row) => ({ ...row })),
    given,
  );
}

async function replaceDates(
  tx: Transaction,
  eventId: string,
  dates: readonly DelegationDates[],
): Promise<void> {
  assertValid(delegationDatesErrors(dates, await delegationsOf(tx, eventId)));
  await tx.query('delete from visit_delegation_dates where event_id = $1', [eventId]);
  const rows = dates.map(({ delegationId, starts = null, ends = null }, position) => ({
    eventId,
    delegationId,
    position,
    starts,
    ends,
  }));
  await insertAll(tx, 'visit_delegation_dates', rows);
}

async function dropDatesOfOthers(
  tx: Transaction,
  eventId: string,
  delegationIds: readonly string[],
): Promise<void> {
  await tx.query('delete from visit_delegation_dates where event_id = $1 and delegation_id <> all ($2)', [
    eventId,
    delegationIds,
  ]);
}

async function delegationsOf(tx: Transaction, eventId: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }[]>(
    'select delegation_id as id from visit_delegations where event_id = $1',
    [eventId],
  );
  return rows.map(({ id }) => id);
}
