import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { anAgendaItem } from '#agendas/testing';
import { aDelegation, aMember } from '#delegations/testing';
import { aPerson, aPlace, named, naples } from '#directory/testing';
import { aParticipation } from '#participants/testing';
import type { Answer, Recorded } from './answer.js';
import { type Office, openOffice } from './office.js';

describe('keeping an agenda free of conflicts', () => {
  let office: Office;
  let city: Recorded;
  let room: Recorded;
  let visit: Recorded;
  let other: Recorded;

  beforeAll(async () => {
    office = await openOffice();
    office.setTime('2018-07-01T09:00:00Z');
    city = await office.record('/v1/places', naples({ latitude: 40.8518, longitude: 14.2681 }));
  });

  beforeEach(async () => {
    room = await office.record(
      '/v1/places',
      aPlace({ names: named('Sala Newton'), kind: 'room', parentId: city.id }),
    );
    visit = await newVisit('Guiyang delegation in Naples and Rome');
    other = await newVisit('Tsinghua students in Naples');
  });

  afterAll(() => office.close());

  const newVisit = (name: string) =>
    office.record('/v1/visits', {
      names: named(name),
      starts: '2018-07-12',
      ends: '2018-07-13',
      timeZone: 'Europe/Rome',
    });

  const add = (event: Recorded, item: object) =>
    office.record(`${event.at}/agenda`, anAgendaItem({ on: undefined, ...item }));

  const move = (item: Recorded, to: string) => office.post(`${item.at}/transitions`, { to });

  describe('a confirmed room', () => {
    it('is given to one of two organizers who confirm it at once; the other learns who has it', async () => {
      const welcome = await add(visit, { ...at(9, 11), placeId: room.id });
      const lecture = await add(other, { title: { en: 'Lecture' }, ...at(10, 12), placeId: room.id });
      const answers = await Promise.all([move(welcome, 'confirmed'), move(lecture, 'confirmed')]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      const [winner, event] = answers[0].status === 200 ? [welcome, visit] : [lecture, other];
      const { body } = answers.find(({ status }) => status === 409)!;
      expect([body.code, body.booking]).toEqual([
        'agenda-item.room-taken',
        {
          id: winner.id,
          title: winner.title.en,
          event: { id: event.id, name: event.name },
          startsAt: winner.startsAt,
          endsAt: winner.endsAt,
        },
      ]);
      expect(body.detail).toContain(`“${winner.title.en}” (${event.name})`);
    });

    it('is shared by the parts of an item, and free before and after it', async () => {
      const opening = await add(visit, { ...at(9, 11), placeId: room.id, status: 'confirmed' });
      const keynote = { ...at(10, 11), placeId: room.id, status: 'confirmed' };
      await add(visit, { ...keynote, parentId: opening.id });
      await add(visit, { ...at(11, 12), placeId: room.id, status: 'confirmed' });
      expect((await refused(visit, keynote)).booking.id).toBe(opening.id);
    });

    it('is free again once its item is cancelled or put away', async () => {
      const first = await add(visit, { ...at(9, 11), placeId: room.id, status: 'confirmed' });
      const second = await add(other, { ...at(9, 11), placeId: room.id });
      await move(first, 'cancelled');
      expect((await move(second, 'confirmed')).status).toBe(200);
      expect((await office.delete(second.at, { 'if-match': '*' })).status).toBe(204);
      const third = await add(other, { ...at(9, 11), placeId: room.id, status: 'confirmed' });
      const restored = await office.post(`${second.at}/restore`);
      expect([restored.status, restored.body.booking.id]).toEqual([409, third.id]);
    });

    it('is not any place: a venue becomes one only where nothing is booked twice', async () => {
      const venue = await office.record('/v1/places', aPlace({ kind: 'venue', timeZone: 'Europe/Rome' }));
      for (const event of [visit, other])
        await add(event, { ...at(9, 11), placeId: venue.id, status: 'confirmed' });
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

    const refused = async (event: Recorded, item: object): Promise<Answer['body']> => {
      const { status, body } = await office.post(
        `${event.at}/agenda`,
        anAgendaItem({ on: undefined, ...item }),
      );
      expect([status, body.code]).toEqual([409, 'agenda-item.room-taken']);
      return body;
    };
  });

  describe('a person', () => {
    let interpreter: Recorded;
    let delegation: Recorded;
    let welcome: Recorded;
    let lecture: Recorded;

    beforeEach(async () => {
      interpreter = await office.record('/v1/people', aPerson({ names: named('Interpreter') }));
      delegation = await office.record('/v1/delegations', aDelegation());
      await office.record(
        `${delegation.at}/members`,
        aMember({ placeholder: null, personId: interpreter.id, role: 'interpreter' }),
      );
      welcome = await add(visit, { ...at(9, 11), title: { en: 'Welcome' } });
      lecture = await add(other, { ...at(10, 12), title: { en: 'Lecture' } });
      await takePart(visit, welcome, { delegationId: delegation.id });
    });

    const takePart = (event: Recorded, item: Recorded, who: object) =>
      office.record(`${event.at}/participants`, aParticipation({ agendaItemId: item.id, ...who }));

    const conflictsOf = async (event: Recorded, query = '') =>
      (await office.get(`${event.at}/agenda/conflicts${query}`)).body.items;

    it('is told to be at two items at once, by whatever write brings it about', async () => {
      const participation = await takePart(other, lecture, { personId: interpreter.id });
      expect(participation.conflicts).toEqual([
        {
          fingerprint: expect.any(String),
          kind: 'interpreter_twice',
          severity: 'warning',
          detail: 'An interpreter is expected at two items at once.',
          resolution: 'Move one of the two items, or find another interpreter for one of them.',
          items: [shown(welcome, visit, 9, 11), shown(lecture, other, 10, 12)],
          people: [{ id: interpreter.id, name: interpreter.name }],
          delegations: [],
          place: null,
          acknowledgement: null,
        },
      ]);
      for (const event of [visit, other]) expect(await conflictsOf(event)).toEqual(participation.conflicts);
      for (const item of [welcome, lecture]) await move(item, 'confirmed');
      expect((await office.get(welcome.at)).body.conflicts[0].severity).toBe('error');
      const moved = await office.patch(lecture.at, at(11, 12), { 'if-match': '*' });
      expect([moved.status, moved.body.conflicts, await conflictsOf(visit)]).toEqual([200, [], []]);
    });

    it('may be, where an organizer says why, until anything of it changes', async () => {
      await takePart(other, lecture, { personId: interpreter.id });
      const [conflict] = await conflictsOf(visit);
      const path = `${visit.at}/agenda/conflicts/${conflict.fingerprint}/acknowledgement`;
      const answer = await office.post(path, { reason: 'the embassy lends one' });
      const acknowledgement = {
        reason: 'the embassy lends one',
        at: '2018-07-01T09:00:00.000Z',
        by: { id: expect.any(String), name: 'Office' },
      };
      expect([answer.status, answer.body]).toEqual([200, { ...conflict, acknowledgement }]);
      expect(await conflictsOf(other)).toEqual([answer.body]);
      const counts = async () =>
        Promise.all(
          ['true', 'false'].map(async (one) => (await conflictsOf(visit, `?acknowledged=${one}`)).length),
        );
      expect(await counts()).toEqual([1, 0]);
      // There and back again is a change of its own.
      for (const hours of [at(9, 12), at(10, 12)]) await office.patch(lecture.at, hours, { 'if-match': '*' });
      expect(await counts()).toEqual([0, 1]);
      expect((await office.post(path, { reason: 'again' })).status).toBe(404);
    });

    it('needs time to get from one place to the next', async () => {
      const rome = await office.record(
        '/v1/places',
        naples({ names: named('Rome'), latitude: 41.9, longitude: 12.48 }),
      );
      await office.patch(welcome.at, { placeId: room.id }, { 'if-match': '*' });
      await office.patch(lecture.at, { ...at(12, 13), placeId: rome.id }, { 'if-match': '*' });
      await takePart(other, lecture, { delegationId: delegation.id });
      const [conflict] = await conflictsOf(visit);
      expect([conflict.kind, conflict.severity, conflict.detail]).toEqual([
        'travel_time',
        'warning',
        'Getting from one place to the other takes about 299 minutes by the distance between them; there are 60.',
      ]);
      expect(conflict.delegations).toEqual([{ id: delegation.id, name: delegation.name }]);
      const time = { fromPlaceId: rome.id, toPlaceId: city.id, minutes: 75 };
      const travel = await office.record('/v1/travel-times', time);
      expect((await conflictsOf(visit))[0].detail).toBe(
        'Getting from one place to the other takes 75 minutes; there are 60.',
      );
      expect((await office.patch(travel.at, { minutes: 60 }, { 'if-match': travel.tag })).status).toBe(200);
      expect(await conflictsOf(visit)).toEqual([]);
      const back = await office.post('/v1/travel-times', {
        ...time,
        fromPlaceId: city.id,
        toPlaceId: rome.id,
      });
      expect([back.status, back.body.code]).toEqual([409, 'travel-time.twice']);
      await office.delete(travel.at, { 'if-match': '*' });
    });

    it('has a schedule, and so has a place', async () => {
      await takePart(other, lecture, { personId: interpreter.id });
      await office.patch(lecture.at, { placeId: room.id }, { 'if-match': '*' });
      await add(visit, { title: { en: 'Some day' }, on: '2018-07-12', placeId: room.id });
      const titles = async (record: Recorded, days: string) =>
        (await office.get(`${record.at}/schedule?${days}`)).body.items.map(({ title }: Recorded) => title);
      expect(await titles(interpreter, 'from=2018-07-12&to=2018-07-12')).toEqual(['Welcome', 'Lecture']);
      expect(await titles(room, 'from=2018-07-01&to=2018-07-31')).toEqual(['Some day', 'Lecture']);
      expect(await titles(interpreter, 'from=2018-07-13&to=2018-07-14')).toEqual([]);
      await move(lecture, 'cancelled');
      expect(await titles(interpreter, 'from=2018-07-12&to=2018-07-12')).toEqual(['Welcome']);
      const long = await office.get(`${room.at}/schedule?from=2018-07-12&to=2020-07-12`);
      expect([long.status, long.body.errors[0].pointer]).toEqual([400, '?to']);
      expect((await office.get(`/v1/people/${room.id}/schedule?from=2018-07-12&to=2018-07-12`)).status).toBe(
        404,
      );
    });

    const shown = (item: Recorded, event: Recorded, from: number, to: number) => ({
      id: item.id,
      title: item.title.en,
      event: { id: event.id, name: event.name },
      ...at(from, to),
      on: null,
      place: null,
    });
  });

  describe('many items moved in one request', () => {
    let first: Recorded;
    let second: Recorded;
    let hall: Recorded;

    beforeEach(async () => {
      const italian = { kind: 'room', timeZone: 'Europe/Rome' } as const;
      hall = await office.record('/v1/places', aPlace({ names: named('Sala Galilei'), ...italian }));
      first = await add(visit, { ...at(9, 11), placeId: room.id, status: 'confirmed' });
      second = await add(visit, { ...at(9, 11), placeId: hall.id, status: 'confirmed' });
    });

    const moveAll = (items: object[]) => office.post(`${visit.at}/agenda/moves`, { items });

    it('can swap their rooms, their order and their hours', async () => {
      const answer = await moveAll([
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

    it('are moved all or not at all, and each fault is named', async () => {
      const stale = await moveAll([
        { id: first.id, placeId: null },
        { id: second.id, version: 7, placeId: room.id },
      ]);
      expect([stale.status, stale.body.code, stale.body.errors[0].pointer]).toEqual([
        412,
        'record.stale',
        '/items/1/version',
      ]);
      const wrong = await moveAll([
        { id: first.id, on: '2018-07-12' },
        { id: second.id, endsAt: at(7, 8).endsAt },
      ]);
      expect([wrong.status, wrong.body.errors.map(({ pointer }: Recorded) => pointer)]).toEqual([
        400,
        ['/items/0/on', '/items/1/endsAt'],
      ]);
      const unknown = await moveAll([{ id: visit.id, position: 0 }]);
      expect([unknown.status, unknown.body.errors[0].code]).toEqual([400, 'unknown-item']);
      const taken = await moveAll([{ id: first.id, placeId: hall.id }]);
      expect([taken.status, taken.body.booking.id]).toEqual([409, second.id]);
      expect((await office.get(first.at)).body.version).toBe(1);
    });

    it('tells the conflicts that this brings about', async () => {
      const { body } = await moveAll([
        { id: first.id, ...at(6, 7), startsAt: '2018-07-20T09:00:00+02:00', endsAt: null },
      ]);
      expect(body.conflicts.map(({ kind }: Recorded) => kind)).toEqual(['outside_dates']);
    });
  });

  it('tells what lies outside the dates of its event, and what is too large for its place', async () => {
    const small = await office.record(
      '/v1/places',
      aPlace({ kind: 'room', timeZone: 'Europe/Rome', capacity: 5 }),
    );
    const item = await add(visit, { on: '2018-07', placeId: small.id });
    expect(item.conflicts).toEqual([]);
    const students = await office.record(
      `${visit.at}/participants`,
      aParticipation({ agendaItemId: item.id }),
    );
    const late = await office.patch(item.at, { on: '2018-08' }, { 'if-match': '*' });
    expect(late.body.conflicts.map(({ detail }: Recorded) => detail).sort()).toEqual([
      '6 people are expected, and the place holds 5.',
      'It lies outside the dates of its event, which are 2018-07-12 to 2018-07-13.',
    ]);
    expect(students.conflicts.map(({ kind }: Recorded) => kind)).toEqual(['capacity']);
  });

  it('counts the members of a delegation that nobody has named yet', async () => {
    const hall = await office.record(
      '/v1/places',
      aPlace({ kind: 'room', timeZone: 'Europe/Rome', capacity: 12 }),
    );
    const delegation = await office.record('/v1/delegations', {
      names: named('Guiyang delegation'),
      declaredSize: { value: 15, qualifier: 'about' },
    });
    const item = await add(visit, { on: '2018-07-13', placeId: hall.id });
    const guests = { delegationId: delegation.id, agendaItemId: item.id, side: 'guest', role: 'attendee' };
    const { conflicts } = await office.record(`${visit.at}/participants`, guests);
    expect(conflicts.map(({ detail }: Recorded) => detail)).toEqual([
      '15 people are expected, and the place holds 12.',
    ]);
  });
});

/** From one hour to another of the first day. */
function at(from: number, to: number): { startsAt: string; endsAt: string } {
  const hour = (of: number) => `2018-07-12T${String(of).padStart(2, '0')}:00:00+02:00`;
  return { startsAt: hour(from), endsAt: hour(to) };
}
