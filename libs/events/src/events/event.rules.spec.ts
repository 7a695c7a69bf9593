import { describe, expect, it } from '@jest/globals';
import type { Dates } from '#vocabulary';
import { dateErrors, eventKindOf } from './event.rules.js';

it.each([
  ['visits', 'visit'],
  ['forums', 'forum'],
])('Under /%s stands a %s', (segment, kind) => {
  expect(eventKindOf(segment)).toBe(kind);
});
