import type { OpenAPIObject } from '@nestjs/swagger';
import { ID_OR_NAME } from '#platform';
import { type Operation, type Parameter, operationsOf } from './openapi.operations.js';

const NAMED = 'An id, or a name: `name:Kunshan`.';
const NAMELESS = 'It takes an id only: what it refers to has no names.';

type Filter = Parameter & { description?: string };

/** Says of every filter by an id whether it takes a name in the place of that. */
export function documentNames(document: OpenAPIObject): OpenAPIObject {
  for (const operation of Object.values(document.paths).flatMap(operationsOf)) {
    for (const filter of filtersIn(operation, ID_OR_NAME)) describe(filter, NAMED);
    for (const filter of filtersIn(operation, 'uuid')) describe(filter, NAMELESS);
  }
  return document;
}

/** Whether an operation has a filter that takes a name. */
export function takesNames(operation: Operation): boolean {
  return filtersIn(operation, ID_OR_NAME).length > 0;
}

function describe(filter: Filter, further: string): void {
  filter.description = `${filter.description}\n\n${further}`;
}

function filtersIn({ parameters = [] }: Operation, format: string): Filter[] {
  return parameters.filter(
    (parameter): parameter is Filter =>
      'schema' in parameter &&
      parameter.in === 'query' &&
      (parameter.schema as { format?: string }).format === format,
  );
}
