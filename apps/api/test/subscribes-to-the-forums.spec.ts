import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import ICAL from 'ical.js';
import { named } from '#directory/testing';
import type { Answer, Recorded } from './answer.js';
import { type Known, recordKnown } from './known.js';
import { type Office, openOffice } from './office.js';
import { type ServerProgram, endPrograms, runServer } from './programs.js';

const FORUMS = '/v1/forums';
const FEED = '/v1/calendars/forums.ics';
const NOW = '2026-11-22T09:00:00Z';

// Programs take their time to start on a busy machine.
jest.setTimeout(120_000);

describe('subscribing to the forums', () => {
  let office: Office;
  let known: Known;

  beforeAll(async () => {
    office = await openOffice();
    office.setTime(NOW);
    known = await recordKnown(office);
  });

  afterAll(() => office.close());

  const aForum = (fields: object = {}): object => ({
    names: named('Zhongguancun Forum'),
    visibility: 'public',
    starts: '2027-05-10',
    ends: '2027-05-14',
    ...fields,
  });
  const feed = (query = ''): Promise<Answer> => office.stranger.get(`${FEED}${query}`);
  const entryOf = async ({ uid }: Recorded, query = ''): Promise<Entry | undefined> =>
    entriesIn(await feed(query)).find((entry) => entry.uid === uid);
  const move = ({ at }: Recorded, to: string): Promise<Answer> => office.post(`${at}/transitions`, { to });
  const patch = ({ at }: Recorded, body: object): Promise<Answer> =>
    office.patch(at, body, { 'if-match': '*' });

  describe('a forum in the feed', () => {
    let forum: Recorded;

    beforeEach(async () => {
      forum = await office.record(FORUMS, aForum({ status: 'confirmed', topicIds: [known.bigData.id] }));
    });

    it('lasts whole days, and ends before the day after', async () => {
      expect(await entryOf(forum)).toEqual({
        uid: forum.uid,
        sequence: 0,
        status: 'CONFIRMED',
        summary: 'Zhongguancun Forum',
        starts: '2027-05-10',
        ends: '2027-05-15',
        stamp: '2026-11-22T09:00:00Z',
        categories: ['Big data'],
      });
    });

    it('keeps its identity when it is rescheduled, and its old dates can be read', async () => {
      const { body } = await patch(forum, {
        starts: '2027-06-01',
        ends: '2027-06-01',
        dateChangeReason: 'the fair hall is under repair',
      });
      expect(await entryOf(forum)).toMatchObject({
        uid: forum.uid,
        sequence: 1,
        starts: '2027-06-01',
        ends: '2027-06-02',
      });
      expect(body.earlierDates.map(({ starts, ends, reason }: Recorded) => [starts, ends, reason])).toEqual([
        ['2027-05-10', '2027-05-14', 'the fair hall is under repair'],
      ]);
    });

    it('keeps its sequence when only its words change', async () => {
      await patch(forum, { names: named('ZGC Forum') });
      expect(await entryOf(forum)).toMatchObject({ sequence: 0, summary: 'ZGC Forum' });
    });

    it('stays when it is cancelled, as cancelled, with a higher sequence', async () => {
      await move(forum, 'cancelled');
      expect(await entryOf(forum)).toMatchObject({
        sequence: 1,
        status: 'CANCELLED',
        starts: '2027-05-10',
        summary: 'Zhongguancun Forum',
      });
      expect(await entryOf(forum, '?cancelled=visible')).toMatchObject({
        sequence: 1,
        status: 'TENTATIVE',
        summary: 'Cancelled: Zhongguancun Forum',
      });
    });

    it('is tentative while it is postponed', async () => {
      await move(forum, 'postponed');
      expect(await entryOf(forum)).toMatchObject({ sequence: 1, status: 'TENTATIVE' });
    });

    it('leaves the feed when its dates are known to the month only, and is counted', async () => {
      const undated = async () => Number((await feed()).headers['x-corteo-undated']);
      const before = await undated();
      await move(forum, 'postponed');
      await patch(forum, { starts: '2027-09', ends: null });
      expect([await entryOf(forum), await undated()]).toEqual([undefined, before + 1]);
    });

    it.each([
      ['internal', { visibility: 'internal' }],
      ['confidential', { visibility: 'confidential' }],
    ])('is not there while it is %s', async (_, change) => {
      await patch(forum, change);
      expect(await entryOf(forum)).toBeUndefined();
      await patch(forum, { visibility: 'public' });
      expect(await entryOf(forum)).toBeDefined();
    });

    it('is not there while it is put away', async () => {
      await office.delete(forum.at, { 'if-match': '*' });
      expect(await entryOf(forum)).toBeUndefined();
      await office.post(`${forum.at}/restore`);
      expect(await entryOf(forum)).toBeDefined();
    });

    it.each([
      [
        'series',
        async () => (await office.record('/v1/forum-series', { names: named('Series') })).id,
        'seriesId',
      ],
      ['topic', async () => (await office.record('/v1/topics', { names: named('Topic') })).id, 'topicIds'],
      ['place', async () => known.italy.id, 'legs'],
    ])('is found by %s', async (filter, makeId, field) => {
      const id = await makeId();
      expect(await entryOf(forum, `?${filter}=${id}`)).toBeUndefined();
      const values: Record<string, unknown> = {
        seriesId: id,
        topicIds: [id],
        legs: [{ placeId: known.scienceCentre.id }],
      };
      await patch(forum, { [field]: values[field] });
      expect(await entryOf(forum, `?${filter}=${id}`)).toMatchObject({ uid: forum.uid });
    });

    it.each([
      ['from=2027-05-14', true],
      ['from=2027-05-15', false],
      ['to=2027-05-10', true],
      ['to=2027-05-09', false],
      ['from=2027-05-12&to=2027-05-12', true],
    ])('is in the range %s: %s', async (range, isThere) => {
      expect((await entryOf(forum, `?${range}`)) !== undefined).toBe(isThere);
    });

    it('is named in the language asked for', async () => {
      await patch(forum, {
        names: [...named('Zhongguancun Forum'), { text: '中关村论坛', lang: 'zh-Hans', kind: 'official' }],
      });
      expect((await entryOf(forum, '?language=zh'))!.summary).toBe('中关村论坛');
      const answer = await office.stranger.get(FEED, { 'accept-language': 'zh-CN' });
      expect(entriesIn(answer).find(({ uid }) => uid === forum.uid)!.summary).toBe('中关村论坛');
    });

    it('changes the entity tag of the feed when it changes, and only then', async () => {
      const first = await feed();
      const again = (tag: string) => office.stranger.get(FEED, { 'if-none-match': tag });
      const tag = first.headers.etag!;
      expect([(await again(tag)).status, (await feed()).text === first.text]).toEqual([304, true]);
      await move(forum, 'cancelled');
      expect((await again(tag)).status).toBe(200);
      const head = await office.stranger.misuse('head', FEED, undefined, { 'if-none-match': tag });
      expect([head.status, head.headers.etag]).toEqual([200, (await feed()).headers.etag]);
    });
  });

  it('tells nobody where items of its agenda are that are for colleagues', async () => {
    const inside = await office.record('/v1/places', { names: named('Back office'), kind: 'venue' });
    const forum = await office.record('/v1/forums', {
      names: named('Big Data Expo'),
      visibility: 'public',
      starts: '2027-05-26',
      ends: '2027-05-26',
      agenda: [{ kind: 'meeting', title: { en: 'Briefing' }, placeId: inside.id, audience: 'internal' }],
    });
    expect(entriesIn(await office.stranger.get(`${FEED}?place=${inside.id}`))).toEqual([]);
    const { body } = await office.get(`/v1/forums?place=${inside.id}`);
    expect(body.items.map(({ id }: Recorded) => id)).toEqual([forum.id]);
  });

  it('tells everybody nothing of who takes part', async () => {
    const person = { names: named('Guest of honour'), email: 'guest@example.org' };
    const guest = await office.record('/v1/people', person);
    const speaker = { personId: guest.id, side: 'guest', role: 'speaker' };
    const agenda = [
      {
        kind: 'speech',
        title: { en: 'Speech' },
        on: '2027-05-10',
        audience: 'public',
        participants: [speaker],
      },
      { kind: 'meal', title: { en: 'Dinner of the hosts' }, on: '2027-05-10' },
    ];
    const forum = await office.record(FORUMS, aForum({ participants: [speaker], agenda }));
    const [whole, file] = [await feed(), await office.stranger.get(`${forum.at}.ics`)];
    for (const { text } of [whole, file])
      expect(text).not.toMatch(
        /ATTENDEE|ORGANIZER|METHOD|mailto|@example|Guest of honour|Dinner of the hosts/,
      );
    expect(entriesIn(file).map(({ summary }) => summary)).toEqual(['Zhongguancun Forum', 'Speech']);
    expect(entriesIn(await office.get(`${forum.at}.ics`))).toHaveLength(3);
  });

  it('shows every forum on the days that the API gives', async () => {
    const days = ['2027-02-28', '2028-02-29', '2027-12-31', '2027-03-28', '2026-10-25'];
    for (const day of days) await office.record(FORUMS, aForum({ starts: day, ends: null }));
    const { body } = await office.get(`${FORUMS}?visibility=public&limit=200`);
    const entries = new Map(entriesIn(await feed('?from=2000-01-01')).map((entry) => [entry.uid, entry]));
    const dated = body.items.filter(({ starts }: Recorded) => /^\d{4}-\d\d-\d\d$/.test(starts));
    const records = await Promise.all(dated.map(({ id }: Recorded) => office.get(`${FORUMS}/${id}`)));
    expect(entries.size).toBe(dated.length);
    for (const { body: forum } of records) {
      const after = Temporal.PlainDate.from(forum.ends ?? forum.starts).add({ days: 1 });
      expect(entries.get(forum.uid)).toMatchObject({
        starts: forum.starts,
        ends: after.toString(),
        sequence: forum.sequence,
      });
    }
  });

  describe('the file of a visit', () => {
    let visit: Recorded;

    beforeAll(async () => {
      const timed = (placeId: string, startsAt: string, endsAt: string | null = null): object => ({
        kind: 'meeting',
        title: { en: `Meeting, at ${startsAt}` },
        placeId,
        startsAt,
        endsAt,
      });
      visit = await office.record('/v1/visits', {
        names: named('Guiyang in Naples and Rome'),
        starts: '2027-03-27',
        ends: '2027-03-29',
        agenda: [
          timed(known.naples.id, '2027-03-28T00:30:00Z', '2027-03-28T01:30:00Z'),
          timed(known.guiyang.id, '2027-07-12T09:30:00+08:00'),
          { kind: 'rest', title: { en: 'Free' }, on: '2027-03-29' },
          { kind: 'meal', title: { en: 'Dinner' }, on: '2027-03' },
        ],
      });
    });

    it('needs a token', async () => {
      const { status, body } = await office.stranger.get(`${visit.at}.ics`);
      expect([status, body.code]).toEqual([401, 'identity.required']);
    });

    it('shows its items at the instants of the API, in the zone of their place', async () => {
      const answer = await office.reader.get(`${visit.at}.ics`);
      expect(answer.headers['x-corteo-undated']).toBe('1');
      const calendar = new ICAL.Component(ICAL.parse(answer.text));
      const zones = calendar.getAllSubcomponents('vtimezone');
      expect(zones.map((zone) => zone.getFirstPropertyValue('tzid')).sort()).toEqual([
        'Asia/Shanghai',
        'Europe/Rome',
      ]);
      const instants = new Map(
        calendar.getAllSubcomponents('vevent').map((entry) => [uidOf(entry), instantsOf(entry)]),
      );
      const [night, morning, rest, dinner] = visit.agenda;
      expect([night, morning].map(({ uid }) => instants.get(uid))).toEqual(
        [night, morning].map(({ startsAt, endsAt }) => [Date.parse(startsAt), endsAt && Date.parse(endsAt)]),
      );
      expect([instants.has(rest.uid), instants.has(dinner.uid)]).toEqual([true, false]);
      expect(answer.text).toContain('DTSTART;TZID=Europe/Rome:20270328T013000\r\n');
      expect(answer.text).toContain('DTEND;TZID=Europe/Rome:20270328T033000\r\n');
      expect(answer.text).toContain('DTSTART;TZID=Asia/Shanghai:20270712T093000\r\n');
      expect(answer.text).toContain('DTSTART;VALUE=DATE:20270329\r\n');
    });
  });

  describe('from servers in other parts of the world', () => {
    const servers: ServerProgram[] = [];

    afterAll(() => endPrograms());

    it('gives the same bytes from each, and after a restart', async () => {
      const forum = await office.record(FORUMS, aForum({ placeId: known.china.id }));
      const start = (TZ: string): Promise<ServerProgram> =>
        runServer({ TZ, DATABASE_URL: office.databaseUrl, PUBLIC_URL: 'https://corteo.example.org' });
      const bytes = async ({ url }: ServerProgram): Promise<unknown[]> => {
        const paths = [`${FEED}?from=2000-01-01`, `${forum.at}.ics`];
        const answers = await Promise.all(paths.map((path) => fetch(`${url}${path}`)));
        return Promise.all(answers.map(async (answer) => [answer.headers.get('etag'), await answer.text()]));
      };
      servers.push(...(await Promise.all([start('UTC'), start('America/Los_Angeles')])));
      const [inUtc, inLosAngeles] = await Promise.all(servers.map(bytes));
      servers[1]!.kill('SIGTERM');
      await servers[1]!.ended;
      const again = await start('Asia/Kathmandu');
      expect([inLosAngeles, await bytes(again)]).toEqual([inUtc, inUtc]);
    });
  });
});

/** One entry of a calendar, as another library reads it. */
interface Entry {
  readonly uid: string;
  readonly sequence: number;
  readonly status: string;
  readonly summary: string;
  readonly starts: string;
  readonly ends: string;
  readonly stamp: string;
  readonly categories: string[];
}

function entriesIn({ text }: Answer): Entry[] {
  const entries = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
  return entries.map((entry) => {
    const value = (name: string) => entry.getFirstPropertyValue(name);
    return {
      uid: uidOf(entry),
      sequence: Number(value('sequence')),
      status: String(value('status')),
      summary: String(value('summary')),
      starts: String(value('dtstart')),
      ends: String(value('dtend')),
      stamp: String(value('dtstamp')),
      categories: (entry.getFirstProperty('categories')?.getValues() ?? []) as string[],
    };
  });
}

function uidOf(entry: ICAL.Component): string {
  return String(entry.getFirstPropertyValue('uid'));
}

/** When an entry starts and ends, in milliseconds, by the rules of the zones in its own calendar. */
function instantsOf(entry: ICAL.Component): (number | null)[] {
  const event = new ICAL.Event(entry);
  const end = entry.hasProperty('dtend') ? event.endDate.toUnixTime() * 1000 : null;
  return [event.startDate.toUnixTime() * 1000, end];
}
