import type { QueryArrayConfig } from 'pg';
import type { Statement, Values } from '#platform';

const asText = { getTypeParser: () => (value: string) => value };

/** The query of a statement, as the product sends it: named where the product names it. */
export function queryOf({ name, text, parameters }: Statement, values: Values): QueryArrayConfig {
  return {
    name,
    text,
    values: parameters.map((parameter) => values[parameter] ?? null),
    rowMode: 'array',
    types: asText,
  };
}

/** The column of an answer, without the brace that closes it where further members follow. */
export function columnText(column: string, open: boolean): string {
  return open ? column.slice(0, -1) : column;
}
