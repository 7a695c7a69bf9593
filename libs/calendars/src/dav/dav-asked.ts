import { ALL, type Asked } from './dav-properties.js';
import { type XmlElement, childOf } from './dav-xml.js';

/** Which properties a request asks for; the usual ones, where it names none. */
export function askedIn(request: XmlElement | null): Asked {
  if (!request) return ALL;
  const named = childOf(request, 'd:prop');
  if (named) return { names: told(named.children), isAll: false, isNames: false };
  return childOf(request, 'd:propname') ? { ...ALL, isNames: true } : ALL;
}

/** What is not known is told of every record in the words that it was asked in: so much, and no more. */
const MOST_NAMES = 60;
const LONGEST_NAMESPACE = 200;

function told(names: readonly XmlElement[]): XmlElement[] {
  const short = names.filter(({ namespace }) => namespace.length <= LONGEST_NAMESPACE);
  const each = new Map(short.map((name) => [`${name.namespace} ${name.local}`, name]));
  return [...each.values()].slice(0, MOST_NAMES);
}

/** Whether one of some properties is asked for. */
export function asksFor({ names }: Asked, local: string): boolean {
  return names.some((name) => name.local === local);
}
