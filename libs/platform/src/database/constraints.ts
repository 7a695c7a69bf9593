import { QueryFailedError } from 'typeorm';
import { Refusal, defineProblems, invalid, unknownRecord } from '../problems/refusal.js';
import type { Statement } from './sql.js';

type Translation = readonly [code: string, detail: string, ...pointers: string[]];

const translations = new Map<string, Translation>();

/**
 * Declares, by the name of a constraint, what a violation means to an organizer.
 * @param table code and detail of the refusal; with pointers, the fields they name are at fault and the code is their rule
 */
export function translateConstraints(table: Readonly<Record<string, Translation>>): void {
  for (const [constraint, translation] of Object.entries(table)) translations.set(constraint, translation);
}

/** What stands behind a violated constraint, to be named once the transaction that violated it is over. */
export interface Explanation<V> {
  /** Gives one JSON value: what stands in the way, as far as the caller may see it. */
  readonly statement: Statement;
  /** The values of the statement, from what Postgres says of the keys. */
  readonly values: (keys: string) => Readonly<Record<string, unknown>>;
  readonly tell: (found: V) => Refusal;
}

const explanations = new Map<string, Explanation<unknown>>();

/** Declares how to find out what stands behind a violation of a constraint that is translated. */
export function explainConstraint<V>(constraint: string, explanation: Explanation<V>): void {
  explanations.set(constraint, explanation as Explanation<unknown>);
}

/** A refusal that can be told in more detail after a look into the database. */
export class ExplainableRefusal extends Refusal {
  constructor(
    refusal: Refusal,
    readonly explanation: Explanation<unknown>,
    readonly keys: string,
  ) {
    super(refusal.code, refusal.message, refusal.facts);
  }
}

defineProblems({
  'database.unavailable': ['unavailable', 'The database cannot be reached'],
  'database.busy': ['unavailable', 'The database has too much to do'],
  'record.unknown-reference': ['invalid', 'The request refers to a record that does not exist'],
});

/** A reference to a record that is not there, as the foreign key found it. */
export class UnknownReference extends Refusal {
  constructor(readonly id: string | undefined) {
    super(
      'record.unknown-reference',
      id ? `There is no record ${id} of the kind asked for.` : 'A record that is referred to does not exist.',
    );
  }
}

/** The refusal that an error of the database stands for, or the error itself. */
export function refusalOf(error: unknown): unknown {
  const cause =
    error instanceof QueryFailedError ? (error.driverError as PostgresError) : (error as PostgresError);
  const translation = cause?.constraint && translations.get(cause.constraint);
  if (translation) return explainable(translate(translation), cause);
  if (cause?.code === '23503')
    return new UnknownReference(/=\((?:.*, )?([0-9a-f-]{36})\)/.exec(cause.detail ?? '')?.[1]);
  // Ids in bodies are checked before; this one stood in the address.
  if (isNoId(cause)) return unknownRecord('record');
  if (isBusy(cause))
    return new Refusal(
      'database.busy',
      'The database has more to do than it can at once; nothing was done. Please try again shortly.',
    );
  if (isOutage(cause))
    return new Refusal(
      'database.unavailable',
      'The database is away at the moment; nothing was done. Please try again shortly.',
    );
  return error;
}

function translate([code, detail, ...pointers]: Translation): Refusal {
  if (pointers.length === 0) return new Refusal(code, detail);
  return invalid(pointers.map((pointer) => ({ pointer, detail, code })));
}

function explainable(refusal: Refusal, { constraint, detail }: PostgresError): Refusal {
  const explanation = explanations.get(constraint!);
  return explanation ? new ExplainableRefusal(refusal, explanation, detail ?? '') : refusal;
}

/** Whether what should be an id is no UUID, or not even text (it holds NUL). */
function isNoId(cause: PostgresError | undefined): boolean {
  return (cause?.code === '22P02' && cause.message.includes('type uuid')) || cause?.code === '22021';
}

interface PostgresError extends Error {
  code?: string;
  constraint?: string;
  detail?: string;
}

/** Whether the request waited in vain for one of the pool's connections, which all were at work. */
function isBusy(error: Error | undefined): boolean {
  return error?.message === 'timeout exceeded when trying to connect';
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
