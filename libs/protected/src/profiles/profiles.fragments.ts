import { type Sql, identifier, instant, joinSql, object, snakeCase, sql } from '#platform';
import { actor } from '#records';
import { FIELDS, type Field, type ProfileValues } from './profile.rules.js';
import type { KeyRing } from '../encryption/key-ring.js';

/** The column that a field is encrypted in. */
export function columnOf(field: Field): Sql {
  return identifier(snakeCase(field));
}

/** A profile as it is kept, still encrypted. */
export interface SealedProfile {
  readonly version: number;
  readonly sealed: Readonly<Record<Field, string | null>>;
  readonly createdAt: string;
  readonly createdBy: { readonly id: string; readonly name: string };
  readonly updatedAt: string;
  readonly updatedBy: { readonly id: string; readonly name: string };
}

/** The JSON of a `SealedProfile` of a row of `protected_profiles`. */
export function sealedProfile(row: Sql): Sql {
  const fields = FIELDS.map((field) => [field, sql`encode(${row}.${columnOf(field)}, 'base64')`] as const);
  return object({
    version: sql`${row}.version`,
    sealed: object(Object.fromEntries(fields)),
    ...stamp(row),
  });
}

/** The JSON list of the fields that are filled in. */
export function filledFields(row: Sql): Sql {
  const each = FIELDS.map(
    (field) => sql`case when ${row}.${columnOf(field)} is not null then '${fieldName(field)}' end`,
  );
  return sql`array_to_json(array_remove(array[${joinSql(each, sql`, `)}], null))`;
}

/** When and by whom a profile was written. */
export function stamp(row: Sql): Record<string, Sql> {
  return {
    createdAt: instant(sql`${row}.created_at`),
    createdBy: actor(sql`${row}.created_by_id`),
    updatedAt: instant(sql`${row}.updated_at`),
    updatedBy: actor(sql`${row}.updated_by_id`),
  };
}

/** What the encrypted fields of a person say. */
export function openProfile(ring: KeyRing, personId: string, { sealed }: SealedProfile): ProfileValues {
  const opened = FIELDS.map((field) => {
    const text = sealed[field];
    return [field, text === null ? null : ring.open(Buffer.from(text, 'base64'), { personId, field })];
  });
  return Object.fromEntries(opened) as ProfileValues;
}

// Names of fields are constants of the program.
function fieldName(field: Field): Sql {
  return field as string as Sql;
}
