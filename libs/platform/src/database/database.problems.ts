import { Refusal, defineProblems } from '#refusals';

export const DATABASE_PROBLEMS = defineProblems({
  'database.unavailable': [
    'unavailable',
    'The database cannot be reached',
    'The database is being started, or cannot be reached.',
    'Try again after the seconds that `Retry-After` says. If it goes on, tell whoever runs this server.',
  ],
  'database.busy': [
    'unavailable',
    'The database has too much to do',
    'All connections to the database are in use.',
    'Try again after the seconds that `Retry-After` says.',
  ],
  'database.full': [
    'unavailable',
    'The disk of the database is full',
    'There is no room left on the disk where the records are kept.',
    'Whoever runs this server has to make room; then it goes on by itself.',
  ],
  'database.lost': [
    'unavailable',
    'The database does not come back by itself',
    'The server has tried to start its database again, and could not.',
    'Whoever runs this server finds the reason in its log.',
  ],
  'database.too-slow': [
    'unavailable',
    'The database took too long',
    'The answer would have taken longer than a request may take; what was begun was undone.',
    'Try again shortly, or ask for less at once: a shorter time, a smaller `limit`.',
  ],
  'database.outcome-unknown': [
    'unavailable',
    'It is not known whether this was done',
    'The connection to the database broke just as the change was being kept.',
    'Read the record to see whether it was changed. A request that has an `Idempotency-Key` can be sent again as it is.',
  ],
  'record.busy': [
    'unavailable',
    'Others are changing the record',
    'Others are changing the same record, and their change did not end in time.',
    'Nothing was done: send the request again.',
  ],
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
