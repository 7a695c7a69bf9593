import { Injectable } from '@nestjs/common';
import { type Caller, Database } from '#platform';
import { type AnyRoutedKind, Desks, Kinds, Subjects } from '#records';
import { Refusal, unknownRecord } from '#refusals';
import { UUID } from '#vocabulary';
import { DossierImports } from '../imports/dossier-imports.service.js';
import type { Outline } from '../imports/outline.js';
import { type Collected, Collection, referencesIn } from './collection.js';
import { DossierForm } from './dossier-form.js';
import { besideEachOther, keysFor, numbered, pathIn } from './keys.js';
import { RememberedEntries, pathsIn } from './remembered-entries.js';

/** Writes dossiers of what is recorded: imported elsewhere, and exported there, they are the same. */
@Injectable()
export class DossierExports {
  readonly outline: Outline;
  readonly desks: Desks;

  constructor(
    readonly database: Database,
    readonly kinds: Kinds,
    readonly subjects: Subjects,
    private readonly imports: DossierImports,
  ) {
    this.outline = imports.outline;
    this.desks = imports.desks;
  }

  /**
   * The dossier about a record, as YAML: all that belongs to it, and whatever that refers to. It is remembered as one that
   * was imported, so that the file changes what it came from once it is edited.
   * @param path the collection of its kind, such as `visits`
   * @throws Refusal `record.unknown`
   */
  async export(path: string, id: string, caller: Caller): Promise<string> {
    const kind = this.kindAt(path);
    if (!UUID.test(id)) throw unknownRecord(kind.name);
    const collection = new Collection(this, caller);
    const root = await collection.collect(kind, id);
    const { dossier, own } = await this.write(root, collection.records, caller);
    // Loaded once somebody exports: a server may never do so.
    const [{ stringify }, { readDossiers }] = await Promise.all([
      import('yaml'),
      import('../imports/dossier-text.js'),
    ]);
    const text = stringify(dossier, { lineWidth: 0 });
    await this.imports.import(readDossiers(text), caller, { own }).catch(unlessRefused);
    return text;
  }

  private kindAt(path: string): AnyRoutedKind {
    const kind = this.kinds.all().find(({ address, shapes }) => shapes && address === path);
    if (!kind) throw new Error(`There is no kind of record at ${path}.`);
    return kind as AnyRoutedKind;
  }

  private async write(
    root: Collected,
    records: ReadonlyMap<string, Collected>,
    caller: Caller,
  ): Promise<{ dossier: object; own: ReadonlyMap<string, string> }> {
    const remembered = await RememberedEntries.read(this.database, caller, [...records.keys()]);
    const keys = keysFor(records.values(), remembered, numbersOf(records));
    const dossier = remembered.dossier ?? (await this.freshKey(keys.get(root.id)!, caller));
    const form = new DossierForm(records, keys, this.outline.top, remembered);
    const own = new Map([...records.values()].map((record) => [pathIn(record, keys), record.id]));
    return { dossier: { dossier, ...form.write() }, own };
  }

  /** A key that no dossier has: by another's, it would be taken for that one where it is imported. */
  private async freshKey(key: string, caller: Caller): Promise<string> {
    for (let number = 1; ; number++) {
      const tried = numbered(key, number);
      if ((await pathsIn(this.database, caller, tried)).length === 0) return tried;
    }
  }
}

// What would be refused as it stands, as by a rule that is younger than it, is told where it is imported.
function unlessRefused(error: unknown): void {
  if (!(error instanceof Refusal) || error.kind === 'unavailable') throw error;
}

/** Parts that nobody refers to have numbers for keys, where that is true of all beside them. */
function numbersOf(records: ReadonlyMap<string, Collected>): Map<string, string> {
  const named = new Set(
    [...records.values()].flatMap(({ input, section }) =>
      [...referencesIn(input, section.fields)].map(([, id]) => id),
    ),
  );
  const parts = [...records.values()].filter(({ within }) => within);
  const unnamed = besideEachOther(parts).filter((group) => group.every(({ id }) => !named.has(id)));
  return new Map(unnamed.flatMap((group) => group.map(({ id }, index) => [id, `${index + 1}`] as const)));
}
