import { randomUUIDv7 } from 'node:crypto';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from, to } from 'pg-copy-streams';

/** What the import of a visit writes itself, in the order in which one refers to the other: the rest is the triggers'. */
const WRITTEN: Readonly<Record<string, string>> = {
  events: 'id',
  event_legs: 'event_id',
  event_topics: 'event_id',
  visit_delegations: 'event_id',
  status_changes: 'record_id',
  dossier_entries: 'record_id',
};

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** Rows of a table, as `COPY` reads them. */
interface Rows {
  readonly table: string;
  readonly columns: string;
  readonly text: string;
}

/**
 * Copies the rows of imported visits in once more, under other ids, with whatever their triggers write.
 * @param key what the keys of their dossiers begin with
 * @returns the seconds that it takes
 */
export async function copyAgain(databaseUrl: string, key: string): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl, options: '-c timezone=UTC -c jit=off' });
  await client.connect();
  try {
    const imported = `select record_id from dossier_entries where dossier like ${pg.escapeLiteral(`${key}-%`)}`;
    const rows: Rows[] = [];
    for (const table of Object.keys(WRITTEN)) rows.push(await readRows(client, table, imported));
    const copies = underOtherIds(rows, await readIds(client, imported));
    return await copyIn(client, copies);
  } finally {
    await client.end();
  }
}

async function readRows(client: pg.Client, table: string, imported: string): Promise<Rows> {
  const columns = await columnsOf(client, table);
  const own = `select ${columns} from ${table} where ${WRITTEN[table]} in (${imported})`;
  return { table, columns, text: await text(client.query(to(`copy (${own}) to stdout`))) };
}

/** The columns of a table that Postgres does not fill in by itself. */
async function columnsOf(client: pg.Client, table: string): Promise<string> {
  const { rows } = await client.query<{ columns: string }>(
    `select string_agg(quote_ident(attname), ', ' order by attnum) as columns from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    [table],
  );
  return rows[0]!.columns;
}

/** The ids that the import gave, in order. */
async function readIds(client: pg.Client, imported: string): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `select record_id as id from (${imported}) i
     union all select id from event_legs where event_id in (${imported})
     union all select id from status_changes where record_id in (${imported}) order by 1`,
  );
  return rows.map(({ id }) => id);
}

/** The same rows with other ids, which come in the same order. */
function underOtherIds(tables: readonly Rows[], ids: readonly string[]): Rows[] {
  const fresh = ids.map(() => randomUUIDv7()).sort();
  const others = new Map(ids.map((id, index) => [id, fresh[index]!]));
  return tables.map((rows) => ({ ...rows, text: rows.text.replace(UUID, (id) => others.get(id) ?? id) }));
}

async function copyIn(client: pg.Client, tables: readonly Rows[]): Promise<number> {
  const begun = performance.now();
  await client.query('begin');
  for (const { table, columns, text: rows } of tables)
    await pipeline(Readable.from([rows]), client.query(from(`copy ${table} (${columns}) from stdin`)));
  await client.query('commit');
  return (performance.now() - begun) / 1000;
}
