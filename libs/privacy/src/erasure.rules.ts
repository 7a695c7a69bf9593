import { defineProblems } from '#refusals';

export const ERASURE_PROBLEMS = defineProblems({
  'erasure.undecided': [
    'conflict',
    'It is not decided what becomes of every text that holds the name',
    'The name stands in texts of the office, and somebody has to say of each whether it is blackened or kept.',
    '`undecided` lists these texts: decide of each (`redact` or `keep`), and send the request again.',
  ],
  'erasure.erased': [
    'conflict',
    'The person was erased before',
    'A person is erased once, and nothing is left to erase.',
    'Nothing has to be done.',
  ],
  'erasure.partial-sight': [
    'forbidden',
    'Who erases has to see every record',
    'A person is erased from every record, also from confidential ones.',
    'Let somebody do it whose token has the scope `confidential:read`, too.',
  ],
});
