import type { FieldError } from '#refusals';

const MOST_DAYS = 366;

/** Finds what keeps two days from being a range that a schedule can show. */
export function daysErrors({ from, to }: { from: string; to: string }): FieldError[] {
  const days = Temporal.PlainDate.from(from).until(to, { largestUnit: 'day' }).days + 1;
  if (days < 1)
    return [{ pointer: '?to', detail: 'The last day is before the first.', code: 'end-before-start' }];
  if (days <= MOST_DAYS) return [];
  return [
    {
      pointer: '?to',
      detail: `A schedule shows at most ${MOST_DAYS} days; these are ${days}.`,
      code: 'too-long',
    },
  ];
}
