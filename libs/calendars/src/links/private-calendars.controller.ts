import { Controller, Get, Header, Param, Query, Req, Res, applyDecorators } from '@nestjs/common';
import { ApiBearerAuth, ApiSecurity, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ForWhoeverSignedIn, IgnoresForeignCredentials, IsUncounted, OpenToEverybody } from '#identity';
import type { CalendarFile } from '../calendar-file.js';
import { AS_FREE_BUSY, AS_JCAL, AS_JSCALENDAR, AnswersCalendar } from '../answers-calendar.js';
import { ICALENDAR } from '../forms/calendar-form.js';
import { JSCALENDAR } from '../forms/jscalendar-form.js';
import { loadJcal } from '../forms/load-jcal.js';
import { FreeBusyQuery } from '../free-busy/free-busy.dto.js';
import { LinkAdmission } from './link-admission.js';
import type { OpenLink } from './link-contents.js';
import { PrivateCalendars } from './private-calendars.js';
import { PrivateCalendarQuery } from './private-calendars.dto.js';
import { PrivateFreeBusy } from './private-free-busy.js';
import { unknownAddress } from './unknown-address.js';

/** The secret of an address, told from what follows it. */
const SECRET = ':secret(^[\\w-]+)';

@ApiTags('Calendars')
@IgnoresForeignCredentials()
@Controller('calendars/private')
export class PrivateCalendarsController {
  constructor(
    private readonly admission: LinkAdmission,
    private readonly calendars: PrivateCalendars,
    private readonly freeBusy: PrivateFreeBusy,
  ) {}

  /** Gives a private calendar to whoever knows its address; it asks for no token. */
  @Get(`${SECRET}.ics`)
  @AnswersWhoeverKnows()
  @AnswersCalendar()
  async read(
    @Param('secret') secret: string,
    @Query() query: PrivateCalendarQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CalendarFile> {
    return this.calendars.write(await this.admit(secret, request, reply), query, ICALENDAR);
  }

  /** Gives a private calendar as jCal to whoever knows its address. */
  @Get(`${SECRET}.jcal.json`)
  @AnswersWhoeverKnows()
  @AnswersCalendar(AS_JCAL)
  async readAsJcal(
    @Param('secret') secret: string,
    @Query() query: PrivateCalendarQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CalendarFile> {
    return this.calendars.write(await this.admit(secret, request, reply), query, await loadJcal());
  }

  /** Gives a private calendar as JSCalendar to whoever knows its address. */
  @Get(`${SECRET}.jscalendar.json`)
  @AnswersWhoeverKnows()
  @AnswersCalendar(AS_JSCALENDAR)
  async readAsJscalendar(
    @Param('secret') secret: string,
    @Query() query: PrivateCalendarQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CalendarFile> {
    return this.calendars.write(await this.admit(secret, request, reply), query, JSCALENDAR);
  }

  /** Tells whoever knows the address of a private calendar when its subject is taken, and nothing of what by. */
  @Get(`${SECRET}.ifb`)
  @AnswersWhoeverKnows()
  @AnswersCalendar(AS_FREE_BUSY)
  async readBusyTimes(
    @Param('secret') secret: string,
    @Query() query: FreeBusyQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CalendarFile> {
    return this.freeBusy.write(await this.admit(secret, request, reply), query);
  }

  private async admit(secret: string, request: FastifyRequest, reply: FastifyReply): Promise<OpenLink> {
    const open = await this.admission.admit(secret, request, reply);
    if (!open) throw unknownAddress();
    return open;
  }
}

/** A route that asks for no token: who asks is counted by the address, once that is known. */
function AnswersWhoeverKnows(): MethodDecorator {
  return applyDecorators(
    OpenToEverybody(),
    ForWhoeverSignedIn(),
    IsUncounted(),
    ApiBearerAuth(),
    ApiSecurity({}),
    Header('Referrer-Policy', 'no-referrer'),
    Header('X-Robots-Tag', 'noindex, nofollow'),
    Header('Cache-Control', 'private, no-cache'),
  );
}
