import { Injectable } from '@nestjs/common';
import {
  type Caller,
  Database,
  type Json,
  type Transaction,
  instant,
  jsonOf,
  object,
  rememberOf,
  sql,
  statement,
} from '#platform';
import { type RecordKind, Kinds, actor, camelCase, wordOf } from '#records';
import { unknownRecord } from '#refusals';
import type { MergeList, MergeView, MergedCount } from './merges.dto.js';

/** How many rows of a table a merge has moved, and how many became one with others. */
interface ToldRows {
  readonly table: string;
  readonly moved: number;
  readonly becameOne: number;
}

/** A merge as the database tells it: counts by table. */
type ToldMerge = Omit<MergeView, 'moved' | 'becameOne'> & { readonly rows: readonly ToldRows[] };

const rows = object({ table: sql`r.of_table`, moved: sql`r.moved`, becameOne: sql`r.became_one` });

const merge = object({
  id: sql`m.id`,
  fromId: sql`m.from_id`,
  intoId: sql`m.into_id`,
  at: instant(sql`m.at`),
  by: actor(sql`m.by_id`),
  taken: sql`m.taken`,
  rows: sql`(select coalesce(json_agg(${rows}), '[]') from merged_rows(m.id, :caller::jsonb) r)`,
  undoneAt: instant(sql`m.undone_at`),
  undoneBy: actor(sql`m.undone_by_id`),
});

const merges = sql`(select coalesce(json_agg(${merge} order by m.id desc), '[]') from merges m where m.into_id = e.id)`;

const statementsOf = rememberOf(({ table, visible }: RecordKind) => ({
  all: statement(`merges-${table}`, sql`select ${merges} from ${visible} e where e.id = :id`),
  one: statement(
    `merge-${table}`,
    sql`select ${merge} from merges m join ${visible} e on e.id = m.into_id where m.id = :mergeId and m.into_id = :id`,
  ),
}));

/** Reads which records were merged. */
@Injectable()
export class MergeQueries {
  constructor(
    private readonly database: Database,
    private readonly kinds: Kinds,
  ) {}

  /**
   * The merges into a record, the last one first.
   * @throws Refusal `record.unknown`
   */
  async list(kind: RecordKind, id: string, caller: Caller): Promise<Json<MergeList>> {
    const found = await this.database.readValue<ToldMerge[]>(statementsOf(kind).all, caller, { id });
    if (!found) throw unknownRecord(kind.name);
    return jsonOf<MergeList>({ items: found.map((one) => this.viewOf(one)) });
  }

  /**
   * A merge into a record.
   * @throws Refusal `record.unknown`
   */
  async read(
    kind: RecordKind,
    at: { id: string; mergeId: string },
    caller: Caller,
    tx: Transaction,
  ): Promise<Json<MergeView>> {
    const found = await this.database.readValue<ToldMerge>(statementsOf(kind).one, caller, at, tx);
    if (!found) throw unknownRecord('merge');
    return jsonOf<MergeView>(this.viewOf(found));
  }

  private viewOf({ rows: told, undoneAt, undoneBy, ...merged }: ToldMerge): MergeView {
    const moved = this.counted(told, 'moved');
    return { ...merged, moved, becameOne: this.counted(told, 'becameOne'), undoneAt, undoneBy };
  }

  private counted(told: readonly ToldRows[], which: 'moved' | 'becameOne'): MergedCount[] {
    const counts = told.map(({ table, [which]: count }) => ({ what: this.pluralOf(table), count }));
    return counts.filter(({ count }) => count > 0).sort((a, b) => (a.what < b.what ? -1 : 1));
  }

  /** The word for the rows of a table: of records the plural of their kind. */
  private pluralOf(table: string): string {
    const kind = this.kindOf(table);
    return camelCase(kind ? kind.plural : table.replaceAll('_', ' '));
  }

  /** The word for a kind of record by its table, in the singular. */
  wordFor(table: string): string {
    const kind = this.kindOf(table);
    return kind ? wordOf(kind) : table;
  }

  private kindOf(table: string): RecordKind | undefined {
    return this.kinds.all().find((one) => one.table === table && one.ofKind === null);
  }
}
