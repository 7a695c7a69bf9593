import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { loadStories } from '../../cli/src/demo/load-stories.js';
import type { Recorded } from './answer.js';
import { type Office, openOffice } from './office.js';

const ENGLISH = { 'accept-language': 'en' };

describe('showing the stories', () => {
  let office: Office;
  let ids: Readonly<Record<string, string>>;

  beforeAll(async () => {
    office = await openOffice();
    ids = await loadStories((path, body) => office.record(path, body));
  });

  afterAll(() => office.close());

  const read = async (path: string): Promise<Recorded> => (await office.get(path, ENGLISH)).body;

  describe('of Turin and Beijing', () => {
    it('holds a visit whose dates are only described', async () => {
      const visit = await read(`/v1/visits/${ids.turinVisit}`);
      expect(visit).toMatchObject({
        name: 'Visit of the delegation of Beijing to Turin',
        names: [
          { text: 'Visita a Torino della delegazione di Pechino', lang: 'it', kind: 'official' },
          { text: 'Visit of the delegation of Beijing to Turin', lang: 'en', kind: 'official' },
        ],
        status: 'completed',
        direction: 'incoming',
        starts: null,
        ends: null,
        datesNote: { it: 'recente', en: 'recent' },
        timeZone: 'Europe/Rome',
        place: { id: ids.turin, name: 'Turin' },
        links: [
          {
            id: expect.any(String),
            kind: 'in_preparation_for',
            event: { id: ids.zgcForum, name: 'Zhongguancun Forum 2024' },
          },
        ],
      });
      expect(visit.participants.map(whoAndHow)).toEqual([
        ['CIM4.0', 'host', 'host', 'attended'],
        ['CIM4.0', 'host', 'escort', 'attended'],
      ]);
    });

    it('holds the delegation of Beijing, of which only the head is known', async () => {
      const delegation = await read(`/v1/delegations/${ids.beijingDelegation}`);
      expect(delegation).toMatchObject({ declaredSize: null, status: 'departed', kind: 'official' });
      expect(delegation.members.map(rankOf)).toEqual([
        [1, 'head', 'Yu Yingjie', { it: 'vice sindaco', en: 'deputy mayor' }, 'City of Beijing'],
      ]);
    });

    it('holds a forum to the day, in which a Piedmont delegation may take part', async () => {
      const forum = await read(`/v1/forums/${ids.zgcForum}`);
      expect(forum).toMatchObject({
        starts: '2024-05-10',
        ends: '2024-05-14',
        timeZone: 'Asia/Shanghai',
        place: { id: ids.beijing, name: 'Beijing' },
        series: { id: ids.zgcSeries, name: 'Zhongguancun Forum' },
        format: 'forum',
        status: 'scheduled',
        visibility: 'public',
        linkedFrom: [{ kind: 'in_preparation_for', event: { id: ids.turinVisit } }],
      });
      expect(forum.participants.map(whoAndHow)).toEqual([
        ['Delegation of Piedmont', 'guest', 'attendee', 'under_evaluation'],
      ]);
      expect(await read(`/v1/delegations/${ids.piedmontDelegation}`)).toMatchObject({
        status: 'draft',
        kind: null,
        originPlace: { id: ids.piedmont, name: 'Piedmont' },
        members: [],
      });
    });

    it('finds the forum series by its names in every script', async () => {
      const found = await Promise.all(
        ['Forum Zhong', 'zgc', 'ZGC Forum', '中关村论坛', '论坛'].map((part) =>
          read(`/v1/forum-series?q=${encodeURIComponent(part)}`),
        ),
      );
      expect(found.map(({ items }) => items.map(({ id }: Recorded) => id))).toEqual(
        found.map(() => [ids.zgcSeries]),
      );
    });
  });

  describe('of Guiyang, Naples and Rome', () => {
    it('holds the delegation of six in order of precedence', async () => {
      const delegation = await read(`/v1/delegations/${ids.guiyangDelegation}`);
      expect(delegation.members.map(rankOf)).toEqual([
        [1, 'head', 'Sun Zhiming', { en: 'Deputy Mayor' }, 'Guiyang municipal government'],
        [2, 'member', 'Wu Hongchun', { en: 'Director' }, 'Guiyang Science and Technology Bureau'],
        [
          3,
          'member',
          'Liu Jun',
          { en: 'Deputy Director' },
          'Administrative Committee of Guiyang National High Technology Developmental Zone',
        ],
        [
          4,
          'member',
          'Chen Feng',
          {
            en: 'Associate Researcher; Executive Deputy Director of Guiyang Information Technology Research Center',
          },
          'Institute of Software of the Chinese Academy of Sciences',
        ],
        [
          5,
          'member',
          'Ren Zhong',
          { en: 'Director' },
          'Planning Division of Guiyang Science and Technology Bureau',
        ],
        [
          6,
          'member',
          'Zhang Hailong',
          { en: 'Director' },
          'Middle and Small-sized Enterprises Division of Guiyang Industry and Information Technology Committee',
        ],
      ]);
    });

    it('knows the two positions that Chen Feng holds at once', async () => {
      const { positions } = await read(`/v1/people/${ids.chenFeng}`);
      expect(
        positions.map(({ organization, title, until }: Recorded) => [organization.name, title, until]),
      ).toEqual([
        ['Institute of Software of the Chinese Academy of Sciences', { en: 'Associate Researcher' }, null],
        ['Guiyang Information Technology Research Center', { en: 'Executive Deputy Director' }, null],
      ]);
    });

    it('holds a visit of two stops with its hosts', async () => {
      const visit = await read(`/v1/visits/${ids.guiyangVisit}`);
      expect([visit.starts, visit.ends, visit.timeZone, visit.status, visit.place]).toEqual([
        '2018-07-12',
        '2018-07-13',
        'Europe/Rome',
        'completed',
        null,
      ]);
      expect(visit.legs.map(stopOf)).toEqual([
        ['Naples', '2018-07-12', '2018-07-12'],
        ['Rome', '2018-07-13', '2018-07-13'],
      ]);
      expect(visit.participants.map(whoAndHow)).toEqual([
        ['Città della Scienza', 'host', 'host', 'attended'],
        ['Agency for Digital Italy', 'host', 'host', 'attended'],
      ]);
      expect(visit.links.map(linkOf)).toEqual([
        ['coincides_with', ids.studentWorkshop],
        ['in_preparation_for', ids.italyChinaWeek],
      ]);
    });

    it('knows who welcomed them, and on whose behalf', async () => {
      const { agenda } = await read(`/v1/visits/${ids.guiyangVisit}`);
      const onBehalfOf = { en: 'the regional councillor for scientific research' };
      expect(agenda.map(({ title, on, place }: Recorded) => [title.en, on, place.id])).toEqual([
        ['Welcome at Città della Scienza', '2018-07-12', ids.scienceCity],
        ['Meeting with the Agency for Digital Italy', '2018-07-13', ids.digitalAgencySeat],
      ]);
      expect(
        agenda[0].participants.map(({ person, role, ...one }: Recorded) => [
          person.name,
          role,
          one.onBehalfOf,
        ]),
      ).toEqual([
        ['Giuseppe Albano', 'greeter', null],
        ['Giuseppe Russo', 'greeter', null],
        ['Valeria De Gennaro', 'greeter', onBehalfOf],
      ]);
    });

    it('counts the students who are not named', async () => {
      const workshop = await read(`/v1/forums/${ids.studentWorkshop}`);
      expect([workshop.starts, workshop.ends, workshop.datesNote, workshop.links.map(linkOf)]).toEqual([
        '2018-07-09',
        null,
        { en: 'a week long' },
        [['in_preparation_for', ids.italyChinaWeek]],
      ]);
      expect(
        workshop.participants.map(({ group, organization, side }: Recorded) => [
          group.quantity,
          group.label,
          organization.name,
          side,
        ]),
      ).toEqual([
        [
          { value: 6, qualifier: 'exact' },
          { en: 'students of electronic engineering' },
          'Tsinghua University',
          'guest',
        ],
        [
          { value: 8, qualifier: 'exact' },
          { en: 'students' },
          'Department of Electrical Engineering and Information',
          'host',
        ],
      ]);
    });

    it('knows the expo to the month', async () => {
      const expo = await read(`/v1/forums/${ids.bigDataExpo}`);
      expect([expo.starts, expo.ends, expo.status, expo.place.name]).toEqual([
        '2018-05',
        '2018-05',
        'held',
        'Guiyang',
      ]);
      expect(expo.agenda.map(({ title, on }: Recorded) => [title.en, on])).toEqual([
        ['Italy-China focus on big data in the health sector', '2018-05'],
      ]);
    });

    it('holds the week by both names, in three cities', async () => {
      const week = await read(`/v1/forums/${ids.italyChinaWeek}`);
      expect(week.names).toEqual([
        { text: 'Italy-China Innovation Week 2018', lang: 'en', kind: 'official' },
        { text: 'Italy-China Week of Science, Technology and Innovation', lang: 'en', kind: 'alias' },
      ]);
      expect([week.starts, week.ends, week.status]).toEqual(['2018-10-22', '2018-10-25', 'scheduled']);
      expect(week.legs.map(stopOf)).toEqual([
        ['Naples', '2018-10-22', '2018-10-23'],
        ['Rome', null, null],
        ['Cagliari', null, null],
      ]);
      expect(
        week.agenda.map(({ title, leg, on, startsAt, status }: Recorded) => [
          title.en,
          leg.position,
          on ?? startsAt,
          status,
        ]),
      ).toEqual([['Presentation of the hydroponic greenhouse', 0, null, 'proposed']]);
    });

    it('finds the joint laboratory as it was printed', async () => {
      const { items } = await read('/v1/organizations?q=joimt');
      expect(items).toMatchObject([
        { id: ids.jointLab, name: 'China-Italy Joint Lab on Advanced Manufacturing', relationCount: 5 },
      ]);
    });
  });

  it('lets everybody subscribe to the forums that are dated to the day', async () => {
    const answer = await office.stranger.get('/v1/calendars/forums.ics?from=2018-01-01', ENGLISH);
    const entries = new ICAL.Component(ICAL.parse(answer.text)).getAllSubcomponents('vevent');
    expect(
      entries.map((entry) =>
        ['uid', 'summary', 'dtstart', 'dtend'].map((property) =>
          String(entry.getFirstPropertyValue(property)),
        ),
      ),
    ).toEqual([
      [ids.italyChinaWeek, 'Italy-China Innovation Week 2018', '2018-10-22', '2018-10-26'],
      [ids.zgcForum, 'Zhongguancun Forum 2024', '2024-05-10', '2024-05-15'],
    ]);
    expect(answer.headers['x-corteo-undated']).toBe('1');
  });
});

function whoAndHow({ organization, delegation, side, role, response }: Recorded): string[] {
  return [(organization ?? delegation).name, side, role, response];
}

function rankOf({ precedence, role, person, title, organization }: Recorded): unknown[] {
  return [precedence, role, person.name, title, organization.name];
}

function stopOf({ place, starts, ends }: Recorded): unknown[] {
  return [place.name, starts, ends];
}

function linkOf({ kind, event }: Recorded): string[] {
  return [kind, event.id];
}
