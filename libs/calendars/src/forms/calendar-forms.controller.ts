import { Controller, Get, Options, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IgnoresForeignCredentials, InArea } from '#identity';
import { By, type Caller } from '#platform';
import { AS_JCAL, AS_JSCALENDAR, AnswersCalendar } from '../answers-calendar.js';
import type { CalendarFile } from '../calendar-file.js';
import { AnswersEverybody, AnswersPreflights } from '../calendars.controller.js';
import { EventFileQuery, FeedQuery } from '../calendars.dto.js';
import { EventFiles } from '../event-files.js';
import { ForumFeed } from '../forum-feed.js';
import { JSCALENDAR } from './jscalendar-form.js';
import { loadJcal } from './load-jcal.js';

const FEED = 'calendars/forums';

/** The id in the name of a file, told from that of a record by what follows it. */
const FILE = ':id(^[0-9a-fA-F-]+)';

@IgnoresForeignCredentials()
@Controller()
@InArea('forums')
export class CalendarFormsController {
  constructor(
    private readonly feed: ForumFeed,
    private readonly files: EventFiles,
  ) {}

  /** Gives the public forums as jCal; without a token too. */
  @Get(`${FEED}.jcal.json`)
  @ApiTags('Calendars')
  @AnswersEverybody()
  @AnswersCalendar(AS_JCAL)
  async readForumsAsJcal(@Query() query: FeedQuery, @By() caller: Caller): Promise<CalendarFile> {
    return this.feed.read(query, caller, await loadJcal());
  }

  /** Gives the public forums as JSCalendar, with their names in every language; without a token too. */
  @Get(`${FEED}.jscalendar.json`)
  @ApiTags('Calendars')
  @AnswersEverybody()
  @AnswersCalendar(AS_JSCALENDAR)
  readForumsAsJscalendar(@Query() query: FeedQuery, @By() caller: Caller): Promise<CalendarFile> {
    return this.feed.read(query, caller, JSCALENDAR);
  }

  /** Gives a forum, its agenda and its side events as jCal; public ones without a token too. */
  @Get(`forums/${FILE}.jcal.json`)
  @ApiTags('Forums')
  @AnswersEverybody()
  @AnswersCalendar(AS_JCAL)
  async readForumAsJcal(
    @Param('id') id: string,
    @Query() query: EventFileQuery,
    @By() caller: Caller,
  ): Promise<CalendarFile> {
    return this.files.read('forum', id, query, caller, await loadJcal());
  }

  /** Gives a forum, its agenda and its side events as JSCalendar; public ones without a token too. */
  @Get(`forums/${FILE}.jscalendar.json`)
  @ApiTags('Forums')
  @AnswersEverybody()
  @AnswersCalendar(AS_JSCALENDAR)
  readForumAsJscalendar(
    @Param('id') id: string,
    @Query() query: EventFileQuery,
    @By() caller: Caller,
  ): Promise<CalendarFile> {
    return this.files.read('forum', id, query, caller, JSCALENDAR);
  }

  /** Gives a visit and its agenda as jCal. */
  @Get(`visits/${FILE}.jcal.json`)
  @ApiTags('Visits')
  @InArea('visits')
  @AnswersCalendar(AS_JCAL)
  async readVisitAsJcal(
    @Param('id') id: string,
    @Query() query: EventFileQuery,
    @By() caller: Caller,
  ): Promise<CalendarFile> {
    return this.files.read('visit', id, query, caller, await loadJcal());
  }

  /** Gives a visit and its agenda as JSCalendar. */
  @Get(`visits/${FILE}.jscalendar.json`)
  @ApiTags('Visits')
  @InArea('visits')
  @AnswersCalendar(AS_JSCALENDAR)
  readVisitAsJscalendar(
    @Param('id') id: string,
    @Query() query: EventFileQuery,
    @By() caller: Caller,
  ): Promise<CalendarFile> {
    return this.files.read('visit', id, query, caller, JSCALENDAR);
  }

  /** Tells browsers that pages of every origin may read public calendars. */
  @Options([
    `${FEED}.jcal.json`,
    `${FEED}.jscalendar.json`,
    `forums/${FILE}.jcal.json`,
    `forums/${FILE}.jscalendar.json`,
  ])
  @AnswersPreflights()
  allowEveryOrigin(): void {}
}
