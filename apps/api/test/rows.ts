import type { OpenAPIObject } from '@nestjs/swagger';

/** What of a schema tells what a row holds. */
export interface RowSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly maxItems?: number;
  readonly items?: RowSchema;
  readonly allOf?: readonly RowSchema[];
  readonly anyOf?: readonly RowSchema[];
  readonly properties?: Readonly<Record<string, RowSchema>>;
}

/** The schemas of the rows of every list of the document, by the address of the list. */
export function rowsOf({ paths, components }: OpenAPIObject): Map<string, RowSchema> {
  const schemas = (components?.schemas ?? {}) as Readonly<Record<string, RowSchema>>;
  const follow = (schema: RowSchema | undefined): RowSchema | undefined =>
    schema?.$ref ? schemas[schema.$ref.split('/').at(-1)!] : schema;
  const rows = Object.entries(paths).flatMap(([path, { get }]) => {
    const answer = get?.responses['200'] as { content?: Record<string, { schema?: RowSchema }> } | undefined;
    const page = follow(answer?.content?.['application/json']?.schema);
    const row = follow(page?.properties?.['items']?.items);
    return row?.properties ? [[path, row] as const] : [];
  });
  return new Map(rows);
}

/** The members of a row that count a collection. */
export function countsOf({ properties = {} }: RowSchema): string[] {
  return Object.entries(properties).flatMap(([name, { type }]) =>
    name.endsWith('Count') && type === 'integer' ? [name] : [],
  );
}
