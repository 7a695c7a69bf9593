/** The database is there but cannot hold the data; the message says why, for an operator. */
export class UnsuitableDatabaseError extends Error {}
