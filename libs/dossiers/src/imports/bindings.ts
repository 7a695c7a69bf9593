import { Injectable } from '@nestjs/common';
import { type Caller, Database, type Transaction, sql, statement } from '#platform';
import { Kinds, NameReader, type RecordKind } from '#records';
import { UUID } from '#vocabulary';
import { type Match, WAYS } from './entries.js';
import type { Fingerprints } from './fingerprints.js';

/** What an entry of a dossier became when it was imported. */
export interface Binding {
  readonly path: string;
  readonly recordKind: string;
  readonly recordId: string;
  /** The version of the record afterwards. */
  readonly version: number;
  /** What the file said, by field. */
  readonly said: Fingerprints;
  /** What the record held of it afterwards, by field. */
  readonly settled: Fingerprints;
}

/** A record that an entry can mean. */
export interface Candidate {
  readonly id: string;
  readonly name: string | null;
}

/** The records that an entry can mean, and by what of its `match` they were found. */
export interface Found {
  readonly way: keyof Match | null;
  readonly candidates: readonly Candidate[];
}

export const NOTHING_FOUND: Found = { way: null, candidates: [] };

/** Where a record stands now. */
export interface Standing {
  readonly version: number;
  readonly archived: boolean;
}

/** What an entry became, and of which dossier it is. */
export interface Remembered extends Binding {
  readonly dossier: string;
  /** Whether the dossier only named what was there before. */
  readonly isNamed: boolean;
}

const remembered = statement(
  'dossier-entries',
  sql`select coalesce(json_agg(json_build_object('dossier', e.dossier, 'path', e.path, 'recordKind', e.record_kind,
        'recordId', e.record_id, 'version', e.version, 'said', e.said, 'settled', e.settled) order by e.record_id desc),
        '[]'::json)
      from dossier_entries e where e.dossier = any (:dossiers::text[])`,
);

const boundBefore = statement(
  'dossier-entry',
  sql`select coalesce(json_agg(e.record_id order by e.record_id), '[]') from dossier_entries e
      where e.dossier = :dossier and e.path = :path and e.record_kind = :kind`,
);

/** Remembers which record each entry of a dossier became, and finds those that entries name. */
@Injectable()
export class Bindings {
  constructor(
    private readonly database: Database,
    private readonly names: NameReader,
    private readonly kinds: Kinds,
  ) {}

  /**
   * What the entries of dossiers became, by the key of each and their paths. What one may not see is another's: the entry
   * is new to this caller. Of several the first one counts.
   */
  async of(dossiers: readonly string[], caller: Caller): Promise<Map<string, Map<string, Binding>>> {
    const found = (await this.database.readValue<Omit<Remembered, 'isNamed'>[]>(remembered, caller, {
      dossiers,
    }))!;
    const seen = await this.seen(found, caller);
    const known = new Map(dossiers.map((dossier) => [dossier, new Map<string, Binding>()]));
    for (const binding of found)
      if (seen.has(binding.recordId)) known.get(binding.dossier)!.set(binding.path, binding);
    return known;
  }

  /** The ids of those records that the caller may know of. */
  private async seen(bindings: readonly Binding[], caller: Caller): Promise<Set<string>> {
    const ids = Map.groupBy(bindings, ({ recordKind }) => recordKind);
    const seen = new Set<string>();
    for (const kind of this.kinds.all()) {
      const own = ids.get(kind.name);
      if (!own) continue;
      const standings = await this.standings(
        kind,
        own.map(({ recordId }) => recordId),
        caller,
      );
      for (const id of standings.keys()) seen.add(id);
    }
    return seen;
  }

  /**
   * Remembers what entries became; what is told of the same twice, as it is told last. Whether it was only named is as it
   * was at first.
   */
  async remember(tx: Transaction, told: readonly Remembered[]): Promise<void> {
    if (told.length === 0) return;
    const bindings = new Map(told.map((one) => [`${one.dossier}/${one.path}/${one.recordId}`, one])).values();
    await tx.query(
      `insert into dossier_entries (dossier, path, record_kind, record_id, version, said, settled, is_named)
       select n.dossier, n.path, n."recordKind", n."recordId", n.version, n.said, n.settled, n."isNamed"
       from jsonb_to_recordset($1) as n(dossier text, path text, "recordKind" text, "recordId" uuid, version integer,
         said jsonb, settled jsonb, "isNamed" boolean)
       on conflict (dossier, path, record_id) do update set record_kind = excluded.record_kind,
         version = excluded.version, said = excluded.said, settled = excluded.settled`,
      [JSON.stringify([...bindings])],
    );
  }

  /** The records in use that an entry can mean, the first ten, by the first way that finds any. */
  async candidates(kind: RecordKind, match: Match, caller: Caller): Promise<Found> {
    for (const way of WAYS) {
      const candidates = match[way] === undefined ? [] : await this.findBy(way, kind, match[way], caller);
      if (candidates.length > 0) return { way, candidates };
    }
    return NOTHING_FOUND;
  }

  private async findBy(
    way: keyof Match,
    kind: RecordKind,
    said: string,
    caller: Caller,
  ): Promise<readonly Candidate[]> {
    if (way === 'key') return this.before(kind, said, caller);
    if (way === 'id') return UUID.test(said) ? this.withId(kind, said, caller) : [];
    const { candidates } = await this.names.readNamed([kind.name], said, caller);
    return candidates.map(({ id, name }) => ({ id, name }));
  }

  private async withId(kind: RecordKind, id: string, caller: Caller): Promise<readonly Candidate[]> {
    const own = kind.ofKind ?? sql`true`;
    const found = statement(
      undefined,
      sql`select json_build_object('id', e.id, 'name', ${kind.called(sql`e`)}) from ${kind.visible} e
          where e.id = :id::uuid and ${own} and e.archived_at is null`,
    );
    const candidate = await this.database.readValue<Candidate>(found, caller, { id });
    return candidate ? [candidate] : [];
  }

  private async before(kind: RecordKind, key: string, caller: Caller): Promise<readonly Candidate[]> {
    const values = { ...placeOfKey(key), kind: kind.name };
    const bound = await this.database.readValue<string[]>(boundBefore, caller, values);
    for (const id of bound!) {
      const seen = await this.withId(kind, id, caller);
      if (seen.length > 0) return seen;
    }
    return [];
  }

  /** Where records of a kind stand now, by id. */
  async standings(kind: RecordKind, ids: readonly string[], caller: Caller): Promise<Map<string, Standing>> {
    const found = statement(
      undefined,
      sql`select coalesce(json_object_agg(e.id, json_build_object('version', e.version,
            'archived', e.archived_at is not null)), '{}'::json)
          from ${kind.visible} e where e.id = any (:ids::uuid[])`,
    );
    const standing = await this.database.readValue<Record<string, Standing>>(found, caller, { ids });
    return new Map(Object.entries(standing!));
  }
}

/** The dossier and the path that a key in `match` names: `other-dossier/places.naples`. */
export function placeOfKey(key: string): { readonly dossier: string; readonly path: string } {
  const [dossier = '', path = ''] = key.split('/');
  return { dossier, path: path.replaceAll('.', '/') };
}

/** The path of an entry, as it is remembered. */
export function pathText(path: readonly string[]): string {
  return path.join('/');
}
