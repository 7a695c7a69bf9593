import { expect, it } from '@jest/globals';
import { KILOMETRES_PER_HOUR, MINUTES_ON_TOP } from './conflict.rules.js';

it('Where nobody recorded how long it takes, twenty kilometres are estimated at three quarters of an hour', () => {
  expect((20 / KILOMETRES_PER_HOUR) * 60 + MINUTES_ON_TOP).toBe(45);
});
