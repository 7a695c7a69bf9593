import { Inject, Injectable } from '@nestjs/common';
import { Clock } from './clock.js';
import { CONFIG, type Config } from './config.js';

/** What day it is at the office, whatever the time zone of the server and of its database. */
@Injectable()
export class Today {
  constructor(
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The office's day now, such as `2026-11-22`. */
  day(): string {
    const now = Temporal.Instant.fromEpochMilliseconds(this.clock.now().getTime());
    return now.toZonedDateTimeISO(this.config.officeTimeZone).toPlainDate().toString();
  }
}
