import type { Caller } from '#platform';
import { RECORD_PROBLEMS, Refusal } from '#refusals';
import type { RecordKind } from './kinds/record-kind.js';
import { mergePatch } from './merge-patch.js';
import type { RecordEntity } from './record.entity.js';

/** The tables of what tells of people; notes in them are for who may read contacts. */
export const TELLING_OF_PEOPLE = [
  'positions',
  'delegation_members',
  'participations',
  'agreement_signatories',
  'organization_relations',
];

/**
 * Applies a merge patch, as `mergePatch` does, to what its caller is shown of a record; what they are not shown is not
 * there to be cleared, and stays.
 * @throws Refusal `record.field-unseen` where the patch says something of it
 */
export function mergeShown<T extends RecordEntity>(
  kind: RecordKind<T>,
  record: T,
  patch: object,
  caller: Caller,
): Partial<T> {
  const unseen = fieldsUnseen(kind.table, caller);
  const said = Object.entries(patch).filter(([field]) => unseen.includes(field));
  for (const [field, value] of said) if ((value ?? null) !== null) throw fieldUnseen(field);
  const shown = Object.entries(patch).filter(([field]) => !unseen.includes(field));
  return mergePatch(record, Object.fromEntries(shown), kind.shapes!.create) as Partial<T>;
}

/** The fields that a caller is not shown of the records of a table, whichever of these they see. */
function fieldsUnseen(table: string, { role, scopes }: Caller): readonly string[] {
  const readsContacts = scopes.includes('contacts:read');
  if (table === 'people' && !readsContacts) return ['email', 'phone', 'notes'];
  return role === 'partner' || (!readsContacts && TELLING_OF_PEOPLE.includes(table)) ? ['notes'] : [];
}

function fieldUnseen(field: string): Refusal {
  return new Refusal(
    RECORD_PROBLEMS['record.field-unseen'],
    `You are not shown what “${field}” holds here, so you cannot change it.`,
  );
}
