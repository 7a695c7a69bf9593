import { defineProblems } from '#refusals';

export const NAME_PROBLEMS = defineProblems({
  'request.ambiguous-name': ['conflict', 'Several records have the name that is asked for'],
});
