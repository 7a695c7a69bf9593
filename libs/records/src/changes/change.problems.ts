import { defineProblems } from '#refusals';

export const CHANGE_PROBLEMS = defineProblems({
  'changes.lost': [
    'gone',
    'What was read last is no longer known here',
    'A backup was restored that is older than what was read, so that later changes are gone here.',
    'Read everything again, from the lists, and then the changes from the beginning.',
  ],
});
