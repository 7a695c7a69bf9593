import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, ValidateBy } from 'class-validator';
import { canonicalLanguage } from '#vocabulary';

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
