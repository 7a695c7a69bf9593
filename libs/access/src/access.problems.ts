import { defineProblems } from '#refusals';

export const ACCESS_PROBLEMS = defineProblems({
  'token.beyond-own': [
    'forbidden',
    'A token can give no more than its maker has',
    'Nobody gives to others more than they have themselves.',
    'Make a token of fewer scopes, or let somebody do it who has the scope that `missingScope` names.',
  ],
});
