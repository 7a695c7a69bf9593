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

const OUTAGES = /^(08...|57P0[123]|53300|ECONNREFUSED|ECONNRESET|EPIPE|ENOTFOUND|ETIMEDOUT|EAI_AGAIN)$/;

/** Whether the error means that Postgres is away, starting or stopping, not that the request is wrong. */
export function isOutage(error: (Error & { code?: string }) | undefined): boolean {
  if (!error) return false;
  if (error instanceof AggregateError) return error.errors.some(isOutage);
  return (
    OUTAGES.test(error.code ?? '') ||
    /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/.test(
      error.message,
    )
  );
}

/** Whether Postgres ended the transaction because of another one: a deadlock, or a serialization failure. */
export function isCollision(error: unknown): boolean {
  return ['40P01', '40001'].includes((error as PostgresError).code ?? '');
}
