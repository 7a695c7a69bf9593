import { Injectable } from '@nestjs/common';
import type { ConflictView } from '#agendas';
import { EVENT } from '#events';
import {
  type Caller,
  Database,
  type Json,
  JsonText,
  type Transaction,
  callerValues,
  sql,
  statement,
} from '#platform';
import { type At, type ListDefinition, RecordReader } from '#records';
import { unknownRecord } from '#refusals';
import type { ConflictPage, ConflictQuery } from './conflicts.dto.js';
import { legsOutside } from './bounds.fragments.js';
import { conflictJson, conflictsOf } from './conflicts.fragments.js';

const itemsOfEvent = sql`select s.id from visible_agenda_items(:caller) s where s.event_id = :eventId and s.archived_at is null`;
const conflictsOfEvent = sql`(select * from (${conflictsOf(itemsOfEvent)}) of_items union all ${legsOutside}) e`;
const isAcknowledged = sql`exists (select from conflict_acknowledgements k where k.fingerprint = e.id)`;

const oneConflict = statement(
  'conflict',
  sql`select ${conflictJson} from ${conflictsOfEvent} where e.id = :fingerprint`,
);

const conflicts: ListDefinition<ConflictQuery> = {
  name: 'conflicts',
  from: conflictsOfEvent,
  item: conflictJson,
  prepared: true,
  filters: {
    kind: sql`e.kind = :kind`,
    severity: sql`e.severity = :severity`,
    acknowledged: (acknowledged) => (acknowledged === true ? isAcknowledged : sql`not ${isAcknowledged}`),
  },
  sorts: { starts: { key: sql`e.starts_at`, type: sql`timestamptz`, id: sql`e.id` } },
};

/** Reads the conflicts of agendas. */
@Injectable()
export class ConflictQueries {
  constructor(
    private readonly database: Database,
    private readonly reader: RecordReader,
  ) {}

  /** One conflict of an agenda; unknown where there is none any more. */
  async read(at: At, fingerprint: string, caller: Caller, tx: Transaction): Promise<Json<ConflictView>> {
    const values = { ...callerValues(caller), ...at, fingerprint };
    const row = await this.database.readRow(oneConflict, values, tx);
    if (!row) throw unknownRecord('conflict');
    return new JsonText(row[0]!).as<ConflictView>();
  }

  /** A page of the conflicts of an agenda, earliest first; those with items of other events too. */
  list(at: At, query: ConflictQuery, caller: Caller): Promise<Json<ConflictPage>> {
    return this.reader.readPage(EVENT, conflicts, at, query, caller);
  }
}
