import {
  type Caller,
  Database,
  type Json,
  type ListDefinition,
  type ListQuery,
  Lists,
  type Sql,
  type Statement,
  Today,
  type Transaction,
  callerValues,
  sql,
  statement,
  unknownRecord,
} from '#platform';
import type { AgreementAt } from './agreement-path.js';

const knownAgreement = statement(
  'known-agreement',
  sql`select a.id from agreements a where a.id = :agreementId and (:archived or a.archived_at is null)`,
);

/** True of the rows `e` of the parts of the agreement that the address names. */
export const OF_AGREEMENT = sql`e.agreement_id = :agreementId`;

/** A kind of part as its readers know it. */
export interface PartKind {
  /** Its word in messages. */
  readonly name: string;
  /** Gives the version and the JSON of one part. */
  readonly one: Statement;
}

/**
 * One part at the address of its agreement, as row `e`.
 * @param from the table of its rows `e`, with what they are joined to
 */
export function partRow(from: Sql): Sql {
  return sql`from ${from} join agreements a on a.id = e.agreement_id
    where e.id = :id and ${OF_AGREEMENT} and (:archived or (e.archived_at is null and a.archived_at is null))`;
}

/** The statement that reads one part, found by `row`. */
export function onePart(name: string, row: Sql, shown: Sql): Statement {
  return statement(`agreement-${name}`, sql`select e.version, ${shown} ${row}`);
}

/** Reads the parts of agreements. */
export abstract class PartQueries<V> {
  constructor(
    protected readonly database: Database,
    private readonly lists: Lists,
    private readonly today: Today,
    protected readonly kind: PartKind,
  ) {}

  /** One part of an agreement; unknown where there is none for this caller. */
  async read(id: string, at: AgreementAt, caller: Caller, tx?: Transaction): Promise<Json<V>> {
    const values = { id, ...at, today: this.today.day() };
    const part = await this.database.readRecord<V>(this.kind.one, caller, values, tx);
    if (!part) throw unknownRecord(this.kind.name);
    return part;
  }

  /** A page of the parts of an agreement; unknown where there is no such agreement. */
  protected async readPage<Q extends ListQuery & { sort?: string }, P>(
    list: ListDefinition<Q>,
    at: AgreementAt,
    query: Q,
    caller: Caller,
  ): Promise<Json<P>> {
    const values = { ...callerValues(caller), ...at };
    if (!(await this.database.readRow(knownAgreement, values))) throw unknownRecord('agreement');
    return this.lists.read(list, query, caller, { ...at });
  }
}
