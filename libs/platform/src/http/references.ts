import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayUnique, IsArray, IsUUID } from 'class-validator';

const references = new WeakMap<object, Map<string, string>>();

/** The id of a record in `table`. */
export function Reference(table: string): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: 'string', format: 'uuid', example: '019a8f3e-4c00-7000-8000-000000000001' }),
    IsUUID(undefined, { message: 'must be the id of a record' }),
    rememberReference(table),
  );
}

/** Ids of records in `table`, each once. */
export function References(table: string): PropertyDecorator {
  return applyDecorators(
    ApiProperty({
      type: 'array',
      items: { type: 'string', format: 'uuid' },
      example: ['019a8f3e-4c00-7000-8000-000000000001'],
    }),
    IsArray({ message: 'must be a list' }),
    ArrayUnique({ message: 'must name each record once' }),
    IsUUID(undefined, { each: true, message: 'each entry must be the id of a record' }),
    rememberReference(table),
  );
}

function rememberReference(table: string): PropertyDecorator {
  return (prototype, property) => {
    const own = references.get(prototype) ?? new Map<string, string>();
    references.set(prototype, own.set(String(property), table));
  };
}

/** The table that a property of an input refers to, if it is a reference. */
export function referredTable(input: object, property: string): string | undefined {
  for (
    let prototype = Object.getPrototypeOf(input) as object | null;
    prototype;
    prototype = Object.getPrototypeOf(prototype) as object | null
  ) {
    const table = references.get(prototype)?.get(property);
    if (table) return table;
  }
  return undefined;
}
