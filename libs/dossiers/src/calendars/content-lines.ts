import { decodeAny, encodingOf, hasMoreOf, unreadable } from '../tables/decoded-text.js';
import { goesOn } from './quoted-printable.js';

/** One content line of a file (RFC 5545, 3.1), unfolded. */
export interface ContentLine {
  readonly text: string;
  /** The line of the file that it begins in. */
  readonly line: number;
}

/** The content lines of a file, and what it is encoded in. */
export interface ContentLines {
  readonly lines: ContentLine[];
  readonly encoding: string;
}

/**
 * Reads the content lines of a file. They are unfolded before they are decoded, since some programs fold inside a
 * character; lines may end in any way, and byte order marks may stand anywhere.
 * @param charset what its sender says that it is encoded in
 * @throws Refusal `dossier.unreadable` where it is no text
 */
export function readContentLines(bytes: Uint8Array, charset: string | null = null): ContentLines {
  const said = encodingOf(bytes, charset);
  const isWide = said.startsWith('utf-16');
  const narrow = isWide ? Buffer.from(decodeAny(bytes, said).text) : Buffer.from(bytes);
  // A line may end in two signs.
  if (hasMoreOf('\r\n', 2 * MOST_LINES, narrow))
    throw unreadable(`A file has at most ${MOST_LINES} lines; divide it.`);
  const raw = unfold(narrow.toString('latin1')).filter(isBounded);
  const unfolded = Buffer.from(raw.map(({ text }) => text).join('\n'), 'latin1');
  const { text: whole, encoding } = decodeAny(unfolded, isWide ? 'utf-8' : said);
  const texts = whole.split('\n').map((text) => text.replace(/^\uFEFF/, ''));
  const lines = texts.map((text, at) => ({ text, line: raw[at]?.line ?? 1 }));
  return { lines, encoding: isWide ? said : encoding };
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
