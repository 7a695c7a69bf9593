import { ALL, type Asked } from './dav-properties.js';
import { type XmlElement, childOf } from './dav-xml.js';

/** Which properties a request asks for; the usual ones, where it names none. */
export function askedIn(request: XmlElement | null): Asked {
  if (!request) return ALL;
  const named = childOf(request, 'd:prop');
  if (named) return { names: named.children, isAll: false, isNames: false };
  return childOf(request, 'd:propname') ? { ...ALL, isNames: true } : ALL;
}

/** Whether one of some properties is asked for. */
export function asksFor({ names }: Asked, local: string): boolean {
  return names.some((name) => name.local === local);
}
