import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import type { Recorded } from './answer.js';
import { type Office, openOffice } from './office.js';
import { type StoryRecords, importStories } from './stories/stories.js';

const ENGLISH = { 'accept-language': 'en' };

describe('showing the stories', () => {
  let office: Office;
  let turin: StoryRecords;
  let guiyang: StoryRecords;

  beforeAll(async () => {
    office = await openOffice();
    const records = await importStories(office, 'turin-beijing', 'guiyang-naples-rome');
    [turin, guiyang] = [records['turin-beijing'], records['guiyang-naples-rome']];
  });

  afterAll(() => office.close());

  const read = async (path: string): Promise<Recorded> => (await office.get(path, ENGLISH)).body;

  describe('of Turin and Beijing', () => {
    it('holds a visit whose dates are only described', async () => {
      const visit = await read(`/v1/visits/${turin.id('visits.turin')}`);
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
        place: { id: turin.id('places.turin'), name: 'Turin' },
        hostCity: { id: turin.id('places.turin'), name: 'Turin' },
        links: [
          {
            id: expect.any(String),
            kind: 'in_preparation_for',
            event: { id: turin.id('forums.zhongguancun-2024'), name: 'Zhongguancun Forum 2024' },
          },
        ],
      });
      expect(visit.participants.map(whoAndHow)).toEqual([
        ['CIM4.0', 'host', 'host', 'attended'],
        ['CIM4.0', 'host', 'escort', 'attended'],
      ]);
    });

    it('holds the delegation of Beijing, of which only the head is known', async () => {
      const delegation = await read(`/v1/delegations/${turin.id('delegations.beijing')}`);
      expect(delegation).toMatchObject({ declaredSize: null, status: 'departed', kind: 'official' });
      expect(delegation.members.map(rankOf)).toEqual([
        [1, 'head', 'Yu Yingjie', { it: 'vice sindaco', en: 'deputy mayor' }, 'Municipality of Beijing'],
      ]);
      expect(delegation.names).toContainEqual({ text: 'delegazione cinese', lang: 'it', kind: 'alias' });
    });

    it('knows whom they met, but not how many', async () => {
      const { agenda, objectives, topics } = await read(`/v1/visits/${turin.id('visits.turin')}`);
      expect(agenda.map(({ participants }: Recorded) => participants.map(groupOf))).toEqual([
        [
          ['companies of Turin', null],
          ['institutions of Turin', null],
        ],
      ]);
      expect(objectives.map(({ en }: Recorded) => en)).toEqual([
        'search for potential collaborations',
        'systemic synergy for internationalization and the attraction of public and private investment',
        'digital transformation together with sustainable development and climate action, in tune with the European strategy of Industry 5.0 and the future development of Beijing',
      ]);
      expect(topics.map(({ name }: Recorded) => name)).toEqual(
        expect.arrayContaining(['new technologies', 'digital challenges', 'energy challenges']),
      );
    });

    it('tells of the city what is told of it, and no topics of the municipality or of CIM4.0', async () => {
      expect((await read(`/v1/places/${turin.id('places.beijing')}`)).description).toEqual({
        it: 'eccellenza nel panorama cinese: ecosistema di risorse innovative e investimenti intensivi; specializzata in intelligenza artificiale, calcolo quantistico, blockchain e biotecnologie',
        en: 'excellence within China: an ecosystem of innovative resources and intensive investment; specialized in artificial intelligence, quantum computing, blockchain and biotechnologies',
      });
      const organizations = await Promise.all(
        [turin.id('organizations.beijing-municipality'), turin.id('organizations.cim4')].map((id) =>
          read(`/v1/organizations/${id}`),
        ),
      );
      expect(organizations.map(({ name, place, topics }) => [name, place?.name ?? null, topics])).toEqual([
        ['Municipality of Beijing', 'Beijing', []],
        ['CIM4.0', null, []],
      ]);
    });

    it('holds a forum to the day, in which a Piedmont delegation may take part', async () => {
      const forum = await read(`/v1/forums/${turin.id('forums.zhongguancun-2024')}`);
      expect(forum).toMatchObject({
        starts: '2024-05-10',
        ends: '2024-05-14',
        timeZone: null,
        place: null,
        series: { id: turin.id('forumSeries.zhongguancun'), name: 'Zhongguancun Forum' },
        format: 'forum',
        status: 'held',
        visibility: 'public',
        linkedFrom: [{ kind: 'in_preparation_for', event: { id: turin.id('visits.turin') } }],
      });
      expect(forum.participants.map(whoAndHow)).toEqual([
        ['Delegation of Piedmont', 'guest', 'attendee', 'under_evaluation'],
      ]);
      expect(await read(`/v1/delegations/${turin.id('delegations.piedmont')}`)).toMatchObject({
        status: 'draft',
        kind: null,
        originPlace: { id: turin.id('places.piedmont'), name: 'Piedmont' },
        members: [],
      });
    });

    it('tells what the forum is for, and where it stands among others', async () => {
      expect(await read(`/v1/forum-series/${turin.id('forumSeries.zhongguancun')}`)).toMatchObject({
        description: {
          en: 'Chinese national platform; among the most important forums of technological innovation in the world',
        },
        objectives: [
          { en: 'global exchange and cooperation in technological innovation' },
          { en: 'news of global technological development and significant technological results' },
          { en: 'international cooperation' },
          { en: 'opportunities of development shared all over the world' },
        ],
        audience: { en: 'scientists, entrepreneurs and investors from all over the world' },
      });
    });

    it('finds the forum series by its names in every script', async () => {
      const found = await Promise.all(
        ['Forum Zhong', 'zgc', 'ZGC Forum', '中关村论坛', '论坛'].map((part) =>
          read(`/v1/forum-series?q=${encodeURIComponent(part)}`),
        ),
      );
      expect(found.map(({ items }) => items.map(({ id }: Recorded) => id))).toEqual(
        found.map(() => [turin.id('forumSeries.zhongguancun')]),
      );
    });
  });

  describe('of Guiyang, Naples and Rome', () => {
    it('holds the delegation of six in order of precedence', async () => {
      const delegation = await read(`/v1/delegations/${guiyang.id('delegations.guiyang')}`);
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
          { en: 'Associate Researcher' },
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

    it('knows the two positions that Chen Feng holds at once, and tells colleagues of the second', async () => {
      const { members } = await read(`/v1/delegations/${guiyang.id('delegations.guiyang')}`);
      expect(members.map(({ notes }: Recorded) => notes)).toEqual([
        null,
        null,
        null,
        { en: 'also Executive Deputy Director of Guiyang Information Technology Research Center' },
        null,
        null,
      ]);
      const { positions } = await read(`/v1/people/${guiyang.id('people.chen-feng')}`);
      expect(
        positions.map(({ organization, title, until }: Recorded) => [organization.name, title, until]),
      ).toEqual([
        ['Institute of Software of the Chinese Academy of Sciences', { en: 'Associate Researcher' }, null],
        ['Guiyang Information Technology Research Center', { en: 'Executive Deputy Director' }, null],
      ]);
    });

    it('holds a visit of two stops with its hosts', async () => {
      const visit = await read(`/v1/visits/${guiyang.id('visits.naples-rome')}`);
      expect([visit.starts, visit.ends, visit.timeZone, visit.status, visit.place]).toEqual([
        '2018-07-12?',
        '2018-07-13?',
        'Europe/Rome',
        'completed',
        null,
      ]);
      expect(visit.legs.map(stopOf)).toEqual([
        ['Naples', '2018-07-12?', '2018-07-12?'],
        ['Rome', '2018-07-13?', '2018-07-13?'],
      ]);
      expect(visit.participants.map(whoAndHow)).toEqual([
        ['Città della Scienza', 'host', 'host', 'attended'],
        ['Agency for Digital Italy', 'host', 'host', 'attended'],
      ]);
      expect(visit.links.map(linkOf)).toEqual([
        ['in_preparation_for', guiyang.id('forums.italy-china-week-2018')],
        ['coincides_with', guiyang.id('forums.student-workshop')],
      ]);
    });

    it('knows who welcomed them, and on whose behalf', async () => {
      const { agenda } = await read(`/v1/visits/${guiyang.id('visits.naples-rome')}`);
      const onBehalfOf = { en: 'the regional councillor for scientific research' };
      expect(agenda.map(({ title, on, place }: Recorded) => [title.en, on, place.id])).toEqual([
        ['Visit to Città della Scienza', '2018-07-12?', guiyang.id('places.science-city')],
        [
          'Meeting with the Agency for Digital Italy',
          '2018-07-13?',
          guiyang.id('places.digital-agency-seat'),
        ],
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

    it('knows what the meeting in Rome was about, and with whom', async () => {
      const { agenda } = await read(`/v1/visits/${guiyang.id('visits.naples-rome')}`);
      const { topics, participants } = agenda[1];
      expect(topics.map(({ name }: Recorded) => name).sort()).toEqual([
        'Electronic Health Record',
        'Pre-Commercial Contracts System',
        'SPID',
        'artificial intelligence',
        'blockchain',
        'public sector',
      ]);
      expect(participants.map(groupOf)).toEqual([
        ['Italian digital governance structure', null],
        ['experts of the Agency', null],
      ]);
    });

    it('knows which companies are present in Guiyang, and what Apple has only decided', async () => {
      const presentIn = async (key: string): Promise<string[][]> => {
        const { items } = await read(`/v1/organizations/${guiyang.id(`organizations.${key}`)}/relations`);
        return items.map(({ kind, place }: Recorded) => [kind, place.id]);
      };
      expect(await Promise.all(['huawei', 'qualcomm', 'apple'].map(presentIn))).toEqual([
        [['present_in', guiyang.id('places.guiyang')]],
        [['present_in', guiyang.id('places.guiyang')]],
        [],
      ]);
      expect((await read(`/v1/organizations/${guiyang.id('organizations.apple')}`)).description).toEqual({
        en: 'decided to move the servers with all the data of the users of iCloud to Guiyang',
      });
    });

    it('counts the students who are not named', async () => {
      const workshop = await read(`/v1/forums/${guiyang.id('forums.student-workshop')}`);
      const { starts, ends, status, place, datesNote, links } = workshop;
      expect([starts, ends, status, place.name, datesNote, links.map(linkOf)]).toEqual([
        '2018-07-09?',
        null,
        'held',
        'Città della Scienza',
        { en: 'a week long' },
        [['in_preparation_for', guiyang.id('forums.italy-china-week-2018')]],
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
      const expo = await read(`/v1/forums/${guiyang.id('forums.big-data-expo')}`);
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
      const week = await read(`/v1/forums/${guiyang.id('forums.italy-china-week-2018')}`);
      expect(week.names).toEqual([
        { text: 'Italy-China Innovation Week 2018', lang: 'en', kind: 'official' },
        { text: 'Italy-China Week of Science, Technology and Innovation', lang: 'en', kind: 'alias' },
      ]);
      expect([week.starts, week.ends, week.status]).toEqual(['2018-10-22?', '2018-10-25?', 'held']);
      expect(week.legs.map(stopOf)).toEqual([
        ['Naples', '2018-10-22?', '2018-10-23?'],
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
      ).toEqual([['Presentation of the hydroponic greenhouse', 0, '2018-10-22%', 'confirmed']]);
    });

    it('finds the joint laboratory as it was printed', async () => {
      const { items } = await read('/v1/organizations?q=joimt');
      expect(items).toMatchObject([
        {
          id: guiyang.id('organizations.joint-lab'),
          name: 'China-Italy Joint Lab on Advanced Manufacturing',
          relationCount: 5,
        },
      ]);
    });
  });

  it('lets everybody subscribe to the forums whose days are beyond doubt', async () => {
    const answer = await office.stranger.get('/v1/calendars/forums.ics?from=2018-01-01', ENGLISH);
    const entries = new ICAL.Component(ICAL.parse(answer.text)).getAllSubcomponents('vevent');
    expect(
      entries.map((entry) =>
        ['uid', 'summary', 'dtstart', 'dtend'].map((property) =>
          String(entry.getFirstPropertyValue(property)),
        ),
      ),
    ).toEqual([
      [turin.id('forums.zhongguancun-2024'), 'Zhongguancun Forum 2024', '2024-05-10', '2024-05-15'],
    ]);
    expect(answer.headers['x-corteo-undated']).toBe('2');
  });
});

function whoAndHow({ organization, delegation, side, role, response }: Recorded): string[] {
  return [(organization ?? delegation).name, side, role, response];
}

function rankOf({ precedence, role, person, title, organization }: Recorded): unknown[] {
  return [precedence, role, person.name, title, organization.name];
}

function groupOf({ group }: Recorded): unknown[] {
  return [group.label.en, group.quantity ?? null];
}

function stopOf({ place, starts, ends }: Recorded): unknown[] {
  return [place.name, starts, ends];
}

function linkOf({ kind, event }: Recorded): string[] {
  return [kind, event.id];
}
