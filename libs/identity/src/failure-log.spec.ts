import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { FailureLog } from './failure-log.js';

describe('the log of refused access', () => {
  afterEach(() => void jest.restoreAllMocks());

  it('has three lines a second, and says how many it left out', () => {
    const warn = jest.spyOn(Logger.prototype, 'warn').mockReturnValue();
    const log = new FailureLog();
    for (const at of [1000, 1100, 1200, 1300, 1999, 2000]) log.write(`at ${at}`, at);
    expect(warn.mock.calls).toEqual([['at 1000'], ['at 1100'], ['at 1200'], ['at 2000, and 2 more before']]);
  });
});
