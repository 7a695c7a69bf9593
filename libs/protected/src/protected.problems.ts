import { Refusal, defineProblems } from '#refusals';

export const PROTECTED_PROBLEMS = defineProblems({
  'protected.no-key': [
    'unavailable',
    'Protected profiles are not kept here',
    'Protected profiles are kept encrypted only, and this server has no key.',
    'Whoever runs this server gives it one (`PROTECTED_KEY` or `PROTECTED_KEY_FILE`).',
  ],
  'protected.unreadable': [
    'unavailable',
    'The protected profile cannot be decrypted',
    'The profile was encrypted with a key that this server does not have, or was altered since.',
    'Whoever runs this server has to give it the key that was used then.',
  ],
  'protected.reason-missing': [
    'invalid',
    'Say why you look into a protected profile',
    'Who looks into a protected profile says why, and that is kept.',
    'Send the reason in the header `Corteo-Reason`: one line of 1 to 500 characters.',
  ],
  'protected.unknown': [
    'unknown',
    'There is no protected profile of this person',
    'Nothing protected is kept about this person, or it was erased when its time was over.',
    'Record a profile (`PUT`), if one is needed.',
  ],
});

export function noKey(): Refusal {
  return new Refusal(
    PROTECTED_PROBLEMS['protected.no-key'],
    'Whoever runs this server has to give it a key first (PROTECTED_KEY or PROTECTED_KEY_FILE).',
  );
}

export function unreadable(): Refusal {
  return new Refusal(
    PROTECTED_PROBLEMS['protected.unreadable'],
    'It was encrypted with a key that this server does not have, or was altered since.',
  );
}

export function reasonMissing(): Refusal {
  return new Refusal(
    PROTECTED_PROBLEMS['protected.reason-missing'],
    'Send the reason in the header “Corteo-Reason”: one line of 1 to 500 characters, which is kept with who asked.',
  );
}

export function noProfile(): Refusal {
  return new Refusal(PROTECTED_PROBLEMS['protected.unknown'], 'Nothing protected is kept about this person.');
}
