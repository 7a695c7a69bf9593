import { Controller, Get, Header, HttpCode, Options, Param, Query, applyDecorators } from '@nestjs/common';
import { ApiBearerAuth, ApiExcludeEndpoint, ApiSecurity, ApiTags } from '@nestjs/swagger';
import { IgnoresForeignCredentials, OpenToAnybody, OpenToEverybody, InArea } from '#identity';
import { By, type Caller } from '#platform';
import { AnswersCalendar, HEADERS } from './answers-calendar.js';
import type { CalendarFile } from './calendar-file.js';
import { EventFileQuery, FeedQuery } from './calendars.dto.js';
import { EventFiles } from './event-files.js';
import { ForumFeed } from './forum-feed.js';

const FEED = 'calendars/forums.ics';

/** The id in the name of a file, told from that of a record by what follows it. */
const FILE = ':id(^[0-9a-fA-F-]+).ics';

@IgnoresForeignCredentials()
@Controller()
@InArea('forums')
export class CalendarsController {
  constructor(
    private readonly feed: ForumFeed,
    private readonly files: EventFiles,
  ) {}

  /** Gives the public forums as a calendar to subscribe to; without a token too. */
  @Get(FEED)
  @ApiTags('Calendars')
  @AnswersEverybody()
  @AnswersCalendar()
  readForums(@Query() query: FeedQuery, @By() caller: Caller): Promise<CalendarFile> {
    return this.feed.read(query, caller);
  }

  /** Gives a forum, its agenda and its side events as a calendar; public ones without a token too, with what everybody may see. */
  @Get(`forums/${FILE}`)
  @ApiTags('Forums')
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
  @ApiTags('Visits')
  @InArea('visits')
  @AnswersCalendar()
  readVisit(
    @Param('id') id: string,
    @Query() query: EventFileQuery,
    @By() caller: Caller,
  ): Promise<CalendarFile> {
    return this.files.read('visit', id, query, caller);
  }

  /** Tells browsers that pages of every origin may read public calendars. */
  @Options([FEED, `forums/${FILE}`])
  @AnswersPreflights()
  allowEveryOrigin(): void {}
}

/** A route that public calendars can be read at without a token. */
export function AnswersEverybody(): MethodDecorator {
  return applyDecorators(OpenToEverybody(), AllowsEveryOrigin(), ApiBearerAuth(), ApiSecurity({}));
}

/** A route that pages of every origin may read. */
function AllowsEveryOrigin(): MethodDecorator {
  return applyDecorators(
    Header('Access-Control-Allow-Origin', '*'),
    Header('Access-Control-Expose-Headers', ['ETag', ...Object.keys(HEADERS)].join(', ')),
  );
}

/** A route that tells browsers that pages of every origin may read what is at its addresses. */
export function AnswersPreflights(): MethodDecorator {
  return applyDecorators(
    OpenToAnybody(),
    AllowsEveryOrigin(),
    Header('Access-Control-Allow-Methods', 'GET, HEAD'),
    Header('Access-Control-Allow-Headers', '*'),
    Header('Access-Control-Max-Age', '86400'),
    HttpCode(204),
    ApiExcludeEndpoint(),
  );
}
