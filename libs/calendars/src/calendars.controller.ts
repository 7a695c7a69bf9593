import { Controller, Get, Param, Query, UseInterceptors, applyDecorators } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiSecurity, ApiTags } from '@nestjs/swagger';
import { OpenToEverybody } from '#identity';
import { By, type Caller } from '#platform';
import { type CalendarFile, CalendarInterceptor } from './calendar-file.js';
import { EventFileQuery, FeedQuery } from './calendars.dto.js';
import { EventFiles } from './event-files.js';
import { ForumFeed } from './forum-feed.js';

/** The id in the name of a file, told from that of a record by what follows it. */
const FILE = ':id(^[0-9a-fA-F-]+).ics';

@ApiTags('Calendars')
@UseInterceptors(CalendarInterceptor)
@Controller()
export class CalendarsController {
  constructor(
    private readonly feed: ForumFeed,
    private readonly files: EventFiles,
  ) {}

  /** Gives the public forums as a calendar to subscribe to; without a token too. */
  @Get('calendars/forums.ics')
  @AnswersEverybody()
  @AnswersCalendar()
  readForums(@Query() query: FeedQuery, @By() caller: Caller): Promise<CalendarFile> {
    return this.feed.read(query, caller);
  }

  /** Gives a forum and its agenda as a calendar; public ones without a token too, with what everybody may see. */
  @Get(`forums/${FILE}`)
  @AnswersEverybody()
  @AnswersCalendar()
  readForum(
    @Param('id') id: string,
    @Query() query: EventFileQuery,
    @By() caller: Caller,
  ): Promise<CalendarFile> {
    return this.files.read('forum', id, query, caller);
  }

  /** Gives a visit and its agenda as a calendar. */
  @Get(`visits/${FILE}`)
  @AnswersCalendar()
  readVisit(
    @Param('id') id: string,
    @Query() query: EventFileQuery,
    @By() caller: Caller,
  ): Promise<CalendarFile> {
    return this.files.read('visit', id, query, caller);
  }
}

function AnswersEverybody(): MethodDecorator {
  return applyDecorators(OpenToEverybody(), ApiBearerAuth(), ApiSecurity({}));
}

function AnswersCalendar(): MethodDecorator {
  return ApiOkResponse({
    description: 'The calendar (RFC 5545).',
    content: { 'text/calendar': { schema: { type: 'string', example: 'BEGIN:VCALENDAR\r\n…' } } },
    headers: {
      'X-Corteo-Undated': countHeader(
        'How many entries were left out because they are not dated to the day.',
      ),
      'X-Corteo-Beyond-Limit': countHeader(
        'How many entries were left out because a feed holds at most 10 000.',
      ),
    },
  });
}

function countHeader(description: string): {
  description: string;
  schema: { type: 'integer'; example: number };
} {
  return { description, schema: { type: 'integer', example: 0 } };
}
