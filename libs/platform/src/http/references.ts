import { type Type, applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayUnique, IsArray, IsUUID } from 'class-validator';
import { factsOfFields } from './field-facts.js';

const example = '019a8f3e-4c00-7000-8000-000000000001';

/** An id as it is kept and compared: in small letters, whatever it came in. */
export function canonicalId<T>(value: T): T {
  return typeof value === 'string' ? (value.toLowerCase() as T & string) : value;
}

/** The id of a record of the kind of this name, such as `place`. */
export function IdOf(name: string): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: 'string', format: 'uuid', example }),
    Transform(({ value }) => canonicalId(value as unknown)),
    IsUUID(undefined, { message: `must be the id of ${withArticle(name)}`, context: { refersTo: name } }),
  );
}

/**
 * The id of a record of one of some kinds.
 * @param kinds what it may be of, in words
 */
export function IsAnyId(kinds: string): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: 'string', format: 'uuid', example }),
    Transform(({ value }) => canonicalId(value as unknown)),
    IsUUID(undefined, { message: `must be the id of ${kinds}`, context: { refersToAny: true } }),
  );
}

/** Ids of records of the kind of this name, each once. */
export function IdsOf(name: string): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: 'array', items: { type: 'string', format: 'uuid' }, example: [example] }),
    Transform(({ value }) => (Array.isArray(value) ? value.map(canonicalId) : (value as unknown))),
    IsArray({ message: 'must be a list' }),
    ArrayUnique({ message: 'must name each record once' }),
    IsUUID(undefined, {
      each: true,
      message: `each entry must be the id of ${withArticle(name)}`,
      context: { refersTo: name },
    }),
  );
}

/** `a place`, `an outcome`. */
export function withArticle(noun: string): string {
  return `${/^[aeio]/.test(noun) ? 'an' : 'a'} ${noun}`;
}

/** The kind of record that a property of an input refers to, if it is a reference. */
export function referredKind(input: object, property: string): string | undefined {
  return factsOfFields(input.constructor as Type<object>).find(
    (field) => field.property === property && field.refersTo,
  )?.refersTo;
}

/** Tells in which table the records of a kind are: the kinds are known above. */
export abstract class ReferredTables {
  /** @param name of the kind, as in `IdOf` */
  abstract tableOf(name: string): string;
}
