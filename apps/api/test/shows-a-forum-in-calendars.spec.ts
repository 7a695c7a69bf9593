import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { named } from '#directory/testing';
import type { Answer, Recorded } from './answer.js';
import { type Known, recordKnown } from './known.js';
import { type Office, openOffice } from './office.js';

const FORUMS = '/v1/forums';
const FEED = '/v1/calendars/forums.ics';

describe('a forum in calendars', () => {
  let office: Office;
  let known: Known;

  beforeAll(async () => {
    office = await openOffice({ PUBLIC_PAGE_URL: 'https://example.org/{kind}/{id}' });
    office.setTime('2026-11-22T09:00:00Z');
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
  const record = (fields?: object): Promise<Recorded> => office.record(FORUMS, aForum(fields));
  const fileOf = ({ at }: Recorded, query = ''): Promise<Answer> => office.stranger.get(`${at}.ics${query}`);
  const entryOf = async (forum: Recorded, uid = forum.uid): Promise<Entry | undefined> =>
    entriesIn(await fileOf(forum)).find((entry) => entry.uid === uid);
  const patch = ({ at }: Recorded, body: object): Promise<Answer> =>
    office.patch(at, body, { 'if-match': '*' });

  it('tells in its description what is known too vaguely to have an entry', async () => {
    const forum = await record({
      summary: { en: 'A week of meetings.' },
      participants: [{ organizationId: known.tsinghua.id, side: 'host', role: 'host' }],
      placeId: known.rome.id,
      agenda: [
        {
          kind: 'opening',
          title: { en: 'Opening' },
          startsAt: '2027-05-10T09:00:00+02:00',
          audience: 'public',
        },
        { kind: 'panel', title: { en: 'Panel' }, on: '2027-05', audience: 'public' },
        { kind: 'meal', title: { en: 'Dinner' }, audience: 'public' },
        { kind: 'meal', title: { en: 'Dinner of the hosts' }, on: '2027-05-11' },
      ],
    });
    await record({ names: named('Workshop'), parentId: forum.id, starts: '2027-05', ends: null });
    const told = [
      'A week of meetings.',
      'Programme (incomplete):\n2027-05-10 09:00 Opening\n2027-05 Panel\nDinner',
      'Side events:\n2027-05 Workshop',
      `https://example.org/forum/${forum.id}`,
    ];
    const file = await fileOf(forum);
    expect(entriesIn(file).map(({ summary, description, url }) => [summary, description, url])).toEqual([
      ['Zhongguancun Forum', told.join('\n\n'), `https://example.org/forum/${forum.id}`],
      ['Opening', null, null],
    ]);
    expect(file.headers['x-corteo-undated']).toBe('3');
    const inFeed = entriesIn(await office.stranger.get(FEED)).find(({ uid }) => uid === forum.uid);
    expect(inFeed).toEqual(await entryOf(forum));
    const [withToken] = entriesIn(await office.get(`${forum.at}.ics`));
    expect(withToken!.description).toBe(
      [
        told[0],
        `${told[1]}\n2027-05-11 Dinner of the hosts`,
        told[2],
        'Hosts: Tsinghua University',
        told[3],
      ].join('\n\n'),
    );
  });

  it('holds its side events, which name it', async () => {
    const forum = await record();
    const dated = await record({
      names: named('Fair'),
      parentId: forum.id,
      starts: '2027-05-12',
      ends: null,
    });
    await record({ names: named('Internal'), parentId: forum.id, visibility: 'internal' });
    expect(entriesIn(await fileOf(forum)).map(({ summary, related }) => [summary, related])).toEqual([
      ['Zhongguancun Forum', null],
      ['Fair', forum.uid],
    ]);
    expect(await entryOf(dated)).toMatchObject({ summary: 'Fair', related: forum.uid });
    const feed = entriesIn(await office.stranger.get(FEED));
    expect(feed.find(({ uid }) => uid === dated.uid)!.related).toBe(forum.uid);
    expect(entriesIn(await office.reader.get(`${forum.at}.ics`)).map(({ summary }) => summary)).toEqual([
      'Zhongguancun Forum',
      'Internal',
      'Fair',
    ]);
  });

  it('has the location of its place; an item without one is where its forum is', async () => {
    const venue = await office.record('/v1/places', {
      names: named('Convention Center'),
      kind: 'venue',
      parentId: known.rome.id,
      address: 'Via Roma 1\n00100 Roma',
    });
    const room = await office.record('/v1/places', {
      names: named('Hall B'),
      kind: 'room',
      parentId: venue.id,
    });
    const item = (title: string, more: object): object => ({
      kind: 'panel',
      title: { en: title },
      on: '2027-05-10',
      audience: 'public',
      ...more,
    });
    const forum = await record({
      placeId: venue.id,
      legs: [{ placeId: known.naples.id }, {}],
      agenda: [
        item('In a room', { placeId: room.id }),
        item('On a leg', { leg: 0 }),
        item('On a leg without a place', { leg: 1 }),
        item('Anywhere', {}),
      ],
    });
    const whole = 'Convention Center, Via Roma 1, 00100 Roma, Rome';
    expect(entriesIn(await fileOf(forum)).map(({ summary, location }) => [summary, location])).toEqual([
      ['Zhongguancun Forum', whole],
      ['In a room', `Hall B, ${whole}`],
      ['On a leg', 'Napoli'],
      ['On a leg without a place', whole],
      ['Anywhere', whole],
    ]);
  });

  it('has the sequence that the interface tells, which rises where its place is renamed', async () => {
    const place = (name: string, kind: string, parentId?: string): Promise<Recorded> =>
      office.record('/v1/places', { names: named(name), kind, parentId });
    const city = await place('Guiyang', 'city');
    const venue = await place('Exhibition Center', 'venue', city.id);
    const item = { kind: 'panel', title: { en: 'Panel' }, on: '2027-05-10', audience: 'public' };
    const forum = await record({ placeId: venue.id, agenda: [item] });
    const sequences = async (): Promise<unknown[]> => {
      const { body } = await office.get(forum.at);
      const entries = new ICAL.Component(ICAL.parse((await fileOf(forum)).text)).getAllSubcomponents(
        'vevent',
      );
      const told = entries.map((entry) => entry.getFirstPropertyValue('sequence'));
      return [body.sequence, body.agenda[0].sequence, ...told];
    };
    expect(await sequences()).toEqual([0, 0, 0, 0]);
    await patch(city, { names: named('Guiyang City') });
    expect(await sequences()).toEqual([1, 1, 1, 1]);
    await patch(venue, { latitude: 26.6, longitude: 106.7 });
    expect(await sequences()).toEqual([1, 1, 1, 1]);
    await patch(venue, { address: 'Changling North Road 1' });
    expect(await sequences()).toEqual([2, 2, 2, 2]);
  });

  it('says nothing of the calendar in a file with one entry, which Outlook would open empty', async () => {
    const forum = await record();
    const heading = /^(NAME|X-WR-CALNAME|X-WR-TIMEZONE|REFRESH-INTERVAL|X-PUBLISHED-TTL|SOURCE)[;:]/gm;
    expect((await fileOf(forum)).text.match(heading)).toBeNull();
    const { at } = await record({ names: named('Fair'), parentId: forum.id });
    expect((await fileOf(forum, '?language=it&cancelled=visible')).text.match(heading)).toHaveLength(6);
    expect((await office.stranger.get(`${at}.ics`)).text.match(heading)).toBeNull();
  });

  it('names its address with its parameters, unless that needs a token', async () => {
    const forum = await record();
    await record({ names: named('Fair'), parentId: forum.id });
    const sourceOf = ({ text }: Answer): unknown =>
      /^SOURCE;VALUE=URI:(.*)\r$/m.exec(text.replaceAll('\r\n ', ''))?.[1];
    const address = `http://localhost:3000${forum.at}.ics`;
    expect(sourceOf(await fileOf(forum))).toBe(address);
    expect(sourceOf(await fileOf(forum, '?cancelled=visible&utm_source=a&language=it'))).toBe(
      `${address}?cancelled=visible&language=it`,
    );
    expect(sourceOf(await office.get(`${forum.at}.ics`))).toBeUndefined();
    expect(sourceOf(await office.get(`${forum.at}.ics?draft=true`))).toBeUndefined();
  });

  describe('that was public', () => {
    const read = async (path: string): Promise<unknown[]> => {
      const { status, body } = await office.stranger.get(path);
      return [status, body.code];
    };

    it('is gone where it was made internal, and back where it is public again', async () => {
      const forum = await record();
      await patch(forum, { visibility: 'internal' });
      expect(await read(`${forum.at}.ics`)).toEqual([410, 'calendar.withdrawn']);
      await patch(forum, { names: named('Still internal') });
      expect(await read(`${forum.at}.ics?draft=true`)).toEqual([410, 'calendar.withdrawn']);
      expect((await office.get(`${forum.at}.ics`)).status).toBe(200);
      await patch(forum, { visibility: 'public' });
      expect((await fileOf(forum)).status).toBe(200);
    });

    it('is gone where it was put away, and back where it is restored', async () => {
      const forum = await record();
      await office.delete(forum.at, { 'if-match': '*' });
      expect(await read(`${forum.at}.ics`)).toEqual([410, 'calendar.withdrawn']);
      await office.post(`${forum.at}/restore`);
      expect((await fileOf(forum)).status).toBe(200);
    });

    it('is told from one that never was, and from what is no forum', async () => {
      const never = await record({ visibility: 'internal' });
      await patch(never, { visibility: 'confidential' });
      const visit = await office.record('/v1/visits', { names: named('Visit'), visibility: 'public' });
      const paths = [
        never.at,
        `${FORUMS}/${visit.id}`,
        `${FORUMS}/019a8f3e-4c00-7000-8000-000000000009`,
        `${FORUMS}/abc`,
      ];
      for (const path of paths) expect(await read(`${path}.ics`)).toEqual([404, 'record.unknown']);
    });
  });

  it('stays one entry in one line, whatever its texts hold', async () => {
    const breaks = ['\n', '\r\n', ...'\v\f\r\u001c\u001d\u001e\u0085\u2028\u2029'];
    const injected = [
      'END:VEVENT',
      'BEGIN:VEVENT',
      'UID:evil',
      'DTSTART:20270701T000000Z',
      'SUMMARY:injected',
    ];
    const hostile = fc
      .array(fc.constantFrom(...breaks, ...injected, 'Forum', ',', ';', '\\'), {
        minLength: 1,
        maxLength: 12,
      })
      .map((pieces) => `A${pieces.join('')}B`);
    await fc.assert(
      fc.asyncProperty(hostile, async (name) => {
        const place = await office.record('/v1/places', {
          names: named('Venue'),
          kind: 'venue',
          address: name,
        });
        const forum = await record({ placeId: place.id, theme: { en: name }, summary: { en: name } });
        const file = await fileOf(forum);
        expect(entriesIn(file).map(({ uid }) => uid)).toEqual([forum.uid]);
        const lines = file.text.split('\r\n');
        expect(lines.filter((line) => breaks.some((one) => line.includes(one)))).toEqual([]);
        expect(entriesIn(file)[0]!.location).not.toContain('\n');
      }),
      { numRuns: 25 },
    );
  });
});

/** One entry of a calendar, as another library reads it. */
interface Entry {
  readonly uid: string;
  readonly summary: string | null;
  readonly description: string | null;
  readonly location: string | null;
  readonly url: string | null;
  readonly related: string | null;
}

function entriesIn({ text }: Answer): Entry[] {
  const entries = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
  return entries.map((entry) => {
    const value = (name: string): string | null => entry.getFirstPropertyValue(name) as string | null;
    return {
      uid: value('uid')!,
      summary: value('summary'),
      description: value('description'),
      location: value('location'),
      url: value('url'),
      related: value('related-to'),
    };
  });
}
