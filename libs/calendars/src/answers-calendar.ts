import { UseInterceptors, applyDecorators } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { Offers } from '#platform';
import { CalendarInterceptor } from './calendar-file.js';

/** What the headers of a calendar tell, besides those that every answer has. */
export const HEADERS = {
  'X-Corteo-Undated': 'How many entries were left out because they are not dated to the day.',
  'X-Corteo-Beyond-Limit': 'How many entries were left out because a feed holds at most 10 000.',
  'X-Corteo-Large':
    'How many bytes the calendar has, where that is more than 1 MB: Google reads no further. Narrow it by `from` and `to`.',
};

/** A form in which a calendar is written. */
interface Written {
  readonly type: string;
  readonly description: string;
  readonly schema: { type: string; items?: object; additionalProperties?: boolean; example: unknown };
}

const ICALENDAR: Written = {
  type: 'text/calendar',
  description: 'The calendar (RFC 5545).',
  schema: { type: 'string', example: 'BEGIN:VCALENDAR\r\n…' },
};

export const AS_FREE_BUSY: Written = { ...ICALENDAR, description: 'One VFREEBUSY in UTC (RFC 5545).' };

export const AS_JCAL: Written = {
  type: 'application/calendar+json',
  description: 'The calendar (RFC 7265).',
  schema: { type: 'array', items: {}, example: ['vcalendar', [], []] },
};

export const AS_JSCALENDAR: Written = {
  type: 'application/jscalendar+json',
  description: 'The calendar (RFC 8984).',
  schema: { type: 'object', additionalProperties: true, example: { '@type': 'Group' } },
};

/** A route that answers with a calendar. */
export function AnswersCalendar({ type, description, schema }: Written = ICALENDAR): MethodDecorator {
  const headers = Object.entries(HEADERS).map(([name, text]) => [name, countHeader(text)]);
  return applyDecorators(
    Offers(type),
    UseInterceptors(CalendarInterceptor),
    ApiOkResponse({
      description,
      content: { [type]: { schema } },
      headers: Object.fromEntries(headers) as Record<string, ReturnType<typeof countHeader>>,
    }),
  );
}

function countHeader(description: string): {
  description: string;
  schema: { type: 'integer'; example: number };
} {
  return { description, schema: { type: 'integer', example: 0 } };
}
