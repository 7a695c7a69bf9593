import { type Sql, object, shownText, sql } from '#platform';

/** The figures of the record with an id, as rows `f` in a `from`. */
export function figuresOf(id: Sql): Sql {
  return sql`visible_figures(:caller) f where f.record_id = ${id} and f.archived_at is null`;
}

/** What a figure says, whether its texts are shown in one language or in all. */
export function figureFields(figure: Sql, asShown: (texts: Sql) => Sql): Record<string, Sql> {
  return {
    kind: sql`${figure}.kind`,
    metric: asShown(sql`${figure}.metric`),
    quantity: sql`${figure}.quantity`,
    rank: sql`${figure}.rank`,
    among: asShown(sql`${figure}.among`),
    asOf: sql`${figure}.as_of`,
    yearsRunning: sql`${figure}.years_running`,
    due: sql`${figure}.due`,
    verification: sql`${figure}.verification`,
  };
}

/** A row of `visible_figures` as it stands in its entry. */
export function figureSummary(figure: Sql): Sql {
  return object({ id: sql`${figure}.id`, ...figureFields(figure, shownText) });
}
