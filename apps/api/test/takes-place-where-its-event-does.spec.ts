import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aPerson, aPlace, named, naples } from '#directory/testing';
import { aParticipation } from '#participants/testing';
import type { Recorded } from './answer.js';
import { addItem, at, twoDaysInItaly } from './known.js';
import { type Office, openOffice } from './office.js';

const DAY = '?from=2018-07-12&to=2018-07-12';
const TAKEN = ['FREEBUSY;FBTYPE=BUSY:20180712T070000Z/20180712T090000Z'];

describe('what has no place of its own', () => {
  let office: Office;
  let city: Recorded;
  let venue: Recorded;

  beforeAll(async () => {
    office = await openOffice({ OFFICE_TIME_ZONE: 'Europe/Rome' });
    office.setTime('2018-07-01T09:00:00Z');
    city = await office.record('/v1/places', naples({ latitude: 40.8518, longitude: 14.2681 }));
  });
  afterAll(() => office.close());

  beforeEach(async () => {
    venue = await office.record(
      '/v1/places',
      aPlace({ kind: 'venue', parentId: city.id, timeZone: null, capacity: 5 }),
    );
  });

  const visitAt = (where: object): Promise<Recorded> =>
    office.record('/v1/visits', { ...twoDaysInItaly('Visit'), ...where });
  const kindsIn = ({ conflicts }: Recorded): unknown[] => conflicts.map(({ kind }: Recorded) => kind);
  const takenIn = ({ text }: { text: string }): string[] =>
    text.split('\r\n').filter((line) => line.startsWith('FREEBUSY'));

  it.each([
    ['event', (id: string) => ({ placeId: id })],
    ['leg', (id: string) => ({ placeId: city.id, legs: [{ placeId: id }] })],
  ])('takes the time of the place of its %s, whoever asks', async (_, where) => {
    const visit = await visitAt(where(venue.id));
    const item = { ...at(9, 11), status: 'confirmed', legId: visit.legs[0]?.id ?? null };
    const { id } = await addItem(office, visit, item);
    await office.record(`${visit.at}/agenda/publications`, {});
    const link = { subject: { kind: 'place', id: venue.id }, audience: 'internal', languages: ['en'] };
    const { address } = await office.record('/v1/calendar-links', { ...link, label: 'A venue' });
    const path = new URL(address as string).pathname.replace('.ics', '.ifb');
    expect(takenIn(await office.get(`/v1/places/${venue.id}/free-busy.ifb${DAY}`))).toEqual(TAKEN);
    expect(takenIn(await office.stranger.get(`${path}${DAY}`))).toEqual(TAKEN);
    const { items } = (await office.get(`${venue.at}/schedule${DAY}`)).body;
    expect(items.map((one: Recorded) => one.id)).toEqual([id]);
  });

  it('is full where the place of its event is', async () => {
    const visit = await visitAt({ placeId: venue.id });
    const item = await addItem(office, visit, at(9, 11));
    const six = await office.record(`${visit.at}/participants`, aParticipation({ agendaItemId: item.id }));
    expect(kindsIn(six)).toEqual(['capacity']);
  });

  it('shares the place of its event with what is there at the same time', async () => {
    const visit = await visitAt({ placeId: venue.id });
    await addItem(office, visit, { ...at(9, 11), placeId: venue.id });
    await addItem(office, visit, at(9, 11));
    expect(kindsIn(await addItem(office, visit, at(10, 12)))).toEqual([]);
  });

  it('is left in time for what is elsewhere', async () => {
    const rome = await office.record(
      '/v1/places',
      naples({ names: named('Rome'), latitude: 41.9, longitude: 12.48 }),
    );
    const person = await office.record('/v1/people', aPerson());
    const takePart = async (place: Recorded, hours: object): Promise<Recorded> => {
      const visit = await visitAt({ placeId: place.id });
      const { id } = await addItem(office, visit, hours);
      const who = { agendaItemId: id, personId: person.id, group: null };
      return office.record(`${visit.at}/participants`, aParticipation(who));
    };
    await takePart(city, at(9, 11));
    expect(kindsIn(await takePart(rome, at(12, 13)))).toEqual(['travel_time']);
  });
});
