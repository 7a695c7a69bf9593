import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anAgendaItem } from '#agendas/testing';
import { anAgreement } from '#agreements/testing';
import { aPerson, aPlace, aTopic, anOrganization, named, naples } from '#directory/testing';
import { anOutcome } from '#follow-ups/testing';
import type { Recorded } from './answer.js';
import { addItem, at, aVisit, eventReferenceTo, namesIn, referenceTo, twoDaysInItaly } from './known.js';
import { type Office, openOffice } from './office.js';

describe('recording further facts', () => {
  let office: Office;
  let italy: Recorded;
  let city: Recorded;

  beforeAll(async () => {
    office = await openOffice();
    office.setTime('2026-11-22T09:00:00Z');
    italy = await office.record('/v1/places', aPlace({ names: named('Italy'), kind: 'country' }));
    city = await office.record('/v1/places', naples({ parentId: italy.id }));
  });
  afterAll(() => office.close());

  const lastChange = async ({ at: address }: Recorded): Promise<Recorded[]> =>
    (await office.get(`${address}/history`)).body.items[0].fields;

  describe('of organizations', () => {
    it.each([
      'ministry',
      'embassy',
      'consulate',
      'school',
      'chamber',
      'international_organization',
      'party',
      'institute',
    ])('knows the kind %s', async (kind) => {
      const body = { names: named(kind), kind };
      const { id } = await office.record('/v1/organizations', body);
      const { body: found } = await office.get(`/v1/organizations?kind=${kind}`);
      expect(found.items.map((item: Recorded) => item.id)).toEqual([id]);
    });

    it('tells how to reach one, and whom to ask there', async () => {
      const person = await office.record('/v1/people', aPerson());
      const reach = { email: 'office@example.org', phone: '+39 081 000 0000' };
      const description = { it: 'cluster cinese dell’automazione industriale' };
      const csaa = await office.record(
        '/v1/organizations',
        anOrganization({ names: named('CSAA'), ...reach, contactPersonId: person.id, description }),
      );
      expect(csaa).toMatchObject({ ...reach, contactPerson: referenceTo(person), description });
      const { body } = await office.change(csaa, { contactPersonId: null, phone: null });
      expect([body.contactPerson, body.phone, body.email]).toEqual([null, null, reach.email]);
      expect(await lastChange(csaa)).toEqual([
        { field: 'contactPersonId', old: person.id, new: null },
        { field: 'phone', old: reach.phone, new: null },
      ]);
    });

    it('refuses what is no address to write to', async () => {
      const { status, body } = await office.post('/v1/organizations', { ...anOrganization(), email: 'CSAA' });
      expect([status, body.errors[0].pointer]).toEqual([400, '/email']);
    });
  });

  it.each<[path: string, body: object]>([
    ['/v1/places', aPlace({ names: named('Yangtze Delta'), kind: 'region' })],
    ['/v1/topics', aTopic({ names: named('Big data') })],
    ['/v1/organizations', anOrganization()],
    ['/v1/forum-series', { names: named('Zhongguancun Forum') }],
  ])('describes in words what there is: %s', async (path, body) => {
    const description = { it: 'motore della modernizzazione', en: 'an engine of modernization' };
    const recorded = await office.record(path, { ...body, description });
    expect(recorded.description).toEqual(description);
    const patched = await office.change(recorded, { description: { it: null } });
    expect(patched.body.description).toEqual({ en: description.en });
    expect(await lastChange(recorded)).toEqual([
      { field: 'description', old: description, new: { en: description.en } },
    ]);
  });

  describe('of events', () => {
    it('knows whether people meet in person or online, at an event and at its items', async () => {
      const [online, both] = await Promise.all(
        ['online', 'hybrid'].map((mode) =>
          office.record('/v1/forums', { names: named(`Forum ${mode}`), mode }),
        ),
      );
      const item = await addItem(office, both, { mode: 'online', kind: 'plenary' });
      expect([online.mode, both.mode, item.mode]).toEqual(['online', 'hybrid', 'online']);
      expect(namesIn(await office.get('/v1/forums?mode=online'))).toEqual(['Forum online']);
      expect(namesIn(await office.get('/v1/events?mode=hybrid'))).toEqual(['Forum hybrid']);
      expect(namesIn(await office.get('/v1/visits?mode=hybrid'))).toEqual([]);
    });

    it('numbers a mission, says its theme and which city receives it', async () => {
      const theme = { it: 'sfide digitali ed energetiche', en: 'digital and energy challenges' };
      const facts = { ordinal: 24, theme };
      const mission = await office.record('/v1/visits', aVisit({ ...facts, hostCityId: city.id }));
      expect(mission).toMatchObject({ ...facts, hostCity: referenceTo(city) });
      const { body } = await office.get(`/v1/visits?hostCity=${italy.id}`);
      expect(body.items.map(({ id, ordinal }: Recorded) => [id, ordinal])).toEqual([[mission.id, 24]]);
      const patched = await office.change(mission, {
        ordinal: 25,
        hostCityId: null,
        theme: { en: null },
      });
      expect(patched.body.theme).toEqual({ it: theme.it });
      expect(await lastChange(mission)).toEqual([
        { field: 'hostCityId', old: city.id, new: null },
        { field: 'ordinal', old: 24, new: 25 },
        { field: 'theme', old: theme, new: { it: theme.it } },
      ]);
    });

    it.each([0, -1, 1.5, '24'])('counts missions by positive whole numbers, not by %j', async (ordinal) => {
      const { status, body } = await office.post('/v1/visits', aVisit({ ordinal }));
      expect([status, body.errors[0].pointer]).toEqual([400, '/ordinal']);
    });

    it('knows how many side events were announced as vaguely as they were', async () => {
      const announcedSideEvents = { value: 6, qualifier: 'exact', unit: 'matchmaking meetings' };
      const summit = await office.record('/v1/forums', {
        names: named('Yangtze Delta summit'),
        announcedSideEvents,
      });
      expect(summit.announcedSideEvents).toEqual(announcedSideEvents);
      const { body } = await office.change(summit, { announcedSideEvents: { qualifier: 'over' } });
      expect(body.announcedSideEvents).toEqual({ ...announcedSideEvents, qualifier: 'over' });
    });

    it('knows when a series was founded, as far as anybody does', async () => {
      const series = await office.record('/v1/forum-series', { names: named('Summit'), founded: '202X' });
      const { body } = await office.get(`/v1/forum-series?q=summit`);
      expect([series.founded, body.items[0].founded]).toEqual(['202X', '202X']);
    });
  });

  describe('of agenda items', () => {
    it.each(['plenary', 'site_visit', 'networking'] as const)('knows the kind %s', async (kind) => {
      const visit = await office.record('/v1/visits', aVisit());
      const item = await office.record(`${visit.at}/agenda`, anAgendaItem({ kind }));
      expect(item.kind).toBe(kind);
    });

    it('orders what has no time by the part of the day, in the schedule of a person', async () => {
      const person = await office.record('/v1/people', aPerson());
      const visit = await office.record('/v1/visits', twoDaysInItaly('Guiyang in Naples'));
      const parts = ['evening', 'afternoon', null, 'midday', 'morning'];
      for (const dayPart of parts) {
        const title = { en: dayPart ?? 'whole day' };
        const { id } = await addItem(office, visit, { on: '2018-07-12', dayPart, title });
        await office.record(`${visit.at}/participants`, {
          personId: person.id,
          agendaItemId: id,
          side: 'guest',
          role: 'attendee',
        });
      }
      const { body } = await office.get(`${person.at}/schedule?from=2018-07-12&to=2018-07-12`);
      expect(body.items.map(({ dayPart }: Recorded) => dayPart)).toEqual([
        null,
        'morning',
        'midday',
        'afternoon',
        'evening',
      ]);
    });

    it('has a part of the day or a time, not both; a move to a time takes the part away', async () => {
      const visit = await office.record('/v1/visits', twoDaysInItaly('Guiyang in Naples'));
      const both = { ...anAgendaItem({ on: null }), ...at(9, 10), dayPart: 'morning' };
      const refused = await office.post(`${visit.at}/agenda`, both);
      expect(refused.body.errors.map(({ pointer }: Recorded) => pointer)).toEqual(['/dayPart']);
      const item = await addItem(office, visit, { on: '2018-07-12', dayPart: 'morning' });
      const { body } = await office.change(item, { on: null, dayPart: null, ...at(9, 10) });
      expect([body.dayPart, body.startsAt, body.sequence]).toEqual([null, at(9, 10).startsAt, 1]);
      const moves = [{ id: item.id, startsAt: null, endsAt: null, on: '2018-07-13', dayPart: 'evening' }];
      await office.post(`${visit.at}/agenda/moves`, { items: moves });
      const moved = await office.reread(item);
      expect([moved.on, moved.dayPart, moved.startsAt]).toEqual(['2018-07-13', 'evening', null]);
      expect((await lastChange(item)).map(({ field }) => field)).toEqual([
        'dayPart',
        'endsAt',
        'on',
        'sequence',
        'startsAt',
      ]);
    });
  });

  it('knows memoranda of agreement', async () => {
    const agreement = await office.record('/v1/agreements', anAgreement({ kind: 'moa' }));
    expect(agreement.kind).toBe('moa');
  });

  describe('of outcomes', () => {
    let brandDay: Recorded;
    let ranking: Recorded;

    beforeAll(async () => {
      const summit = await office.record('/v1/forums', { names: named('Yangtze Delta summit') });
      brandDay = await office.record('/v1/forums', { names: named('China Brand Day'), starts: '2026?' });
      ranking = await office.record(
        '/v1/outcomes',
        anOutcome({
          eventId: summit.id,
          kind: 'launch',
          text: { en: 'brand value list of manufacturing' },
          placeIds: [city.id, italy.id],
          announcedAtEventId: brandDay.id,
        }),
      );
    });

    it('knows the places they concern and the event they are announced at', () => {
      expect([ranking.places, ranking.announcedAtEvent]).toEqual([
        [referenceTo(city), referenceTo(italy)],
        eventReferenceTo(brandDay),
      ]);
    });

    it('finds them by both', async () => {
      const found = async (query: string) =>
        (await office.get(`/v1/outcomes?${query}`)).body.items.map(({ id, placeCount }: Recorded) => [
          id,
          placeCount,
        ]);
      const only = [[ranking.id, 2]];
      expect(await found(`announcedAt=${brandDay.id}`)).toEqual(only);
      expect(await found(`place=${city.id}`)).toEqual(only);
      expect(await found(`presentedAt=${brandDay.id}`)).toEqual([]);
    });

    it('stand in the timeline of those places', async () => {
      const { body } = await office.get(`/v1/timeline?place=${city.id}`);
      const kinds = body.items.map(({ kind, id }: Recorded) => [kind, id]);
      expect(kinds).toContainEqual(['outcome', ranking.id]);
    });

    it('tell in their history which places came and went', async () => {
      await office.change(await office.reread(ranking), { placeIds: [city.id], announcedAtEventId: null });
      expect(await lastChange(ranking)).toEqual([
        { field: 'announcedAtEventId', old: brandDay.id, new: null },
        { field: 'placeIds', old: [city.id, italy.id], new: [city.id] },
      ]);
    });
  });
});
