import { Injectable } from '@nestjs/common';
import {
  type Caller,
  Database,
  type ErasedPerson,
  type Transaction,
  instant,
  object,
  sql,
  statement,
} from '#platform';
import { actor } from '#records';
import { unknownRecord } from '#refusals';
import { HELD, IS_IN_USE } from './held.fragments.js';
import { type UnreadDocument, unreadRedactions } from './document-mention.rules.js';
import { DocumentMentionQueries } from './document-mentions.queries.js';
import { unreadViews, viewsOf } from './data-exports.queries.js';
import type { ErasurePreview, LeftRecords } from './erasure.dto.js';
import {
  type Decisions,
  type Mention,
  type Redaction,
  furtherRedactions,
  mentionsOf,
  redactionsBy,
} from './mention.rules.js';
import { MentionQueries } from './mentions.queries.js';

/** What the database tells of a person who may be erased. */
interface Told extends Pick<ErasurePreview, 'pseudonym' | 'erased'> {
  readonly losing: readonly { table: string; rowKind: string | null; id: string; fields: string[] }[];
  readonly held: readonly { table: string; rowKind: string | null }[];
}

const erased = sql`(select ${object({
  pseudonym: sql`pseudonym_of(x.person_id)`,
  at: instant(sql`x.at`),
  by: actor(sql`x.by_id`),
  reason: sql`x.reason`,
  redactedCount: sql`jsonb_array_length(x.redacted)`,
  removedDocumentCount: sql`(select count(*) from erased_documents d where d.person_id = x.person_id)`,
  kept: sql`x.kept`,
})} from erasures x where x.person_id = e.id)`;

const losing = sql`(select coalesce(json_agg(${object({
  table: sql`l.table_name`,
  rowKind: sql`l.kind`,
  id: sql`l.id`,
  fields: sql`l.fields`,
})}), '[]') from (
    select h.table_name, h.kind, h.id, array_agg(distinct f.field order by f.field) as fields
    from personal_rows(e.id) r join held h on (h.table_name, h.id) = (r.table_name, r.id)
    cross join lateral (select public.field_name(k) as field from jsonb_object_keys(r.emptied) k) f
    where h.held -> f.field <> '[]' and ${IS_IN_USE} group by h.table_name, h.kind, h.id
    union all
    select distinct h.table_name, null, e.id, array['everything'] from held h where h.table_name = 'protected_profiles'
    union all
    select h.table_name, h.kind, h.id, array['setAside'] from held h
    where not (${IS_IN_USE}) and h.table_name <> 'protected_profiles' group by h.table_name, h.kind, h.id) l)`;

const told = statement(
  'erasure-preview',
  sql`with held as materialized (${HELD})
      select ${object({
        pseudonym: sql`pseudonym_of(e.id)`,
        erased,
        losing,
        held: sql`(select coalesce(json_agg(json_build_object('table', h.table_name, 'rowKind', h.kind) order by h.table_name), '[]')
          from held h where h.table_name not in ('people', 'protected_profiles') and ${IS_IN_USE})`,
      })}
      from visible_people(:caller) e where e.id = :id`,
);

/** What names a person, and what may. */
interface Found {
  readonly mentions: readonly Mention[];
  readonly unread: readonly UnreadDocument[];
}

const NOTHING: Found = { mentions: [], unread: [] };

const wasErased = statement(
  'is-erased',
  sql`select to_json(exists (select from erasures x where x.person_id = e.id))
      from visible_people(:caller) e where e.id = :id`,
);

const names = statement(
  'holds-a-name',
  sql`select to_json(exists (select from name_patterns(:id) p, unnest(:texts::text[]) t where t ~ p.certain))`,
);

const all = statement(
  'erasures',
  sql`select coalesce(json_agg(json_build_object('personId', person_id, 'at', at, 'byId', by_id, 'reason', reason,
      'redacted', redacted, 'kept', kept, 'documents', (select coalesce(json_agg(json_build_object('checksum', d.checksum,
        'record_id', d.record_id)), '[]') from erased_documents d where d.person_id = x.person_id)) order by at), '[]')
      from erasures x`,
);

/** Reads what erasing a person takes away, and who was erased. */
@Injectable()
export class ErasureQueries {
  constructor(
    private readonly database: Database,
    private readonly mentions: MentionQueries,
    private readonly documents: DocumentMentionQueries,
  ) {}

  /** @throws Refusal `record.unknown` */
  async preview(id: string, caller: Caller, tx?: Transaction): Promise<ErasurePreview> {
    const found = await this.database.readValue<Told>(told, caller, { id }, tx);
    if (!found) throw unknownRecord('person');
    const kindOf = (row: Told['held'][number]): string => this.mentions.kindOf(row.table, row.rowKind);
    const { mentions, unread } = found.erased ? NOTHING : await this.searchAll(id, caller, tx);
    return {
      pseudonym: found.pseudonym,
      erased: found.erased,
      loses: found.erased
        ? []
        : found.losing.map((row) => ({ kind: kindOf(row), id: row.id, fields: row.fields })),
      stays: counted(found.held.map(kindOf)),
      mentions: viewsOf(mentions),
      unread: unreadViews(unread),
    };
  }

  /**
   * Whether a person was erased.
   * @throws Refusal `record.unknown`
   */
  async isErased(id: string, caller: Caller, tx: Transaction): Promise<boolean> {
    const erasedBefore = await this.database.readValue<boolean>(wasErased, caller, { id }, tx);
    if (erasedBefore === undefined) throw unknownRecord('person');
    return erasedBefore;
  }

  private async searchAll(id: string, caller: Caller, tx?: Transaction): Promise<Found> {
    const passages = await this.mentions.all(id, caller, tx);
    const documents = await this.documents.search(id, caller, true, tx);
    return { mentions: mentionsOf([...passages, ...documents.passages]), unread: documents.unread };
  }

  /**
   * What is blacked out by what was decided of the texts that hold the name, and of others.
   * @throws Refusal `erasure.undecided`, and where what was decided makes no sense
   */
  async redactionsBy(
    id: string,
    decisions: Decisions,
    caller: Caller,
    tx: Transaction,
  ): Promise<Redaction[]> {
    const { mentions, unread } = await this.searchAll(id, caller, tx);
    const others = unreadRedactions(unread, decisions);
    for (const place of furtherRedactions(mentions, decisions)) {
      const redaction = await this.mentions.redactionAt(place, caller, tx);
      if (redaction) others.push({ place, redaction });
    }
    const found = redactionsBy(mentions, decisions, [...unread, ...others.map(({ place }) => place)]);
    return [...found, ...others.map(({ redaction }) => redaction)];
  }

  /** Whether one of some texts holds a name of a person. */
  async isNamedIn(id: string, texts: readonly string[], caller: Caller, tx: Transaction): Promise<boolean> {
    return (await this.database.readValue<boolean>(names, caller, { id, texts }, tx))!;
  }

  /** All who were erased. */
  async all(caller: Caller): Promise<ErasedPerson[]> {
    return (await this.database.readValue<ErasedPerson[]>(all, caller, {}))!;
  }
}

function counted(kinds: readonly string[]): LeftRecords[] {
  return [...Map.groupBy(kinds, (kind) => kind)].map(([kind, own]) => ({ kind, count: own.length }));
}
