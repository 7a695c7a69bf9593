import { createHash } from 'node:crypto';
import { characterStart } from '#vocabulary';
import { foldWord } from './words.rules.js';

const KEY = /^(?!\d+$)[\p{L}\p{N}][\p{L}\p{N}\p{M}_-]{0,99}$/u;
const LONGEST = 80;

/** The key of something by its name: the same for names that differ in case, accents and signs only. */
export function keyOfName(name: string): string {
  const key = foldWord(name).replaceAll(' ', '-');
  if (key === '') return `x-${hashOf(name)}`;
  const isPlain = key.length <= LONGEST && KEY.test(key);
  return isPlain
    ? key
    : `${/^\d+$/.test(key) ? 'no-' : ''}${key.slice(0, characterStart(key, LONGEST))}${key.length > LONGEST ? `-${hashOf(key)}` : ''}`;
}

/** The key of something by its code, another one for each code. */
export function keyOfCode(code: string): string {
  if (KEY.test(code)) return code;
  if (/^\d{1,80}$/.test(code)) return `no-${code}`;
  const shown = foldWord(code).replaceAll(' ', '-');
  return `${shown.slice(0, characterStart(shown, LONGEST)) || 'x'}-${hashOf(code)}`;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 10);
}
