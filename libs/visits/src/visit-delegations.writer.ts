import { type Transaction, insertAll, replaceLinks } from '#platform';
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
