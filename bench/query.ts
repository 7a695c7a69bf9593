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
