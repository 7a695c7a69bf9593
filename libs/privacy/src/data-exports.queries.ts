import { Injectable } from '@nestjs/common';
import {
  type Caller,
  Clock,
  Database,
  type Transaction,
  instant,
  object,
  referenceTo,
  sql,
  statement,
} from '#platform';
import { actor } from '#records';
import { unknownRecord } from '#refusals';
import type { DataExportView } from './data-export.dto.js';
import { DocumentMentionQueries } from './document-mentions.queries.js';
import type { UnreadDocument } from './document-mention.rules.js';
import { HELD } from './held.fragments.js';
import { type Mention, mentionsOf } from './mention.rules.js';
import { MentionQueries } from './mentions.queries.js';

/** Rows as the database tells them, by table. */
type ByTable<T extends { kind: string }> = Omit<T, 'kind'> & {
  readonly table: string;
  readonly rowKind: string | null;
};

type Held = Omit<DataExportView, 'records' | 'history' | 'mentions' | 'unread' | 'madeAt'> & {
  readonly records: readonly ByTable<DataExportView['records'][number]>[];
  readonly history: readonly ByTable<DataExportView['history'][number]>[];
};

const records = sql`(select coalesce(json_agg(${object({
  table: sql`h.table_name`,
  rowKind: sql`h.kind`,
  id: sql`h.id`,
  fields: sql`h.held`,
})} order by h.table_name, h.id), '[]') from held h)`;

const history = sql`(select coalesce(json_agg(${object({
  table: sql`h.table_name`,
  rowKind: sql`(select o.kind from held o where o.id = h.record_id limit 1)`,
  id: sql`h.record_id`,
  at: instant(sql`h.at`),
  by: actor(sql`h.by_id`),
  change: sql`h.kind`,
  version: sql`h.version`,
  fields: sql`(select coalesce(json_object_agg(public.field_name(c.key), c.value), '{}') from jsonb_each(h.changes) c)`,
})} order by h.id), '[]') from history h where h.record_id in (select o.id from held o))`;

const audit = sql`(select coalesce(json_agg(${object({
  at: instant(sql`done.at`),
  action: sql`done.action`,
  by: actor(sql`done.by_id`),
  reason: sql`done.reason`,
})}), '[]') from audited_of(:id) done)`;

const everything = statement(
  'data-export',
  sql`with held as materialized (${HELD})
      select ${object({ person: referenceTo(sql`e`), records, history, audit })}
      from visible_people(:caller) e where e.id = :id`,
);

/** Reads everything that is held about a person. */
@Injectable()
export class DataExportQueries {
  constructor(
    private readonly database: Database,
    private readonly mentions: MentionQueries,
    private readonly documents: DocumentMentionQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal `record.unknown` */
  async read(id: string, caller: Caller, tx?: Transaction): Promise<DataExportView> {
    const held = await this.database.readValue<Held>(everything, caller, { id }, tx);
    if (!held) throw unknownRecord('person');
    const documents = await this.documents.search(id, caller, false);
    const named = <T extends { kind: string }>({ table, rowKind, ...row }: ByTable<T>): T =>
      ({ kind: this.mentions.kindOf(table, rowKind), ...row }) as unknown as T;
    return {
      person: held.person,
      madeAt: this.clock.now().toISOString(),
      records: held.records.map((row) => named<DataExportView['records'][number]>(row)),
      history: held.history.map((row) => named<DataExportView['history'][number]>(row)),
      audit: held.audit,
      mentions: viewsOf(mentionsOf([...(await this.mentions.seenBy(id, caller)), ...documents.passages])),
      unread: unreadViews(documents.unread),
    };
  }
}

/** Documents that were not read, as callers are told of them. */
export function unreadViews(unread: readonly UnreadDocument[]): DataExportView['unread'] {
  return unread.map(({ kind, id, field, name, mediaType, past }) => ({
    kind,
    id,
    field,
    name,
    mediaType,
    past,
  }));
}

/** Mentions as callers are told of them. */
export function viewsOf(mentions: readonly Mention[]): DataExportView['mentions'] {
  return mentions.map(({ passages, ...mention }) => ({
    ...mention,
    passages: passages.map(({ pointer, start, end, certain, past, excerpt }) => ({
      pointer,
      start,
      end,
      certain,
      past,
      excerpt,
    })),
  }));
}
