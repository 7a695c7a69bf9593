import ICAL from 'ical.js';
import { type ContentLine, readContentLines } from '../calendars/content-lines.js';
import { unreadable } from '../tables/decoded-text.js';

/** The most contacts that one file may hold. */
const MOST_CARDS = 10_000;

/** One property of a card: its values, and what it says of them. */
export interface CardProperty {
  readonly name: string;
  /** The components of the value, such as family name and given name; one where it has no parts. */
  readonly values: readonly string[];
  readonly language: string | null;
  /** How much it is preferred, 1 the most; 101 where nothing is said. */
  readonly preference: number;
}

/** One card (RFC 6350, RFC 2426). */
export class Card {
  constructor(
    private readonly properties: readonly CardProperty[],
    /** The line that it begins in. */
    readonly line: number,
  ) {}

  /** Every property of a name that holds something, the preferred first. */
  all(name: string): readonly CardProperty[] {
    return this.properties
      .filter((property) => property.name === name && property.values.some((value) => value !== ''))
      .toSorted((a, b) => a.preference - b.preference);
  }

  /** The text of a property; its first component where it has several. */
  text(name: string): string | null {
    return this.all(name)[0]?.values.find((value) => value !== '') ?? null;
  }
}

/**
 * Reads the cards of a vCard file, version 3 or 4.
 * @param charset what its sender says that it is encoded in
 * @throws Refusal `dossier.unreadable`
 */
export function readCards(bytes: Uint8Array, charset: string | null = null): Card[] {
  const { lines: contents } = readContentLines(bytes, charset);
  const text = contents.map((content) => content.text).join('\r\n');
  const lines = linesOfCards(contents);
  if (lines.length === 0)
    throw unreadable('There is no contact in the file: it should begin with BEGIN:VCARD.');
  if (lines.length > MOST_CARDS) throw unreadable(`A file has at most ${MOST_CARDS} contacts; divide it.`);
  if (/^VERSION:2/im.test(text))
    throw unreadable('These are contacts in vCard 2.1; export them as vCard 3 or 4.');
  const cards = parse(text).filter(([name]) => name === 'vcard');
  return cards.map(([, properties], index) => new Card(properties.map(readProperty), lines[index] ?? 1));
}

function linesOfCards(contents: readonly ContentLine[]): number[] {
  return contents.filter(({ text }) => /^BEGIN:VCARD\s*$/i.test(text)).map(({ line }) => line);
}

type JCardProperty = readonly [string, Readonly<Record<string, string | string[]>>, string, ...unknown[]];
type JCard = readonly [string, readonly JCardProperty[]];

function parse(text: string): JCard[] {
  try {
    const parsed = ICAL.parse(text) as unknown as JCard | JCard[];
    return Array.isArray(parsed[0]) ? (parsed as JCard[]) : [parsed as JCard];
  } catch (error) {
    throw unreadable(`The contacts cannot be read: ${(error as Error).message}.`);
  }
}

function readProperty([name, parameters, , ...values]: JCardProperty): CardProperty {
  const { language, pref, type = [] } = parameters;
  const types = [type].flat().map((one) => one.toLowerCase());
  const said = Number([pref].flat()[0]);
  return {
    name,
    // The parser leaves a semicolon escaped where a value has no parts.
    values: values.flat(2).map((value) => String(value).replaceAll('\\;', ';').trim()),
    language: [language].flat()[0] ?? null,
    preference: said >= 1 && said <= 100 ? said : types.includes('pref') ? 1 : 101,
  };
}
