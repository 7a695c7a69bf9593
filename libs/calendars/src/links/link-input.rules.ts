import type { FieldError } from '#refusals';
import { DAYS_OF_ISSUED } from './calendar-link.rules.js';

interface Input {
  readonly subject: { readonly kind: string; readonly id?: string | undefined };
  readonly expiresAt?: string | null;
}

/** Finds what is wrong with an address beside its single fields: what it is about, and when it ends. */
export function subjectErrors({ subject: { kind, id }, expiresAt }: Input, now: Date): FieldError[] {
  const errors: FieldError[] = [];
  const pointer = '/subject/id';
  if (kind === 'office' && id !== undefined)
    errors.push({ pointer, detail: 'There is one office; leave the id out.', code: 'no-id' });
  if (kind !== 'office' && id === undefined)
    errors.push({ pointer, detail: `Say which ${kind} the calendar is about.`, code: 'missing' });
  if (expiresAt && new Date(expiresAt) <= now)
    errors.push({ pointer: '/expiresAt', detail: 'It must end in the future.', code: 'past' });
  return errors;
}

/** When an address ends at the latest that somebody of the identity provider makes now. */
export function lastEnd(now: Date): Date {
  return new Date(now.getTime() + DAYS_OF_ISSUED * 24 * 3_600_000);
}
