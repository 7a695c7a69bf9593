import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { ITEM_STATUSES, type Standing, anAgendaItem } from '#agendas/testing';
import { aPerson, aPlace, named } from '#directory/testing';
import { FORUM_STATUSES } from '#forums/testing';
import { aParticipation } from '#participants/testing';
import { VISIT_STATUSES } from '#visits/testing';
import type { Recorded } from './answer.js';
import { addItem } from './known.js';
import { type Office, openOffice } from './office.js';

const DAYS = { starts: '2027-05-10', ends: '2027-05-20', timeZone: 'Europe/Rome' };
const OFF = ['cancelled', 'declined', 'not_held'];

/** How an item stands, by its own status, that of its event, and that of the item it is part of. */
function standingOf(event: string, whole: string | null, own: string): Standing {
  if ([event, whole, own].some((status) => status !== null && OFF.includes(status))) return 'off';
  return event === 'postponed' ? 'tentative' : 'stands';
}

function calendarStatusOf(standing: Standing, own: string): string {
  if (standing === 'off') return 'CANCELLED';
  return standing === 'tentative' || own === 'proposed' ? 'TENTATIVE' : 'CONFIRMED';
}

/** An hour of its own for each item of an agenda. */
function hourOf(at: number): { startsAt: string; endsAt: string } {
  const start = Temporal.ZonedDateTime.from('2027-05-10T00:00[Europe/Rome]').add({ hours: at });
  const told = (time: Temporal.ZonedDateTime): string => time.toString({ timeZoneName: 'never' });
  return { startsAt: told(start), endsAt: told(start.add({ hours: 1 })) };
}

/** Five items, and five parts of each of five more: every status within every status. */
const WHOLES = [null, ...ITEM_STATUSES];
const AGENDA = WHOLES.flatMap((whole, at) => {
  const status = whole ?? 'confirmed';
  const parts = ITEM_STATUSES.map((own) => ({
    title: { en: `${own} in ${whole}` },
    status: own,
    parent: whole === null ? null : at * (ITEM_STATUSES.length + 1),
  }));
  return [{ title: { en: `whole ${whole}` }, status, parent: null }, ...parts];
});

describe.each([
  ...VISIT_STATUSES.map((status) => ['visits', status] as const),
  ...FORUM_STATUSES.map((status) => ['forums', status] as const),
])('The items of %s that are %s', (path, status) => {
  let office: Office;
  let event: Recorded;
  let room: Recorded;
  let person: Recorded;

  beforeAll(async () => {
    office = offices.office;
    room = await office.record('/v1/places', aPlace({ kind: 'room', timeZone: 'Europe/Rome' }));
    person = await office.record('/v1/people', aPerson());
    const agenda = AGENDA.map((item, at) => ({
      ...anAgendaItem({ on: undefined }),
      ...item,
      ...hourOf(at),
      placeId: room.id,
      participants: [aParticipation({ personId: person.id })],
    }));
    event = await office.record(`/v1/${path}`, { names: named('Week'), status, ...DAYS, agenda });
  });

  const expected = AGENDA.map(({ title, status: own, parent }) => {
    const whole = parent === null ? null : AGENDA[parent]!.status;
    return { title: title.en, own, isPart: parent !== null, standing: standingOf(status, whole, own) };
  });
  const standing = expected.filter((item) => item.standing === 'stands');

  it('say in the agenda how they stand', async () => {
    const items = (await office.get(`${event.at}/agenda?limit=200`)).body.items as Recorded[];
    const told = items.map(({ title, standing: how }) => [title, how]);
    expect(told).toEqual(expected.map(({ title, standing: how }) => [title, how]));
  });

  it('take the time of people and rooms only where they stand', async () => {
    for (const { at } of [person, room]) {
      const { body } = await office.get(`${at}/schedule?from=2027-05-10&to=2027-05-20&limit=200`);
      expect(body.items.map(({ title }: Recorded) => title)).toEqual(standing.map(({ title }) => title));
    }
  });

  it('say the same in calendars', async () => {
    const { text } = await office.get(`${event.at}.ics`);
    const entries = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').slice(1);
    const told = entries.map((entry) =>
      ['summary', 'status', 'transp'].map((name) => entry.getFirstPropertyValue(name)),
    );
    expect(told).toEqual(
      expected.map(({ title, own, standing: how }) => [
        title,
        calendarStatusOf(how, own),
        how === 'stands' ? 'OPAQUE' : 'TRANSPARENT',
      ]),
    );
  });

  it('hold their room where they stand confirmed', async () => {
    const other = await office.record('/v1/visits', { names: named('Other'), ...DAYS });
    const tops = expected.flatMap((item, at) => (item.isPart ? [] : [{ ...item, at }]));
    for (const { at, own, standing: how } of tops) {
      const booking = anAgendaItem({ on: undefined, ...hourOf(at), placeId: room.id });
      const answer = await office.post(`${other.at}/agenda`, { ...booking, status: 'confirmed' });
      expect([at, answer.status]).toEqual([at, own === 'confirmed' && how === 'stands' ? 409 : 201]);
    }
  });
});

/** One office for the whole file. */
const offices: { office: Office } = { office: undefined as unknown as Office };

beforeAll(async () => {
  offices.office = await openOffice();
  offices.office.setTime('2026-11-27T09:00:00Z');
});

afterAll(() => offices.office.close());

describe('What follows its whole', () => {
  let office: Office;
  let visit: Recorded;
  let panel: Recorded;
  let speech: Recorded;

  beforeAll(async () => {
    office = offices.office;
    visit = await office.record('/v1/visits', { names: named('Visit'), status: 'planned', ...DAYS });
    panel = await addItem(office, visit, { title: { en: 'Panel' }, ...hourOf(0), status: 'confirmed' });
    speech = await addItem(office, visit, { ...hourOf(0), status: 'confirmed', parentId: panel.id });
  });

  const read = async (item: Recorded): Promise<unknown[]> => {
    const { standing, sequence, version, status } = await office.reread(item);
    return [status, standing, sequence, version];
  };
  const readBoth = async () => [await read(panel), await read(speech)];
  const alike = (state: unknown[]) => [state, state];

  it('has a higher sequence in calendars each time, and no version or history of its own for it', async () => {
    expect(await readBoth()).toEqual(alike(['confirmed', 'stands', 0, 1]));
    await office.move(visit, 'postponed');
    expect(await readBoth()).toEqual(alike(['confirmed', 'tentative', 1, 1]));
    await office.move(await office.reread(visit), 'planned');
    expect(await readBoth()).toEqual(alike(['confirmed', 'stands', 2, 1]));
    expect((await office.get(`${speech.at}/history`)).body.items).toHaveLength(1);
  });

  it('is called off with the item that it is part of', async () => {
    await office.move(panel, 'cancelled');
    expect(await readBoth()).toEqual([
      ['cancelled', 'off', 3, 2],
      ['confirmed', 'off', 3, 1],
    ]);
  });

  it('is called off where its whole was before it', async () => {
    const late = await addItem(office, visit, { ...hourOf(2), parentId: panel.id });
    expect(late.standing).toBe('off');
    const freed = await office.patch(late.at, { parentId: null }, { 'if-match': late.tag });
    expect([freed.body.standing, freed.body.sequence]).toEqual(['stands', 1]);
  });
});

describe('What has no place of its own', () => {
  let office: Office;
  let placeIds: Record<'Napoli' | 'Roma' | 'Torino', string>;

  beforeAll(async () => {
    office = offices.office;
    const ids = ['Napoli', 'Roma', 'Torino'].map(async (name) => {
      const city = aPlace({ names: named(name), kind: 'city', timeZone: 'Europe/Rome' });
      return [name, (await office.record('/v1/places', city)).id] as const;
    });
    placeIds = Object.fromEntries(await Promise.all(ids)) as typeof placeIds;
  });

  type City = keyof typeof placeIds | null;
  const placeOf = (city: City): string | null => city && placeIds[city];
  const recordVisit = (place: City, legs: readonly City[]): Promise<Recorded> =>
    office.record('/v1/visits', {
      names: named('Visit'),
      ...DAYS,
      placeId: placeOf(place),
      legs: legs.map((leg) => ({ placeId: placeOf(leg) })),
    });
  const shown = async (visit: Recorded): Promise<unknown[]> => {
    const { text } = await office.get(`${visit.at}.ics`);
    const entry = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent')[1]!;
    return ['location', 'sequence'].map((name) => entry.getFirstPropertyValue(name));
  };
  const legsOf = ({ legs }: Recorded): { id: string; placeId: string | null }[] =>
    legs.map(({ id, place }: Recorded) => ({ id, placeId: place?.id ?? null }));
  const patch = async ({ at }: Recorded, change: object): Promise<void> =>
    expect(await office.patch(at, change, { 'if-match': '*' })).toMatchObject({ status: 200 });

  type Change = (visit: Recorded, item: Recorded) => Promise<unknown>;
  const CASES: readonly (readonly [string, City, readonly City[], number | null, Change, string, string])[] =
    [
      [
        'with another leg',
        null,
        ['Napoli', 'Roma'],
        0,
        (visit, item) => patch(item, { legId: visit.legs[1].id }),
        'Napoli',
        'Roma',
      ],
      [
        'when it is moved to another leg',
        null,
        ['Napoli', 'Roma'],
        0,
        (visit, item) =>
          office.post(`${visit.at}/agenda/moves`, {
            items: [{ id: item.id, version: 1, legId: visit.legs[1].id }],
          }),
        'Napoli',
        'Roma',
      ],
      [
        'with its leg',
        'Torino',
        ['Napoli'],
        0,
        (visit) => patch(visit, { legs: [{ ...legsOf(visit)[0], placeId: placeIds.Roma }] }),
        'Napoli',
        'Roma',
      ],
      [
        'with another leg of an event without a place',
        null,
        ['Napoli', 'Roma'],
        null,
        (visit) =>
          patch(visit, { legs: [legsOf(visit)[0], { ...legsOf(visit)[1], placeId: placeIds.Torino }] }),
        'Napoli, Roma',
        'Napoli, Torino',
      ],
      [
        'with the order of the legs',
        null,
        ['Napoli', 'Roma'],
        null,
        (visit) => patch(visit, { legs: legsOf(visit).toReversed() }),
        'Napoli, Roma',
        'Roma, Napoli',
      ],
      [
        'with one leg more',
        null,
        ['Napoli'],
        null,
        (visit) => patch(visit, { legs: [...legsOf(visit), { placeId: placeIds.Roma }] }),
        'Napoli',
        'Napoli, Roma',
      ],
      [
        'with one leg less',
        null,
        ['Napoli', 'Roma'],
        null,
        (visit) => patch(visit, { legs: legsOf(visit).slice(0, 1) }),
        'Napoli, Roma',
        'Napoli',
      ],
      [
        'with the event, on a leg without a place',
        'Napoli',
        [null],
        0,
        (visit) => patch(visit, { placeId: placeIds.Roma }),
        'Napoli',
        'Roma',
      ],
      [
        'with the event, on no leg',
        'Napoli',
        ['Torino'],
        null,
        (visit) => patch(visit, { placeId: placeIds.Roma }),
        'Napoli',
        'Roma',
      ],
      [
        'not with the event where its leg has a place',
        'Roma',
        ['Napoli'],
        0,
        (visit) => patch(visit, { placeId: placeIds.Torino }),
        'Napoli',
        'Napoli',
      ],
      [
        'not with the legs where the event has a place',
        'Napoli',
        ['Roma'],
        null,
        (visit) => patch(visit, { legs: [{ placeId: placeIds.Torino }] }),
        'Napoli',
        'Napoli',
      ],
    ];

  it.each(CASES)('is told to be elsewhere %s', async (_, place, legs, leg, change, before, after) => {
    const visit = await recordVisit(place, legs);
    const legId = leg === null ? null : visit.legs[leg].id;
    const item = await addItem(office, visit, { ...hourOf(0), legId });
    expect(await shown(visit)).toEqual([before, 0]);
    await change(visit, item);
    expect(await shown(visit)).toEqual([after, before === after ? 0 : 1]);
  });
});
