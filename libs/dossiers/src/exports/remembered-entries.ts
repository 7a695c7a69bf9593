import { type Caller, type Database, sql, statement } from '#platform';

/** An entry of a dossier that a record was imported as. */
interface RememberedEntry {
  readonly id: string;
  readonly dossier: string;
  readonly path: string;
  readonly isNamed: boolean;
}

const entriesOfRecords = statement(
  'dossier-entries-of-records',
  sql`select coalesce(json_agg(json_build_object('id', e.record_id, 'dossier', e.dossier, 'path', e.path,
        'isNamed', e.is_named) order by e.number), '[]'::json)
      from dossier_entries e where e.record_id = any (:ids::uuid[])`,
);

const pathsOfDossier = statement(
  'dossier-paths',
  sql`select coalesce(json_agg(e.path), '[]'::json) from dossier_entries e where e.dossier = :dossier`,
);

/** Which entries of which dossiers the records of an export were imported as, those that came first before others. */
export class RememberedEntries {
  private constructor(
    /** The dossier that the record came in which is exported; null where it came in none, or was only named. */
    readonly dossier: string | null,
    private readonly byRecord: ReadonlyMap<string, readonly RememberedEntry[]>,
    private readonly taken: ReadonlySet<string>,
  ) {}

  /** @param ids the records, first the one that is exported */
  static async read(database: Database, caller: Caller, ids: readonly string[]): Promise<RememberedEntries> {
    const found = (await database.readValue<RememberedEntry[]>(entriesOfRecords, caller, { ids }))!;
    const dossier = found.find(({ id, isNamed }) => id === ids[0] && !isNamed)?.dossier ?? null;
    const paths = dossier ? await pathsIn(database, caller, dossier) : [];
    return new RememberedEntries(
      dossier,
      Map.groupBy(found, ({ id }) => id),
      new Set(paths),
    );
  }

  /** The key that a record has in a section of the dossier, where it was imported there. */
  keyIn(section: string, id: string): string | undefined {
    const own = this.entriesOf(id).find(
      ({ dossier, path }) => dossier === this.dossier && path === `${section}/${lastKey(path)}`,
    );
    return own && lastKey(own.path);
  }

  /** The key that a record had first. */
  keyOf(id: string): string | undefined {
    const [first] = this.entriesOf(id);
    return first && lastKey(first.path);
  }

  /** Whether the dossier has an entry at a path, exported or not. */
  isTaken(path: string): boolean {
    return this.taken.has(path);
  }

  /** The entry that a record was imported as first, as `match` names it; none where that is the one at a path. */
  elsewhere(path: string, id: string): string | undefined {
    const [first] = this.entriesOf(id);
    if (!first || (first.dossier === this.dossier && first.path === path)) return undefined;
    return `${first.dossier}/${first.path.replaceAll('/', '.')}`;
  }

  private entriesOf(id: string): readonly RememberedEntry[] {
    return this.byRecord.get(id) ?? [];
  }
}

/** The paths of all entries that a dossier is remembered to have. */
export async function pathsIn(database: Database, caller: Caller, dossier: string): Promise<string[]> {
  return (await database.readValue<string[]>(pathsOfDossier, caller, { dossier }))!;
}

function lastKey(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
