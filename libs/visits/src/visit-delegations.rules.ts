import type { FieldError } from '#refusals';
import { type Dates, datesCanBe } from '#vocabulary';

/** When a delegation comes. */
export interface DelegationDates extends Dates {
  readonly delegationId: string;
}

/**
 * Finds dates of delegations that are not on the visit, that are given twice, or that end before they start.
 * @param delegationIds the delegations of the visit
 */
export function delegationDatesErrors(
  dates: readonly DelegationDates[],
  delegationIds: readonly string[],
): FieldError[] {
  const ids = dates.map(({ delegationId }) => delegationId);
  return dates.flatMap((own, index) =>
    errorsAt(`/delegationDates/${index}`, own, {
      isOther: !delegationIds.includes(own.delegationId),
      isAgain: ids.indexOf(own.delegationId) < index,
    }),
  );
}

/** What the delegations of a visit show of their dates, as references and fields of its input. */
export function shownDates(
  delegations: readonly (Dates & { readonly id: string })[],
): readonly (Dates & { readonly delegation: { readonly id: string } })[] {
  return delegations
    .filter(({ starts, ends }) => starts ?? ends)
    .map(({ id, starts, ends }) => ({ delegation: { id }, starts, ends }));
}

function errorsAt(
  at: string,
  { starts = null, ends = null }: Dates,
  { isOther, isAgain }: { isOther: boolean; isAgain: boolean },
): FieldError[] {
  const [other, again, impossible] = [
    ['delegationId', 'other-delegation', 'This delegation is not on the visit.'],
    ['delegationId', 'delegation-twice', 'The dates of this delegation are given twice.'],
    ['ends', 'end-before-start', `The end, ${ends}, is before the start, ${starts}.`],
  ] as const;
  const found = [
    ...(isOther ? [other] : []),
    ...(isAgain ? [again] : []),
    ...(datesCanBe(starts, ends) ? [] : [impossible]),
  ];
  return found.map(([field, code, detail]) => ({ pointer: `${at}/${field}`, detail, code }));
}
