import { Refusal } from '#refusals';
import { DOSSIER_PROBLEMS } from '../imports/dossier.problems.js';

/** Byte order marks, with the encoding that each stands for. */
const MARKS = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
] as const;

/**
 * Reads the bytes of a text file: in the encoding that its mark or its sender says, or else in UTF-8.
 * @param charset what its sender says
 * @param advice how a file in UTF-8 is made
 * @throws Refusal `dossier.unreadable`, where it is in another, with what that may be
 */
export function decodeText(
  bytes: Uint8Array,
  charset: string | null = null,
  advice = 'Save it as UTF-8.',
): string {
  const encoding = encodingOf(bytes, charset);
  const text = decode(bytes, encoding);
  if (text !== null) return textual(text);
  const seeming = `It seems to be in ${guessed(bytes)}.`;
  throw unreadable(`The file is not encoded in ${encoding.toUpperCase()}.`, advice, seeming);
}

/** A text, and what it was encoded in. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: string;
}

/**
 * Reads the bytes of a text file in an encoding, or where that cannot be, in the one that they seem to be in.
 * @throws Refusal `dossier.unreadable`
 */
export function decodeAny(bytes: Uint8Array, encoding: string): DecodedText {
  const text = decode(bytes, encoding);
  if (text !== null) return { text: textual(text), encoding };
  const seeming = encodingCalled(guessed(bytes));
  return { text: textual(decode(bytes, seeming)!), encoding: seeming };
}

/**
 * The encoding that a file is in, as its mark tells, or else its sender: UTF-8 where neither does.
 * @throws Refusal `dossier.unreadable` where it is not known
 */
export function encodingOf(bytes: Uint8Array, said: string | null): string {
  const marked = MARKS.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte));
  return marked?.[0] ?? encodingCalled(said ?? 'utf-8');
}

/**
 * Whether a file, or a part of it, has more of some signs, all of ASCII, than can be read in good time: they are counted
 * in its bytes.
 * @param beginning what a further part begins with
 */
export function hasMoreOf(signs: string, most: number, bytes: Buffer, beginning?: string): boolean {
  const isSign = Uint8Array.from({ length: 256 }, (_, code) =>
    Number(signs.includes(String.fromCharCode(code))),
  );
  for (let from = 0; from < bytes.length;) {
    const next = beginning === undefined ? -1 : bytes.indexOf(beginning, from + 1);
    const until = next < 0 ? bytes.length : next;
    if (countUpTo(most + 1, isSign, bytes.subarray(from, until)) > most) return true;
    from = until;
  }
  return false;
}

// A million of them have to be counted while others wait, also the first time: no step of it may call anything.
function countUpTo(enough: number, isSign: Uint8Array, bytes: Uint8Array): number {
  let found = 0;
  for (let at = 0; at < bytes.length && found < enough; at++) found += isSign[bytes[at]!]!;
  return found;
}

/** Refuses a file that cannot be read at all. */
export function unreadable(...sentences: string[]): Refusal {
  return new Refusal(DOSSIER_PROBLEMS['dossier.unreadable'], sentences.join(' '));
}

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function textual(text: string): string {
  if (text.includes('\0')) throw unreadable('This is no text file.');
  return text;
}

function encodingCalled(name: string): string {
  try {
    return new TextDecoder(name).encoding;
  } catch {
    throw unreadable(`The encoding “${name}” that Content-Type says is not known.`);
  }
}

/** Text in GB 18030 reads as Han characters, and hardly any other does; all bytes can be read as Windows-1252. */
function guessed(bytes: Uint8Array): string {
  const chinese = decode(bytes, 'gb18030') ?? '';
  const han = chinese.match(/\p{Script=Han}{2}/gu)?.length ?? 0;
  return han > 0 ? 'GB18030' : 'Windows-1252';
}
