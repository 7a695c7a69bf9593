import { type Type, applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsUUID, ValidateBy, isUUID } from 'class-validator';
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

/** What a reference leads to whose kind its field does not say. */
export const ANY_KIND = 'record';

/** The format of a filter that takes an id or a name. */
export const ID_OR_NAME = 'id-or-name';

const NAME = /^name:\s*(?<name>\S.{0,999})$/isu;

/** The name that a filter gives in the place of an id; undefined where it gives an id. */
export function nameGiven(value: string): string | undefined {
  return NAME.exec(value)?.groups!['name']!.trim().replace(/\s+/g, ' ');
}

/** The ids and names that a filter gives: one, or two with a comma between. */
export function idsOrNamesIn(value: string): string[] {
  return value.split(/,(?=name:|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$)/i);
}

/**
 * What a filter finds records by: the id of a record of one of these kinds, or `name:` with one of its names. Before a
 * route sees it, `NamedFiltersGuard` has put the id in the place of the name.
 */
export function IdOrNameOf(...kinds: readonly string[]): PropertyDecorator {
  return idsOrNames(
    1,
    kinds,
    `must be the id of ${kinds.map(withArticle).join(' or ')}, or name: with one of its names`,
  );
}

/** The same of a record of any kind. */
export function AnyIdOrName(): PropertyDecorator {
  return IdOrNameOf(ANY_KIND);
}

/** The same, or one of some words. */
export function WordIdOrNameOf(words: readonly string[], ...kinds: readonly string[]): PropertyDecorator {
  const message = `must be ${words.join(', ')}, the id of ${kinds.map(withArticle).join(' or ')}, or name: with one of its names`;
  return idsOrNames(1, kinds, message, words);
}

/** Two of them, with a comma between. */
export function TwoIdsOrNamesOf(...kinds: readonly string[]): PropertyDecorator {
  const what = kinds.map((kind) => `${kind}s`).join(' or ');
  return idsOrNames(
    2,
    kinds,
    `must be the ids of two ${what}, or name: with a name of each, with a comma between them`,
  );
}

function idsOrNames(
  number: number,
  kinds: readonly string[],
  message: string,
  words: readonly string[] = [],
): PropertyDecorator {
  const isGiven = (one: string): boolean =>
    isUUID(one) || words.includes(one) || nameGiven(one) !== undefined;
  const validate = (value: unknown): boolean => {
    const given = typeof value === 'string' ? idsOrNamesIn(value) : [];
    return given.length === number && given.every(isGiven);
  };
  return applyDecorators(
    ApiProperty({
      type: 'string',
      format: ID_OR_NAME,
      example: Array.from({ length: number }, () => example).join(),
    }),
    Transform(({ value }) => canonicalIds(value as unknown)),
    ValidateBy(
      { name: 'isUuid', validator: { validate, defaultMessage: () => message } },
      { context: { named: kinds } },
    ),
  );
}

function canonicalIds(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  return idsOrNamesIn(value)
    .map((one) => (nameGiven(one) ? one : canonicalId(one)))
    .join();
}

/** How many records a field refers to at most. */
const MOST_IDS = 500;

/** Ids of records of the kind of this name, each once. */
export function IdsOf(name: string): PropertyDecorator {
  return applyDecorators(
    ApiProperty({
      type: 'array',
      maxItems: MOST_IDS,
      items: { type: 'string', format: 'uuid' },
      example: [example],
    }),
    Transform(({ value }) => (Array.isArray(value) ? value.map(canonicalId) : (value as unknown))),
    IsArray({ message: 'must be a list' }),
    ArrayMaxSize(MOST_IDS, { message: `must have at most ${MOST_IDS} entries` }),
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
  const facts = factsOfFields(input.constructor as Type<object>).find(
    (field) => field.property === property && (field.refersTo || field.refersToAny),
  );
  return facts && (facts.refersTo ?? ANY_KIND);
}

/** Tells in which table the records of a kind are: the kinds are known above. */
export abstract class ReferredTables {
  /** @param name of the kind, as in `IdOf` */
  abstract tableOf(name: string): string;
}
