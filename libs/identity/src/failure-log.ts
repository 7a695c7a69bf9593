import { Logger } from '@nestjs/common';

const LINES_A_SECOND = 3;

/** Writes down where access was refused, a few times a second at most, so that nobody fills the log from outside. */
export class FailureLog {
  private readonly logger = new Logger('Identity');
  private second = 0;
  private written = 0;
  private left = 0;

  /** @param at the time, in milliseconds */
  write(line: string, at: number): void {
    const second = Math.floor(at / 1000);
    if (second !== this.second) [this.second, this.written] = [second, 0];
    if (this.written++ >= LINES_A_SECOND) return void this.left++;
    const others = this.left > 0 ? `, and ${this.left} more before` : '';
    this.left = 0;
    this.logger.warn(line + others);
  }
}
