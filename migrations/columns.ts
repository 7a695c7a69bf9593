/** What every record keeps: its lock, its makers, and when it was put away. */
export const RECORD_COLUMNS = `
  id uuid primary key,
  version integer not null check (version > 0),
  created_at timestamptz(3) not null,
  created_by_id uuid not null references actors,
  updated_at timestamptz(3) not null,
  updated_by_id uuid not null references actors,
  archived_at timestamptz(3)`;

/** Names as given, and what the database derives from them: what is shown, sorted by and searched. */
export const NAME_COLUMNS = `
  names jsonb not null check (jsonb_typeof(names) = 'array' and jsonb_array_length(names) > 0),
  display jsonb not null generated always as (public.display_names(names)) stored,
  sort_name text not null generated always as (public.sort_name(names)) stored,
  search text not null generated always as (public.fold_names(names)) stored`;

/** The indexes that lists of a named record stand on: by name, by change, and by any part of any name. */
export function indexNames(table: string): string {
  return `
    create index ${table}_by_name on ${table} (sort_name, id);
    create index ${table}_by_update on ${table} (updated_at, id);
    create index ${table}_by_search on ${table} using gin (search public.gin_trgm_ops);`;
}

/** A partial date as written, with its earliest and latest day. */
export function partialDateColumns(column: string): string {
  return `
    ${column} text,
    ${column}_earliest date generated always as (public.partial_date_earliest(${column})) stored,
    ${column}_latest date generated always as (public.partial_date_latest(${column})) stored`;
}
