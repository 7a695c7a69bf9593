import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { named } from '#directory/testing';
import type { Recorded } from './answer.js';
import { type Known, guiyangDelegation, namesIn, recordKnown } from './known.js';
import { type Office, openOffice } from './office.js';

const GUIYANG = 'Guiyang in Naples and Rome';
const TURIN = 'Beijing in Turin';
const WORKSHOP = 'Workshop of Tsinghua students';
const WEEK = 'Italy-China Week';
const EXPO = 'China International Big Data Expo';
const FORUM = 'Zhongguancun Forum';
const SOMEDAY = 'Forum of some year';

describe('finding visits and forums', () => {
  let office: Office;
  let known: Known;
  let delegation: Recorded;
  let beijing: Recorded;
  let series: Recorded;
  const events = new Map<string, Recorded>();

  beforeAll(async () => {
    office = await openOffice();
    office.setTime('2018-11-01T09:00:00Z');
    known = await recordKnown(office);
    delegation = await office.record('/v1/delegations', guiyangDelegation(known));
    const city = { names: named('Beijing'), kind: 'city', parentId: known.china.id };
    beijing = await office.record('/v1/places', city);
    series = await office.record('/v1/forum-series', { names: named(FORUM) });
    await recordEvents();
  });

  afterAll(() => office.close());

  const record = async (path: string, name: string, fields: object): Promise<void> => {
    events.set(name, await office.record(path, { names: named(name), ...fields }));
  };

  const recordEvents = async (): Promise<void> => {
    const { naples, rome, scienceCentre, guiyang, bigData, robotics, cittaDellaScienza, tsinghua } = known;
    await record('/v1/forums', WEEK, {
      starts: '2018-10-22',
      ends: '2018-10-25',
      legs: [{ placeId: naples.id }, { placeId: rome.id }],
      status: 'held',
      format: 'week',
    });
    await record('/v1/visits', GUIYANG, {
      starts: '2018-07-12',
      ends: '2018-07-13',
      legs: [{ placeId: naples.id }, { placeId: rome.id }],
      topicIds: [bigData.id],
      delegationIds: [delegation.id],
      direction: 'incoming',
      category: 'exploratory',
      responsibleId: naples.createdBy.id,
      status: 'completed',
      agenda: [{ kind: 'meeting', title: { en: 'Welcome' }, hostOrganizationIds: [cittaDellaScienza.id] }],
    });
    await record('/v1/visits', TURIN, {
      datesNote: { it: 'recente' },
      participants: [{ personId: known.deGennaro.id, side: 'host', role: 'escort' }],
    });
    await record('/v1/visits', WORKSHOP, {
      starts: '2018-07-09',
      ends: '2018-07',
      placeId: scienceCentre.id,
      topicIds: [robotics.id],
      parentId: events.get(WEEK).id,
      status: 'closed',
      participants: [
        {
          group: { label: { en: 'students' }, quantity: { value: 6, qualifier: 'exact' } },
          organizationId: tsinghua.id,
          side: 'guest',
          role: 'attendee',
        },
      ],
    });
    await record('/v1/forums', EXPO, {
      starts: '2018-05',
      placeId: guiyang.id,
      visibility: 'public',
      format: 'expo',
      participants: [{ delegationId: delegation.id, side: 'guest', role: 'attendee' }],
    });
    await record('/v1/forums', FORUM, {
      starts: '2024-05-10',
      ends: '2024-05-14',
      placeId: beijing.id,
      seriesId: series.id,
      status: 'scheduled',
    });
    await record('/v1/forums', SOMEDAY, { starts: '2018' });
  };

  const find = async (query: string, list = 'events'): Promise<string[]> =>
    namesIn(await office.get(`/v1/${list}?${query}`));

  it('lists the latest first and the undated last', async () => {
    expect(await find('')).toEqual([FORUM, SOMEDAY, WEEK, WORKSHOP, GUIYANG, EXPO, TURIN]);
    expect(await find('', 'visits')).toEqual([WORKSHOP, GUIYANG, TURIN]);
    expect(await find('', 'forums')).toEqual([FORUM, SOMEDAY, WEEK, EXPO]);
  });

  it.each([
    ['sort=date', [TURIN, EXPO, GUIYANG, WORKSHOP, WEEK, SOMEDAY, FORUM]],
    ['sort=name', [TURIN, EXPO, SOMEDAY, GUIYANG, WEEK, WORKSHOP, FORUM]],
    ['kind=visit', [WORKSHOP, GUIYANG, TURIN]],
    ['status=completed', [GUIYANG]],
    ['status=completed&status=closed', [WORKSHOP, GUIYANG]],
    ['dated=false', [TURIN]],
    ['dated=true&kind=visit', [WORKSHOP, GUIYANG]],
    ['visibility=public', [EXPO]],
    ['q=week', [WEEK]],
    ['q=i', [WEEK, GUIYANG, EXPO, TURIN]],
    ['q=ing', [WORKSHOP, TURIN]],
  ])('finds by %s', async (query, names) => {
    expect(await find(query)).toEqual(names);
  });

  describe('by the days that they may last', () => {
    it.each([
      ['to the day', 'from=2018-07-13&to=2018-07-13', [SOMEDAY, WORKSHOP, GUIYANG]],
      ['before all of a visit', 'from=2018-07-14&to=2018-07-14', [SOMEDAY, WORKSHOP]],
      ['the last day of a month', 'from=2018-07-31', [FORUM, SOMEDAY, WEEK, WORKSHOP]],
      ['beyond the month', 'from=2018-08-01', [FORUM, SOMEDAY, WEEK]],
      ['the first day of a month', 'to=2018-05-01', [SOMEDAY, EXPO]],
      ['before the month', 'to=2018-04-30', [SOMEDAY]],
      ['within a month', 'from=2018-05-15&to=2018-05-16', [SOMEDAY, EXPO]],
      ['the first day of a year', 'to=2018-01-01', [SOMEDAY]],
      ['before the year', 'to=2017-12-31', []],
      ['the last day of a year', 'from=2018-12-31', [FORUM, SOMEDAY]],
      ['beyond the year', 'from=2019-01-01', [FORUM]],
    ])('%s: %s', async (_, query, names) => {
      expect(await find(query)).toEqual(names);
    });
  });

  describe('by what they concern', () => {
    it.each([
      ['topic', () => known.bigData, [GUIYANG]],
      ['series', () => series, [FORUM]],
      ['parent', () => events.get(WEEK), [WORKSHOP]],
      ['responsible', () => known.naples.createdBy, [GUIYANG]],
    ])('%s', async (parameter, value, names) => {
      expect(await find(`${parameter}=${value().id}`)).toEqual(names);
    });

    it.each([
      ['that goes there, or takes part', () => delegation, [GUIYANG, EXPO]],
      ['that is not in any', () => series, []],
    ])('delegation %s', async (_, value, names) => {
      expect(await find(`delegation=${value().id}`)).toEqual(names);
    });

    it.each([
      ['a participant', () => known.deGennaro, [TURIN]],
      ['a member of a delegation that visits or takes part', () => known.wuHongchun, [GUIYANG, EXPO]],
    ])('person: %s', async (_, value, names) => {
      expect(await find(`person=${value().id}`)).toEqual(names);
    });

    it.each([
      ['that hosts an agenda item', () => known.cittaDellaScienza, [GUIYANG]],
      ['that a group comes from', () => known.tsinghua, [WORKSHOP]],
      ['that a delegation represents', () => known.municipality, [GUIYANG, EXPO]],
      ['that a member of a delegation comes from', () => known.bureau, [GUIYANG, EXPO]],
    ])('organization %s', async (_, value, names) => {
      expect(await find(`organization=${value().id}`)).toEqual(names);
    });

    it('direction and category of visits, format of forums', async () => {
      expect(await find('direction=incoming', 'visits')).toEqual([GUIYANG]);
      expect(await find('category=exploratory', 'visits')).toEqual([GUIYANG]);
      expect(await find('format=expo', 'forums')).toEqual([EXPO]);
      expect((await office.get('/v1/forums?direction=incoming')).status).toBe(400);
    });
  });

  describe('by place', () => {
    const within = (place: Recorded, query = ''): Promise<string[]> => find(`place=${place.id}${query}`);

    it('with everything inside it: its own place and those of its legs', async () => {
      expect(await within(known.scienceCentre)).toEqual([WORKSHOP]);
      expect(await within(known.naples)).toEqual([WEEK, WORKSHOP, GUIYANG]);
      expect(await within(known.italy)).toEqual([WEEK, WORKSHOP, GUIYANG]);
      expect(await within(known.china)).toEqual([FORUM, EXPO]);
    });

    it('together with days, topics, orders and counts', async () => {
      expect(await within(known.italy, '&from=2018-07-14')).toEqual([WEEK, WORKSHOP]);
      expect(await within(known.italy, '&to=2018-07-31&kind=visit&sort=date')).toEqual([GUIYANG, WORKSHOP]);
      expect(await within(known.italy, '&sort=name')).toEqual([GUIYANG, WEEK, WORKSHOP]);
      expect(await within(known.italy, `&topic=${known.robotics.id}`)).toEqual([WORKSHOP]);
      const { body } = await office.get(`/v1/events?place=${known.italy.id}&count=true&limit=1`);
      expect([namesIn({ body }), body.total]).toEqual([[WEEK], 3]);
    });

    it('that a second place contains, until it no longer does', async () => {
      const region = { names: named('Twin cities'), kind: 'region' };
      const twins = await office.record('/v1/places', region);
      expect(await within(twins)).toEqual([]);
      await change(known.naples, { containedInIds: [twins.id] });
      await change(known.guiyang, { containedInIds: [twins.id] });
      expect(await within(twins)).toEqual([WEEK, WORKSHOP, GUIYANG, EXPO]);
      await change(known.naples, { containedInIds: [] });
      expect(await within(twins)).toEqual([EXPO]);
      expect(await within(known.italy)).toEqual([WEEK, WORKSHOP, GUIYANG]);
    });

    it('after a place was moved to another parent', async () => {
      const region = await office.record('/v1/places', { names: named('Campania'), kind: 'region' });
      await change(known.naples, { parentId: region.id });
      expect(await within(region)).toEqual([WEEK, WORKSHOP, GUIYANG]);
      // The week and the visit have a stop in Rome, which stays in Italy.
      expect(await within(known.italy)).toEqual([WEEK, GUIYANG]);
      await change(region, { parentId: known.italy.id });
      expect(await within(known.italy)).toEqual([WEEK, WORKSHOP, GUIYANG]);
    });

    it('after an event was moved, or one of its legs was', async () => {
      const visit = await office.record('/v1/visits', { names: named('Moved'), placeId: known.guiyang.id });
      expect(await within(known.china)).toEqual([FORUM, EXPO, 'Moved']);
      await change(visit, { placeId: null, legs: [{ placeId: known.rome.id }], starts: '2030' });
      expect(await within(known.china)).toEqual([FORUM, EXPO]);
      expect(await within(known.rome)).toEqual(['Moved', WEEK, GUIYANG]);
      await change(visit, { legs: [] });
      expect(await within(known.rome)).toEqual([WEEK, GUIYANG]);
      await office.delete(visit.at, { 'if-match': '*' });
    });

    const change = async (record: Recorded, patch: object): Promise<void> => {
      const { status } = await office.patch(record.at, patch, { 'if-match': '*' });
      expect(status).toBe(200);
    };
  });

  it('lists what has changed since an instant', async () => {
    office.setTime('2018-11-02T09:00:00Z');
    const { at, tag } = events.get(EXPO);
    await office.patch(at, { summary: { en: 'Big data in the health sector' } }, { 'if-match': tag });
    expect(await find('updatedSince=2018-11-02T09:00:00Z')).toEqual([EXPO]);
    expect(await find('updatedSince=2018-11-02T10:00:00%2B01:00', 'forums')).toEqual([EXPO]);
    expect(await find('updatedSince=2018-11-02T09:00:00.001Z')).toEqual([]);
    expect((await find('sort=-updated'))[0]).toBe(EXPO);
  });

  it('counts all of them, whatever the page holds', async () => {
    const { body } = await office.get('/v1/events?count=true&limit=2');
    expect([body.items.length, body.total]).toEqual([2, 7]);
    expect((await office.get('/v1/visits?count=true&dated=true')).body.total).toBe(2);
    expect((await office.get('/v1/visits?count=false')).body).not.toHaveProperty('total');
  });
});
