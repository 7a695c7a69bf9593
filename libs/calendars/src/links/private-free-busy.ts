import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config, Today } from '#platform';
import { writeBusyTimes } from '../busy-times.js';
import { CalendarFile } from '../calendar-file.js';
import type { FreeBusyQuery } from '../free-busy/free-busy.dto.js';
import { FREE_BUSY_TYPE, daysAsked } from '../free-busy/free-busy-range.js';
import type { OpenLink } from './link-contents.js';
import { PRIVATE_FACTS } from './private-calendars.js';

/** When whoever a private calendar is about is taken. */
@Injectable()
export class PrivateFreeBusy {
  constructor(
    private readonly today: Today,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * One VFREEBUSY, of days at the office.
   * @throws Refusal `request.invalid`
   */
  async write(open: OpenLink, query: FreeBusyQuery): Promise<CalendarFile> {
    const range = daysAsked(query, this.today.day())(this.config.officeTimeZone);
    const { link, entries } = await open.readDuring(range);
    const text = writeBusyTimes(entries, { of: link.id, ...range });
    return new CalendarFile(text, {
      ...PRIVATE_FACTS,
      fileName: `${link.kind}.ifb`,
      mediaType: FREE_BUSY_TYPE,
    });
  }
}
