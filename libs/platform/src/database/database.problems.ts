import { Refusal, defineProblems } from '#refusals';

export const DATABASE_PROBLEMS = defineProblems({
  'database.unavailable': ['unavailable', 'The database cannot be reached'],
  'database.busy': ['unavailable', 'The database has too much to do'],
  'database.full': ['unavailable', 'The disk of the database is full'],
  'database.lost': ['unavailable', 'The database does not come back by itself'],
  'database.too-slow': ['unavailable', 'The database took too long'],
  'database.outcome-unknown': ['unavailable', 'It is not known whether this was done'],
  'record.busy': ['unavailable', 'Others are changing the record'],
});

/** Refuses what found no connection in time, or too long a queue. */
export function databaseBusy(): Refusal {
  return new Refusal(
    DATABASE_PROBLEMS['database.busy'],
    'The database has more to do than it can at once; nothing was done. Please try again shortly.',
  );
}

/** Refuses what took longer than a request may. */
export function databaseTooSlow(): Refusal {
  return new Refusal(
    DATABASE_PROBLEMS['database.too-slow'],
    'The database did not finish this in the time that a request may take; nothing was done. Try again later, or ask for less at once.',
  );
}

/** Refuses what waited in vain for others to finish. */
export function recordBusy(): Refusal {
  return new Refusal(
    DATABASE_PROBLEMS['record.busy'],
    'Others are changing this record, or one that it refers to, and have not finished yet; nothing was done. Please try again shortly.',
  );
}

/** Says of what was asked to be kept that the database has not said whether it is. */
export function outcomeUnknown(): Refusal {
  return new Refusal(
    DATABASE_PROBLEMS['database.outcome-unknown'],
    'The database went silent while this was being kept, so that it may be done or not. Look at the record before you repeat it; a POST with the same Idempotency-Key is done once.',
  );
}
