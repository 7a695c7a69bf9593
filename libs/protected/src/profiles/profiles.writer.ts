import { Injectable } from '@nestjs/common';
import { type Caller, Clock, type Transaction, joinSql, runOften, sql } from '#platform';
import type { KeyRing } from '../encryption/key-ring.js';
import { columnOf } from './profiles.fragments.js';
import { FIELDS, type Field, type ProfileValues } from './profile.rules.js';

const COLUMNS = joinSql(FIELDS.map(columnOf), sql`, `);
const PLACES = FIELDS.map((_, index) => `$${index + 4}`).join(', ');
const INSERT = `insert into protected_profiles (person_id, version, created_at, created_by_id, updated_at, updated_by_id, ${COLUMNS})
  values ($1, 1, $2, $3, $2, $3, ${PLACES}) on conflict (person_id) do nothing`;

// What two profiles said is as old as the last of them: that people were merged keeps nothing longer.
const INSERT_MERGED = `insert into protected_profiles (person_id, merge_id, version, created_at, created_by_id, updated_at, updated_by_id, ${COLUMNS})
  select $1, $2, own.version + 1, own.created_at, own.created_by_id, last.updated_at, last.updated_by_id, ${FIELDS.map((_, index) => `$${index + 3}`).join(', ')}
  from (select case when m.person_id = $1 then m.version else 0 end as version, m.created_at, m.created_by_id
    from merged_profiles m where m.merge_id = $2 order by m.person_id = $1 desc limit 1) own
  cross join (select m.updated_at, m.updated_by_id from merged_profiles m where m.merge_id = $2 order by m.updated_at desc limit 1) last`;

/** Writes protected profiles, encrypted. */
@Injectable()
export class ProfilesWriter {
  constructor(private readonly clock: Clock) {}

  /** @returns whether there was none before */
  async insert(
    tx: Transaction,
    ring: KeyRing,
    personId: string,
    values: ProfileValues,
    caller: Caller,
  ): Promise<boolean> {
    const sealed = FIELDS.map((field) => seal(ring, personId, field, values[field]));
    const { rowCount } = await runOften(tx, INSERT, [
      personId,
      this.clock.now(),
      authorOf(caller),
      ...sealed,
    ]);
    return rowCount === 1;
  }

  /** Writes what the profiles said that a merge has set aside, for the person who is kept. */
  async insertMerged(
    tx: Transaction,
    ring: KeyRing,
    { mergeId, personId }: { readonly mergeId: string; readonly personId: string },
    values: ProfileValues,
  ): Promise<void> {
    const sealed = FIELDS.map((field) => seal(ring, personId, field, values[field]));
    await runOften(tx, INSERT_MERGED, [personId, mergeId, ...sealed]);
  }

  /** Writes some fields of a locked profile. */
  async update(
    tx: Transaction,
    ring: KeyRing,
    personId: string,
    changes: Partial<ProfileValues>,
    caller: Caller,
  ): Promise<void> {
    const fields = Object.keys(changes) as Field[];
    const set = fields.map((field, index) => `, ${columnOf(field)} = $${index + 4}`).join('');
    await runOften(
      tx,
      `update protected_profiles set version = version + 1, updated_at = $2, updated_by_id = $3, merge_id = null${set} where person_id = $1`,
      [
        personId,
        this.clock.now(),
        authorOf(caller),
        ...fields.map((field) => seal(ring, personId, field, changes[field])),
      ],
    );
  }

  /** @returns whether there was one */
  async erase(tx: Transaction, personId: string): Promise<boolean> {
    const { rowCount } = await runOften(tx, 'delete from protected_profiles where person_id = $1', [
      personId,
    ]);
    return rowCount === 1;
  }
}

function seal(ring: KeyRing, personId: string, field: Field, value: unknown): Buffer | null {
  return value == null ? null : ring.seal(value, { personId, field });
}

function authorOf({ actor }: Caller): string {
  if (!actor) throw new Error('Nobody writes without an access token.');
  return actor.id;
}
