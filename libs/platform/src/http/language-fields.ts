import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { knownLanguage } from '#vocabulary';
import { Transform } from 'class-transformer';
import { IsArray, ValidateBy } from 'class-validator';
import { AtMost } from './fields.js';

// It holds every tag in ordinary use (RFC 5646 §4.4.1).
const LONGEST_TAG = 35;

/** A BCP 47 language tag, brought to its canonical spelling. */
export function IsLanguage(): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ maxLength: LONGEST_TAG }),
    Transform(({ value }) => canonical(value)),
    isLanguageTag(),
  );
}

/** A list of BCP 47 language tags. */
export function IsLanguageList(): PropertyDecorator {
  return applyDecorators(
    ApiProperty({
      type: 'array',
      items: { type: 'string', maxLength: LONGEST_TAG, example: 'it' },
      maxItems: 20,
      example: ['it', 'zh-Hans'],
    }),
    Transform(({ value }) => (Array.isArray(value) ? value.map(canonical) : value)),
    IsArray({ message: 'must be a list' }),
    AtMost(20),
    isLanguageTag(true),
  );
}

function canonical(value: unknown): unknown {
  return typeof value === 'string' ? (knownLanguage(value) ?? value) : value;
}

function isLanguageTag(each = false): PropertyDecorator {
  return ValidateBy(
    {
      name: 'isLanguage',
      validator: {
        validate: (value) =>
          typeof value === 'string' && value.length <= LONGEST_TAG && knownLanguage(value) !== null,
        defaultMessage: () => 'must be a BCP 47 language tag such as it, en or zh-Hans',
      },
    },
    { each },
  );
}
