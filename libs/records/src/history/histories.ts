import { Injectable } from '@nestjs/common';
import {
  type Caller,
  Database,
  type Json,
  type Sql,
  type Statement,
  callerValues,
  instant,
  list,
  object,
  sql,
  words,
} from '#platform';
import { unknownRecord } from '#refusals';
import { type At, type RecordKind } from '../kinds/record-kind.js';
import type { ListDefinition } from '../pages/list-definition.js';
import { Lists } from '../pages/lists.js';
import { actor } from '../transitions/status-history.js';
import { TELLING_OF_PEOPLE } from '../shown-fields.js';
import type { HistoryPage, HistoryQuery } from './history.dto.js';

// What one transaction wrote of one version is one change, in however many tables. `id` is the record's: entries of one
// record differ by `entry` alone.
const grouped = sql`
  select h.record_id as id, min(h.id) as entry, h.version, h.transaction, min(h.at) as at, min(h.at) as updated_at,
    (array_agg(h.by_id order by h.id))[1] as by_id, (array_agg(h.for_id order by h.id))[1] as for_id, (array_agg(h.kind order by h.id))[1] as kind,
    (array_agg(coalesce(h.changes -> 'status', h.changes -> 'response') order by h.id)
      filter (where h.changes ?| array['status', 'response']))[1] as moved
  from history h`;
const byChange = sql`group by h.record_id, h.version, h.transaction`;

const ownEntries = sql`(${grouped} where h.record_id = :record ${byChange}) e`;

/** Those of the records, too, that were merged into this one, up to the merge, which the own entries tell of. */
const allEntries = sql`(
  with recursive same(id, ended) as (
    select :record::uuid, null::uuid
    union all
    select m.from_id, m.transaction from same s join merges m on m.into_id = s.id and m.undone_at is null)
  select one.* from same s cross join lateral (
    ${grouped} where h.record_id = s.id and h.transaction is distinct from s.ended ${byChange}) one) e`;

// Notes are for colleagues, and those about people for who may read contacts; of people themselves no values are kept.
const isWithheld = sql`c.key = 'notes' and (:caller::jsonb ->> 'role' = 'partner'
  or h.table_name in (${words(TELLING_OF_PEOPLE)})
    and not (:caller::jsonb -> 'scopes') ? 'contacts:read')`;

const changedFields = sql`(
  select coalesce((:renamed::jsonb) ->> c.key, public.field_name(c.key)) as field,
    public.told(:caller::jsonb, (array_agg(c.value -> 0 order by h.id))[1]) as old,
    public.told(:caller::jsonb, (array_agg(c.value -> 1 order by h.id desc))[1]) as new,
    bool_or(c.value = 'null') as private
  from history h cross join lateral (
    select c.key, case when ${isWithheld} then 'null' else c.value end as value from jsonb_each(h.changes) c) c
  where h.record_id = e.id and h.version = e.version and h.transaction = e.transaction
    and c.key not in ('status', 'response')
  group by c.key) f where f.private or f.old <> f.new`;

/** What the status history says of a change `e`, of its step `s`. */
function step(said: Sql): Sql {
  return sql`(select ${said} from status_changes s where s.record_id = e.id and s.transaction = e.transaction
    and case when e.kind = 'created' then s.from_status is null else s.to_status = e.moved ->> 1 end
    order by s.id desc limit 1)`;
}

const history = (name: string, from: Sql): ListDefinition<HistoryQuery> => ({
  name,
  from,
  neverPutAway: true,
  item: object({
    id: sql`e.entry::text`,
    at: instant(sql`e.at`),
    by: actor(sql`e.by_id`),
    onBehalfOf: actor(sql`e.for_id`),
    kind: sql`e.kind`,
    version: sql`e.version`,
    mergedRecordId: sql`nullif(e.id, :record::uuid)`,
    // A move made by hand in the database leaves no step, only the change itself.
    status: sql`coalesce(${step(object({ from: sql`s.from_status`, to: sql`s.to_status` }))},
      case when e.moved is not null then json_build_object('from', e.moved ->> 0, 'to', e.moved ->> 1) end)`,
    reason: step(sql`s.reason`),
    effectiveOn: step(sql`s.effective_on`),
    fields: list(
      object({ field: sql`f.field`, old: sql`f.old`, new: sql`f.new` }),
      changedFields,
      sql`f.field`,
    ),
  }),
  filters: {},
  sorts: { newest: { key: sql`e.entry`, type: sql`bigint`, id: sql`e.id`, descending: true } },
});

const own = history('history', ownEntries);
const withMerged = history('history-with-merged', allEntries);

/** Reads the histories of records, which the database writes. */
@Injectable()
export class Histories {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
  ) {}

  /**
   * A page of the history of one record, newest first.
   * @param one gives its id
   * @throws Refusal `record.unknown` where there is none at this address for this caller
   */
  async read(
    { name, renamed, merges }: RecordKind,
    one: Statement,
    at: At,
    query: HistoryQuery,
    caller: Caller,
  ): Promise<Json<HistoryPage>> {
    const found = await this.database.readRow(one, { ...callerValues(caller), ...at });
    if (!found) throw unknownRecord(name);
    return this.lists.read(merges ? withMerged : own, query, caller, { record: found[0], renamed });
  }
}
