/** How long each wait may last, in milliseconds. */
export interface Limits {
  /** For all that the database does for a request, from where the request was read. */
  readonly request: number;
  /** For one of the connections to the database, and for Postgres to take a new one. */
  readonly connection: number;
  /** For one statement. */
  readonly statement: number;
  /** For a lock that others hold, in all. */
  readonly lock: number;
  /** For such a lock while a connection is held. */
  readonly lockAtOnce: number;
  /** For the headers of a request, from the opening of the connection on. */
  readonly headers: number;
  /** For the body of a request, from where its headers end; one that passes in pieces goes on while bytes come. */
  readonly body: number;
  /** For the next request on a connection. */
  readonly idle: number;
  /** For a caller to take an answer; one that passes in pieces goes on while bytes are taken. */
  readonly answer: number;
  /** For what is in flight when the server stops. */
  readonly shutdown: number;
}

/** All limits follow from one: how many seconds a request may take. */
export function limitsOf(seconds: number): Limits {
  const whole = seconds * 1000;
  return {
    request: whole * 0.9,
    connection: Math.min(3000, whole * 0.9),
    // Postgres cancels before the connection is cut: what it cancels leaves the connection as it was.
    statement: whole * 0.8,
    lock: whole * 0.5,
    lockAtOnce: 50,
    headers: whole,
    body: whole * 2,
    idle: whole * 2,
    answer: whole * 2.5,
    // A container has ten seconds to stop, its Postgres included.
    shutdown: whole * 0.6,
  };
}
