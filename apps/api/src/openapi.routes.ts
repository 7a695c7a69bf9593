import type { OpenAPIObject } from '@nestjs/swagger';
import type { Routes } from '#platform';
import { METHODS, type Operation } from './openapi.operations.js';

const ANY_ID = '019a8f3e-4c00-7000-8000-000000000001';

/** An operation, and the route that answers it. */
export interface RoutedOperation {
  readonly operation: Operation;
  /** In capitals, as requests have it. */
  readonly method: string;
  readonly settings: object;
  readonly parameters: Readonly<Record<string, string | undefined>>;
}

/** Every operation that a route of the server answers, with what is set on that. */
export function routedOperations(document: OpenAPIObject, routes: Routes): RoutedOperation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.flatMap((name) => {
      const [operation, method] = [item[name], name.toUpperCase()];
      const found = operation && routes.find(method, path.replace(/\{\w+\}/g, ANY_ID));
      return found ? [{ operation, method, ...found }] : [];
    }),
  );
}
