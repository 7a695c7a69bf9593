import type { FieldError } from '#refusals';

const YEAR = 366 * 86_400_000;

interface Input {
  readonly actorId: string;
  readonly principalId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** Finds what keeps somebody from acting for somebody for a time. */
export function deputyErrors({ actorId, principalId, startsAt, endsAt }: Input): FieldError[] {
  const errors: FieldError[] = [];
  const length = endsAt.getTime() - startsAt.getTime();
  if (actorId === principalId)
    errors.push({ pointer: '/actorId', detail: 'Nobody is the own deputy.', code: 'same' });
  if (length <= 0)
    errors.push({ pointer: '/endsAt', detail: 'It ends before it begins.', code: 'end-before-start' });
  if (length > YEAR)
    errors.push({ pointer: '/endsAt', detail: 'It lasts a year at most.', code: 'too-long' });
  return errors;
}
