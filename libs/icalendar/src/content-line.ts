/** Says what wrote a calendar or a card (RFC 5545, 3.7.3; RFC 6350, 6.7.3). */
export const PRODUCT = 'PRODID:-//Corteo//Corteo//EN';

const OCTETS_PER_LINE = 75;
const SHORT_ASCII_LINE = /^[\x20-\x7e]{0,75}$/;
/** FS, GS and RS. */
const SEPARATORS = String.fromCharCode(0x1c, 0x1d, 0x1e);
/** What one reader or another ends a line at: also VT, FF, NEL and the separators of Unicode. */
const LINE_BREAK = new RegExp(`\\r\\n|[\\n\\v\\f\\r\\x85\\p{Zl}\\p{Zp}${SEPARATORS}]`, 'gu');
const CONTROL_CHARACTER = /(?!\n)\p{Cc}/gu;

type Parameters = Readonly<Record<string, string | undefined>>;

/**
 * Writes one property (RFC 5545, 3.1), folded, without the CRLF that ends it.
 *
 * @param name the property's name, in capitals
 * @param value the value as written in the file: a TEXT goes through {@link escapeText}, an address through {@link escapeUri}
 * @param parameters names and plain values; those left undefined are not written
 */
export function writeProperty(name: string, value: string, parameters?: Parameters): string {
  return foldLine(`${name}${parameters ? writeParameters(parameters) : ''}:${value}`);
}

/**
 * Writes one property of type TEXT: {@link writeProperty} with the value escaped.
 *
 * @param text any text, of any length, with any characters
 */
export function writeText(name: string, text: string, parameters?: Parameters): string {
  return writeProperty(name, escapeText(text), parameters);
}

/**
 * Writes one property of type TEXT that is shown in one line, such as a title.
 *
 * @param separator what stands for a line break
 */
export function writeLine(name: string, text: string, parameters?: Parameters, separator?: string): string {
  return writeText(name, joinLines(text, separator), parameters);
}

/**
 * Gives a text in one line: its lines joined, empty ones left out.
 *
 * @param separator what stands between two lines; a line that ends with its mark does not get another
 */
export function joinLines(text: string, separator = ' '): string {
  const lines = cleanText(text).split('\n');
  if (lines.length === 1) return lines[0]!;
  const mark = separator.trim();
  const trimmed = lines.map((line) => line.trim());
  const ended = trimmed.map((line) => (mark && line.endsWith(mark) ? line.slice(0, -mark.length) : line));
  return ended.filter((line) => line !== '').join(separator);
}

/**
 * Gives a text as a TEXT value (RFC 5545, 3.3.11): backslash, semicolon and comma escaped, each
 * line break as `\n`, tabs as spaces, other control characters removed, lone surrogates as U+FFFD.
 */
export function escapeText(text: string): string {
  return cleanText(text)
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');
}

/**
 * Gives an address as a URI value: as it is, with spaces and control characters percent-encoded.
 */
export function escapeUri(uri: string): string {
  return uri.toWellFormed().replace(/[\p{Cc}\p{Z}]/gu, (character) => encodeURIComponent(character));
}

/**
 * Folds one line at 75 octets of UTF-8 (RFC 5545, 3.1), never inside a character.
 *
 * @param line a line without line breaks
 * @returns the line, in pieces joined by CRLF and a space
 */
export function foldLine(line: string): string {
  if (SHORT_ASCII_LINE.test(line)) return line;
  const pieces: string[] = [];
  let start = 0;
  let octets = 0;
  let index = 0;
  while (index < line.length) {
    const size = countOctets(line.codePointAt(index)!);
    if (octets + size > OCTETS_PER_LINE) {
      pieces.push(line.slice(start, index));
      start = index;
      // The space before a continuation counts too.
      octets = 1;
    }
    octets += size;
    index += size === 4 ? 2 : 1;
  }
  return [...pieces, line.slice(start)].join('\r\n ');
}

function writeParameters(parameters: Parameters): string {
  return Object.entries(parameters)
    .map(([name, text]) => (text === undefined ? '' : `;${name}=${writeParameterValue(text)}`))
    .join('');
}

/** A parameter has no backslash escapes: RFC 6868 gives it carets, and quotes guard its delimiters. */
function writeParameterValue(text: string): string {
  const value = cleanText(text).replaceAll('^', '^^').replaceAll('"', "^'").replaceAll('\n', '^n');
  return /[:;,]/.test(value) ? `"${value}"` : value;
}

function cleanText(text: string): string {
  return text.toWellFormed().replace(LINE_BREAK, '\n').replaceAll('\t', ' ').replace(CONTROL_CHARACTER, '');
}

function countOctets(point: number): number {
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
}

/** Six decimals are a decimetre, and what RFC 5545, 3.8.1.6 asks for. */
export function writeDegrees(degrees: number): string {
  return String(Number(degrees.toFixed(6)));
}
