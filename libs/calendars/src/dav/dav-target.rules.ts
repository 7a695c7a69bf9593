import { COLLECTIONS, type Collection } from '../links/calendar-link.rules.js';

export const ROOT = '/dav/';

/** Where clients look for the server that know only its name. */
export const STARTING_PLACES = ['/', '/principals', '/principals/'];

/** What an address of the server stands for. */
export type Target =
  | { readonly kind: 'root' | 'principals' | 'principal' | 'homes' | 'home' }
  | { readonly kind: 'collection'; readonly collection: Collection }
  | { readonly kind: 'member'; readonly collection: Collection; readonly address: string };

/** The addresses of what belongs to a link. */
export function addressesOf(linkId: string): {
  readonly principal: string;
  readonly home: string;
  readonly collection: (name: string) => string;
} {
  const home = `${ROOT}calendars/${linkId}/`;
  return {
    principal: `${ROOT}principals/${linkId}/`,
    home,
    collection: (name) => `${home}${name}/`,
  };
}

/**
 * What an address stands for; null where there is nothing for who carries this link.
 * @param path as it was asked for, with or without a slash at its end
 */
export function targetOf(path: string, linkId: string): Target | null {
  if (STARTING_PLACES.includes(path)) return { kind: 'root' };
  const segments = decode(path)
    ?.split('/')
    .filter((segment) => segment !== '');
  if (!segments || segments.shift() !== 'dav') return null;
  const [area, id, collection, address, ...more] = segments;
  if (area === undefined) return { kind: 'root' };
  if (area !== 'principals' && area !== 'calendars') return null;
  if (id === undefined) return { kind: area === 'principals' ? 'principals' : 'homes' };
  if (id !== linkId || more.length > 0) return null;
  if (area === 'principals') return collection === undefined ? { kind: 'principal' } : null;
  if (collection === undefined) return { kind: 'home' };
  if (!isCollection(collection)) return null;
  return address === undefined ? { kind: 'collection', collection } : { kind: 'member', collection, address };
}

function decode(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

function isCollection(name: string): name is Collection {
  return (COLLECTIONS as readonly string[]).includes(name);
}
