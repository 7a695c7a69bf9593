import { Injectable } from '@nestjs/common';
import { type Caller, Database, sql, statement } from '#platform';
import { type AnyRoutedKind, Desks, Kinds, Subjects } from '#records';
import { Outline } from '../imports/outline.js';
import { type Collected, Collection, referencesIn } from './collection.js';
import { DossierForm } from './dossier-form.js';
import { besideEachOther, keysFor } from './keys.js';

/** The entry of a dossier that a record was imported as. */
interface ImportedAs {
  readonly id: string;
  readonly dossier: string;
  readonly path: string;
}

const importedAs = statement(
  'dossier-entries-of-records',
  sql`select coalesce(json_agg(json_build_object('id', e.record_id, 'dossier', e.dossier, 'path', e.path)
        order by e.dossier, e.path), '[]'::json)
      from dossier_entries e where e.record_id = any (:ids::uuid[])`,
);

/** Writes dossiers of what is recorded: imported elsewhere, and exported there, they are the same. */
@Injectable()
export class DossierExports {
  constructor(
    readonly database: Database,
    readonly kinds: Kinds,
    readonly desks: Desks,
    readonly outline: Outline,
    readonly subjects: Subjects,
  ) {}

  /**
   * The dossier about a record, as YAML: all that belongs to it, and whatever that refers to.
   * @param path the collection of its kind, such as `visits`
   * @throws Refusal `record.unknown`
   */
  async export(path: string, id: string, caller: Caller): Promise<string> {
    const collection = new Collection(this, caller);
    const root = await collection.collect(this.kindAt(path), id);
    const dossier = await this.write(root, collection.records, caller);
    // Loaded once somebody exports: a server may never do so.
    const { stringify } = await import('yaml');
    return stringify(dossier, { lineWidth: 0 });
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
  ): Promise<object> {
    const imported = await this.database.readValue<ImportedAs[]>(importedAs, caller, {
      ids: [...records.keys()],
    });
    const own = imported!.find(({ id }) => id === root.id)?.dossier;
    const known = new Map<string, string>();
    for (const { id, path } of imported!.toSorted(
      (a, b) => Number(a.dossier === own) - Number(b.dossier === own),
    ))
      known.set(id, path.split('/').at(-1)!);
    const keys = keysFor(records.values(), new Map([...numbersOf(records), ...known]));
    const { top } = this.outline;
    return { dossier: own ?? keys.get(root.id), ...new DossierForm(records, keys, top).write() };
  }
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
