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
