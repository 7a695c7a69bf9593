import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform, Type as TypeOf } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsInt,
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
import { isTimeZone } from '#icalendar';
import {
  DURATION_PATTERN,
  PARTIAL_DATE_PATTERN,
  canonicalLanguage,
  isDay,
  parseDuration,
  parsePartialDate,
  quantityProblems,
  textProblems,
} from '#vocabulary';
import { isPartOfPatch } from './patches.js';

/** May be left out, and may be null. */
export const MayBeNull = IsOptional;

/** May be left out, but not null: what is always known of a record, with a default at its creation. */
export function MayBeAbsent(): PropertyDecorator {
  return ValidateIf((_, value) => value !== undefined);
}

/** One line of text, not blank. */
export function IsLine(longest = 300): PropertyDecorator {
  return applyDecorators(
    IsString({ message: 'must be text' }),
    Matches(/\S/, { message: 'must not be blank' }),
    MaxLength(longest, { message: `must have at most ${longest} characters` }),
  );
}

/** A map of language to text, `{ "it": "…", "en": "…" }`. */
export function IsText(): PropertyDecorator {
  return applyDecorators(
    ApiProperty({
      type: 'object',
      additionalProperties: { type: 'string' },
      example: { en: 'Big data in health care', it: 'I big data nella sanità' },
    }),
    ValidateBy({
      name: 'isText',
      validator: {
        validate: (value, args) => isPartOfPatch(value, args!.object) || textProblems(value).length === 0,
        defaultMessage: () => 'must be a map of language to text',
      },
    }),
  );
}

/** A list of maps of language to text. */
export function IsTextList(): PropertyDecorator {
  return applyDecorators(
    ApiProperty({
      type: 'array',
      items: { type: 'object', additionalProperties: { type: 'string' } },
      example: [{ en: 'partnerships on big data and manufacturing 4.0' }],
    }),
    IsArray({ message: 'must be a list' }),
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
      validate: (value, args) => isPartOfPatch(value, args!.object) || quantityProblems(value).length === 0,
      defaultMessage: () => 'must be a quantity',
    },
  });
}

/** A date as far as it is known: `2018-07-12`, `2018-07`, `2018`, `201X`, `20XX`, with `?`, `~` or `%` where in doubt. */
export function IsPartialDate(example = '2018-07-12'): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: 'string', pattern: PARTIAL_DATE_PATTERN, example }),
    ValidateBy({
      name: 'isPartialDate',
      validator: {
        validate: (value) => typeof value === 'string' && parsePartialDate(value) !== null,
        defaultMessage: () =>
          'must be a date that exists, such as 2018-07-12, or the known part of one: 2018-07, 2018, 201X, with ? ~ or % where in doubt',
      },
    }),
  );
}

const INSTANT_PATTERN =
  '^(?!9999)[1-9]\\d{3}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(?:\\.0+)?(?:Z|[+-]\\d{2}:\\d{2})$';

/** An instant to the second with its offset from UTC (RFC 3339): `2018-07-12T09:30:00+02:00`. */
export function IsInstant(example = '2018-07-12T09:30:00+02:00'): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: 'string', format: 'date-time', pattern: INSTANT_PATTERN, example }),
    ValidateBy({
      name: 'isInstant',
      validator: {
        validate: (value) => typeof value === 'string' && isInstant(value),
        defaultMessage: () =>
          'must be a time that exists, to the second and with its offset from UTC, such as 2018-07-12T09:30:00+02:00',
      },
    }),
  );
}

function isInstant(text: string): boolean {
  // Dates roll days over that do not exist; Temporal refuses them.
  try {
    return new RegExp(INSTANT_PATTERN).test(text) && Boolean(Temporal.Instant.from(text));
  } catch {
    return false;
  }
}

/** A day that is known, such as `2018-07-12`. */
export function IsDay(): PropertyDecorator {
  return ValidateBy({
    name: 'isDay',
    validator: {
      validate: (value) => typeof value === 'string' && isDay(value),
      defaultMessage: () => 'must be a day such as 2018-07-12',
    },
  });
}

/** How long something lasts, in years, months and days (ISO 8601): `P5Y`, `P1Y6M`, `P90D`. */
export function IsDuration(example = 'P5Y'): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: 'string', pattern: DURATION_PATTERN, example }),
    ValidateBy({
      name: 'isDuration',
      validator: {
        validate: (value) => typeof value === 'string' && parseDuration(value) !== null,
        defaultMessage: () => 'must be a duration in years, months and days such as P5Y, P1Y6M or P90D',
      },
    }),
  );
}

/** Yes or no in the query of an address: `true` or `false`. */
export function IsYesOrNo(): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : value)),
    IsBoolean({ message: 'must be true or false' }),
  );
}

/** An IANA time zone such as `Europe/Rome`. */
export function IsZone(): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: 'string', example: 'Europe/Rome' }),
    ValidateBy({
      name: 'isTimeZone',
      validator: {
        validate: (value) => typeof value === 'string' && isTimeZone(value),
        defaultMessage: () => 'must be an IANA time zone such as Europe/Rome',
      },
    }),
  );
}

/** A BCP 47 language tag, brought to its canonical spelling. */
export function IsLanguage(): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }) => canonical(value)),
    isLanguageTag(),
  );
}

/** A list of BCP 47 language tags. */
export function IsLanguageList(): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: [String], example: ['it', 'zh-Hans'] }),
    Transform(({ value }) => (Array.isArray(value) ? value.map(canonical) : value)),
    IsArray({ message: 'must be a list' }),
    ArrayMaxSize(20, { message: 'must have at most 20 entries' }),
    isLanguageTag(true),
  );
}

function canonical(value: unknown): unknown {
  return typeof value === 'string' ? (canonicalLanguage(value) ?? value) : value;
}

function isLanguageTag(each = false): PropertyDecorator {
  return ValidateBy(
    {
      name: 'isLanguage',
      validator: {
        validate: (value) => typeof value === 'string' && canonicalLanguage(value) !== null,
        defaultMessage: () => 'must be a BCP 47 language tag such as it, en or zh-Hans',
      },
    },
    { each },
  );
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
  { least = 0, most = 500 }: { least?: number; most?: number } = {},
): PropertyDecorator {
  return applyDecorators(
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
    ValidateNested({ each: true, message: 'must be an object' }),
  );
}
