import { defineProblems } from '#refusals';

export const IDENTITY_PROBLEMS = defineProblems({
  'identity.required': [
    'unauthenticated',
    'An access token is needed',
    'What the office knows is shown only to those who say who they are.',
    'Send an access token as `Authorization: Bearer corteo_…`. Whoever runs this server, or an administrator of the office, can make one.',
  ],
  'identity.invalid': [
    'unauthenticated',
    'The access token is not known',
    'The token was never given, has ended or was revoked, or does not stand in the header as it should.',
    'See whether the token was copied as a whole, and is sent as `Authorization: Bearer corteo_…`. Otherwise ask for another one.',
  ],
  'identity.no-deputy': [
    'forbidden',
    'The caller is nobody’s deputy there',
    'Only a deputy acts for somebody, and only while that is agreed.',
    'Leave `Corteo-On-Behalf-Of` away, or let the other person or an administrator name you as a deputy for this time.',
  ],
  'identity.scope': [
    'forbidden',
    'The access token does not allow this',
    'Every token may do what its role and its scopes say, and this is not among it.',
    '`missingScope` names what the token lacks. Use one that has it, or ask an administrator of the office.',
  ],
});
