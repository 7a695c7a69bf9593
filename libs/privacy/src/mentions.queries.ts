import { Injectable } from '@nestjs/common';
import { type Caller, Database, type Sql, type Transaction, snakeCase, sql, statement } from '#platform';
import { Kinds } from '#records';
import { type Decided, type Passage, type Redaction, type TextRange, pathsOf } from './mention.rules.js';

/** A place as the database tells it. */
interface Found {
  readonly table: string;
  readonly key: Readonly<Record<string, unknown>>;
  readonly recordTable: string | null;
  readonly recordId: string;
  readonly kind: string | null;
  readonly column: string;
  readonly field: string;
  readonly path: readonly string[];
  readonly start: number;
  readonly end: number;
  readonly certain: boolean;
  readonly excerpt: string;
}

const found = (name: string, sight: Sql) =>
  statement(
    name,
    sql`select coalesce(json_agg(json_build_object('table', m.table_name, 'key', m.key, 'recordTable', m.record_table,
        'recordId', m.record_id, 'kind', m.kind, 'column', m.field, 'field', public.field_name(m.field), 'path', m.path,
        'start', m.starts, 'end', m.ends, 'certain', m.is_certain, 'excerpt', m.excerpt)), '[]')
      from find_mentions(:person, ${sight}) m`,
  );

const isText = statement(
  'is-text',
  sql`select to_json(exists (
        select from pg_attribute a where a.attrelid = to_regclass('public.' || :table) and a.attname = :column
          and a.attgenerated = '' and a.atttypid in ('text'::regtype, 'jsonb'::regtype, 'text[]'::regtype))
      and exists (select from history h where h.record_id = :id))`,
);

const foundByCaller = found('mentions-seen', sql`:caller::jsonb`);
const foundByAnybody = found('mentions', sql`null::jsonb`);

/** Finds the texts of others in which a person is named. */
@Injectable()
export class MentionQueries {
  constructor(
    private readonly database: Database,
    private readonly kinds: Kinds,
  ) {}

  /** Where a person is named in what a caller may see. */
  async seenBy(person: string, caller: Caller): Promise<Passage[]> {
    return this.passagesOf(await this.database.readValue<Found[]>(foundByCaller, caller, { person }));
  }

  /** Where a person is named, wherever that is. */
  async all(person: string, caller: Caller, tx?: Transaction): Promise<Passage[]> {
    return this.passagesOf(await this.database.readValue<Found[]>(foundByAnybody, caller, { person }, tx));
  }

  /** What is blacked out of a field in which nothing was found; undefined where no record has such a text. */
  async redactionAt(
    { kind, id, field, ranges }: Decided & { readonly ranges: readonly TextRange[] },
    caller: Caller,
    tx: Transaction,
  ): Promise<Redaction | undefined> {
    const table = this.kinds.all().find(({ name }) => name === kind)?.table ?? '';
    const column = snakeCase(field);
    if (!(await this.database.readValue<boolean>(isText, caller, { table, column, id }, tx)))
      return undefined;
    return { table_name: table, key: { id }, record_id: id, field: column, ranges: pathsOf(ranges) };
  }

  private passagesOf(places: Found[] | undefined): Passage[] {
    return places!.map(({ recordTable, kind, path, field, ...place }) => ({
      ...place,
      kind: this.kindOf(recordTable ?? place.table, kind),
      field: place.table === 'status_changes' ? 'statusReason' : field,
      pointer: path.map((step) => `/${step}`).join(''),
      past: place.table === 'history',
    }));
  }

  /** The word for a row of a table. */
  kindOf(table: string, kind: string | null): string {
    const known = this.kinds.all().filter((one) => one.table === table);
    const own = known.length > 1 ? known.find(({ name }) => name === kind) : known[0];
    return own?.name ?? table.replaceAll('_', ' ');
  }
}
