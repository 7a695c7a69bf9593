import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aDelegation, aMember } from '#delegations/testing';
import { aPerson, aPlace, named, naples } from '#directory/testing';
import { aParticipation } from '#participants/testing';
import type { Recorded } from './answer.js';
import { addItem, at, eventReferenceTo, twoDaysInItaly } from './known.js';
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
      aPlace({ names: named('Sala Newton'), kind: 'room', parentId: city.id, timeZone: null }),
    );
    visit = await office.record('/v1/visits', twoDaysInItaly('Guiyang delegation in Naples and Rome'));
    other = await office.record('/v1/visits', twoDaysInItaly('Tsinghua students in Naples'));
  });

  afterAll(() => office.close());

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
      welcome = await addItem(office, visit, { ...at(9, 11), title: { en: 'Welcome' } });
      lecture = await addItem(office, other, { ...at(10, 12), title: { en: 'Lecture' } });
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
      for (const item of [welcome, lecture]) await office.move(item, 'confirmed');
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

    it('needs it after the item that ends last, whatever else there is meanwhile', async () => {
      const far = await office.record(
        '/v1/places',
        naples({ names: named('Far'), latitude: null, longitude: null }),
      );
      const time = { fromPlaceId: far.id, toPlaceId: city.id, minutes: 90 };
      const travel = await office.record('/v1/travel-times', time);
      const short = await addItem(office, visit, { ...at(10, 11), placeId: room.id });
      await office.patch(welcome.at, { ...at(9, 12), placeId: room.id }, { 'if-match': '*' });
      await office.patch(lecture.at, { ...at(13, 14), placeId: far.id }, { 'if-match': '*' });
      await takePart(other, lecture, { personId: interpreter.id });
      await takePart(visit, short, { personId: interpreter.id });
      const hurried = (await conflictsOf(other)).map(({ kind, items }: Recorded) => [kind, items[0].id]);
      expect(hurried).toEqual([['travel_time', welcome.id]]);
      await office.delete(travel.at, { 'if-match': '*' });
    });

    it('has a schedule, and so has a place', async () => {
      await takePart(other, lecture, { personId: interpreter.id });
      await office.patch(lecture.at, { placeId: room.id }, { 'if-match': '*' });
      await addItem(office, visit, { title: { en: 'Some day' }, on: '2018-07-12', placeId: room.id });
      const titles = async (record: Recorded, days: string) =>
        (await office.get(`${record.at}/schedule?${days}`)).body.items.map(({ title }: Recorded) => title);
      expect(await titles(interpreter, 'from=2018-07-12&to=2018-07-12')).toEqual(['Welcome', 'Lecture']);
      expect(await titles(room, 'from=2018-07-01&to=2018-07-31')).toEqual(['Some day', 'Lecture']);
      expect(await titles(interpreter, 'from=2018-07-13&to=2018-07-14')).toEqual([]);
      await office.move(lecture, 'cancelled');
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
      event: eventReferenceTo(event),
      ...at(from, to),
      on: null,
      place: null,
    });
  });

  it('tells what lies outside the dates of its event, and what is too large for its place', async () => {
    const small = await office.record(
      '/v1/places',
      aPlace({ kind: 'room', timeZone: 'Europe/Rome', capacity: 5 }),
    );
    const item = await addItem(office, visit, { on: '2018-07', placeId: small.id });
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
    const item = await addItem(office, visit, { on: '2018-07-13', placeId: hall.id });
    const guests = { delegationId: delegation.id, agendaItemId: item.id, side: 'guest', role: 'attendee' };
    const { conflicts } = await office.record(`${visit.at}/participants`, guests);
    expect(conflicts.map(({ detail }: Recorded) => detail)).toEqual([
      '15 people are expected, and the place holds 12.',
    ]);
  });
});
