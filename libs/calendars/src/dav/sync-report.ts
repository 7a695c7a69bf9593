import { Injectable } from '@nestjs/common';
import { type DavAnswer, multistatus, refused } from './dav-answer.js';
import { askedIn } from './dav-asked.js';
import { type MemberMap, mapOf } from './dav-collections.js';
import { DavMaps } from './dav-maps.js';
import { describe, describeAbsent, describeStatus, mapNameOf, syncTokenOf } from './dav-properties.js';
import { type DavResource, memberOf } from './dav-resource.js';
import { type XmlElement, childOf } from './dav-xml.js';

/** What differs between two maps: an address, with the tag that it has now, or none where it is gone. */
type Change = readonly [address: string, tag: string | undefined];

/** What has changed in a calendar since a client was given a map of it (RFC 6578). */
@Injectable()
export class SyncReport {
  constructor(private readonly maps: DavMaps) {}

  async answer(resource: DavResource, asked: XmlElement): Promise<DavAnswer> {
    const { content, collection } = resource;
    const known = await this.knownMap(resource, childOf(asked, 'd:sync-token')?.text.trim() ?? '');
    if (!known) return refused('d:valid-sync-token');
    const changes = changesBetween(known, mapOf(collection!.members));
    const most = limitOf(asked);
    if (most === null) return refused('d:number-of-matches-within-limits');
    const told = changes.slice(0, most);
    const isWhole = told.length === changes.length;
    const map = isWhole ? mapOf(collection!.members) : applied(known, told);
    const name = await this.maps.note(content.link.id, collection!.name, map);
    const responses = told.map(([address, tag]) => describeChange(resource, address, tag, asked));
    const rest = isWhole ? '' : describeStatus(resource.href, '507 Insufficient Storage');
    return multistatus(`${responses.join('')}${rest}<d:sync-token>${syncTokenOf(name)}</d:sync-token>`);
  }

  /** The map that a client shows the token of: an empty one at first, and null where it is not known, or no longer. */
  private async knownMap({ content, collection }: DavResource, token: string): Promise<MemberMap | null> {
    if (token === '') return {};
    const name = mapNameOf(token);
    if (name === null) return null;
    if (name === collection!.mapName) return mapOf(collection!.members);
    return this.maps.find(content.link.id, collection!.name, name);
  }
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
  asked: XmlElement,
): string {
  const { content, collection, href } = resource;
  if (tag === undefined) return describeAbsent(`${href}${address}`);
  return describe(memberOf(content, collection!, collection!.members.get(address)!), askedIn(asked));
}

/** How many changes a client takes at once; null where it says no number. */
function limitOf(asked: XmlElement): number | null {
  const limit = childOf(asked, 'd:limit');
  const results = limit && childOf(limit, 'd:nresults');
  if (!results) return Infinity;
  const most = Number(results.text.trim());
  return Number.isInteger(most) && most > 0 ? most : null;
}
