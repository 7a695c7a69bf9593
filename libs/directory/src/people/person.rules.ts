import { type Constraints, defineProblems } from '#refusals';

export const PERSON_PROBLEMS = defineProblems({
  'person.erased': [
    'conflict',
    'The person was erased',
    'All that was known of the person was erased. Nothing is added to it again, in no record that leads to them.',
    'Take the reference to the person out. If they come again, record them anew.',
  ],
});

export const PERSON_CONSTRAINTS: Constraints = {
  people_stay_erased: {
    problem: PERSON_PROBLEMS['person.erased'],
    detail:
      'The person was erased, and nothing is recorded of them again; their record can only be put away.',
  },
};
