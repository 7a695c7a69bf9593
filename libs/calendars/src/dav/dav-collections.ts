import { hash } from 'node:crypto';
import { setImmediate as othersAreServed } from 'node:timers/promises';
import { type CalendarEntry, type CalendarTask, writeCalendar, writeTask } from '#icalendar';
import { entityTag } from '#platform';
import { COLLECTIONS_OF, type Collection } from '../links/calendar-link.rules.js';
import type { LinkContent, LinkEntry, ReadLink } from '../links/link-content.js';
import type { OpenLink } from '../links/link-contents.js';

const WRITTEN_AT_ONCE = 50;

/** One entry at an address of its own. */
export interface Member {
  readonly address: string;
  readonly text: string;
  readonly tag: string;
  readonly event?: CalendarEntry;
  readonly task?: CalendarTask;
}

/** Which members a collection has, and how each is: its address and its tag. */
export type MemberMap = Readonly<Record<string, string>>;

/** One calendar of a link as it was in some state. */
export interface DavCollection {
  readonly name: Collection;
  readonly members: ReadonlyMap<string, Member>;
  /** The state of its link that it was written in. */
  readonly state: string;
  /** The hash of its map: the same for as long as nothing in it changes. */
  readonly mapName: string;
}

const written = new WeakMap<LinkContent, Map<Collection, Promise<DavCollection>>>();

/** The calendars that a link has, by the names that they have in addresses. */
export function collectionsOf({ kind, hasFollowUps, audience }: ReadLink): readonly Collection[] {
  const isInside = hasFollowUps && audience === 'internal';
  return COLLECTIONS_OF[kind].filter((name) => name !== 'follow-ups' || isInside);
}

/** One of them; each is written once for as long as nothing changes. */
export async function collectionOf(account: OpenLink, name: Collection): Promise<DavCollection> {
  const content = await account.read();
  const known = written.get(content) ?? new Map<Collection, Promise<DavCollection>>();
  written.set(content, known);
  const collection = known.get(name) ?? writeCollection(content, name);
  known.set(name, collection);
  return collection;
}

async function writeCollection({ entries, state }: LinkContent, name: Collection): Promise<DavCollection> {
  const members = new Map<string, Member>();
  for (const [index, entry] of entries.filter(({ collection }) => collection === name).entries()) {
    const member = toMember(entry);
    members.set(member.address, member);
    if (index % WRITTEN_AT_ONCE === WRITTEN_AT_ONCE - 1) await othersAreServed();
  }
  return { name, members, state, mapName: nameOfMap(mapOf(members)) };
}

function toMember(entry: LinkEntry): Member {
  const [uid, one] =
    'event' in entry ? [entry.event.uid, entry.event] : [entry.task.uid, writeTask(entry.task)];
  const text = writeCalendar({ timeZone: 'UTC', entries: [one] });
  const { collection: _collection, ...source } = entry;
  return { address: `${uid}.ics`, text, tag: entityTag(Buffer.from(text)), ...source };
}

/** The map of these members. */
export function mapOf(members: ReadonlyMap<string, Member>): MemberMap {
  return Object.fromEntries([...members.values()].map(({ address, tag }) => [address, tag]));
}

/** What a map is known by. */
export function nameOfMap(map: MemberMap): string {
  const inOrder = Object.entries(map).sort(([one], [other]) => (one < other ? -1 : 1));
  return hash('sha256', JSON.stringify(inOrder), 'hex');
}
