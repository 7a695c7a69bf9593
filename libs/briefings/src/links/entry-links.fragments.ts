import { type Sql, list, object, referenceTo, sql } from '#platform';

/** The entries at the other end of the links `k` of the row `e` of an entry, as they were linked. */
export function linkedEntries(own: Sql, other: Sql): Sql {
  const link = object({ id: sql`k.id`, kind: sql`k.kind`, entry: referenceTo(sql`o`), note: sql`k.note` });
  return list(
    link,
    sql`visible_entry_links(:caller) k join visible_entries(:caller) o on o.id = ${other}
      where ${own} = e.id and k.archived_at is null`,
    sql`k.id`,
  );
}
