import { hash } from 'node:crypto';
import { invalid } from '#refusals';

/** Where a page ends: the sort key and the id of its last row. */
export type LastKey = readonly [key: string, id: string];

/**
 * Writes a cursor: base64url of the sort, a fingerprint of the filters, the last key and a checksum.
 * @param list the name of the list, so that the cursor of one does not pass in another
 */
export function writeCursor(list: string, sort: string, filters: object, last: LastKey): string {
  const content = JSON.stringify([sort, fingerprint(list, filters), ...last]);
  return Buffer.from(checksum(content) + content).toString('base64url');
}

/**
 * Reads a cursor that `writeCursor` made for the same list, sort and filters.
 * @throws Refusal `request.invalid` for any other text, whatever differs
 */
export function readCursor(list: string, sort: string, filters: object, cursor: string): LastKey {
  const bytes = Buffer.from(cursor, 'base64url');
  const text = bytes.toString();
  const content = text.slice(CHECKSUM_LENGTH);
  // Decoding forgives spare bits in the last character; encoding again does not.
  if (bytes.toString('base64url') !== cursor || text.slice(0, CHECKSUM_LENGTH) !== checksum(content))
    throw badCursor('has been altered');
  const [madeFor, madeWith, key, id] = JSON.parse(content) as [string, string, string, string];
  if (madeFor !== sort || madeWith !== fingerprint(list, filters))
    throw badCursor('belongs to a list with other filters or another order');
  return [key, id];
}

const CHECKSUM_LENGTH = 12;

function checksum(content: string): string {
  return hash('sha256', `corteo cursor ${content}`, 'hex').slice(0, CHECKSUM_LENGTH);
}

function fingerprint(list: string, filters: object): string {
  const given = Object.entries(filters).filter(([, value]) => value !== undefined);
  return hash('sha1', JSON.stringify([list, given.sort(([a], [b]) => (a < b ? -1 : 1))]), 'base64url').slice(
    0,
    10,
  );
}

function badCursor(reason: string): Error {
  return invalid([
    {
      pointer: '?cursor',
      detail: `The cursor ${reason}; take it from nextCursor of the page before.`,
      code: 'cursor',
    },
  ]);
}
