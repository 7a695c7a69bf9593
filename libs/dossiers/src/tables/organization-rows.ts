import type { Name } from '#vocabulary';
import type { DirectoryWriter } from './directory-writer.js';
import { ORGANIZATION_KIND_WORDS, kindByName } from './organization-words.rules.js';
import { readPerson } from './person-names.rules.js';
import { guessedIfBare, rowKeyOf } from './row-keys.js';
import type { RowReader } from './row-reader.js';
import type { Read } from '../imports/gathered-dossier.js';
import type { SheetDossier } from './sheet-dossier.js';

/** Writes the organizations of a sheet. */
export class OrganizationRows {
  constructor(
    private readonly dossier: SheetDossier,
    private readonly directory: DirectoryWriter,
  ) {}

  /** Makes the rows known by name, before any of them refers to another. */
  know(row: RowReader): void {
    const names = row.names('name');
    if (names) this.directory.know('organizations', names.value, rowKeyOf(row.text('id'), names).key);
  }

  write(row: RowReader): void {
    const names = namesOf(row);
    if (!names) return row.fault(row.at, 'An organization needs a name.', 'no-name');
    const { key, match } = rowKeyOf(row.text('id'), names);
    const guess = { value: kindByName(names.value[0]!.text), at: names.at, isGuess: true };
    const [parent, contact, topics] = [
      row.names('parent'),
      row.names('contactPerson'),
      row.list('topics', true),
    ];
    const fields = {
      match,
      names: guessedIfBare(names),
      kind: row.word('kind', ORGANIZATION_KIND_WORDS) ?? guess,
      parent: parent && { value: this.directory.organization(parent), at: parent.at },
      place: this.placeOf(row),
      topics: topics && this.directory.each(topics, (one) => this.directory.topic(one)),
      founded: row.date('founded'),
      memberCount: row.quantity('memberCount'),
      website: addressOf(row.text('website')),
      email: row.text('email'),
      phone: row.text('phone'),
      contactPerson: contact && { value: this.directory.person(withoutTitles(contact)), at: contact.at },
      description: row.texts('description'),
      notes: row.texts('notes'),
    };
    this.dossier.add(['organizations', key], fields, row.at);
  }

  private placeOf(row: RowReader): Read<string> | null {
    const [place, country] = [row.names('place'), row.names('country')];
    const around = country && { value: this.directory.place(country, { kind: 'country' }), at: country.at };
    if (!place) return around;
    const facts = { kind: 'city', ...(around ? { parent: around.value } : {}) };
    return { value: this.directory.place(place, facts), at: place.at };
  }
}

function namesOf(row: RowReader): Read<Name[]> | null {
  const read = [row.names('name'), row.names('short', 'short'), row.names('acronym', 'acronym')];
  const [first, ...others] = read.filter((names) => names !== null);
  if (!first) return null;
  const all = [first, ...others];
  return {
    value: all.flatMap(({ value }) => value),
    at: first.at,
    each: all.flatMap(({ each }) => each ?? []),
  };
}

function withoutTitles(names: Read<Name[]>): Read<Name[]> {
  return { ...names, value: names.value.map((name) => ({ ...name, text: readPerson(name.text).name })) };
}

/** Sheets leave out what an address begins with. */
export function addressOf(text: Read<string> | null): Read<string> | null {
  if (!text || /^[a-z][a-z0-9+.-]*:/i.test(text.value)) return text;
  return { ...text, value: `https://${text.value}` };
}
