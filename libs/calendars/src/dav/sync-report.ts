import { Injectable } from '@nestjs/common';
import type { Collection } from '../links/calendar-link.rules.js';
import type { OpenLink } from '../links/link-contents.js';
import { type DavAnswer, multistatus, refused } from './dav-answer.js';
import { askedIn } from './dav-asked.js';
import { type MemberMap, mapOf, nameOfMap } from './dav-collections.js';
import { DavMaps } from './dav-maps.js';
import {
  type Asked,
  describe,
  describeAbsent,
  describeStatus,
  mapNameOf,
  syncTokenOf,
} from './dav-properties.js';
import { type DavResource, memberOf } from './dav-resource.js';
import { type XmlElement, childOf } from './dav-xml.js';

/** What differs between two maps: an address, with the tag that it has now, or none where it is gone. */
type Change = readonly [address: string, tag: string | undefined];

/** What has changed in a calendar since a client was given a map of it (RFC 6578). */
@Injectable()
export class SyncReport {
  constructor(private readonly maps: DavMaps) {}

  /**
   * Tells that nothing has changed, where that is known without reading the calendar; null where it has to be read.
   * Programs ask every few minutes, and hardly ever is there anything to tell.
   */
  answerUnchanged(account: OpenLink, collection: Collection, asked: XmlElement): DavAnswer | null {
    const mapName = mapNameOf(tokenIn(asked));
    const isWhole = mapName !== null && this.maps.isWhole(account, collection, mapName);
    return isWhole && limitOf(asked) !== null ? tell('', mapName) : null;
  }

  async answer(resource: DavResource, asked: XmlElement): Promise<DavAnswer> {
    const most = limitOf(asked);
    if (most === null) return refused('d:number-of-matches-within-limits');
    const known = await this.knownMap(resource, tokenIn(asked));
    return known ? this.tellChanges(resource, known, asked, most) : refused('d:valid-sync-token');
  }

  private async tellChanges(
    resource: DavResource,
    known: MemberMap,
    asked: XmlElement,
    most: number,
  ): Promise<DavAnswer> {
    const { account, collection, href } = resource;
    const changes = changesBetween(known, mapOf(collection!.members));
    const told = changes.slice(0, most);
    const isWhole = told.length === changes.length;
    const map = isWhole ? null : applied(known, told);
    const mapName = map ? nameOfMap(map) : collection!.mapName;
    if (map) await this.maps.note(account.link.id, collection!.name, mapName, () => map);
    else await this.maps.noteWhole(account.link.id, collection!);
    const properties = askedIn(asked);
    const responses = told.map(([address, tag]) => describeChange(resource, address, tag, properties));
    const rest = isWhole ? '' : describeStatus(href, '507 Insufficient Storage');
    return tell(`${responses.join('')}${rest}`, mapName);
  }

  /** The map that a client shows the token of: an empty one at first, and null where it is not known, or no longer. */
  private async knownMap({ account, collection }: DavResource, token: string): Promise<MemberMap | null> {
    if (token === '') return {};
    const name = mapNameOf(token);
    if (name === collection!.mapName) return mapOf(collection!.members);
    return name === null ? null : this.maps.find(account.link.id, collection!.name, name);
  }
}

function tokenIn(asked: XmlElement): string {
  return childOf(asked, 'd:sync-token')?.text.trim() ?? '';
}

function tell(responses: string, mapName: string): DavAnswer {
  return multistatus(`${responses}<d:sync-token>${syncTokenOf(mapName)}</d:sync-token>`);
}

function changesBetween(known: MemberMap, now: MemberMap): Change[] {
  const changed = Object.entries(now).filter(([address, tag]) => known[address] !== tag);
  const gone = Object.keys(known).filter((address) => now[address] === undefined);
  return [...changed, ...gone.map((address) => [address, undefined] as const)];
}

function applied(known: MemberMap, changes: readonly Change[]): MemberMap {
  const map = { ...known };
  for (const [address, tag] of changes) {
    if (tag === undefined) delete map[address];
    else map[address] = tag;
  }
  return map;
}

function describeChange(
  resource: DavResource,
  address: string,
  tag: string | undefined,
  asked: Asked,
): string {
  const { account, collection, href } = resource;
  if (tag === undefined) return describeAbsent(`${href}${address}`);
  return describe(memberOf(account, collection!, collection!.members.get(address)!), asked);
}

/** How many changes a client takes at once; null where it says no number. */
function limitOf(asked: XmlElement): number | null {
  const limit = childOf(asked, 'd:limit');
  const results = limit && childOf(limit, 'd:nresults');
  if (!results) return Infinity;
  const most = Number(results.text.trim());
  return Number.isInteger(most) && most > 0 ? most : null;
}
