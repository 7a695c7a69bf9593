import { Refusal } from '#refusals';
import { DOSSIER_PROBLEMS } from '../imports/dossier.problems.js';

/** Byte order marks, with the encoding that each stands for. */
const MARKS = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
] as const;

/**
 * Reads the bytes of a text file: UTF-8, with its mark or without, or UTF-16 with its mark.
 * @throws Refusal `dossier.unreadable`, where it is neither, with what it may be
 */
export function decodeText(bytes: Uint8Array): string {
  const [encoding] = MARKS.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte)) ?? ['utf-8'];
  const text = decode(bytes, encoding);
  if (text === null) throw unreadable(NOT_UTF_8, guessed(bytes));
  if (text.includes('\0')) throw unreadable('This is no text file.');
  return text;
}

/**
 * Whether a file has more of some signs, all of ASCII, than can be read in good time: they are counted in its bytes.
 * @param beginsAnew whether counting begins again with the sign at a place
 */
export function hasMoreOf(
  signs: string,
  most: number,
  bytes: Uint8Array,
  beginsAnew: (at: number) => boolean = () => false,
): boolean {
  const isSign = Array.from({ length: 128 }, (_, code) => signs.includes(String.fromCharCode(code)));
  let found = 0;
  for (let at = 0; at < bytes.length; at++) {
    if (!isSign[bytes[at]!]) continue;
    found = beginsAnew(at) ? 1 : found + 1;
    if (found > most) return true;
  }
  return false;
}

/** Refuses a file that cannot be read at all. */
export function unreadable(...sentences: string[]): Refusal {
  return new Refusal(DOSSIER_PROBLEMS['dossier.unreadable'], sentences.join(' '));
}

const NOT_UTF_8 =
  'The file is not encoded in UTF-8. Save it as UTF-8 (in a spreadsheet program “CSV UTF-8”), or as XLSX.';

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Text in GB 18030 reads as Han characters, and hardly any other does. */
function guessed(bytes: Uint8Array): string {
  const chinese = decode(bytes, 'gb18030') ?? '';
  const han = chinese.match(/\p{Script=Han}{2}/gu)?.length ?? 0;
  return `It seems to be in ${han > 0 ? 'GB 18030' : 'Windows-1252'}.`;
}
