import { Injectable } from '@nestjs/common';
import {
  type Caller,
  Database,
  type Json,
  JsonText,
  type Transaction,
  instant,
  object,
  rememberOf,
  sql,
  statement,
} from '#platform';
import { type RecordKind, Kinds, actor, camelCase, wordOf } from '#records';
import { unknownRecord } from '#refusals';
import type { MergeList, MergeView, MergedCount } from './merges.dto.js';

/** A merge as the database tells it: counts by table. */
type ToldMerge = Omit<MergeView, 'moved' | 'becameOne'> & {
  readonly moved: Readonly<Record<string, number>>;
  readonly becameOne: Readonly<Record<string, number>>;
};

const merge = object({
  id: sql`m.id`,
  fromId: sql`m.from_id`,
  intoId: sql`m.into_id`,
  at: instant(sql`m.at`),
  by: actor(sql`m.by_id`),
  taken: sql`m.taken`,
  moved: sql`m.moved`,
  becameOne: sql`m.became_one`,
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
    return answer<MergeList>({ items: found.map((one) => this.viewOf(one)) });
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
    return answer<MergeView>(this.viewOf(found));
  }

  private viewOf({ moved, becameOne, ...told }: ToldMerge): MergeView {
    return { ...told, moved: this.counted(moved), becameOne: this.counted(becameOne) };
  }

  private counted(byTable: Readonly<Record<string, number>>): MergedCount[] {
    const counts = Object.entries(byTable).map(([table, count]) => ({ what: this.pluralOf(table), count }));
    return counts.sort((a, b) => (a.what < b.what ? -1 : 1));
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

function answer<T extends object>(told: T): Json<T> {
  return new JsonText(JSON.stringify(told)).as<T>();
}
