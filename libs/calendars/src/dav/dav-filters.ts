import type { Member } from './dav-collections.js';
import { readRange } from './dav-filter.rules.js';
import { type EntryProperty, partsOf, propertiesOf } from './dav-parts.js';
import { isIn } from './dav-times.js';
import { type XmlElement, childOf } from './dav-xml.js';

/** What of a filter is refused, in the words of the protocol: it is none, or one that is not known here. */
export class RefusedFilter extends Error {
  constructor(readonly condition: 'c:valid-filter' | 'c:supported-filter' | 'c:supported-collation') {
    super(condition);
  }
}

/** Whether something is what a filter asks for. */
type Test<T> = (tested: T) => boolean;

/** What a filter may hold, and how each is read within what it is named for. */
type Readers<T> = ReadonlyMap<string, (filter: XmlElement, within: string) => Test<T>>;

/** A component of a member, or the whole of it. */
interface Part {
  readonly member: Member;
  readonly text: string;
}

/** Each is asked of every entry. */
const MOST_FILTERS = 100;

/**
 * Reads the filter of a query (RFC 4791, 9.7).
 * @throws RefusedFilter
 */
export function readFilter(query: XmlElement): Test<Member> {
  const filter = childOf(query, 'c:filter');
  const calendar = filter && childOf(filter, 'c:comp-filter');
  if (calendar?.attributes.name !== 'VCALENDAR') throw new RefusedFilter('c:valid-filter');
  if (sizeOf(calendar) > MOST_FILTERS) throw new RefusedFilter('c:supported-filter');
  const isAskedFor = readComponent(calendar);
  return (member) => isAskedFor({ member, text: member.text });
}

function sizeOf({ children }: XmlElement): number {
  return children.reduce((size, child) => size + sizeOf(child), 1);
}

function readComponent(filter: XmlElement): Test<Part> {
  return readNamed(filter, OF_COMPONENT, ({ member, text }: Part, name) =>
    partsOf(text, name).map((part) => ({ member, text: part })),
  );
}

function readProperty(filter: XmlElement): Test<Part> {
  return readNamed(filter, OF_PROPERTY, ({ text }: Part, name) => propertiesOf(text, name));
}

function readParameter(filter: XmlElement): Test<EntryProperty> {
  return readNamed(filter, OF_PARAMETER, ({ parameters }: EntryProperty, name) =>
    parameters.has(name) ? [parameters.get(name)!] : [],
  );
}

/** Asks for something of a name: that there is none, or one that is all that is asked of it. */
function readNamed<T, Found>(
  { attributes, children }: XmlElement,
  readers: Readers<Found>,
  findIn: (tested: T, name: string) => readonly Found[],
): Test<T> {
  const name = attributes.name?.toUpperCase();
  if (!name) throw new RefusedFilter('c:valid-filter');
  if (children.some((child) => child.name === 'c:is-not-defined'))
    return (tested) => findIn(tested, name).length === 0;
  const tests = children.map((child) => {
    const read = readers.get(child.name);
    if (!read) throw new RefusedFilter('c:supported-filter');
    return read(child, name);
  });
  return (tested) => findIn(tested, name).some((one) => tests.every((test) => test(one)));
}

function readTime({ attributes }: XmlElement, component: string): Test<Part> {
  const range = readRange(attributes);
  if (!range) throw new RefusedFilter('c:valid-filter');
  if (component !== 'VEVENT' && component !== 'VTODO') throw new RefusedFilter('c:supported-filter');
  return ({ member }) => isIn(range, member);
}

/** What letters are to a collation: those that it takes for the same become the same (RFC 4790, 9). */
export const COLLATIONS: ReadonlyMap<string, (text: string) => string> = new Map([
  ['i;ascii-casemap', (text) => text.replace(/[a-z]+/g, (letters) => letters.toUpperCase())],
  ['i;octet', (text) => text],
]);

function readText({ text, attributes }: XmlElement): Test<string> {
  const { collation = 'i;ascii-casemap', 'negate-condition': negation = 'no' } = attributes;
  const fold = COLLATIONS.get(collation);
  if (!fold) throw new RefusedFilter('c:supported-collation');
  const sought = fold(text);
  return (value) => fold(value).includes(sought) !== (negation === 'yes');
}

function readValue(filter: XmlElement): Test<EntryProperty> {
  const isSo = readText(filter);
  return ({ value }) => isSo(value);
}

const OF_COMPONENT: Readers<Part> = new Map([
  ['c:comp-filter', readComponent],
  ['c:prop-filter', readProperty],
  ['c:time-range', readTime],
]);
const OF_PROPERTY: Readers<EntryProperty> = new Map([
  ['c:text-match', readValue],
  ['c:param-filter', readParameter],
]);
const OF_PARAMETER: Readers<string> = new Map([['c:text-match', readText]]);
