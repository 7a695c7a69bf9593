import { createCipheriv, createDecipheriv, createHmac, hash } from 'node:crypto';
import { invalid } from '#refusals';

/** Where a page ends: the sort key and the id of its last row. */
export type LastKey = readonly [key: string, id: string];

const CIPHER = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;

/**
 * Writes a cursor: base64url of the sort, a fingerprint of the filters and the last key, sealed, so that nobody else can
 * read or make one. The same place has the same cursor, so that equal pages are equal.
 * @param key 64 bytes that all instances have
 * @param list the name of the list, so that the cursor of one does not pass in another
 */
export function writeCursor(key: Buffer, list: string, sort: string, filters: object, last: LastKey): string {
  const content = JSON.stringify([sort, fingerprint(list, filters), ...last]);
  const nonce = createHmac('sha256', key.subarray(32)).update(content).digest().subarray(0, NONCE);
  const cipher = createCipheriv(CIPHER, key.subarray(0, 32), nonce);
  const sealed = [nonce, cipher.update(content, 'utf8'), cipher.final(), cipher.getAuthTag()];
  return Buffer.concat(sealed).toString('base64url');
}

/**
 * Reads a cursor that `writeCursor` made with the same key, for the same list, sort and filters.
 * @throws Refusal `request.invalid` for any other text, whatever differs
 */
export function readCursor(
  key: Buffer,
  list: string,
  sort: string,
  filters: object,
  cursor: string,
): LastKey {
  const content = open(key, cursor);
  if (content === null) throw badCursor('has been altered');
  const [madeFor, madeWith, last, id] = JSON.parse(content) as [string, string, string, string];
  if (madeFor !== sort || madeWith !== fingerprint(list, filters))
    throw badCursor('belongs to a list with other filters or another order');
  return [last, id];
}

function open(key: Buffer, cursor: string): string | null {
  const bytes = Buffer.from(cursor, 'base64url');
  // Decoding forgives spare bits in the last character; encoding again does not.
  if (bytes.toString('base64url') !== cursor || bytes.length <= NONCE + TAG) return null;
  const decipher = createDecipheriv(CIPHER, key.subarray(0, 32), bytes.subarray(0, NONCE), {
    authTagLength: TAG,
  });
  decipher.setAuthTag(bytes.subarray(-TAG));
  try {
    return decipher.update(bytes.subarray(NONCE, -TAG), undefined, 'utf8') + decipher.final('utf8');
  } catch {
    return null;
  }
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
