import {
  type Caller,
  type Json,
  type Sql,
  type Statement,
  type Transaction,
  identifier,
  jsonOf,
  object,
  onFirstUse,
  snakeCase,
  sql,
  statement,
  words,
} from '#platform';
import { passedBy, statesOf } from '#vocabulary';
import {
  type AnyRoutedKind,
  type At,
  type RecordKind,
  type RoutedKind,
  type ShapeOf,
} from './kinds/record-kind.js';
import { partOf, rowAt, rowsOf } from './kinds/record-rows.js';
import type { ListQuery } from './pages/list-query.dto.js';
import type { ListDefinition } from './pages/list-definition.js';
import type { TransitionsView } from './record.dto.js';
import type { RecordEntity } from './record.entity.js';
import type { RecordReader } from './record.reader.js';
import { describeMoves } from './transitions/transitions.js';

/** A list, without what its kind of record says already. */
export type KindList<Q extends ListQuery> = Omit<ListDefinition<Q>, 'name' | 'from' | 'where'> &
  Partial<Pick<ListDefinition<Q>, 'from' | 'where'>>;

/** What the moves of a kind of record are judged by. */
export interface Judgement<F extends object> {
  /** The facts of the row `e`, one expression for each. */
  readonly facts: { readonly [fact in keyof F]: Sql };
  /** What a move still lacks, in words; nothing where it is ready. */
  readonly missing: (to: string, facts: F) => string[];
  /** What a record in a status lacks of what the move there needs, where that is not the same. */
  readonly missingIn?: (status: string, facts: F) => string[];
  /** The statuses that need something, where these are not all. */
  readonly guarded?: readonly string[];
}

/** What a kind of record shows. */
export interface Shown<Q extends ListQuery, F extends object = object> {
  /** The JSON of the row `e`, with everything; a function where it is known only once all kinds of record are. */
  readonly one: Sql | (() => Sql);
  readonly list: KindList<Q>;
  readonly judgement?: Judgement<F>;
}

/** The reads of a kind of record: one at its address, a page of its list, and the moves that are open to it. */
export abstract class RecordQueries<
  K extends AnyRoutedKind,
  F extends object = object,
  Q extends ListQuery & { sort?: string } = ShapeOf<K, 'query'>,
  V = ShapeOf<K, 'view'>,
  L = ShapeOf<K, 'page'>,
> {
  private readonly json: () => Sql;
  private readonly one: () => Statement;
  private readonly facts: Statement;
  private readonly page: ListDefinition<Q>;
  private readonly judgement: Judgement<F> | undefined;

  constructor(
    protected readonly reader: RecordReader,
    readonly kind: RoutedKind<RecordEntity, object, object, Q, V, L>,
    { one, list, judgement }: Shown<Q, F>,
  ) {
    const row = rowAt(kind);
    const facts = factsOf(kind, judgement);
    const beside = sql`${reader.doubted(kind)} ${factsWhereGuarded(kind, judgement, facts)}`;
    const read = (json: Sql): Statement =>
      statement(kind.code, sql`select e.version, ${json}, ${beside} ${row}`);
    this.json = typeof one === 'function' ? one : always(one);
    this.one = typeof one === 'function' ? onFirstUse(() => read(one())) : always(read(one));
    this.facts = statement(`${kind.code}-facts`, sql`select ${facts} ${row}`);
    this.page = { ...listOf(kind), changedSince: () => reader.changedSince(kind), ...list };
    this.judgement = judgement;
  }

  /** One record; unknown where there is none at this address for this caller. */
  read(at: At, caller: Caller, tx?: Transaction): Promise<Json<V>> {
    return this.reader.readOne<V>(this.kind, this.one(), at, caller, tx, (facts) => this.judge(facts));
  }

  /**
   * What many records show of themselves in some members, their version and when they were put away; those alone that
   * this caller may see, in whatever order.
   */
  readMembers(
    ids: readonly string[],
    members: readonly string[],
    caller: Caller,
  ): Promise<Pick<RecordEntity, 'id' | 'version'>[]> {
    return this.reader.readMembers(this.kind, this.json(), { ids, members }, caller);
  }

  /** A page of records. */
  list(at: At, query: Q, caller: Caller): Promise<Json<L>> {
    return this.reader.readPage<Q, L>(this.kind.within, this.page, at, query, caller);
  }

  /** Where a record stands, the moves that are open to it, and what each still lacks. */
  async readTransitions(at: At, caller: Caller): Promise<Json<TransitionsView>> {
    const facts = await this.readFacts(at, caller);
    return jsonOf(describeMoves(this.kind.lifecycle!, facts.status, (to) => this.missing(to, facts)));
  }

  /** What the moves of a record are judged by, and its status. */
  readFacts(at: At, caller: Caller, tx?: Transaction): Promise<F & { status: string }> {
    return this.reader.readValue(this.kind, this.facts, at, caller, tx);
  }

  /** What a record still lacks for a move, in words; nothing where it is ready. */
  async lacks(at: At, to: string, caller: Caller, tx?: Transaction): Promise<string[]> {
    return this.judgement ? this.missing(to, await this.readFacts(at, caller, tx)) : [];
  }

  /** What a record lacks of what its status needs, in words: nothing of it has to be known to record it there. */
  async lacksIn(at: At, status: string, caller: Caller, tx?: Transaction): Promise<string[]> {
    if (!this.judgement || !guardedStatuses(this.kind, this.judgement).includes(status)) return [];
    return this.missingIn(await this.readFacts(at, caller, tx));
  }

  private missing(to: string, facts: F): string[] {
    return this.judgement?.missing(to, facts) ?? [];
  }

  private missingIn({ status, ...facts }: F & { status: string }): string[] {
    const { missing, missingIn = missing } = this.judgement!;
    const lacks = passedBy(this.kind.lifecycle!, status).flatMap((passed) =>
      missingIn(passed, facts as unknown as F),
    );
    return [...new Set(lacks)];
  }

  /** What the answer about one record says beside what the database tells. */
  private judge(facts: string | null | undefined): object {
    if (!this.judgement) return {};
    return { missing: facts ? this.missingIn(JSON.parse(facts) as F & { status: string }) : [] };
  }
}

function always<T>(value: T): () => T {
  return () => value;
}

function factsOf<F extends object>({ statusProperty }: RecordKind, judgement: Judgement<F> | undefined): Sql {
  const facts = (judgement?.facts ?? {}) as Readonly<Record<string, Sql>>;
  return object({ status: sql`e.${identifier(snakeCase(statusProperty))}`, ...facts });
}

/** The statuses whose records have passed one that needs something. */
function guardedStatuses<F extends object>({ lifecycle }: RecordKind, { guarded }: Judgement<F>): string[] {
  const states = statesOf(lifecycle!);
  return states.filter((status) =>
    passedBy(lifecycle!, status).some((passed) => (guarded ?? states).includes(passed)),
  );
}

/** The facts beside the answer about one record, where its status needs something. */
function factsWhereGuarded<F extends object>(
  kind: RecordKind,
  judgement: Judgement<F> | undefined,
  facts: Sql,
): Sql {
  if (!judgement) return sql``;
  const status = sql`e.${identifier(snakeCase(kind.statusProperty))}`;
  return sql`, case when ${status} in (${words(guardedStatuses(kind, judgement))}) then ${facts} end`;
}

function listOf(kind: RecordKind): { readonly name: string; readonly from: Sql; readonly where: Sql } {
  const { plural, visible, within } = kind;
  return {
    name: plural.replaceAll(' ', '-'),
    from: sql`${visible} e`,
    where: within ? sql`${partOf(within)} and ${rowsOf(kind)}` : rowsOf(kind),
  };
}
