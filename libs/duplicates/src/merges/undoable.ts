import { type Caller, type Transaction, callerValues } from '#platform';
import { Refusal } from '#refusals';
import { MERGE_PROBLEMS } from './merge.rules.js';

/**
 * What was changed since a merge, and whether the caller sees it: records, and instead of entries of a list the record
 * that has the list.
 */
const CHANGED_SINCE = `
  select c.*, $2::jsonb -> 'scopes' ? 'confidential:read'
    or (c.key ->> 'id')::uuid = any (public.rows_seen($2, c.of_table, array[(c.key ->> 'id')::uuid])) as seen
  from (
    select distinct coalesce(l.owner_table, c.of_table::name) as of_table,
      case when l.owner is null then c.key else jsonb_build_object('id', c.key -> l.owner) end as key
    from public.changed_since_merge($1) c left join lateral public.list_owner(c.of_table::name) l on c.key ? l.owner::text) c
  order by 1, 2`;

interface ChangedRow {
  readonly of_table: string;
  readonly key: Readonly<Record<string, string>>;
  readonly seen: boolean | null;
}

/**
 * Refuses to take a merge back of which something was changed since, or is not known any more.
 * @param wordFor gives the word for a kind of record by its table
 * @throws Refusal `merge.undone`, `merge.forgotten`, `merge.changed-since` with `changed`
 */
export async function assertUndoable(
  tx: Transaction,
  mergeId: string,
  caller: Caller,
  wordFor: (table: string) => string,
): Promise<void> {
  const [{ undone, forgotten }] = await tx.query<[{ undone: boolean; forgotten: boolean }]>(
    'select undone_at is not null as undone, forgotten from merges where id = $1 for update',
    [mergeId],
  );
  if (undone) throw new Refusal(MERGE_PROBLEMS['merge.undone'], 'This merge was undone before.');
  if (forgotten)
    throw new Refusal(
      MERGE_PROBLEMS['merge.forgotten'],
      'A person was erased since, and what this merge had kept of them, too; it cannot be undone any more.',
    );
  const rows = await tx.query<ChangedRow[]>(CHANGED_SINCE, [mergeId, callerValues(caller)['caller']]);
  const seen = rows.filter((row) => row.seen).slice(0, 100);
  if (rows.length > 0)
    throw changedSince(seen.map(({ of_table: table, key }) => ({ kind: wordFor(table), ...key })));
}

/** @param changed what the caller sees of it: of the rest nothing is told */
function changedSince(changed: readonly Readonly<Record<string, string>>[]): Refusal {
  const told = changed.map(({ kind, ...key }) => `${kind} ${Object.values(key).join(', ')}`).join('; ');
  return new Refusal(
    MERGE_PROBLEMS['merge.changed-since'],
    told
      ? `This was changed since the merge, so that it cannot be undone: ${told}.`
      : 'What the merge has changed was changed since, so that it cannot be undone.',
    { changed },
  );
}
