import { describe, expect, it } from '@jest/globals';
import { readTraceParent } from './trace-parent.js';

const [TRACE, SPAN] = ['4bf92f3577b34da6a3ce929d0e0e4736', '00f067aa0ba902b7'];

describe('a traceparent', () => {
  it.each([
    [`00-${TRACE}-${SPAN}-01`, 1],
    [`00-${TRACE}-${SPAN}-00`, 0],
    [`cc-${TRACE}-${SPAN}-01-what-will-be`, 1],
  ])('names trace and span: %s', (header, flags) => {
    expect(readTraceParent(header)).toEqual({ traceId: TRACE, spanId: SPAN, flags });
  });

  it.each([
    undefined,
    '',
    'x',
    `00-${TRACE}-${SPAN}`,
    `00-${TRACE}-${SPAN}-01-more`,
    `ff-${TRACE}-${SPAN}-01`,
    `00-${'0'.repeat(32)}-${SPAN}-01`,
    `00-${TRACE}-${'0'.repeat(16)}-01`,
    `00-${TRACE.toUpperCase()}-${SPAN}-01`,
    `00-${TRACE}-${SPAN}-01, 00-${TRACE}-${SPAN}-01`,
  ])('counts for nothing where it is none: %s', (header) => {
    expect(readTraceParent(header)).toBeUndefined();
  });
});
