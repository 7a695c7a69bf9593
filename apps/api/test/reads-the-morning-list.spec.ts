import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aPerson, named } from '#directory/testing';
import { aFollowUp } from '#follow-ups/testing';
import type { Recorded } from './answer.js';
import { type Office, openOffice } from './office.js';

/** Title, date and priority; the title says when it is due, seen from 22 November 2026. */
const TO_DO = [
  ['tomorrow', '2026-11-23', 'low'],
  ['undated', null, 'urgent'],
  ['today, can wait', '2026-11-22', 'low'],
  ['yesterday', '2026-11-21', 'normal'],
  ['today, urgent', '2026-11-22', 'urgent'],
  ['last month, vaguely', '2026-10', 'normal'],
  ['perhaps the day before yesterday', '2026-11-20?', 'normal'],
  ['long ago', '2018-08-03', 'low'],
  ['this month', '2026-11', 'high'],
  ['in a week', '2026-11-29', 'normal'],
  ['some time in the century', '20XX', 'urgent'],
] as const;

describe('the morning list', () => {
  let office: Office;
  let me: string;
  let visit: Recorded;
  let person: Recorded;

  beforeAll(async () => {
    office = await openOffice({ OFFICE_TIME_ZONE: 'Europe/Rome' });
    office.setTime('2026-11-22T12:00:00Z');
    visit = await office.record('/v1/visits', { names: named('Guiyang delegation in Naples') });
    person = await office.record('/v1/people', aPerson());
    me = visit.createdBy.id;
    for (const [title, due, priority] of TO_DO) await record({ title: { en: title }, due, priority });
    await record({ title: { en: 'done long ago' }, due: '2018-08-01', status: 'done' });
    await record({
      title: { en: 'of another' },
      due: '2026-11-21',
      ownerActorId: null,
      ownerPersonId: person.id,
    });
    await record({ title: { en: 'of nobody' }, due: '2026-11-21', ownerActorId: null });
  });
  afterAll(() => office.close());

  const record = (fields: object): Promise<Recorded> =>
    office.record('/v1/follow-ups', aFollowUp({ eventId: visit.id, ownerActorId: me, ...fields }));
  const titles = async (query: string): Promise<string[]> => {
    const { body } = await office.get(`/v1/follow-ups?${query}`);
    return body.items.map(({ title }: { title: string }) => title);
  };

  it('stands in the order of urgency, what is closed last', async () => {
    expect(await titles('owner=me')).toEqual([
      'long ago',
      'last month, vaguely',
      'perhaps the day before yesterday',
      'yesterday',
      'today, urgent',
      'today, can wait',
      'tomorrow',
      'in a week',
      'this month',
      'some time in the century',
      'undated',
      'done long ago',
    ]);
  });

  it.each([
    ['overdue', ['long ago', 'last month, vaguely', 'perhaps the day before yesterday', 'yesterday']],
    ['today', ['today, urgent', 'today, can wait']],
    ['week', ['today, urgent', 'today, can wait', 'tomorrow']],
    ['later', ['in a week', 'this month', 'some time in the century']],
    ['undated', ['undated']],
  ])('shows what is %s', async (due, expected) => {
    expect(await titles(`owner=me&due=${due}`)).toEqual(expected);
  });

  it.each([
    ['a person', () => `owner=${person.id}`, ['of another']],
    ['nobody', () => 'owner=none', ['of nobody']],
    [
      'anybody',
      () => 'due=overdue',
      [
        'long ago',
        'last month, vaguely',
        'perhaps the day before yesterday',
        'yesterday',
        'of another',
        'of nobody',
      ],
    ],
  ])('shows what is for %s', async (_, query, expected) => {
    expect(await titles(query())).toEqual(expected);
  });

  it('calls a vague date overdue once its last day has passed, and nothing that is closed', async () => {
    const { body } = await office.get('/v1/follow-ups?limit=200');
    const overdue = body.items.filter((item: Recorded) => item.overdue).map(({ title }: Recorded) => title);
    expect(overdue).toEqual([
      'long ago',
      'last month, vaguely',
      'perhaps the day before yesterday',
      'yesterday',
      'of another',
      'of nobody',
    ]);
    office.setTime('2031-01-01T12:00:00Z');
    const later = await titles('owner=me&due=overdue');
    office.setTime('2026-11-22T12:00:00Z');
    expect(later).toEqual([
      'long ago',
      'last month, vaguely',
      'perhaps the day before yesterday',
      'yesterday',
      'today, urgent',
      'today, can wait',
      'tomorrow',
      'in a week',
      'this month',
    ]);
  });

  it('shows what is open and not overdue in one list by due, or in two where it is due today', async () => {
    const lists = await Promise.all(
      ['overdue', 'week', 'later', 'undated'].map((due) => titles(`owner=me&due=${due}`)),
    );
    expect(lists.flat()).toEqual(await titles('owner=me&status=open&status=in_progress&status=blocked'));
  });

  it('reads on by cursor in the same order', async () => {
    const first = await office.get('/v1/follow-ups?owner=me&limit=5');
    const rest = await titles(`owner=me&limit=200&cursor=${first.body.nextCursor}`);
    expect([first.body.items.length, rest[0], rest.length]).toEqual([5, 'today, can wait', 7]);
  });

  // In November, midnight in Rome is 23:00 UTC.
  it.each([
    ['2026-11-22T22:59:59Z', ['yesterday'], ['today, urgent', 'today, can wait']],
    ['2026-11-22T23:00:00Z', ['yesterday', 'today, urgent', 'today, can wait'], ['tomorrow']],
    [
      '2026-11-30T22:59:59Z',
      ['yesterday', 'today, urgent', 'today, can wait', 'tomorrow', 'in a week'],
      ['this month'],
    ],
  ])('turns over at midnight in the office: %s', async (now, overdue, today) => {
    office.setTime(now);
    const long = ['long ago', 'last month, vaguely', 'perhaps the day before yesterday'];
    expect([await titles('owner=me&due=overdue'), await titles('owner=me&due=today')]).toEqual([
      [...long, ...overdue],
      today,
    ]);
    const { body } = await office.get('/v1/follow-ups?owner=me&q=urgent');
    expect(body.items[0].overdue).toBe(overdue.length > 1);
  });

  it('refuses what is no owner and no time', async () => {
    const answer = await office.get('/v1/follow-ups?owner=you&due=soon');
    const pointers = answer.body.errors.map(({ pointer }: { pointer: string }) => pointer);
    expect([answer.status, pointers.sort()]).toEqual([400, ['?due', '?owner']]);
  });
});
