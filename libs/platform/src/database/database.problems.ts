import { defineProblems } from '#refusals';

export const DATABASE_PROBLEMS = defineProblems({
  'database.unavailable': ['unavailable', 'The database cannot be reached'],
  'database.busy': ['unavailable', 'The database has too much to do'],
  'database.full': ['unavailable', 'The disk of the database is full'],
  'database.lost': ['unavailable', 'The database does not come back by itself'],
});
