import { defineProblems } from '#refusals';

export const ERASURE_PROBLEMS = defineProblems({
  'erasure.undecided': ['conflict', 'It is not decided what becomes of every text that holds the name'],
  'erasure.erased': ['conflict', 'The person was erased before'],
  'erasure.partial-sight': ['forbidden', 'Who erases has to see every record'],
});
