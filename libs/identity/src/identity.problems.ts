import { defineProblems } from '#refusals';

export const IDENTITY_PROBLEMS = defineProblems({
  'identity.required': ['unauthenticated', 'An access token is needed'],
  'identity.invalid': ['unauthenticated', 'The access token is not known'],
  'identity.no-deputy': ['forbidden', 'The caller is nobody’s deputy there'],
  'identity.scope': ['forbidden', 'The access token does not allow this'],
});
