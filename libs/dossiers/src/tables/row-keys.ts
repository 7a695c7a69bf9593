import { type Name, UUID } from '#vocabulary';
import { keyOfCode, keyOfName } from './keys.js';
import type { Read } from '../imports/gathered-dossier.js';

/** What a row is found again by: the code in its column, or else its name. */
export interface RowKey {
  readonly key: string;
  /** What in Corteo it is: the record with the id that is its code, or else one that is called so. */
  readonly match: Read<{ readonly id: string } | { readonly name: string }>;
}

export function rowKeyOf(code: Read<string> | null, names: Read<readonly Name[]>): RowKey {
  const [{ text }] = names.value as [Name];
  if (code && UUID.test(code.value)) {
    const id = code.value.toLowerCase();
    return { key: id, match: { value: { id }, at: code.at } };
  }
  const match = { value: { name: text }, at: names.at };
  return { key: code ? keyOfCode(code.value) : keyOfName(text), match };
}

/** A name whose language nobody said says nothing of a record that is known under it. */
export function guessedIfBare(names: Read<Name[]>): Read<Name[]> {
  const [{ lang }, ...others] = names.value as [Name];
  return { ...names, isGuess: others.length === 0 && lang === 'und' };
}

/** Counts what is there several times, such as the positions of a person at one organization. */
export class Repetitions {
  private readonly given = new Map<string, string>();
  private readonly taken = new Set<string>();

  /** @returns the key itself for the first of what it is told of, one that nothing else has for each that differs */
  keyOf(key: string, within: string, difference: string): string {
    const what = `${within}\n${key}\n${difference}`;
    const known = this.given.get(what);
    if (known !== undefined) return known;
    let own = key;
    for (let number = 2; this.taken.has(`${within}\n${own}`); number++) own = `${key}-${number}`;
    this.taken.add(`${within}\n${own}`);
    this.given.set(what, own);
    return own;
  }
}
