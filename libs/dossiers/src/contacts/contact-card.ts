import { PRODUCT, escapeText, writeLine, writeProperty } from '#icalendar';
import type { Name, Text } from '#vocabulary';

/** An organization that a person holds a position at. */
export interface Employer {
  readonly name: string;
  /** What it is part of. */
  readonly parent: string | null;
}

/** What a contact says of a person: nothing that was noted for colleagues, and nothing that is protected. */
export interface Contact {
  readonly id: string;
  /** The name to show. */
  readonly name: string;
  readonly names: readonly Name[];
  readonly familyName: string | null;
  readonly givenName: string | null;
  readonly honorific: string | null;
  readonly languages: readonly string[];
  readonly email: string | null;
  readonly phone: string | null;
  readonly updatedAt: string;
  /** What the person is at present. */
  readonly positions: readonly { readonly title: Text; readonly organization: Employer }[];
}

/** Writes people as contacts (vCard 4.0, RFC 6350). */
export function writeContacts(contacts: readonly Contact[]): string {
  return contacts.map((contact) => `${writeCard(contact).join('\r\n')}\r\n`).join('');
}

function writeCard(contact: Contact): string[] {
  const { id, email, phone, languages, updatedAt, positions } = contact;
  return [
    'BEGIN:VCARD',
    'VERSION:4.0',
    PRODUCT,
    `UID:urn:uuid:${id}`,
    'KIND:individual',
    ...writeNames(contact),
    ...positions.flatMap(writePosition),
    ...(email ? [writeLine('EMAIL', email)] : []),
    ...(phone ? [writeLine('TEL', phone)] : []),
    ...languages.map((tag) => writeProperty('LANG', tag)),
    `REV:${updatedAt.replace(/\.\d+|[-:]/g, '')}`,
    'END:VCARD',
  ];
}

/** Names that were given up, or misprinted, are none to call somebody by. */
const UNUSED = ['former', 'as_printed'];

function writeNames({ name, names, familyName, givenName, honorific }: Contact): string[] {
  const used = names.filter(({ kind }) => !UNUSED.includes(kind));
  const formatted = used.filter(({ kind }) => kind !== 'nickname');
  const first = formatted.find(({ text }) => text === name);
  const shown = first ? [first, ...formatted.filter((other) => other !== first)] : formatted;
  const parts = [familyName, givenName, null, honorific, null].map((part) => escapeText(part ?? ''));
  return [
    ...(shown.length > 0 ? shown.map(writeName) : [writeLine('FN', name)]),
    ...(familyName || givenName ? [writeProperty('N', parts.join(';'))] : []),
    ...used.filter(({ kind }) => kind === 'nickname').map(({ text }) => writeLine('NICKNAME', text)),
  ];
}

function writeName({ text, lang }: Name): string {
  return writeLine('FN', text, { ALTID: '1', ...inLanguage(lang) });
}

/** A position and its organization belong together, which a group says. */
function writePosition(
  { title, organization: { name, parent } }: Contact['positions'][number],
  at: number,
): string[] {
  const group = `position${at + 1}`;
  const units = [parent, name].filter((unit) => unit !== null).map(escapeText);
  const titles = Object.entries(title).map(([lang, text]) =>
    writeLine(`${group}.TITLE`, text, { ALTID: String(at + 1), ...inLanguage(lang) }),
  );
  return [writeProperty(`${group}.ORG`, units.join(';')), ...titles];
}

function inLanguage(lang: string): { LANGUAGE?: string } {
  return lang === 'und' ? {} : { LANGUAGE: lang };
}
