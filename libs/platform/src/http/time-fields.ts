import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { isTimeZone } from '#icalendar';
import { DURATION_PATTERN, PARTIAL_DATE_PATTERN, isDay, parseDuration, parsePartialDate } from '#vocabulary';
import { ValidateBy, type ValidationArguments } from 'class-validator';

/**
 * A date as far as it is known: `2018-07-12`, `2018-07` or `2018-07-XX`, `2018`, `201X`, `20XX`; the season `2018-22`, the
 * quarter `2018-35`, the half-year `2018-41`; with `?`, `~` or `%` where in doubt.
 */
export function IsPartialDate(example = '2018-07-12'): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: 'string', pattern: PARTIAL_DATE_PATTERN, example }),
    ValidateBy({
      name: 'isPartialDate',
      validator: {
        validate: (value) => typeof value === 'string' && parsePartialDate(value) !== null,
        defaultMessage: () =>
          'must be a date that exists, such as 2018-07-12, or the known part of one: 2018-07, 2018, 201X, a season (2018-21 to -24), a quarter (2018-33 to -36) or a half of a year (2018-40, -41), with ? ~ or % where in doubt',
      },
    }),
  );
}

// No place was ever sixteen hours from UTC, and neither is any that Postgres reads.
const instantPattern = (fraction: string): string =>
  `^(?!9999)[1-9]\\d{3}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:[0-5]\\d(?:\\.${fraction})?(?:Z|[+-](?:0\\d|1[0-5]):[0-5]\\d)$`;

/**
 * An instant with its offset from UTC (RFC 3339): `2018-07-12T09:30:00+02:00`.
 * @param fractions whether it may say parts of a second
 */
export function IsInstant(
  example = '2018-07-12T09:30:00+02:00',
  { fractions = false } = {},
): PropertyDecorator {
  const pattern = instantPattern(fractions ? '\\d{1,9}' : '0+');
  return applyDecorators(
    ApiProperty({ type: 'string', format: 'date-time', pattern, example }),
    ValidateBy({
      name: 'isInstant',
      validator: {
        validate: (value) => typeof value === 'string' && isInstant(value, new RegExp(pattern)),
        defaultMessage: (args) =>
          isFarOff(args!.value)
            ? YEARS_OF_TIMES
            : `must be a time that exists, ${fractions ? '' : 'to the second and '}with its offset from UTC, such as ${example}`,
      },
    }),
  );
}

const YEARS_OF_TIMES =
  'must be a time in the years 1000 to 9998; a date can be of any year from 0001 to 9999';

/** Whether a time is of a year that no clock is read in. */
function isFarOff(value: unknown): boolean {
  return typeof value === 'string' && /^(?:0\d{3}|9999)-\d{2}-\d{2}T/.test(value);
}

function isInstant(text: string, pattern: RegExp): boolean {
  // Dates roll days over that do not exist; Temporal refuses them.
  try {
    return pattern.test(text) && Boolean(Temporal.Instant.from(text));
  } catch {
    return false;
  }
}

const TIME_PATTERN =
  '^(?!9999)[1-9]\\d{3}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(?::[0-5]\\d(?:\\.0+)?)?(?:Z|[+-](?:0\\d|1[0-5]):[0-5]\\d)?$';

/** A time at a place: an instant with its offset from UTC, or without one what the clocks there show. */
export function IsTime(example = '2018-07-12T09:30:00+02:00'): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: 'string', pattern: TIME_PATTERN, example }),
    ValidateBy({
      name: 'isInstant',
      validator: {
        validate: (value) => typeof value === 'string' && isTime(value),
        defaultMessage: (args) =>
          isFarOff(args!.value)
            ? YEARS_OF_TIMES
            : 'must be a time that exists, such as 2018-07-12T09:30 where it takes place, or with an offset from UTC: 2018-07-12T09:30:00+02:00',
      },
    }),
  );
}

function isTime(text: string): boolean {
  // A local time is read as one in UTC, which has every hour.
  const instant = /(?:Z|[+-]..:..)$/.test(text) ? text : `${text}Z`;
  return isInstant(instant, new RegExp(TIME_PATTERN));
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

/** A day or an instant that is not before the one in another field, where both are given and can be read. */
export function IsNotBefore(first: string): PropertyDecorator {
  const startOf = ({ object }: ValidationArguments): unknown => (object as Record<string, unknown>)[first];
  return ValidateBy({
    name: 'endBeforeStart',
    validator: {
      validate: (value, args) => !isBefore(value, startOf(args!)),
      defaultMessage: (args) => `must not be before ${first}, ${startOf(args!)}; it is ${args!.value}`,
    },
  });
}

function isBefore(one: unknown, other: unknown): boolean {
  const [end, start] = [nanosecondsAt(one), nanosecondsAt(other)];
  return end !== null && start !== null && end < start;
}

/** When an instant is, or a day begins in UTC; null for what is neither. */
function nanosecondsAt(text: unknown): bigint | null {
  if (typeof text !== 'string') return null;
  try {
    return Temporal.Instant.from(isDay(text) ? `${text}T00Z` : text).epochNanoseconds;
  } catch {
    return null;
  }
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

/** An IANA time zone such as `Europe/Rome`. */
export function IsZone(): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: 'string', maxLength: 64, example: 'Europe/Rome' }),
    ValidateBy({
      name: 'isTimeZone',
      validator: {
        validate: (value) => typeof value === 'string' && isTimeZone(value),
        defaultMessage: () => 'must be an IANA time zone such as Europe/Rome',
      },
    }),
  );
}
