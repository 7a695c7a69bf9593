import type { IncomingMessage } from 'node:http';

/** Where links of a page begin at its own address, and what CalDAV calls a collection: with the slash. */
const KEPT = /^\/(?:docs\/$|dav\/|principals\/$)/;

/** The address that is asked for, without the slash at the end of its path: it is the same one. */
export function withoutSlash({ url = '/' }: Pick<IncomingMessage, 'url'>): string {
  const query = url.indexOf('?');
  const path = query < 0 ? url : url.slice(0, query);
  if (path.length < 2 || !path.endsWith('/') || KEPT.test(path)) return url;
  return path.slice(0, -1) + url.slice(path.length);
}
