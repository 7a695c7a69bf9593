import { decodeText, hasMoreOf, unreadable } from '../tables/decoded-text.js';
import { goesOn } from './quoted-printable.js';

/** One content line of a file (RFC 5545, 3.1), unfolded. */
export interface ContentLine {
  readonly text: string;
  /** The line of the file that it begins in. */
  readonly line: number;
}

/**
 * Reads the content lines of a file. They are unfolded before they are decoded, since some programs fold inside a
 * character; lines may end in any way, and byte order marks may stand anywhere.
 * @throws Refusal `dossier.unreadable` where it is no text in UTF-8 or UTF-16
 */
export function readContentLines(bytes: Uint8Array): ContentLine[] {
  const utf8 = inUtf8(bytes);
  // A line may end in two signs.
  if (hasMoreOf('\r\n', 2 * MOST_LINES, utf8))
    throw unreadable(`A file has at most ${MOST_LINES} lines; divide it.`);
  const raw = unfold(utf8.toString('latin1')).filter(isBounded);
  const texts = decodeText(Buffer.from(raw.map(({ text }) => text).join('\n'), 'latin1')).split('\n');
  return texts.map((text, at) => ({ text: text.replace(/^\uFEFF/, ''), line: raw[at]?.line ?? 1 }));
}

/** The most lines of a file, folded as they are. */
const MOST_LINES = 200_000;

/** The longest property, and what stands before its value: readers take ever longer for each character of it. */
const LONGEST = 100_000;
const LONGEST_HEAD = 10_000;

/** What is in a file as bytes, such as a picture, is longer, and left out. */
const OF_BYTES = /^(?:[\w-]+\.)?(?:PHOTO|LOGO|SOUND|KEY|ATTACH|X-[\w-]+)[;:]/i;

function isBounded({ text, line }: ContentLine): boolean {
  if (text.length <= LONGEST_HEAD) return true;
  const isLong = text.length > LONGEST;
  if (isLong && OF_BYTES.test(text)) return false;
  const head = text.replace(/"[^"]*"/g, (quoted) => '_'.repeat(quoted.length)).indexOf(':');
  if (isLong || head > LONGEST_HEAD || head < 0)
    throw unreadable(
      `The property in line ${line} is longer than what is read: it has ${text.length} characters.`,
    );
  return true;
}

function inUtf8(bytes: Uint8Array): Buffer {
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return isWide ? Buffer.from(decodeText(bytes)) : Buffer.from(bytes);
}

function unfold(text: string): ContentLine[] {
  const pieces: { parts: string[]; line: number }[] = [];
  for (const [at, piece] of text.split(/(?<!\r)\r*\n|\r/).entries()) {
    const before = pieces.at(-1);
    const last = before?.parts.at(-1) ?? '';
    if (before && goesOn(before.parts[0]!, last)) before.parts.splice(-1, 1, last.slice(0, -1), piece);
    else if (before && /^[ \t]/.test(piece)) before.parts.push(piece.slice(1));
    else if (piece !== '') pieces.push({ parts: [piece], line: at + 1 });
  }
  return pieces.map(({ parts, line }) => ({ text: parts.join(''), line }));
}
