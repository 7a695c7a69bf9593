import { Injectable } from '@nestjs/common';
import { type Constraints, RECORD_PROBLEMS, Refusal, type Violation, invalid } from '#refusals';
import { QueryFailedError } from 'typeorm';
import { DATABASE_PROBLEMS, databaseBusy, databaseTooSlow, recordBusy } from './database.problems.js';
import { type PostgresError, isBusy, isFull, isLocked, isOutage, isTooSlow } from './outages.js';
import type { Statement } from './sql.js';

/** What is behind a violated constraint, to be named once the transaction that violated it is over. */
export interface Explanation<V> {
  /** Gives one JSON value: what stands in the way, as far as the caller may see it. */
  readonly statement: Statement;
  /** The values of the statement, from what Postgres says of the keys. */
  readonly values: (keys: string) => Readonly<Record<string, unknown>>;
  readonly tell: (found: V) => Refusal;
}

/** Explanations by the name of the constraint. */
// Each tells what its own statement finds, and nobody else hands it anything.
export type Explanations = Readonly<Record<string, Explanation<never>>>;

/** What a constraint refuses: after a look into the database, it can be told in more detail. */
export class ViolatedConstraint extends Refusal {
  constructor(
    refusal: Refusal,
    readonly explanation: Explanation<never> | undefined,
    readonly keys: string,
  ) {
    super(refusal.problem, refusal.message, refusal.facts);
  }
}

/** A reference to a record that is not there, as the foreign key found it. */
export class UnknownReference extends Refusal {
  constructor(readonly id: string | undefined) {
    super(
      RECORD_PROBLEMS['record.unknown-reference'],
      id ? `There is no record ${id} of the kind asked for.` : 'A record that is referred to does not exist.',
    );
  }
}

/** A new reference to records that were put away. */
export class ArchivedReference extends Refusal {
  constructor(readonly ids: readonly string[]) {
    super(
      RECORD_PROBLEMS['record.archived-reference'],
      `What is referred to is archived; restore it first: ${ids.join(', ')}.`,
    );
  }
}

/** What the constraints of the database mean to an organizer. */
@Injectable()
export class Violations {
  private readonly meanings = new Map<string, Violation>();
  private readonly explanations = new Map<string, Explanation<never>>();

  /** Adds what a kind of record says of its constraints; each is declared once. */
  declare(constraints: Constraints, explanations: Explanations = {}): void {
    for (const [name, meaning] of Object.entries(constraints)) {
      if (this.meanings.has(name)) throw new Error(`The constraint ${name} is declared twice.`);
      this.meanings.set(name, meaning);
    }
    for (const [name, explanation] of Object.entries(explanations)) {
      if (!this.meanings.has(name)) throw new Error(`The constraint ${name} is explained, but not declared.`);
      this.explanations.set(name, explanation);
    }
  }

  /** The names of all constraints that have a meaning. */
  get names(): string[] {
    return [...this.meanings.keys()];
  }

  /** The refusal that an error of the database stands for, or the error itself. */
  refusalOf(error: unknown): unknown {
    const cause = (error instanceof QueryFailedError ? error.driverError : error) as
      PostgresError | undefined;
    const meaning = cause?.constraint && this.meanings.get(cause.constraint);
    if (!meaning) return refusalOfDriver(cause) ?? error;
    return new ViolatedConstraint(
      refuse(meaning),
      this.explanations.get(cause.constraint!),
      cause.detail ?? '',
    );
  }
}

function refuse(violation: Violation): Refusal {
  if ('problem' in violation) return new Refusal(violation.problem, violation.detail);
  const { code, detail, pointers } = violation;
  return invalid(pointers.map((pointer) => ({ pointer, detail, code })));
}

/** How the schema says that a new reference leads to what was put away. */
const PUT_AWAY = '23A01';

function refusalOfDriver(cause: PostgresError | undefined): Refusal | null {
  if (cause?.code === '23503')
    return new UnknownReference(/=\((?:.*, )?([0-9a-f-]{36})\)/.exec(cause.detail ?? '')?.[1]);
  if (cause?.code === PUT_AWAY) return new ArchivedReference((cause.detail ?? '').split(','));
  if (isNoId(cause))
    return new Refusal(RECORD_PROBLEMS['record.unknown'], 'There is no record with this id.');
  if (isLocked(cause)) return recordBusy();
  if (isTooSlow(cause)) return databaseTooSlow();
  if (isBusy(cause)) return databaseBusy();
  if (isFull(cause))
    return new Refusal(
      DATABASE_PROBLEMS['database.full'],
      'The disk of the database is full; nothing was done. Whoever runs this server has to make room, then it goes on by itself.',
    );
  if (isOutage(cause))
    return new Refusal(
      DATABASE_PROBLEMS['database.unavailable'],
      'The database is away at the moment; nothing was done. Please try again shortly.',
    );
  return null;
}

/** Whether what should be an id is no UUID, or not even text (it holds NUL). */
function isNoId(cause: PostgresError | undefined): boolean {
  return (cause?.code === '22P02' && cause.message.includes('type uuid')) || cause?.code === '22021';
}
