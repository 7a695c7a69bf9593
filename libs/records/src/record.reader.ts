import { Inject, Injectable } from '@nestjs/common';
import {
  type Caller,
  Database,
  type Json,
  JsonText,
  type Sql,
  type Statement,
  Today,
  type Transaction,
  type Values,
  callerValues,
  rememberOf,
  sql,
  statement,
  withMembers,
} from '#platform';
import { unknownRecord } from '#refusals';
import { CITED_RECORDS, type CitedRecords } from './cited-records.js';
import type { DisputedFieldView } from './disputed.dto.js';
import { Kinds } from './kinds/kinds.js';
import { type At, type RecordKind } from './kinds/record-kind.js';
import { rowAt, wholeAt } from './kinds/record-rows.js';
import type { ListQuery } from './pages/list-query.dto.js';
import { chooseMembers } from './pages/chosen-fields.js';
import type { ListDefinition } from './pages/list-definition.js';
import { Lists } from './pages/lists.js';

/** Reads what kinds of record say of themselves: one of them at its address, or a page of them. */
@Injectable()
export class RecordReader {
  private readonly disputedOf = rememberOf((kind: RecordKind) =>
    statement(
      `${kind.code}-disputed`,
      sql`select ${this.cited.disputed(sql`e`, kind.renamed)} ${rowAt(kind)}`,
    ),
  );

  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
    private readonly today: Today,
    private readonly kinds: Kinds,
    @Inject(CITED_RECORDS) private readonly cited: CitedRecords,
  ) {}

  /** Which rows of a kind were changed since an instant, or have parts that were. */
  changedSince(kind: RecordKind): Sql {
    return this.kinds.changedSince(kind);
  }

  /** Whether there may be something to tell of the row `e` of a kind by `readDisputed`. */
  doubted({ isSubject }: RecordKind): Sql {
    return isSubject ? this.cited.doubted(sql`e`) : sql`null`;
  }

  /**
   * Reads what sources contradict a record or each other about.
   * @throws Refusal `record.unknown` where there is none at this address for this caller
   */
  async readDisputed(
    kind: RecordKind,
    at: At,
    caller: Caller,
    tx?: Transaction,
  ): Promise<DisputedFieldView[]> {
    const row = await this.database.readRow(this.disputedOf(kind), { ...callerValues(caller), ...at }, tx);
    if (!row) throw unknownRecord(kind.name);
    return JSON.parse(row[0] ?? '[]') as DisputedFieldView[];
  }

  /**
   * Reads one record.
   * @param one gives its version, its JSON, whether it is doubted, and perhaps what further members are made of
   * @param add makes members that the answer has besides
   * @throws Refusal `record.unknown` where there is none at this address for this caller
   */
  async readOne<V>(
    kind: RecordKind,
    one: Statement,
    at: At,
    caller: Caller,
    tx?: Transaction,
    add: (said: string | null | undefined) => object = () => ({}),
  ): Promise<Json<V>> {
    const values = { ...callerValues(caller), ...this.valuesAt(one, at) };
    const row = await this.database.readRow(one, values, tx);
    if (!row) throw unknownRecord(kind.name);
    const [version, json, doubted, said] = row;
    const disputed = doubted ? await this.readDisputed(kind, at, caller, tx) : [];
    const further = { ...(disputed.length > 0 ? { disputed } : {}), ...add(said) };
    return new JsonText(withMembers(json!, further), { version: Number(version) }).as<V>();
  }

  /**
   * Reads some members of many records, whatever is known of them besides.
   * @param json the whole of one of them, as `object` builds it
   */
  async readMembers<V>(
    { visible }: RecordKind,
    json: Sql,
    { ids, members }: { readonly ids: readonly string[]; readonly members: readonly string[] },
    caller: Caller,
  ): Promise<V[]> {
    const item = chooseMembers(json, ['id', 'version', 'archivedAt', ...members]);
    const many = statement(
      undefined,
      sql`select coalesce(json_agg(${item}), '[]'::json) from ${visible} e where e.id = any (:ids::uuid[])`,
    );
    return (await this.database.readValue<V[]>(many, caller, this.valuesAt(many, { ids })))!;
  }

  /**
   * Reads what something is decided by: one JSON value of a record.
   * @throws Refusal `record.unknown` where there is none at this address for this caller
   */
  async readValue<V>(
    { name }: RecordKind,
    value: Statement,
    at: At,
    caller: Caller,
    tx?: Transaction,
  ): Promise<V> {
    const found = await this.database.readValue<V>(value, caller, this.valuesAt(value, at), tx);
    if (found === undefined) throw unknownRecord(name);
    return found;
  }

  /**
   * Reads a page of a list, within the whole that the address names.
   * @throws Refusal `record.unknown` where the caller may not see that one
   */
  async readPage<Q extends ListQuery & { sort?: string }, L>(
    within: RecordKind | null,
    list: ListDefinition<Q>,
    at: At,
    query: Q,
    caller: Caller,
  ): Promise<Json<L>> {
    if (within) await this.assertVisible(within, at, caller);
    return this.lists.read(list, query, caller, at);
  }

  /** @throws Refusal `record.unknown` where the caller may not see the whole that an address names */
  async assertVisible(whole: RecordKind, at: At, caller: Caller): Promise<void> {
    if (!(await this.database.readRow(visibleWhole(whole), { ...callerValues(caller), ...at })))
      throw unknownRecord(whole.asWhole.nameAt(at));
  }

  private valuesAt({ parameters }: Statement, at: Values): Values {
    return parameters.includes('today') ? { ...at, today: this.today.day() } : at;
  }
}

const visibleWhole = rememberOf((whole: RecordKind) =>
  statement(
    `visible-${whole.code}`,
    sql`select own.id from ${whole.visible} own where ${wholeAt(whole)} and (:archived::boolean or own.archived_at is null)`,
  ),
);
