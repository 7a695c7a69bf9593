import type { Name } from '#vocabulary';
import type { DirectoryWriter } from './directory-writer.js';
import { languageOf, onceEach } from './names.js';
import { type SaidPerson, readPerson } from './person-names.rules.js';
import { Repetitions, guessedIfBare, rowKeyOf } from './row-keys.js';
import type { RowReader } from './row-reader.js';
import type { Read } from '../imports/gathered-dossier.js';
import type { Position } from '../imports/written-dossier.js';
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

/** A person as a row names them. */
export interface NamedPerson {
  readonly names: Read<Name[]>;
  readonly honorific: Read<string> | null;
  readonly familyName: Read<string> | null;
  readonly givenName: Read<string> | null;
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
  write(row: RowReader, named: NamedPerson | null): string | null {
    if (!named) {
      row.fault(row.at, 'A person needs a name.', 'no-name');
      return null;
    }
    const { names, ...said } = named;
    const { key, match } = rowKeyOf(row.text('id'), names);
    const fields = {
      match,
      names: guessedIfBare(names),
      ...said,
      languages: row.languages('languages'),
      email: row.text('email'),
      phone: row.text('phone'),
    };
    this.dossier.add(['people', key], fields, row.at);
    return key;
  }

  /** The names of the person: those in columns of whole names, and the one that its parts make. */
  namesOf(row: RowReader): NamedPerson | null {
    const [family, given] = [row.text('familyName'), row.text('givenName')];
    const whole = wholeNamesIn(row);
    const told = whole.find(({ said }) => said.parts);
    const addressed = whole.find(({ said }) => said.honorific !== null);
    const at = given?.at ?? family?.at;
    const names = at ? [this.madeOf(family, given, whole, at), ...whole] : whole;
    const once = onceEach(names);
    if (once.length === 0) return null;
    return {
      names: { value: once.map(({ name }) => name), at: once[0]!.at, each: once.map((one) => one.at) },
      honorific:
        row.text('honorific') ?? (addressed ? { value: addressed.said.honorific!, at: addressed.at } : null),
      familyName: at ? family : told ? { value: told.said.parts!.family, at: told.at } : null,
      givenName: at ? given : told ? { value: told.said.parts!.given, at: told.at } : null,
    };
  }

  private madeOf(
    family: Read<string> | null,
    given: Read<string> | null,
    whole: readonly WholeName[],
    at: Position,
  ): { readonly name: Name; readonly at: Position } {
    const isChinese = whole.some(({ name }) => CHINESE.test(name.text));
    return { name: nameOfParts(family?.value, given?.value, isChinese, this.languages.language), at };
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

interface WholeName {
  readonly name: Name;
  readonly said: SaidPerson;
  readonly at: Position;
}

/** The names in columns of whole names, without how the person is addressed. */
function wholeNamesIn(row: RowReader): WholeName[] {
  const { value = [], each = [] } = row.names('name') ?? {};
  return value.map((name, index) => {
    const said = readPerson(name.text);
    return { name: { ...name, text: said.name }, said, at: each[index]! };
  });
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
