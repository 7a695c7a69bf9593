import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { TEXT_MAX_LENGTH, VISIBLE, isOneLine, quantityProblems, textProblems } from '#vocabulary';
import { Type as TypeOf } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateBy,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { isMemberOfPatch } from './patches.js';

/** How many entries a list has at most, unless it says otherwise. */
const MOST_ENTRIES = 500;

/** A list of no more entries than that. */
export function AtMost(most = MOST_ENTRIES): PropertyDecorator {
  return ArrayMaxSize(most, { message: `must have at most ${most} entries` });
}

/** May be left out, and may be null. */
export const MayBeNull = IsOptional;

/** May be left out, but not null: what is always known of a record, with a default at its creation. */
export function MayBeAbsent(): PropertyDecorator {
  return ValidateIf((_, value) => value !== undefined);
}

/** One of some words; with `each`, a list of them. */
export function IsOneOf(values: readonly string[], { each = false } = {}): PropertyDecorator {
  return IsIn(values, { each, message: `must be ${values.length > 1 ? 'one of ' : ''}${values.join(', ')}` });
}

/** One line of text that can be seen. */
export function IsLine(longest = 300): PropertyDecorator {
  return applyDecorators(
    IsLines(longest),
    ValidateBy({
      name: 'isOneLine',
      validator: {
        validate: (value) => typeof value !== 'string' || isOneLine(value),
        defaultMessage: () => 'must be one line, without control characters',
      },
    }),
  );
}

/** Text that can be seen, of as many lines as it takes. */
export function IsLines(longest: number): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ minLength: 1, maxLength: longest }),
    IsString({ message: 'must be text' }),
    Matches(VISIBLE, { message: 'must not be blank' }),
    MaxLength(longest, { message: `must have at most ${longest} characters` }),
  );
}

/** An address on the web or in a network of the office: `https://example.org`, `http://sharepoint/sites/ir`. */
export function IsAddress(): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ maxLength: 2000 }),
    ValidateBy({
      name: 'isUrl',
      validator: {
        validate: (value) => typeof value === 'string' && isAddress(value),
        defaultMessage: () => 'must be an address that starts with https:// or http://',
      },
    }),
    MaxLength(2000, { message: 'must have at most 2000 characters' }),
  );
}

function isAddress(text: string): boolean {
  if (!/^https?:\/\/[^\s/?#\\]/i.test(text) || !isOneLine(text) || /\s/.test(text)) return false;
  const host = URL.parse(text)?.hostname.replace(/\.$/, '');
  return !!host && host.split('.').every((label) => label !== '');
}

/** A number between two others. */
export function IsBetween(least: number, most: number): PropertyDecorator {
  const message = `must be a number from ${least} to ${most}`;
  return applyDecorators(
    ApiProperty({ minimum: least, maximum: most }),
    IsNumber({}, { message }),
    Min(least, { message }),
    Max(most, { message }),
  );
}

const TEXT = {
  type: 'object' as const,
  additionalProperties: { type: 'string' as const, minLength: 1, maxLength: TEXT_MAX_LENGTH },
};

/** A language that is given null in a merge patch is taken away. */
const PATCHED_TEXT = {
  ...TEXT,
  additionalProperties: { ...TEXT.additionalProperties, type: ['string', 'null'] as never },
};

/** A map of language to text, `{ "it": "…", "en": "…" }`. */
export function IsText(): PropertyDecorator {
  return applyDecorators(
    ApiProperty({
      ...TEXT,
      example: { en: 'Big data in health care', it: 'I big data nella sanità' },
    }),
    ValidateBy(
      {
        name: 'isText',
        validator: {
          validate: (value, args) => isMemberOfPatch(value, args!.object) || textProblems(value).length === 0,
          defaultMessage: () => 'must be a map of language to text',
        },
      },
      { context: { patched: PATCHED_TEXT } },
    ),
  );
}

/** A list of maps of language to text. */
export function IsTextList(): PropertyDecorator {
  return applyDecorators(
    ApiProperty({
      type: 'array',
      items: TEXT,
      maxItems: MOST_ENTRIES,
      example: [{ en: 'partnerships on big data and manufacturing 4.0' }],
    }),
    IsArray({ message: 'must be a list' }),
    AtMost(MOST_ENTRIES),
    ValidateBy(
      {
        name: 'isText',
        validator: {
          validate: (value: unknown) => textProblems(value).length === 0,
          defaultMessage: () => 'each entry must be a map of language to text',
        },
      },
      { each: true },
    ),
  );
}

/** A number with its qualifier, as in “over 60”. */
export function IsQuantity(): PropertyDecorator {
  return ValidateBy({
    name: 'isQuantity',
    validator: {
      validate: (value, args) => isMemberOfPatch(value, args!.object) || quantityProblems(value).length === 0,
      defaultMessage: () => 'must be a quantity',
    },
  });
}

/** A whole number from `least` to `most`. */
export function IsWhole(least = 0, most = Number.MAX_SAFE_INTEGER): PropertyDecorator {
  const message = `must be a whole number from ${least} to ${most}`;
  return applyDecorators(
    ApiProperty({ type: 'integer', minimum: least, maximum: most }),
    IsInt({ message }),
    Min(least, { message }),
    Max(most, { message }),
  );
}

/** A list of objects, each of the class that `type` gives. */
export function ListOf(
  type: () => new () => object,
  { least = 0, most = MOST_ENTRIES }: { least?: number; most?: number } = {},
): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ maxItems: most, ...(least > 0 && { minItems: least }) }),
    TypeOf(type),
    IsArray({ message: 'must be a list' }),
    ValidateBy({
      name: 'listLength',
      validator: {
        validate: (value) => !Array.isArray(value) || (value.length >= least && value.length <= most),
        defaultMessage: () =>
          least > 0 ? `must have ${least} to ${most} entries` : `must have at most ${most} entries`,
      },
    }),
    ValidateNested({ each: true, message: 'must be an object', context: { item: type } }),
  );
}
