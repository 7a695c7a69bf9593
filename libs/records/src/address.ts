import { type ExecutionContext, type Type, createParamDecorator } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import type { At, RecordKind } from './kinds/record-kind.js';

/** What the address of a route says, with what its whole makes of it: a parameter of the route. */
export const AddressWithin = createParamDecorator(
  (whole: RecordKind | null, context: ExecutionContext): At => {
    const { params } = context.switchToHttp().getRequest<{ params: At }>();
    return whole ? whole.asWhole.read(params) : params;
  },
);

/** Documents the parameters of an address, since the route takes all of them as one. */
export function describeAddress(controller: Type<object>, method: string, address: string): void {
  const { prototype } = controller as { prototype: object };
  const descriptor = Object.getOwnPropertyDescriptor(prototype, method)!;
  for (const [, name] of address.matchAll(/:(\w+)(?=\/|$)/g))
    ApiParam({ name: name!, type: 'string' })(prototype, method, descriptor);
}

/** Documents those of the routes of a kind of record: of its collection, and of one record in it. */
export function describeRoutes(
  controller: Type<object>,
  address: string,
  ofCollection: readonly string[],
  ofRecord: readonly string[],
): void {
  for (const method of ofCollection) describeAddress(controller, method, address);
  for (const method of ofRecord) describeAddress(controller, method, `${address}/:id`);
}
