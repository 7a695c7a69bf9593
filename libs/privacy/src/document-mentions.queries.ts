import { Injectable } from '@nestjs/common';
import { DocumentedEntity, Documents, type DocumentView } from '#documents';
import {
  type Caller,
  Database,
  type Sql,
  type Transaction,
  joinSql,
  onFirstUse,
  sql,
  statement,
} from '#platform';
import { Kinds } from '#records';
import { characterStart } from '#vocabulary';
import { type UnreadDocument, documentKey } from './document-mention.rules.js';
import type { Passage } from './mention.rules.js';

/** A document that a record has, or had before. */
interface Held extends DocumentView {
  readonly table: string;
  readonly id: string;
  readonly past: boolean;
}

/** What was found in documents, and which of them nobody but a person can read. */
export interface Searched {
  readonly passages: readonly Passage[];
  readonly unread: readonly UnreadDocument[];
}

/** Longer texts are searched piece by piece: what is found early is not looked through again and again. */
const PIECE = 200_000;
/** More than the longest name, so that what lies across two pieces is found in one of them. */
const OVERLAP = 500;

const namedIn = statement(
  'document-mentions',
  sql`select coalesce(json_agg(json_build_object('start', n.starts, 'end', n.ends, 'certain', n.is_certain, 'excerpt',
        substr(:text::text, greatest(1, n.starts - 79), least(80, n.starts) + n.ends - n.starts + 80))), '[]')
      from (select * from names_in(:text::text, :certain::text, :doubtful::text) where :text::text ~ :hints::text limit 20) n`,
);

/** By what a person is found in texts. */
interface NamePatterns {
  readonly certain: string | null;
  readonly doubtful: string | null;
  readonly hints: string | null;
}

const patternsOf = statement('name-patterns', sql`select row_to_json(p) from name_patterns(:person) p`);

/** Finds the documents in which a person is named. */
@Injectable()
export class DocumentMentionQueries {
  private readonly ofAnybody = onFirstUse(() => statement('documents-held', heldBy(this.tables(), null)));
  private readonly ofCaller = onFirstUse(() =>
    statement('documents-seen', heldBy(this.tables(), sql`:caller`)),
  );

  constructor(
    private readonly database: Database,
    private readonly documents: Documents,
    private readonly kinds: Kinds,
  ) {}

  /** Searches the documents that records have or had: all of them, or those that a caller may see. */
  async search(person: string, caller: Caller, all: boolean, tx?: Transaction): Promise<Searched> {
    const held = all ? this.ofAnybody() : this.ofCaller();
    const patterns = (await this.database.readValue<NamePatterns>(patternsOf, caller, { person }, tx))!;
    const passages: Passage[] = [];
    const unread: UnreadDocument[] = [];
    for (const document of (await this.database.readValue<Held[]>(held, caller, {}, tx))!) {
      const said = await this.documents.textOf(document, tx);
      if (!said) continue;
      const found = await this.passagesIn(document, said.text, patterns, caller, tx);
      passages.push(...found);
      if (found.length === 0 && !said.isWhole) unread.push(this.tellOf(document));
    }
    return { passages, unread };
  }

  private tables(): readonly string[] {
    return this.kinds
      .all()
      .filter(({ entity }) => entity.prototype instanceof DocumentedEntity)
      .map(({ table }) => table);
  }

  private async passagesIn(
    { checksum, table, id, past }: Held,
    text: string,
    patterns: NamePatterns,
    caller: Caller,
    tx?: Transaction,
  ): Promise<Passage[]> {
    const place = { ...documentKey(id, checksum), kind: this.kindOf(table), field: 'document', past };
    const passages: Passage[] = [];
    for (let at = 0, next = 0; at < text.length; at = next) {
      next = characterStart(text, at + PIECE);
      const piece = text
        .slice(at, next + OVERLAP)
        .replaceAll('\0', ' ')
        .toWellFormed();
      const found = await this.database.readValue<Pick<Passage, 'start' | 'end' | 'certain' | 'excerpt'>[]>(
        namedIn,
        caller,
        { ...patterns, text: piece },
        tx,
      );
      if (found!.length === 0) continue;
      const [before, own] = [lengthOf(text.slice(0, at)), lengthOf(text.slice(at, next))];
      // What begins behind the piece is found in the next one.
      for (const { start, end, ...one } of found!.filter((passage) => passage.start < own))
        passages.push({ ...place, ...one, pointer: '', start: start + before, end: end + before });
    }
    return passages;
  }

  private tellOf({ table, id, name, mediaType, checksum, past }: Held): UnreadDocument {
    return { kind: this.kindOf(table), id, field: 'document', name, mediaType, checksum, past };
  }

  private kindOf(table: string): string {
    return this.kinds.all().find((kind) => kind.table === table)!.name;
  }
}

/** How many characters a text has, as Postgres counts them. */
function lengthOf(text: string): number {
  return [...text].length;
}

/** @param sight who looks, or null for everybody: what records had before is told to whoever sees all */
function heldBy(tables: readonly string[], sight: Sql | null): Sql {
  const present = tables.map(
    (
      table,
    ) => sql`select '${table as Sql}' as table_name, t.id, t.document_name as name, t.document_checksum as checksum,
      false as past from ${sight ? sql`visible_${table as Sql}(${sight})` : (table as Sql)} t where t.document_checksum is not null`,
  );
  const past = sql`select distinct on (h.record_id, f.checksum) h.table_name, h.record_id, coalesce(f.name, 'document'), f.checksum, true
    from history h cross join lateral (values
      (h.changes -> 'document_checksum' ->> 0, h.changes -> 'document_name' ->> 0),
      (h.changes -> 'document_checksum' ->> 1, h.changes -> 'document_name' ->> 1)) f(checksum, name)
    where h.changes ? 'document_checksum' and f.checksum is not null
      and not exists (select from present p where (p.id, p.checksum) = (h.record_id, f.checksum))`;
  return sql`with present as (${joinSql(present, sql` union all `)}),
      held as (select * from present ${sight ? sql`` : sql`union all (${past})`})
    select coalesce(json_agg(json_build_object('table', h.table_name, 'id', h.id, 'name', h.name, 'past', h.past,
        'checksum', d.checksum, 'size', d.size, 'mediaType', d.media_type) order by h.id, h.past), '[]')
    from held h join documents d on d.checksum = h.checksum`;
}
