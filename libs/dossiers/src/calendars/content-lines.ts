import { decodeText } from '../tables/decoded-text.js';

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
  const raw = unfold(inUtf8(bytes).toString('latin1'));
  const texts = decodeText(Buffer.from(raw.map(({ text }) => text).join('\n'), 'latin1')).split('\n');
  return texts.map((text, at) => ({ text: text.replace(/^\uFEFF/, ''), line: raw[at]?.line ?? 1 }));
}

function inUtf8(bytes: Uint8Array): Buffer {
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return isWide ? Buffer.from(decodeText(bytes)) : Buffer.from(bytes);
}

function unfold(text: string): ContentLine[] {
  const pieces: { parts: string[]; line: number }[] = [];
  for (const [at, piece] of text.split(/(?<!\r)\r*\n|\r/).entries()) {
    const before = pieces.at(-1);
    if (before && /^[ \t]/.test(piece)) before.parts.push(piece.slice(1));
    else if (piece !== '') pieces.push({ parts: [piece], line: at + 1 });
  }
  return pieces.map(({ parts, line }) => ({ text: parts.join(''), line }));
}
