import type { OpenAPIObject } from '@nestjs/swagger';

export type PathItem = OpenAPIObject['paths'][string];
export type Operation = NonNullable<PathItem['get']>;
export type Parameter = NonNullable<Operation['parameters']>[number];

/** The methods that addresses know, in the order in which they are documented. */
export const METHODS = ['get', 'put', 'post', 'patch', 'delete'] as const;
export type Method = (typeof METHODS)[number];

/** What there is at an address, in the order of the methods. */
export function operationsOf(item: PathItem): Operation[] {
  return METHODS.map((method) => item[method]).filter((operation) => operation !== undefined);
}
