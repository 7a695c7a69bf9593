import { expect, it } from '@jest/globals';
import { isCompressed } from './compression.js';

it.each([
  ['records', '/v1/visits/:id', {}, true],
  ['pages', '/v1/places/:id/briefing', { offers: ['application/json', 'text/html'] }, true],
  ['what explains', '/problems', { offers: ['application/json', 'text/html'] }, true],
  ['calendars', '/v1/calendars/forums.ics', { offers: ['text/calendar'] }, false],
  ['documents', '/v1/sources/:id/document', { offers: ['application/pdf', 'text/plain'] }, false],
  ['tokens, which are shown once', '/v1/tokens', { answersOnce: true }, false],
  ['protected profiles', '/v1/people/:id/protected-profile', { secret: true }, false],
  ['health', '/health/live', {}, false],
])('Large answers are compressed of %s, or not', (_, url, config, compressed) => {
  expect(isCompressed({ url, config } as never)).toBe(compressed);
});
