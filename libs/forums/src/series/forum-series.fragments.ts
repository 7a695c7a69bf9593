import { type Collection, type Sql, referenceTo, sql } from '#platform';

/** The organizations that organize a series, in their order. */
export function organizersOf(series: Sql): Collection {
  return [
    referenceTo(sql`o`),
    sql`forum_series_organizers x join visible_organizations(:caller) o on o.id = x.organization_id
      where x.series_id = ${series}`,
    sql`x.position`,
  ];
}
