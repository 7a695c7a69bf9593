/** An error as Postgres or its driver tells it. */
export interface PostgresError extends Error {
  code?: string;
  constraint?: string;
  detail?: string;
}

/** Whether the request waited in vain for one of the pool's connections, which were all at work. */
export function isBusy(error: Error | undefined): boolean {
  return error?.message === 'timeout exceeded when trying to connect';
}

/** Whether Postgres found no room on its disk. */
export function isFull(error: PostgresError | undefined): boolean {
  return error?.code === '53100';
}

/** The database was still silent when the request had to be answered. */
export class OverdueError extends Error {}

/** Cancelled by `statement_timeout`, or ended by `idle_in_transaction_session_timeout` or `transaction_timeout`. */
const TOO_SLOW = ['57014', '25P03', '25P04'];

/** Whether the database took longer than the limits allow. */
export function isTooSlow(error: PostgresError | undefined): boolean {
  return error instanceof OverdueError || TOO_SLOW.includes(error?.code ?? '');
}

/** Whether a lock that others hold did not come free in time. */
export function isLocked(error: unknown): boolean {
  return (error as PostgresError | undefined)?.code === '55P03';
}

/** Whether the connection is gone, so that a commit may have been done although nobody has heard of it. */
export function isCut(error: Error): boolean {
  return isOutage(error) || error instanceof OverdueError;
}

const OUTAGES = /^(08...|57P0[1235]|53300|ECONNREFUSED|ECONNRESET|EPIPE|ENOTFOUND|ETIMEDOUT|EAI_AGAIN)$/;

/** Whether the error means that Postgres is away, starting or stopping, not that the request is wrong. */
export function isOutage(error: (Error & { code?: string }) | undefined): boolean {
  if (!error) return false;
  if (error instanceof AggregateError) return error.errors.some(isOutage);
  return (
    OUTAGES.test(error.code ?? '') ||
    /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed/.test(
      error.message,
    )
  );
}

/** Whether Postgres ended the transaction because of another one: a deadlock, or a serialization failure. */
export function isCollision(error: unknown): boolean {
  return ['40P01', '40001'].includes((error as PostgresError).code ?? '');
}
