import { ORGANIZATION, PERSON, PLACE, TOPIC } from '#directory';
import type { RecordKind } from '#records';

/** The kinds of record that may be the same thing twice. Events and agreements are linked, not merged. */
export const MERGED_KINDS: readonly RecordKind[] = [PLACE, TOPIC, ORGANIZATION, PERSON];

/** The kind whose records are in a table. */
export function mergedKindIn(table: string): RecordKind {
  const kind = MERGED_KINDS.find((one) => one.table === table);
  if (!kind) throw new Error(`Nothing is merged in ${table}.`);
  return kind;
}
