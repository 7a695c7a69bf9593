import type { Name } from '#vocabulary';
import type { DirectoryWriter } from './directory-writer.js';
import { languageOf } from './names.js';
import { Repetitions, guessedIfBare, rowKeyOf } from './row-keys.js';
import type { RowReader } from './row-reader.js';
import type { Read } from '../imports/gathered-dossier.js';
import type { SheetDossier } from './sheet-dossier.js';

const NOT_STATED: Readonly<Record<string, string>> = {
  it: 'ruolo non indicato',
  en: 'position not stated',
  'zh-Hans': '职务未注明',
};

/** What is said of a sheet as a whole. */
export interface SheetLanguages {
  readonly language: string | null;
  readonly written: string | null;
}

/** Writes the people of a sheet. */
export class PersonRows {
  private readonly positions = new Repetitions();

  constructor(
    private readonly dossier: SheetDossier,
    private readonly directory: DirectoryWriter,
    private readonly languages: SheetLanguages,
  ) {}

  /** Writes a person with the position that the row tells of. */
  writeWithPosition(row: RowReader): void {
    const key = this.write(row, this.namesOf(row));
    if (key !== null) this.writePosition(row, key);
  }

  /** @returns the key of the person; null where the row names none */
  write(row: RowReader, names: Read<Name[]> | null): string | null {
    if (!names) {
      row.fault(row.at, 'A person needs a name.', 'no-name');
      return null;
    }
    const { key, match } = rowKeyOf(row.text('id'), names);
    const fields = {
      match,
      names: guessedIfBare(names),
      familyName: row.text('familyName'),
      givenName: row.text('givenName'),
      honorific: row.text('honorific'),
      languages: row.languages('languages'),
      email: row.text('email'),
      phone: row.text('phone'),
    };
    this.dossier.add(['people', key], fields, row.at);
    return key;
  }

  /** The names of the person: those in columns of whole names, and the one that its parts make. */
  namesOf(row: RowReader): Read<Name[]> | null {
    const whole = row.names('name');
    const [family, given] = [row.text('familyName'), row.text('givenName')];
    const at = given?.at ?? family?.at;
    if (!at) return whole;
    const isChinese = (whole?.value ?? []).some(({ text }) => CHINESE.test(text));
    const made = nameOfParts(family?.value, given?.value, isChinese, this.languages.language);
    const others = (whole?.value ?? []).map((name, index) => ({ name, at: whole!.each![index]! }));
    const all = [{ name: made, at }, ...others.filter(({ name }) => name.text !== made.text)];
    return { value: all.map(({ name }) => name), at, each: all.map((one) => one.at) };
  }

  private writePosition(row: RowReader, person: string): void {
    const [organization, position] = [row.names('organization'), row.texts('position')];
    const notes = row.texts('notes');
    if (notes) this.dossier.add(['people', person], { notes }, row.at);
    const [since, until] = [row.date('since'), row.date('until')];
    if (!organization) {
      if (position) row.fault(row.placeOf('organization'), NEEDS_ORGANIZATION, 'no-organization');
      return;
    }
    const key = this.directory.organization(organization);
    const title = position ?? {
      value: notStatedIn(this.languages.language, this.languages.written),
      at: organization.at,
    };
    const own = this.positions.keyOf(key, person, JSON.stringify(title.value));
    const fields = {
      organization: { value: key, at: organization.at },
      title,
      since,
      until,
    };
    this.dossier.add(['people', person, 'positions', own], fields, row.at);
  }
}

/** What a position is called of which only the organization is known, in the first of the languages that can say it. */
export function notStatedIn(...languages: readonly (string | null)[]): Record<string, string> {
  const lang = languages.find((one) => one !== null && one in NOT_STATED) ?? 'en';
  return { [lang]: NOT_STATED[lang]! };
}

/** A name of a Chinese person: one that is transcribed is longer, or has its parts set apart. */
const CHINESE = /^\p{Script=Han}{2,4}$/u;

/** In Chinese the family name stands first, also where it is romanized. */
function nameOfParts(family = '', given = '', isChinese: boolean, language: string | null): Name {
  const isHan = CHINESE.test(family + given);
  const parts = isHan || isChinese ? [family, given] : [given, family];
  const text = parts.filter((part) => part !== '').join(isHan ? '' : ' ');
  return { text, lang: languageOf(text, isChinese ? 'zh' : language), kind: 'official' };
}

const NEEDS_ORGANIZATION = 'A position is held at an organization: name it here, or leave the position out.';
