import type { FieldError } from '#refusals';
import { type PartialDate, datesCanBe } from '#vocabulary';

/** From when and until when something holds, as far as that is known. */
export interface Tenure {
  readonly since?: PartialDate | null;
  readonly until?: PartialDate | null;
}

/**
 * Finds an end that comes before its beginning.
 * @param at where the tenure stands in the body of the request, as a JSON pointer
 */
export function tenureErrors({ since = null, until = null }: Tenure, at = ''): FieldError[] {
  if (datesCanBe(since, until)) return [];
  return [{ pointer: `${at}/until`, detail: 'It cannot end before it began.', code: 'until-before-since' }];
}
