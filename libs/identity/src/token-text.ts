import { randomInt } from 'node:crypto';
import { crc32 } from 'node:zlib';

const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** So many letters hold 192 random bits. */
const SECRET = 33;
const CHECKSUM = 6;
const WHOLE = new RegExp(`^corteo_([0-9A-Za-z]{${SECRET}})([0-9A-Za-z]{${CHECKSUM}})$`);
/** What tokens looked like that had no checksum yet. */
const WITHOUT_CHECKSUM = /^corteo_[\w-]{32}$/;

/**
 * A token: a prefix and a checksum by which scanners find it wherever it was left, and 192 random bits between them.
 * @param use what it is for, where it gives no access to the interface
 */
export function makeToken(use = ''): string {
  const secret = Array.from({ length: SECRET }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return `corteo_${use && `${use}_`}${secret}${checksumOf(secret)}`;
}

/** Whether a text can be a token of ours at all. */
export function isToken(text: string): boolean {
  const [, secret, checksum] = WHOLE.exec(text) ?? [];
  return secret === undefined ? WITHOUT_CHECKSUM.test(text) : checksum === checksumOf(secret);
}

/** CRC-32 of the secret to the base of 62. */
function checksumOf(secret: string): string {
  let rest = crc32(secret);
  let letters = '';
  for (let left = CHECKSUM; left > 0; left--) {
    letters = LETTERS[rest % LETTERS.length] + letters;
    rest = Math.floor(rest / LETTERS.length);
  }
  return letters;
}
