import { type Constraints, defineProblems } from '#refusals';

export const POSITION_PROBLEMS = defineProblems({
  'person.position-twice': ['conflict', 'The person has this position already'],
});

export const POSITION_CONSTRAINTS: Constraints = {
  positions_once: {
    problem: POSITION_PROBLEMS['person.position-twice'],
    detail: 'The person has this position already, since the same time; change that one.',
  },
};
