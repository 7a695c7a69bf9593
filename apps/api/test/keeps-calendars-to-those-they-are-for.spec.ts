import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { COLLECTIONS, SUBJECT_KINDS } from '#calendars/testing';
import { named } from '#directory/testing';
import { Tokens } from '#identity';
import type { Recorded } from './answer.js';
import { type Known, guiyangDelegation, recordKnown } from './known.js';
import { type Office, openOffice } from './office.js';
import { findSeparateLooks, noteStatements } from './read-plans.js';

type Kind = (typeof SUBJECT_KINDS)[number];

/** A visit and a forum, each with one item of its agenda, and somebody who has an address of each kind. */
interface World {
  /** Who comes on the visit. */
  readonly delegation: Recorded;
  readonly visit: Recorded;
  readonly forum: Recorded;
  /** The id of the access token that the addresses were made with. */
  readonly maker: string;
}

/** What a calendar of each kind shows, or that there is none; what is cancelled has a mark. */
type Shown = Readonly<Record<Kind, readonly string[] | 'gone'>>;

const EVERYTHING: Shown = {
  person: ['Visit', 'Talk'],
  delegation: ['Visit', 'Talk'],
  visit: ['Visit', 'Talk'],
  forum: ['Forum', 'Panel'],
  place: ['Talk', 'Panel'],
  actor: ['Visit', 'Talk', 'Forum', 'Panel'],
  office: ['Visit', 'Forum'],
};
const EVENTS_ALONE: Shown = {
  person: ['Visit'],
  delegation: ['Visit'],
  visit: ['Visit'],
  forum: ['Forum'],
  place: [],
  actor: ['Visit', 'Forum'],
  office: ['Visit', 'Forum'],
};
const NOTHING: Shown = {
  person: [],
  delegation: [],
  visit: 'gone',
  forum: 'gone',
  place: [],
  actor: [],
  office: [],
};

describe('a private calendar shows what its maker may see of what is for its audience', () => {
  let office: Office;
  let known: Known;
  let room: Recorded;
  let actor: string;
  let statements: ReturnType<typeof noteStatements>;

  beforeAll(async () => {
    office = await openOffice({ OFFICE_TIME_ZONE: 'Europe/Rome' });
    statements = noteStatements(office);
    office.setTime('2027-04-22T09:00:00Z');
    known = await recordKnown(office);
    room = await office.record('/v1/places', {
      names: named('Sala Newton'),
      kind: 'room',
      parentId: known.scienceCentre.id,
    });
    const colleague = await office.as({ label: 'Colleague', role: 'organizer' });
    actor = (await colleague.get('/v1/me')).body.actor.id as string;
  });
  afterAll(() => office.close());

  const events = ({ visit, forum }: World): Recorded[] => [visit, forum];
  const each = async (world: World, work: (event: Recorded) => Promise<unknown>): Promise<void> => {
    for (const event of events(world)) await work(event);
  };
  const publish = (event: Recorded): Promise<unknown> => office.record(`${event.at}/agenda/publications`, {});
  const itemOf = (event: Recorded): string => `${event.at}/agenda/${(event.agenda as Recorded[])[0]!.id}`;
  const patchItem = (event: Recorded, change: object): Promise<unknown> =>
    office.patch(itemOf(event), change, { 'if-match': '*' });

  const anEvent = (name: string, title: string, further: object): object => ({
    names: named(name),
    starts: '2027-05-10',
    ends: '2027-05-10',
    timeZone: 'Europe/Rome',
    responsibleId: actor,
    agenda: [
      {
        kind: 'meeting',
        title: { en: title },
        placeId: room.id,
        audience: 'guests',
        startsAt: '2027-05-10T10:00:00+02:00',
        endsAt: '2027-05-10T11:00:00+02:00',
      },
    ],
    ...further,
  });

  const CASES: readonly (readonly [string, (world: World) => Promise<unknown>, Shown, string?])[] = [
    ['as it is', (world) => each(world, publish), EVERYTHING],
    ['without an agenda that was published', async () => undefined, EVENTS_ALONE],
    [
      'without an item that is for another audience',
      (world) =>
        each(world, async (event) => {
          await patchItem(event, { audience: 'internal' });
          await publish(event);
        }),
      EVENTS_ALONE,
    ],
    [
      'without an item that was put away since it was published',
      (world) =>
        each(world, async (event) => {
          await publish(event);
          await office.delete(itemOf(event), { 'if-match': '*' });
        }),
      EVENTS_ALONE,
    ],
    [
      'marked as cancelled',
      (world) =>
        each(world, async (event) => {
          await publish(event);
          await office.post(`${event.at}/transitions`, { to: 'cancelled', reason: 'Off' });
        }),
      Object.fromEntries(
        Object.entries(EVERYTHING).map(([kind, titles]) => [
          kind,
          (titles as string[]).map((one) => `${one}, off`),
        ]),
      ) as unknown as Shown,
    ],
    [
      'without where a delegation does not come that withdrew',
      async (world) => {
        await each(world, publish);
        await office.move(world.delegation, 'withdrawn');
      },
      { ...EVERYTHING, person: [], delegation: [] },
    ],
    [
      'without what has become confidential',
      (world) =>
        each(world, async (event) => {
          await publish(event);
          await office.patch(event.at, { visibility: 'confidential' }, { 'if-match': '*' });
        }),
      NOTHING,
    ],
    [
      'without what was put away',
      (world) =>
        each(world, async (event) => {
          await publish(event);
          await office.delete(event.at, { 'if-match': '*' });
        }),
      NOTHING,
    ],
    [
      'without what the maker may no longer read',
      async (world) => {
        await each(world, publish);
        await office.patch(`/v1/tokens/${world.maker}`, { scopes: ['directory:read', 'delegations:read'] });
      },
      NOTHING,
    ],
    [
      'not at all once the rights of the maker have ended',
      async (world) => {
        await each(world, publish);
        await office.delete(`/v1/tokens/${world.maker}`);
      },
      Object.fromEntries(SUBJECT_KINDS.map((kind) => [kind, 'gone'])) as unknown as Shown,
    ],
  ];

  it.each(CASES)('%s', async (_, become, expected) => {
    const delegation = await office.record('/v1/delegations', guiyangDelegation(known));
    const visit = await office.record(
      '/v1/visits',
      anEvent('Visit', 'Talk', { delegationIds: [delegation.id] }),
    );
    const forum = await office.record('/v1/forums', anEvent('Forum', 'Panel', {}));
    const maker = await office.provider(Tokens).create({ label: 'Maker', role: 'viewer', days: 36_500 });
    const ids: Record<Kind, unknown> = {
      person: known.sunZhiming.id,
      delegation: delegation.id,
      visit: visit.id,
      forum: forum.id,
      place: room.id,
      actor,
      office: undefined,
    };
    const links = new Map<Kind, Recorded>();
    for (const kind of SUBJECT_KINDS)
      links.set(kind, await office.by(maker.token).record('/v1/calendar-links', aLink(kind, ids[kind])));
    const world = { delegation, visit, forum, maker: maker.id };
    await become(world);
    const shown = async (read: (link: Recorded) => Promise<string[] | 'gone'>): Promise<unknown> =>
      Object.fromEntries(
        await Promise.all([...links].map(async ([kind, link]) => [kind, await read(link)] as const)),
      );
    expect(inOrder(await shown(readFeed))).toEqual(inOrder(expected));
    expect(inOrder(await shown(readByCaldav))).toEqual(inOrder(expected));
    await each(world, (event) => office.delete(event.at, { 'if-match': '*' }));
  });

  const aLink = (kind: Kind, id: unknown): object => ({
    subject: { kind, ...(id ? { id } : {}) },
    audience: 'guests',
    languages: ['en'],
    label: 'A calendar',
  });

  async function readFeed({ address }: Recorded): Promise<string[] | 'gone'> {
    const { status, text } = await office.stranger.get(new URL(address as string).pathname);
    return status === 404 ? 'gone' : entriesIn(text);
  }

  async function readByCaldav({ id, password }: Recorded): Promise<string[] | 'gone'> {
    const authorization = `Basic ${Buffer.from(`anybody:${password as string}`).toString('base64')}`;
    const found: string[] = [];
    for (const collection of COLLECTIONS) {
      const path = `/dav/calendars/${id as string}/${collection}/`;
      const answer = await fetch(`${office.url}${path}`, { headers: { authorization } });
      const [status, text] = [answer.status, await answer.text()];
      if (status === 401) return 'gone';
      if (status === 200) found.push(...entriesIn(text));
    }
    return found;
  }

  it('by statements that look at the rows of the calendar alone', async () => {
    expect(statements.size).toBeGreaterThan(20);
    expect(await findSeparateLooks(office, statements.values())).toEqual([]);
  });
});

function entriesIn(text: string): string[] {
  const entries = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
  return entries.map((entry) => {
    const title = entry.getFirstPropertyValue('summary') as string;
    return entry.getFirstPropertyValue('status') === 'CANCELLED' ? `${title}, off` : title;
  });
}

function inOrder(shown: unknown): unknown {
  return Object.fromEntries(
    Object.entries(shown as Shown).map(([kind, titles]) => [
      kind,
      titles === 'gone' ? titles : titles.toSorted(),
    ]),
  );
}
