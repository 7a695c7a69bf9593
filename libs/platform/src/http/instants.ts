import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { ValidateBy } from 'class-validator';

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
