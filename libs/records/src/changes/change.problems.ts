import { defineProblems } from '#refusals';

export const CHANGE_PROBLEMS = defineProblems({
  'changes.lost': ['gone', 'What was read last is no longer known here'],
});
