import { type Type, applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayUnique, IsArray, IsUUID } from 'class-validator';
import { factsOfFields } from './field-facts.js';

const example = '019a8f3e-4c00-7000-8000-000000000001';

/** The id of a record in `table`. */
export function Reference(table: string): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: 'string', format: 'uuid', example }),
    IsUUID(undefined, { message: 'must be the id of a record', context: { table } }),
  );
}

/** Ids of records in `table`, each once. */
export function References(table: string): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: 'array', items: { type: 'string', format: 'uuid' }, example: [example] }),
    IsArray({ message: 'must be a list' }),
    ArrayUnique({ message: 'must name each record once' }),
    IsUUID(undefined, { each: true, message: 'each entry must be the id of a record', context: { table } }),
  );
}

/** The table that a property of an input refers to, if it is a reference. */
export function referredTable(input: object, property: string): string | undefined {
  return factsOfFields(input.constructor as Type<object>).find(
    (field) => field.property === property && field.table,
  )?.table;
}
