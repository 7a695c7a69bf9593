import { defineProblems } from '#refusals';

export const ACCESS_PROBLEMS = defineProblems({
  'token.beyond-own': ['forbidden', 'A token can give no more than its maker has'],
});
