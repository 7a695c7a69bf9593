import { RECORD_PROBLEMS, Refusal } from '#refusals';

/** Whoever asks for an address that never was learns as much as who asks for one that was revoked. */
export function unknownAddress(): Refusal {
  return new Refusal(
    RECORD_PROBLEMS['record.unknown'],
    'There is no calendar at this address, or no longer: ask whoever gave it to you.',
  );
}
