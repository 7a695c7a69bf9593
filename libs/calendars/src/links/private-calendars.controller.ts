import { Controller, Get, Header, Param, Query, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiSecurity, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ForWhoeverSignedIn, IgnoresForeignCredentials, IsUncounted, OpenToEverybody } from '#identity';
import type { CalendarFile } from '../calendar-file.js';
import { AnswersCalendar } from '../answers-calendar.js';
import { LinkAdmission, unknownAddress } from './link-admission.js';
import { PrivateCalendars } from './private-calendars.js';
import { PrivateCalendarQuery } from './private-calendars.dto.js';

@ApiTags('Calendars')
@IgnoresForeignCredentials()
@Controller('calendars/private')
export class PrivateCalendarsController {
  constructor(
    private readonly admission: LinkAdmission,
    private readonly calendars: PrivateCalendars,
  ) {}

  /** Gives a private calendar to whoever knows its address; it asks for no token. */
  @Get(':secret(^[\\w-]+).ics')
  @OpenToEverybody()
  @ForWhoeverSignedIn()
  // Who asks is counted by the address, once that is known.
  @IsUncounted()
  @ApiBearerAuth()
  @ApiSecurity({})
  @Header('Referrer-Policy', 'no-referrer')
  @Header('X-Robots-Tag', 'noindex, nofollow')
  @Header('Cache-Control', 'private, no-cache')
  @AnswersCalendar()
  async read(
    @Param('secret') secret: string,
    @Query() query: PrivateCalendarQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CalendarFile> {
    const content = await this.admission.admit(secret, request, reply);
    if (!content) throw unknownAddress();
    return this.calendars.write(content, query);
  }
}
