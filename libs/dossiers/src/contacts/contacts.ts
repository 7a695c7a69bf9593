import { type Name, type Text, UUID, knownLanguage } from '#vocabulary';
import { GatheredDossier, type Read } from '../imports/gathered-dossier.js';
import type { Position, WrittenDossier } from '../imports/written-dossier.js';
import { DirectoryWriter } from '../tables/directory-writer.js';
import { keyOfCode, keyOfName } from '../tables/keys.js';
import { languageOf } from '../tables/names.js';
import { kindByName } from '../tables/organization-words.rules.js';
import { addressOf } from '../tables/organization-rows.js';
import { notStatedIn } from '../tables/person-rows.js';
import { guessedIfBare } from '../tables/row-keys.js';
import type { SaidOfFile } from '../tables/sheets.js';
import { type Card, type CardProperty, readCards } from './cards.js';
import { namesOf } from './card-names.js';

/**
 * Makes a dossier of contacts (vCard 3 and 4): people with what they are where, and organizations. Addresses, birthdays,
 * pictures and whatever else a card may hold stay out.
 * @throws Refusal `dossier.unreadable`
 */
export function readContacts(
  bytes: Buffer,
  { file, charset, key = 'contacts', language = null }: SaidOfContacts,
): WrittenDossier[] {
  const dossier = new GatheredDossier(keyOfName(key), file);
  const writer = new ContactWriter(dossier, language);
  for (const card of readCards(bytes, charset)) writer.write(card);
  return [dossier.finish()];
}

type SaidOfContacts = Pick<SaidOfFile, 'file' | 'charset' | 'key'> & { readonly language?: string | null };

class ContactWriter {
  private readonly directory: DirectoryWriter;

  constructor(
    private readonly dossier: GatheredDossier,
    private readonly language: string | null,
  ) {
    this.directory = new DirectoryWriter(dossier, language);
  }

  write(card: Card): void {
    const at = { line: card.line, column: 1 };
    const kind = (card.text('kind') ?? (isCompany(card) ? 'org' : 'individual')).toLowerCase();
    const names = namesOf(card, this.language);
    if (names.length === 0) this.dossier.faultAt(at, 'The contact has no name (FN).', 'no-name');
    else if (kind === 'individual') this.writePerson(card, { value: names, at });
    else if (kind === 'org') this.writeOrganization(card, { value: names, at });
    else
      this.dossier.faultAt(
        at,
        `A contact of the kind ${kind} is neither a person nor an organization.`,
        'kind',
      );
  }

  private writePerson(card: Card, names: Read<Name[]>): void {
    const { at } = names;
    const uid = uidOf(card);
    const name = names.value[0]!.text;
    const key = uid ? keyOfCode(uid) : keyOfName(name);
    const [, given, , prefix] = card.all('n')[0]?.values ?? [];
    const fields = {
      ...this.reachedBy(card, at),
      // Corteo writes ids as UIDs, and others what looks like them.
      match: { value: uid && UUID.test(uid) ? { id: uid, name } : { name }, at },
      names: guessedIfBare(names),
      familyName: read(card.all('n')[0]?.values[0], at),
      givenName: read(given, at),
      honorific: read(prefix, at),
      languages: this.spoken(card, at),
      notes: this.notesOf(card, at),
    };
    this.dossier.add(['people', key], fields, at);
    this.writePosition(card, key, at);
  }

  private writeOrganization(card: Card, names: Read<Name[]>): void {
    const { at } = names;
    const name = names.value[0]!.text;
    const fields = {
      ...this.reachedBy(card, at),
      match: { value: { name }, at },
      names: guessedIfBare(names),
      kind: { value: kindByName(name), at, isGuess: true },
      website: addressOf(read(card.text('url'), at)),
      notes: this.notesOf(card, at),
    };
    this.dossier.add(['organizations', keyOfName(name)], fields, at);
  }

  private reachedBy(card: Card, at: Position) {
    return {
      email: read(card.text('email'), at),
      phone: read(card.text('tel')?.replace(/^tel:/i, '').replace(/;ext=/i, ' ext. '), at),
    };
  }

  private writePosition(card: Card, person: string, at: Position): void {
    const [organization, ...units] = card.all('org')[0]?.values.filter((part) => part !== '') ?? [];
    if (!organization) return;
    const whole = this.directory.organization(this.directory.named(organization, at));
    const key = units.reduce((parent, unit) => this.writeUnit(unit, parent, at), whole);
    const [title, role] = [this.texts(card.all('title')), this.texts(card.all('role'))];
    const fields = {
      organization: { value: key, at },
      title: { value: title ?? role ?? notStatedIn(this.language), at },
      notes: title && role ? { value: role, at } : null,
    };
    this.dossier.addOnce(['people', person, 'positions', key], fields, at);
  }

  /** A unit is no organization of its own name: every municipality has an “Office for Foreign Affairs”. */
  private writeUnit(unit: string, parent: string, at: Position): string {
    const key = keyOfName(`${parent} ${unit}`);
    const { value: names } = this.directory.named(unit, at);
    const fields = { names, kind: kindByName(unit), parent };
    const said = Object.entries(fields).map(([name, value]) => [name, { value, at }] as const);
    this.dossier.addOnce(['organizations', key], Object.fromEntries(said), at);
    return key;
  }

  private texts(properties: readonly CardProperty[]): Text | null {
    const texts = properties.map(({ values, language }) => [
      this.languageOf(values[0]!, language),
      values[0]!,
    ]);
    return texts.length === 0 ? null : (Object.fromEntries(texts.toReversed()) as Text);
  }

  private languageOf(text: string, said: string | null): string {
    return languageOf(text, (said && knownLanguage(said)) ?? this.language);
  }

  private spoken(card: Card, at: Position): Read<string[]> | null {
    const tags = card
      .all('lang')
      .map(({ values }) => knownLanguage(values[0]!))
      .filter((tag) => tag !== null);
    return tags.length === 0 ? null : { value: [...new Set(tags)], at };
  }

  /** What was noted, and what has no field: further addresses and numbers, and a title at no organization. */
  private notesOf(card: Card, at: Position): Read<Text> | null {
    const further = ['email', 'tel'].flatMap((name) => card.all(name).slice(1));
    const unplaced = card.all('org').length === 0 ? ['title', 'role'].flatMap((name) => card.all(name)) : [];
    const lines = [...card.all('note'), ...unplaced, ...further].map(({ values }) => values.join(', '));
    const text = lines.join('\n');
    const [said] = card.all('note').map(({ language }) => language);
    return lines.length === 0 ? null : { value: { [this.languageOf(text, said ?? null)]: text }, at };
  }
}

function uidOf(card: Card): string | null {
  return card.text('uid')?.replace(/^urn:uuid:/i, '') ?? null;
}

function isCompany(card: Card): boolean {
  return card.text('x-abshowas')?.toUpperCase() === 'COMPANY';
}

function read(text: string | null | undefined, at: Position): Read<string> | null {
  return text ? { value: text, at } : null;
}
