import { Injectable } from '@nestjs/common';

/** The time, so that tests can set it. */
@Injectable()
export class Clock {
  /** The instant now, to the millisecond, as it is stored. */
  now(): Date {
    return new Date();
  }
}
