import type { Name } from '#vocabulary';
import { keyOfName } from './keys.js';
import { languageOf } from './names.js';
import { kindByName } from './organization-words.rules.js';
import type { GatheredDossier, Read } from '../imports/gathered-dossier.js';
import type { Position } from '../imports/written-dossier.js';

/**
 * Writes what the rows of a sheet refer to by name, each once: it is what is known under that name, and made where there
 * is none.
 */
export class DirectoryWriter {
  private readonly known = new Map<string, string>();

  constructor(
    private readonly dossier: GatheredDossier,
    /** The language that was said of the sheet. */
    private readonly language: string | null,
  ) {}

  /** Makes references to a name lead to a row that has a key of its own. */
  know(section: string, names: readonly Name[], key: string): void {
    for (const { text } of names) this.known.set(`${section} ${keyOfName(text)}`, key);
  }

  organization(names: Read<Name[]>): string {
    return this.refer('organizations', names, { kind: kindByName(names.value[0]!.text) });
  }

  person(names: Read<Name[]>): string {
    return this.refer('people', names, {});
  }

  topic(names: Read<Name[]>): string {
    return this.refer('topics', names, {});
  }

  place(names: Read<Name[]>, facts: { readonly kind: string; readonly parent?: string }): string {
    return this.refer('places', names, facts);
  }

  /** One key for each of several names in a cell. */
  each(list: Read<string[]>, refer: (names: Read<Name[]>) => string): Read<string[]> {
    const keys = list.value.map((text) => refer(this.named(text, list.at)));
    return { value: [...new Set(keys)], at: list.at };
  }

  named(text: string, at: Position): Read<Name[]> {
    return { value: [{ text, lang: languageOf(text, this.language), kind: 'official' }], at };
  }

  private refer(section: string, names: Read<Name[]>, facts: Readonly<Record<string, string>>): string {
    const { at, value } = names;
    const name = keyOfName(value[0]!.text);
    const key = this.known.get(`${section} ${name}`) ?? name;
    const said = Object.entries(facts).map(([field, fact]) => [field, { value: fact, at, isGuess: true }]);
    const match = { value: { name: value[0]!.text }, at };
    this.dossier.addOnce(
      [section, key],
      { match, names: { ...names, isGuess: true }, ...Object.fromEntries(said) },
      at,
    );
    return key;
  }
}
