import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aPlace, named } from '#directory/testing';
import type { Recorded } from './answer.js';
import { addItem, at, twoDaysInItaly } from './known.js';
import { type Office, openOffice } from './office.js';

describe('many items rearranged in one request', () => {
  let office: Office;
  let visit: Recorded;
  let room: Recorded;
  let hall: Recorded;
  let first: Recorded;
  let second: Recorded;

  beforeAll(async () => {
    office = await openOffice();
    office.setTime('2018-07-01T09:00:00Z');
  });

  afterAll(() => office.close());

  beforeEach(async () => {
    const italian = { kind: 'room', timeZone: 'Europe/Rome' } as const;
    visit = await office.record('/v1/visits', twoDaysInItaly('Guiyang delegation in Naples and Rome'));
    room = await office.record('/v1/places', aPlace({ names: named('Sala Newton'), ...italian }));
    hall = await office.record('/v1/places', aPlace({ names: named('Sala Galilei'), ...italian }));
    first = await addItem(office, visit, { ...at(9, 11), placeId: room.id, status: 'confirmed' });
    second = await addItem(office, visit, { ...at(9, 11), placeId: hall.id, status: 'confirmed' });
  });

  const rearrange = (items: object[]) => office.post(`${visit.at}/agenda/moves`, { items });

  it('can swap their rooms, their order and their hours', async () => {
    const answer = await rearrange([
      { id: first.id, version: 1, position: 7, placeId: hall.id },
      { id: second.id, position: 6, placeId: room.id, ...at(10, 12) },
    ]);
    const items = answer.body.items.map((item: Recorded) => [
      item.id,
      item.version,
      item.sequence,
      item.place.id,
    ]);
    expect([answer.status, items, answer.body.conflicts]).toEqual([
      200,
      [
        [second.id, 2, 1, room.id],
        [first.id, 2, 1, hall.id],
      ],
      [],
    ]);
  });

  it('are not changed where they stay as they are', async () => {
    const answer = await rearrange([
      { id: first.id, ...at(9, 11), placeId: room.id },
      { id: second.id, ...at(10, 12) },
    ]);
    expect(answer.body.items.map(({ version, sequence }: Recorded) => [version, sequence])).toEqual([
      [1, 0],
      [2, 1],
    ]);
  });

  it('are rearranged all or not at all, and each fault is named', async () => {
    const stale = await rearrange([
      { id: first.id, placeId: null },
      { id: second.id, version: 7, placeId: room.id },
    ]);
    expect([stale.status, stale.body.code, stale.body.errors[0].pointer]).toEqual([
      412,
      'record.stale',
      '/items/1/version',
    ]);
    const wrong = await rearrange([
      { id: first.id, on: '2018-07-12' },
      { id: second.id, endsAt: at(7, 8).endsAt },
    ]);
    expect([wrong.status, wrong.body.errors.map(({ pointer }: Recorded) => pointer)]).toEqual([
      400,
      ['/items/0/on', '/items/1/endsAt'],
    ]);
    const unknown = await rearrange([{ id: visit.id, position: 0 }]);
    expect([unknown.status, unknown.body.errors[0].code]).toEqual([400, 'unknown-item']);
    const taken = await rearrange([{ id: first.id, placeId: hall.id }]);
    expect([taken.status, taken.body.booking.id]).toEqual([409, second.id]);
    expect((await office.get(first.at)).body.version).toBe(1);
  });

  it('tells the conflicts that this brings about', async () => {
    const { body } = await rearrange([
      { id: first.id, ...at(6, 7), startsAt: '2018-07-20T09:00:00+02:00', endsAt: null },
    ]);
    expect(body.conflicts.map(({ kind }: Recorded) => kind)).toEqual(['outside_dates']);
  });
});
