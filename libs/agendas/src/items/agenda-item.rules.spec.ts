import { describe, expect, it } from '@jest/globals';
import { lifecycleProblems, movesFrom } from '#vocabulary';
import { waysInto } from '#vocabulary/testing';
import { explained } from '#refusals/testing';
import { ITEM_CONSTRAINTS, indexErrors, itemLifecycle, legErrors, timeErrors } from './agenda-item.rules.js';
import type { ItemTimes } from './item-time.rules.js';
import { linksOf, positionsAfter, reschedules } from './item-rows.js';

const nine = '2018-07-12T09:00:00+02:00';
const ten = '2018-07-12T10:00:00+02:00';

function found(errors: readonly { pointer: string; code: string }[]): string[] {
  return errors.map(({ pointer, code }) => `${pointer} ${code}`);
}

describe('The lifecycle of agenda items', () => {
  it('is sound', () => {
    expect(lifecycleProblems(itemLifecycle)).toEqual([]);
  });

  it('holds only what was confirmed, and takes back only what was cancelled', () => {
    expect(movesFrom(itemLifecycle, 'proposed')).toEqual(['confirmed', 'not_held', 'cancelled']);
    expect(movesFrom(itemLifecycle, 'confirmed')).toEqual(['held', 'not_held', 'cancelled']);
    expect(movesFrom(itemLifecycle, 'cancelled')).toEqual(['proposed']);
    expect(movesFrom(itemLifecycle, 'held')).toEqual([]);
  });

  it('begins with a proposal and leads into each status from these', () => {
    expect(itemLifecycle.initial).toBe('proposed');
    expect(waysInto(itemLifecycle)).toEqual({
      proposed: ['cancelled'],
      confirmed: ['proposed'],
      held: ['confirmed'],
      not_held: ['proposed', 'confirmed'],
      cancelled: ['proposed', 'confirmed'],
    });
  });
});

describe('The time of an agenda item', () => {
  const possible: ItemTimes[] = [
    {},
    { on: '2018-07' },
    { startsAt: nine },
    { startsAt: nine, endsAt: ten },
    { startsAt: nine, endsAt: nine },
    { startsAt: nine, endsAt: '2018-07-12T07:30:00Z', on: null },
    { startsAt: nine, endsAt: null },
    { startsAt: null, endsAt: null, on: '2018-07-12' },
  ];
  it.each(possible)('can be %j', (times) => {
    expect(timeErrors(times, 'Europe/Rome')).toEqual([]);
  });

  it('needs no zone where there is no time', () => {
    expect(timeErrors({ on: '2018-07-12' }, null)).toEqual([]);
  });

  it('needs a zone, which its place, its leg or its event would give', () => {
    expect(found(timeErrors({ startsAt: nine }, null))).toEqual(['/startsAt time-zone-unknown']);
  });

  it('is a time or a date, never both', () => {
    expect(found(timeErrors({ startsAt: nine, on: '2018-07-12' }, 'Europe/Rome'))).toEqual([
      '/on time-and-date',
    ]);
  });

  it('is a time or a part of the day, never both; a part of a day or of days unknown', () => {
    expect(found(timeErrors({ startsAt: nine, dayPart: 'morning' }, 'Europe/Rome'))).toEqual([
      '/dayPart time-and-day-part',
    ]);
    expect(timeErrors({ startsAt: nine, dayPart: 'morning' }, 'Europe/Rome', '/agenda/3')[0]).toEqual({
      pointer: '/agenda/3/dayPart',
      detail: 'Give a time or only a part of the day.',
      code: 'time-and-day-part',
    });
    expect(found(timeErrors({ on: '2018-07-12', dayPart: 'evening' }, null))).toEqual([]);
    expect(found(timeErrors({ dayPart: 'evening' }, null))).toEqual([]);
  });

  it('has no end without a start, and none before it', () => {
    expect(found(timeErrors({ endsAt: ten }, 'Europe/Rome'))).toEqual(['/endsAt end-without-start']);
    expect(found(timeErrors({ startsAt: ten, endsAt: nine }, 'Europe/Rome'))).toEqual([
      '/endsAt end-before-start',
    ]);
  });

  it('may be a date beside an end, which is at fault alone', () => {
    expect(found(timeErrors({ endsAt: ten, on: '2018-07-12' }, null))).toEqual(['/endsAt end-without-start']);
  });

  it('is not an hour that clocks leave out, nor one that they show twice and nobody says which', () => {
    const night = { startsAt: '2027-03-28T02:00', endsAt: '2027-03-28T02:59:59' };
    expect(timeErrors(night, 'Europe/Rome', '/agenda/3')).toEqual([
      {
        pointer: '/agenda/3/startsAt',
        detail: 'On 2027-03-28 clocks there are put forward past 02:00; give a time that they show.',
        code: 'clock-time-left-out',
      },
      {
        pointer: '/agenda/3/endsAt',
        detail: 'On 2027-03-28 clocks there are put forward past 02:59:59; give a time that they show.',
        code: 'clock-time-left-out',
      },
    ]);
    expect(timeErrors({ startsAt: '2027-10-31T02:30' }, 'Europe/Rome')).toEqual([
      {
        pointer: '/startsAt',
        detail:
          'On 2027-10-31 clocks there show 02:30 twice; say which is meant by its offset: +02:00 or +01:00.',
        code: 'clock-time-twice',
      },
    ]);
    for (const startsAt of [
      '2027-03-28T01:59:59',
      '2027-03-28T03:00',
      '2027-03-28T02:30+01:00',
      '2027-10-31T03:00',
    ])
      expect(timeErrors({ startsAt }, 'Europe/Rome')).toEqual([]);
    expect(timeErrors(night, 'Asia/Shanghai')).toEqual([]);
    expect(found(timeErrors({ startsAt: '2011-12-30T10:00' }, 'Pacific/Apia'))).toEqual([
      '/startsAt clock-time-left-out',
    ]);
  });

  it('compares instants, not what clocks show', () => {
    const early = timeErrors({ startsAt: nine, endsAt: '2018-07-12T08:59:59+01:00' }, 'Europe/Rome');
    const late = timeErrors({ startsAt: nine, endsAt: '2018-07-12T14:59:59+08:00' }, 'Europe/Rome');
    expect([found(early), found(late)]).toEqual([[], ['/endsAt end-before-start']]);
  });

  it('tells all that is wrong at once, with where it stands', () => {
    const errors = timeErrors({ startsAt: ten, endsAt: nine, on: '2018' }, null, '/agenda/3');
    expect(errors).toEqual([
      {
        pointer: '/agenda/3/startsAt',
        detail:
          'No time zone is known for this item; give it, its leg or its event a place with one, or the event a time zone.',
        code: 'time-zone-unknown',
      },
      {
        pointer: '/agenda/3/on',
        detail: 'Give a time or only a date; the date of a time is in it.',
        code: 'time-and-date',
      },
      {
        pointer: '/agenda/3/endsAt',
        detail: 'It cannot end before it starts.',
        code: 'end-before-start',
      },
    ]);
    expect(timeErrors({ endsAt: ten }, null)).toEqual([
      {
        pointer: '/endsAt',
        detail: 'What ends at a time starts at one: give startsAt.',
        code: 'end-without-start',
      },
    ]);
  });
});

describe('The indexes of an agenda that is recorded as a whole', () => {
  it('lead to legs and to items that are no parts, before or after', () => {
    expect(indexErrors([{ leg: 1, parent: 1 }, { leg: null }, { parent: 1 }], 2)).toEqual([]);
    expect(indexErrors([{ leg: 0, parent: null }, { parent: 0 }], 1)).toEqual([]);
    expect(indexErrors([{ leg: null, parent: null }, {}], 0)).toEqual([]);
    expect(indexErrors([], 0)).toEqual([]);
  });

  it('are refused where they lead nowhere', () => {
    expect(indexErrors([{ leg: 2 }, { leg: 0, parent: 2 }], 2)).toEqual([
      {
        pointer: '/agenda/0/leg',
        detail: 'There is no leg 2: the event has 2, counted from 0.',
        code: 'unknown-leg',
      },
      {
        pointer: '/agenda/1/parent',
        detail: 'There is no item 2: the agenda has 2, counted from 0.',
        code: 'unknown-item',
      },
    ]);
  });

  it('are refused where they lead to the item itself or to a part', () => {
    expect(indexErrors([{}, { parent: 0 }, { parent: 1 }, { parent: 3 }], 0, '/items')).toEqual([
      {
        pointer: '/items/2/parent',
        detail: 'An item that is part of another has no parts of its own: an agenda has one level of them.',
        code: 'one-level',
      },
      { pointer: '/items/3/parent', detail: 'An item cannot be part of itself.', code: 'own-part' },
    ]);
  });

  it('are refused both at once, the leg first', () => {
    expect(found(indexErrors([{ leg: 0, parent: 0 }], 0))).toEqual([
      '/agenda/0/leg unknown-leg',
      '/agenda/0/parent own-part',
    ]);
  });
});

describe('The parts of an item', () => {
  it('have no parts of their own', () => {
    expect(ITEM_CONSTRAINTS).toEqual({
      agenda_items_one_level: {
        problem: explained({
          code: 'item.one-level',
          kind: 'conflict',
          title: 'Parts of an agenda item have no parts',
        }),
        detail: 'An item that is part of another has no parts of its own: an agenda has one level of them.',
      },
    });
  });
});

describe('The leg of an item', () => {
  it('is one of its event', () => {
    expect(legErrors(null, [])).toEqual([]);
    expect(legErrors(undefined, [{ id: 'a' }])).toEqual([]);
    expect(legErrors('a', [{ id: 'b' }, { id: 'a' }])).toEqual([]);
    expect(legErrors('b', [{ id: 'a' }])).toEqual([
      { pointer: '/legId', detail: 'There is no leg b in this event.', code: 'unknown-leg' },
    ]);
  });
});

describe('The rows of new items', () => {
  it('stand after the last, unless they say where', () => {
    expect(positionsAfter(-1, [{}, {}, { position: 7 }, {}, { position: 2 }, {}])).toEqual([
      0, 1, 7, 8, 2, 9,
    ]);
    expect(positionsAfter(4, [{}])).toEqual([5]);
  });

  it('link each item to what it names, in order', () => {
    const items = [{ id: 'one', topicIds: ['b', 'a'] }, { id: 'two' }];
    expect(linksOf(items, 'topic_id', 'topicIds')).toEqual([
      { item_id: 'one', topic_id: 'b', position: 0 },
      { item_id: 'one', topic_id: 'a', position: 1 },
    ]);
  });
});

describe('A change of an item', () => {
  const item = { startsAt: new Date(nine), onDate: null, placeId: 'a' } as Parameters<typeof reschedules>[0];

  it('reschedules it where its time or its place becomes another', () => {
    expect(reschedules(item, { startsAt: new Date(ten) })).toBe(true);
    expect(reschedules(item, { startsAt: null })).toBe(true);
    expect(reschedules(item, { placeId: 'b' })).toBe(true);
    expect(reschedules(item, { dayPart: 'evening' })).toBe(true);
  });

  it('leaves it where it is otherwise', () => {
    expect(reschedules(item, { startsAt: new Date('2018-07-12T07:00:00Z'), placeId: 'a', track: 'b' })).toBe(
      false,
    );
  });
});
