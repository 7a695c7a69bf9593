import { ORGANIZATION, PERSON, PLACE, TOPIC } from '#directory';
import { type Sql, joinSql, reference, sql, words } from '#platform';
import type { RecordKind } from '#records';
import { DIRECTORY_KINDS, type DirectoryKind } from './duplicates.rules.js';

const KINDS: Readonly<Record<DirectoryKind, RecordKind>> = {
  place: PLACE,
  topic: TOPIC,
  organization: ORGANIZATION,
  person: PERSON,
};

/** The kinds of record that may be there twice. */
export const DIRECTORY: readonly RecordKind[] = DIRECTORY_KINDS.map((kind) => KINDS[kind]);

/** The kind with this name. */
export function directoryKind(name: DirectoryKind): RecordKind {
  return KINDS[name];
}

/** The name of a kind, as a value. */
export function wordOf({ name }: RecordKind): Sql {
  return words([name]);
}

/** `{ id, name }` of the record with this id, of the kind that the row `e` names. */
export function recordOf(id: Sql): Sql {
  const cases = DIRECTORY.map((kind) => sql`when ${wordOf(kind)} then ${reference(kind.visible, id)}`);
  return sql`case e.kind ${joinSql(cases, sql` `)} end`;
}

/** The records in use that the caller may see, with their kinds. */
export const IN_DIRECTORY = joinSql(
  DIRECTORY.map(
    (kind) => sql`select ${wordOf(kind)} as kind, e.id from ${kind.visible} e where e.archived_at is null`,
  ),
  sql` union all `,
);
