import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { anAgendaItem } from '#agendas/testing';
import { aPlace, named } from '#directory/testing';
import type { Answer, Recorded } from './answer.js';
import { addItem, at, eventReferenceTo, twoDaysInItaly } from './known.js';
import { type Office, openOffice } from './office.js';

describe('the room of a confirmed item', () => {
  let office: Office;
  let room: Recorded;
  let visit: Recorded;
  let other: Recorded;

  beforeAll(async () => {
    office = await openOffice();
    office.setTime('2018-07-01T09:00:00Z');
  });

  beforeEach(async () => {
    room = await office.record(
      '/v1/places',
      aPlace({ names: named('Sala Newton'), kind: 'room', timeZone: 'Europe/Rome' }),
    );
    visit = await office.record('/v1/visits', twoDaysInItaly('Guiyang delegation in Naples and Rome'));
    other = await office.record('/v1/visits', twoDaysInItaly('Tsinghua students in Naples'));
  });

  afterAll(() => office.close());

  it('is given to one of two organizers who confirm it at once; the other learns who has it', async () => {
    const welcome = await addItem(office, visit, { ...at(9, 11), placeId: room.id });
    const lecture = await addItem(office, other, {
      title: { en: 'Lecture' },
      ...at(10, 12),
      placeId: room.id,
    });
    const answers = await Promise.all([office.move(welcome, 'confirmed'), office.move(lecture, 'confirmed')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const [winner, event] = answers[0].status === 200 ? [welcome, visit] : [lecture, other];
    const { body } = answers.find(({ status }) => status === 409)!;
    expect([body.code, body.booking]).toEqual([
      'agenda-item.room-taken',
      {
        id: winner.id,
        title: winner.title.en,
        event: eventReferenceTo(event),
        startsAt: winner.startsAt,
        endsAt: winner.endsAt,
      },
    ]);
    expect(body.detail).toContain(`“${winner.title.en}” (${event.name})`);
  });

  it('is shared by the parts of an item, and free before and after it', async () => {
    const opening = await addItem(office, visit, { ...at(9, 11), placeId: room.id, status: 'confirmed' });
    const keynote = { ...at(10, 11), placeId: room.id, status: 'confirmed' };
    await addItem(office, visit, { ...keynote, parentId: opening.id });
    await addItem(office, visit, { ...at(11, 12), placeId: room.id, status: 'confirmed' });
    expect((await refused(visit, keynote)).booking.id).toBe(opening.id);
  });

  it('is free again once its item is cancelled or put away', async () => {
    const first = await addItem(office, visit, { ...at(9, 11), placeId: room.id, status: 'confirmed' });
    const second = await addItem(office, other, { ...at(9, 11), placeId: room.id });
    await office.move(first, 'cancelled');
    expect((await office.move(second, 'confirmed')).status).toBe(200);
    expect((await office.delete(second.at, { 'if-match': '*' })).status).toBe(204);
    const third = await addItem(office, other, { ...at(9, 11), placeId: room.id, status: 'confirmed' });
    const restored = await office.post(`${second.at}/restore`);
    expect([restored.status, restored.body.booking.id]).toEqual([409, third.id]);
  });

  it('is not any place: a venue becomes one only where nothing is booked twice', async () => {
    const venue = await office.record('/v1/places', aPlace({ kind: 'venue', timeZone: 'Europe/Rome' }));
    for (const event of [visit, other])
      await addItem(office, event, { ...at(9, 11), placeId: venue.id, status: 'confirmed' });
    const answer = await office.patch(venue.at, { kind: 'room' }, { 'if-match': venue.tag });
    expect([answer.status, answer.body.code]).toEqual([409, 'agenda-item.room-taken']);
  });

  it('cannot be booked twice in one request', async () => {
    const item = anAgendaItem({ on: undefined, ...at(9, 11), placeId: room.id, status: 'confirmed' });
    const answer = await office.post('/v1/visits', { names: named('Twice'), agenda: [item, item] });
    expect([answer.status, answer.body.code, answer.body.booking]).toEqual([
      409,
      'agenda-item.room-taken',
      undefined,
    ]);
  });

  describe('when its event is called off', () => {
    let welcome: Recorded;
    let lecture: Recorded;

    beforeEach(async () => {
      welcome = await addItem(office, visit, { ...at(9, 11), placeId: room.id, status: 'confirmed' });
      await move('planned');
    });

    const move = (to: string, more: object = {}) => office.post(`${visit.at}/transitions`, { to, ...more });
    const book = () =>
      addItem(office, other, {
        title: { en: 'Lecture' },
        ...at(10, 12),
        placeId: room.id,
        status: 'confirmed',
      });

    it.each([
      ['cancelled', 'planned'],
      ['postponed', 'planned'],
    ])('is free while that is %s, and is not taken back from others without a word', async (off, again) => {
      expect((await move(off)).status).toBe(200);
      lecture = await book();
      const refusal = await move(again);
      expect([refusal.status, refusal.body.code, refusal.body.bookings]).toEqual([
        409,
        'agenda-item.room-taken',
        [
          {
            id: lecture.id,
            title: 'Lecture',
            event: eventReferenceTo(other),
            startsAt: lecture.startsAt,
            endsAt: lecture.endsAt,
            item: { id: welcome.id, title: welcome.title.en },
          },
        ],
      ]);
      expect((await office.reread(visit)).status).toBe(off);
      expect((await move(again, { releaseRooms: true })).status).toBe(200);
      const { status, standing, statusHistory } = await office.reread(welcome);
      expect([status, standing, statusHistory.at(-1).reason]).toEqual([
        'proposed',
        'stands',
        'its room was taken',
      ]);
      expect((await office.reread(lecture)).status).toBe('confirmed');
    });

    it('is of the first of its own items that were booked there at once', async () => {
      await move('postponed');
      const [second, third] = [
        await addItem(office, visit, { ...at(10, 12), placeId: room.id, status: 'confirmed' }),
        await addItem(office, visit, { ...at(12, 13), placeId: room.id, status: 'confirmed' }),
      ];
      const refusal = await move('planned');
      const named = (refusal.body.bookings as Recorded[]).map(({ id, item }) => [id, item.id]);
      expect([refusal.status, named]).toEqual([409, [[welcome.id, second.id]]]);
      expect((await move('planned', { releaseRooms: true })).status).toBe(200);
      const statuses = [welcome, second, third].map(async (one) => (await office.reread(one)).status);
      expect(await Promise.all(statuses)).toEqual(['confirmed', 'proposed', 'confirmed']);
    });

    it('is its own again where nobody took it', async () => {
      await move('cancelled');
      expect((await move('planned')).status).toBe(200);
      expect(
        (await refused(other, { ...at(10, 12), placeId: room.id, status: 'confirmed' })).booking.id,
      ).toBe(welcome.id);
    });

    it('stays free where another way of not taking place follows', async () => {
      await move('postponed');
      await book();
      expect((await move('cancelled')).status).toBe(200);
    });
  });

  const refused = async (event: Recorded, item: object): Promise<Answer['body']> => {
    const { status, body } = await office.post(
      `${event.at}/agenda`,
      anAgendaItem({ on: undefined, ...item }),
    );
    expect([status, body.code]).toEqual([409, 'agenda-item.room-taken']);
    return body;
  };
});
