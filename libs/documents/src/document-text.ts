import { TEXT, WORD } from './document.rules.js';
import { type Part, unpack } from './packed-file.js';

/** What a document says, as far as a program can tell. */
export interface DocumentText {
  readonly text: string;
  /** Whether that is all; what a picture shows is for people to read. */
  readonly isWhole: boolean;
}

const NOTHING: DocumentText = { text: '', isWhole: false };

/** Whether documents of a type are read at all. */
export function isReadable(mediaType: string): boolean {
  return mediaType === TEXT || mediaType === WORD;
}

/** Reads what a document says. Of PDF and pictures nothing is read: what is found there proves nothing of the rest. */
export async function textOf(bytes: Buffer, mediaType: string): Promise<DocumentText> {
  if (mediaType === TEXT) return { text: bytes.toString('utf8'), isWhole: true };
  if (!isReadable(mediaType)) return NOTHING;
  try {
    return wordsOf(await unpack(bytes));
  } catch {
    return NOTHING;
  }
}

function wordsOf(parts: readonly Part[]): DocumentText {
  const [read, others] = [parts.filter(isMarkup), parts.filter((part) => !isMarkup(part))];
  const texts = read.map(({ bytes }) => wordsIn(bytes.toString('utf8')));
  return { text: texts.join('\n'), isWhole: others.every(({ bytes }) => bytes.length === 0) };
}

function isMarkup({ name }: Part): boolean {
  return /\.(?:xml|rels)$/i.test(name);
}

/** What parts a text in a document of Word; the runs of one paragraph are one text, whatever is between them. */
const PARTING = /<\/w:p>|<w:(?:br|cr|tab)\b[^>]*>|<\/?(?!\/?w:)[\w:]+[^>]*>/g;

/** Who made a change or a comment stands in attributes. */
function wordsIn(markup: string): string {
  const attributes = markup.match(/="[^"<]*"/g) ?? [];
  const text = markup.replace(PARTING, '\n').replace(/<[^>]*>/g, '');
  return unescapeXml([text, ...attributes.map((one) => one.slice(2, -1))].join('\n'));
}

const ESCAPED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** A text of XML without its references to characters. */
export function unescapeXml(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi, (whole, decimal, hex, name: string) => {
    if (name) return ESCAPED[name] ?? whole;
    const code = decimal ? Number(decimal) : Number.parseInt(hex as string, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
