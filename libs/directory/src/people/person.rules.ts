import { type Constraints, defineProblems } from '#refusals';

export const PERSON_PROBLEMS = defineProblems({
  'person.erased': ['conflict', 'The person was erased'],
});

export const PERSON_CONSTRAINTS: Constraints = {
  people_stay_erased: {
    problem: PERSON_PROBLEMS['person.erased'],
    detail: 'The person was erased, and nothing is recorded of them again; the record can only be put away.',
  },
};
