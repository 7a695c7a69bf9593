import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { named } from '#directory/testing';
import type { Client } from './client.js';
import type { Recorded } from './answer.js';
import { type Office, openOffice } from './office.js';

const FEED = '/v1/calendars/forums.ics?from=2000-01-01';

/** A forum with all that its entries are made of. */
interface Known {
  readonly rome: Recorded;
  readonly centre: Recorded;
  readonly hall: Recorded;
  readonly otherCentre: Recorded;
  readonly topic: Recorded;
  readonly otherTopic: Recorded;
  readonly host: Recorded;
  readonly week: Recorded;
  readonly forum: Recorded;
  readonly workshop: Recorded;
}

describe('a calendar that somebody keeps', () => {
  let office: Office;
  let known: Known;
  let minutes = 0;

  beforeAll(async () => {
    office = await openOffice({ PUBLIC_PAGE_URL: 'https://example.org/{kind}/{id}' });
    office.setTime('2026-11-22T09:00:00Z');
    known = await recordForum(office);
  });
  afterAll(() => office.close());

  const patch = async ({ at }: Recorded, body: object): Promise<void> => {
    const { status, text } = await office.patch(at, body, { 'if-match': '*' });
    if (status !== 200) throw new Error(text);
  };
  const entriesOf = async (caller: Client): Promise<Entries> => {
    const paths = [FEED, `${known.forum.at}.ics`, `${known.week.at}.ics`];
    const answers = await Promise.all(paths.map((path) => caller.get(path)));
    return new Map(answers.flatMap(({ text }, index) => entriesIn(text, paths[index]!)));
  };
  const itemOf = (title: string): Recorded => {
    const item = known.forum.agenda.find((one: Recorded) => one.title.en === title);
    return { ...item, at: `${known.forum.at}/agenda/${item.id}` };
  };

  const CHANGES: readonly [string, (known: Known) => Promise<unknown>][] = [
    ['a forum is renamed', ({ forum }) => patch(forum, { names: named('ZGC Forum') })],
    [
      'a forum is rescheduled',
      ({ forum }) => patch(forum, { ends: '2027-05-15', dateChangeReason: 'longer' }),
    ],
    ['a room is renamed', ({ hall }) => patch(hall, { names: named('Hall C') })],
    ['a venue is renamed', ({ centre }) => patch(centre, { names: named('New centre') })],
    ['a venue has another address', ({ centre }) => patch(centre, { address: 'Via Roma 2' })],
    ['a venue has another position', ({ centre }) => patch(centre, { latitude: 41.9, longitude: 12.5 })],
    ['a city is renamed', ({ rome }) => patch(rome, { names: named('Roma') })],
    ['a room belongs to another venue', ({ hall, otherCentre }) => patch(hall, { parentId: otherCentre.id })],
    [
      'a leg is elsewhere',
      ({ forum, otherCentre }) =>
        patch(forum, { legs: [{ id: forum.legs[0].id, placeId: otherCentre.id, starts: '2027-05-10' }] }),
    ],
    ['an item has another time', () => patch(itemOf('Opening'), { startsAt: '2027-05-10T09:30:00+02:00' })],
    ['a topic is renamed', ({ topic }) => patch(topic, { names: named('Robots') })],
    [
      'an item has another topic',
      ({ otherTopic }) => patch(itemOf('Opening'), { topicIds: [otherTopic.id] }),
    ],
    ['an item is made internal', () => patch(itemOf('Panel'), { audience: 'internal' })],
    ['an item is put away', () => office.delete(itemOf('Dinner').at, { 'if-match': '*' })],
    ['an agenda is complete', ({ forum }) => patch(forum, { agendaComplete: true })],
    ['a side event is renamed', ({ workshop }) => patch(workshop, { names: named('Seminar') })],
    [
      'a side event is known to the month only',
      ({ workshop }) => patch(workshop, { starts: '2027-05', ends: null }),
    ],
    ['a side event is made internal', ({ workshop }) => patch(workshop, { visibility: 'internal' })],
    ['a host is renamed', ({ host }) => patch(host, { names: named('The host') })],
    [
      'a host withdraws',
      ({ forum }) =>
        office.post(`${forum.at}/participants/${forum.participants[0].id}/transitions`, { to: 'withdrawn' }),
    ],
    ['an agenda is published', ({ forum }) => office.post(`${forum.at}/agenda/publications`)],
    ['a published item has another topic', ({ topic }) => patch(itemOf('Opening'), { topicIds: [topic.id] })],
    [
      'an item is published with another title',
      async ({ forum }) => {
        await patch(itemOf('Opening'), { title: { en: 'Grand opening' } });
        await office.post(`${forum.at}/agenda/publications`);
      },
    ],
    ['a forum is part of another no more', ({ forum }) => patch(forum, { parentId: null })],
    ['a forum is cancelled', ({ forum }) => office.move(forum, 'cancelled')],
  ];

  it.each(CHANGES)('is told when %s', async (_, change) => {
    const callers = [office.reader, office.stranger];
    const before = await Promise.all(callers.map(entriesOf));
    office.setTime(`2026-11-22T10:${String(++minutes).padStart(2, '0')}:00Z`);
    await change(known);
    const after = await Promise.all(callers.map(entriesOf));
    const changed = callers.flatMap((_caller, index) => changesBetween(before[index]!, after[index]!));
    expect(changed.length).toBeGreaterThan(0);
    expect(changed.filter(({ isTold }) => !isTold)).toEqual([]);
  });

  describe('stands still', () => {
    const UNSEEN: readonly [string, readonly ('reader' | 'stranger')[], object][] = [
      ['a confidential part', ['reader', 'stranger'], { visibility: 'confidential' }],
      ['an internal part', ['stranger'], {}],
    ];
    it.each(UNSEEN)('whatever becomes of %s', async (_, callers, visibility) => {
      const { week } = known;
      const read = () => Promise.all(callers.map((caller) => entriesOf(office[caller])));
      const before = await read();
      office.setTime('2026-11-23T08:00:00Z');
      const visit = await office.record('/v1/visits', {
        names: named('Visit'),
        parentId: week.id,
        ...visibility,
      });
      await patch(visit, { names: named('Another visit') });
      await patch(visit, { parentId: null });
      expect(await read()).toEqual(before);
    });

    it('for the public, whatever becomes of an internal item', async () => {
      const { week } = known;
      await office.record(`${week.at}/agenda`, { kind: 'panel', title: { en: 'Talk' }, audience: 'public' });
      await office.post(`${week.at}/agenda/publications`);
      const before = await entriesOf(office.stranger);
      office.setTime('2026-11-23T08:30:00Z');
      const item = await office.record(`${week.at}/agenda`, { kind: 'panel', title: { en: 'Briefing' } });
      await patch(item, { title: { en: 'Another briefing' } });
      await office.post(`${week.at}/agenda/publications`);
      expect(await entriesOf(office.stranger)).toEqual(before);
    });
  });

  it('is the same until something changes, from any instance', async () => {
    const other = await office.openAnother();
    other.setTime('2026-11-23T09:00:00Z');
    for (const path of [FEED, `${known.forum.at}.ics`]) {
      const answers = [
        await office.stranger.get(path),
        await other.stranger.get(path),
        await office.stranger.get(path),
      ];
      const [first, ...others] = answers.map(({ text, headers }) => [headers.etag, text]);
      expect(others).toEqual([first, first]);
    }
    await other.close();
  });
});

/** The properties of entries, by the address of their calendar and their uid. */
type Entries = Map<string, Record<string, string>>;

function entriesIn(text: string, path: string): [string, Record<string, string>][] {
  const entries = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
  return entries.map((entry) => {
    const properties = entry.getAllProperties().map((property) => [property.name, property.toICALString()]);
    return [`${path} ${String(entry.getFirstPropertyValue('uid'))}`, Object.fromEntries(properties)];
  });
}

/** What of an entry cannot change without its sequence. */
const SEQUENCED = ['dtstart', 'dtend', 'status', 'location'];

/** Entries that are others than before, and whether they say so. */
function changesBetween(
  before: Entries,
  after: Entries,
): { entry: string; changed: string[]; isTold: boolean }[] {
  return [...after].flatMap(([entry, now]) => {
    const then = before.get(entry);
    const names = Object.keys({ ...then, ...now });
    const changed = then ? names.filter((name) => then[name] !== now[name]) : [];
    const isStamped = ['dtstamp', 'last-modified'].every(
      (name) => then && valueOf(now, name) > valueOf(then, name),
    );
    const isRaised = Number(valueOf(now, 'sequence')) > Number(then && valueOf(then, 'sequence'));
    const isTold = isStamped && (isRaised || !SEQUENCED.some((name) => changed.includes(name)));
    return changed.length > 0 ? [{ entry, changed, isTold }] : [];
  });
}

function valueOf(properties: Record<string, string>, name: string): string {
  return properties[name]!.split(':')[1]!;
}

async function recordForum(office: Office): Promise<Known> {
  const place = (name: string, kind: string, more: object): Promise<Recorded> =>
    office.record('/v1/places', { names: named(name), kind, ...more });
  const rome = await place('Rome', 'city', { timeZone: 'Europe/Rome' });
  const centre = await place('Centre', 'venue', { parentId: rome.id, address: 'Via Roma 1' });
  const otherCentre = await place('Other centre', 'venue', { parentId: rome.id });
  const hall = await place('Hall B', 'room', { parentId: centre.id });
  const [topic, otherTopic] = [await recordTopic(office, 'Robotics'), await recordTopic(office, 'Big data')];
  const host = await office.record('/v1/organizations', { names: named('Host'), kind: 'university' });
  const dated = { visibility: 'public', starts: '2027-05-10', ends: '2027-05-14', status: 'confirmed' };
  const week = await office.record('/v1/forums', { ...dated, names: named('Week') });
  const item = (title: string, more: object): object => ({
    kind: 'panel',
    title: { en: title },
    audience: 'public',
    status: 'confirmed',
    ...more,
  });
  const forum = await office.record('/v1/forums', {
    ...dated,
    names: named('Forum'),
    parentId: week.id,
    placeId: centre.id,
    topicIds: [topic.id],
    legs: [{ placeId: centre.id, starts: '2027-05-10' }],
    participants: [{ organizationId: host.id, side: 'host', role: 'host' }],
    agenda: [
      item('Opening', { startsAt: '2027-05-10T09:00:00+02:00', placeId: hall.id, topicIds: [topic.id] }),
      item('Keynote', { startsAt: '2027-05-10T11:00:00+02:00', leg: 0 }),
      item('Panel', { on: '2027-05-11' }),
      item('Dinner', { on: '2027-05' }),
    ],
  });
  const workshop = await office.record('/v1/forums', {
    ...dated,
    names: named('Workshop'),
    status: 'announced',
    parentId: forum.id,
    placeId: hall.id,
  });
  return { rome, centre, hall, otherCentre, topic, otherTopic, host, week, forum, workshop };
}

function recordTopic(office: Office, name: string): Promise<Recorded> {
  return office.record('/v1/topics', { names: named(name) });
}
