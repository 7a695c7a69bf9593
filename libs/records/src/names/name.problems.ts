import { defineProblems } from '#refusals';

export const NAME_PROBLEMS = defineProblems({
  'request.ambiguous-name': [
    'conflict',
    'Several records have the name that is asked for',
    'A name stands for an id only where it is clear who is meant.',
    '`candidates` lists who has the name: send the id of the one that is meant, or more of its name.',
  ],
});
