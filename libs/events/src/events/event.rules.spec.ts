import { describe, expect, it } from '@jest/globals';
import type { Dates } from '#vocabulary';
import { explained } from '#refusals/testing';
import { EVENT_CONSTRAINTS, EVENT_PROBLEMS, dateErrors, eventKindOf } from './event.rules.js';

it.each([
  ['visits', 'visit'],
  ['forums', 'forum'],
])('Under /%s stands a %s', (segment, kind) => {
  expect(eventKindOf(segment)).toBe(kind);
});

it('An event is never part of itself', () => {
  expect(EVENT_CONSTRAINTS).toEqual({
    events_without_circle: {
      problem: explained({
        code: 'event.circle',
        kind: 'conflict',
        title: 'An event cannot be part of itself',
      }),
      detail: 'This would make the event part of itself, by way of its parents.',
    },
  });
});

it('A leg of an event stays while agenda items belong to it', () => {
  expect(EVENT_PROBLEMS['event.leg-in-use']).toEqual(
    explained({
      code: 'event.leg-in-use',
      kind: 'conflict',
      title: 'Agenda items belong to the leg',
    }),
  );
});

describe('The dates of an event', () => {
  it.each<Dates>([
    {},
    { starts: null, ends: null },
    { starts: '9999-12-31' },
    { starts: '9999-12-31', ends: null },
    { ends: '0001-01-01' },
    { starts: null, ends: '0001-01-01' },
    { starts: '2018-07-12', ends: '2018-07-12' },
    { starts: '2018-07-31', ends: '2018-07' },
    { starts: '2018-07', ends: '2018-07-01' },
    { starts: '2018-12-31', ends: '201X' },
  ])('can be %j', (dates) => {
    expect(dateErrors(dates)).toEqual([]);
  });

  it.each([
    ['2018-07-12', '2018-07-11'],
    ['2018-08-01', '2018-07'],
    ['2019', '2018-12-31'],
    ['2020', '201X'],
  ])('cannot be %s to %s', (starts, ends) => {
    expect(dateErrors({ starts, ends })).toEqual([
      {
        pointer: '/ends',
        detail: `The end, ${ends}, is before the start, ${starts}.`,
        code: 'end-before-start',
      },
    ]);
  });

  it('are at fault where they stand in the body', () => {
    const [error] = dateErrors({ starts: '2018-07-12', ends: '2018-07-11' }, '/legs/2');
    expect(error!.pointer).toBe('/legs/2/ends');
  });
});
