import { writeCalendar } from '#icalendar';
import { wordsIn } from '../calendar.rules.js';
import type { Collection } from '../links/calendar-link.rules.js';
import type { Member } from './dav-collections.js';
import { COLLATIONS } from './dav-filters.js';
import type { DavResource } from './dav-resource.js';
import { ROOT, addressesOf } from './dav-target.rules.js';
import { collectionName } from './dav-words.rules.js';
import { type XmlElement, type XmlName, escapeXml, nameOf, writeElement } from './dav-xml.js';

/** A property that is asked for, with what is said of how it is to be. */
export type AskedName = XmlName & Partial<XmlElement>;

/** Gives a property of something, as XML; null where it has none of this name. */
type Property = (resource: DavResource, asked: AskedName) => string | null;

const href = (address: string): string => `<d:href>${escapeXml(address)}</d:href>`;
const whereIs =
  (kinds: readonly DavResource['kind'][], value: Property): Property =>
  (resource, asked) =>
    kinds.includes(resource.kind) ? value(resource, asked) : null;
const ofCalendar = (value: Property): Property => whereIs(['collection'], value);
const ofMember = (value: Property): Property => whereIs(['member'], value);
const principalOf: Property = ({ account }) => href(addressesOf(account.link.id).principal);

const TYPES: Readonly<Partial<Record<DavResource['kind'], string>>> = {
  principal: '<d:collection/><d:principal/>',
  collection: '<d:collection/><c:calendar/>',
  member: '',
};

const REPORTS = ['c:calendar-query', 'c:calendar-multiget', 'd:sync-collection', 'c:free-busy-query']
  .map((name) => `<d:supported-report><d:report><${name}/></d:report></d:supported-report>`)
  .join('');

const READ =
  '<d:privilege><d:read/></d:privilege><d:privilege><c:read-free-busy/></d:privilege><d:privilege><d:read-current-user-privilege-set/></d:privilege>';

/** What clients ask for, by its name; what is asked for by none of them there is not. */
const PROPERTIES: Readonly<Record<string, Property>> = {
  'd:resourcetype': ({ kind }) => TYPES[kind] ?? '<d:collection/>',
  'd:displayname': (resource) => escapeXml(displayName(resource)),
  'd:current-user-principal': principalOf,
  'd:principal-URL': whereIs(['root', 'principal'], principalOf),
  'd:owner': principalOf,
  'd:principal-collection-set': () => href(`${ROOT}principals/`),
  'd:current-user-privilege-set': () => READ,
  'd:supported-report-set': ({ kind }) => (kind === 'collection' ? REPORTS : ''),
  'd:sync-token': ofCalendar(({ collection }) => syncTokenOf(collection!.mapName)),
  'd:getetag': ofMember(({ member }) => escapeXml(member!.tag)),
  'd:getcontenttype': ofMember(
    ({ member }) => `text/calendar; charset=utf-8; component=${member!.event ? 'VEVENT' : 'VTODO'}`,
  ),
  'd:getcontentlength': ofMember(({ member }) => String(Buffer.byteLength(member!.text))),
  'c:calendar-home-set': whereIs(['root', 'principal'], ({ account }) =>
    href(addressesOf(account.link.id).home),
  ),
  'c:calendar-user-address-set': whereIs(['root', 'principal'], principalOf),
  'c:calendar-description': ofCalendar(({ account }) => escapeXml(account.link.label)),
  'c:supported-calendar-component-set': ofCalendar(
    ({ collection }) => `<c:comp name="${componentOf(collection!.name)}"/>`,
  ),
  'c:supported-calendar-data': ofCalendar(
    () => '<c:calendar-data content-type="text/calendar" version="2.0"/>',
  ),
  'c:supported-collation-set': ofCalendar(() =>
    [...COLLATIONS.keys()].map((name) => `<c:supported-collation>${name}</c:supported-collation>`).join(''),
  ),
  'c:calendar-data': ofMember(({ member }, asked) => escapeXml(dataOf(member!, asked))),
  'cs:getctag': ofCalendar(({ collection }) => escapeXml(`"${collection!.mapName}"`)),
};

/** What is told where all is asked for; what is long, or costs something, is told where it is named. */
const USUAL: readonly XmlName[] = [
  'resourcetype',
  'displayname',
  'getetag',
  'getcontenttype',
  'getcontentlength',
].map((local) => ({ namespace: 'DAV:', local }));

/** Which properties are asked for. */
export interface Asked {
  readonly names: readonly AskedName[];
  /** Whether only what is there is told: what was not named is missed by nobody. */
  readonly isAll: boolean;
  /** Whether their names are told without what they are. */
  readonly isNames: boolean;
}

export const ALL: Asked = { names: USUAL, isAll: true, isNames: false };

/** What is at an address, with the properties that are asked for (RFC 4918 §14.24). */
export function describe(resource: DavResource, { names, isAll, isNames }: Asked): string {
  const found: string[] = [];
  const missing: string[] = [];
  for (const name of names) {
    const value = PROPERTIES[nameOf(name)]?.(resource, name) ?? null;
    if (value !== null) found.push(writeElement(name, isNames ? '' : value));
    else if (!isAll) missing.push(writeElement(name));
  }
  const told = [stats(found, '200 OK'), stats(missing, '404 Not Found')].join('');
  return `<d:response>${href(resource.href)}${told || stats([''], '200 OK')}</d:response>`;
}

/** What is not at an address, or no longer. */
export function describeAbsent(address: string): string {
  return describeStatus(address, '404 Not Found');
}

/** What became of a part of a request. */
export function describeStatus(address: string, status: string): string {
  return `<d:response>${href(address)}<d:status>HTTP/1.1 ${status}</d:status></d:response>`;
}

function stats(elements: readonly string[], status: string): string {
  if (elements.length === 0) return '';
  return `<d:propstat><d:prop>${elements.join('')}</d:prop><d:status>HTTP/1.1 ${status}</d:status></d:propstat>`;
}

const TOKEN = 'data:,';

/** What a client shows to be told what has changed since it was given the map of this name. */
export function syncTokenOf(mapName: string): string {
  return `${TOKEN}${mapName}`;
}

/** The name of the map that a client was given; null where it shows something else. */
export function mapNameOf(token: string): string | null {
  return /^data:,([0-9a-f]{64})$/.exec(token)?.[1] ?? null;
}

function componentOf(name: Collection): 'VEVENT' | 'VTODO' {
  return name === 'follow-ups' ? 'VTODO' : 'VEVENT';
}

/** Who has times expanded takes them in UTC (RFC 4791, 9.6.5). */
function dataOf({ text, event }: Member, { children = [] }: AskedName): string {
  const isExpanded = children.some(({ name }) => name === 'c:expand');
  if (!isExpanded || !event || 'days' in event.when) return text;
  return writeCalendar({
    timeZone: 'UTC',
    entries: [{ ...event, when: { ...event.when, timeZone: 'UTC' } }],
  });
}

function displayName({ kind, account, collection, member }: DavResource): string {
  if (member) return member.address;
  if (kind !== 'collection') return account.link.label;
  return `${account.link.label}: ${collectionName(collection!.name, wordsIn(account.link.languages).language)}`;
}
