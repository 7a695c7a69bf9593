import { Injectable } from '@nestjs/common';
import { type Caller, Database, type Transaction, sql, statement } from '#platform';
import type { Fingerprints } from '../imports/fingerprints.js';

/** What an entry of a calendar became when it was imported. */
export interface ImportedItem {
  readonly uid: string;
  readonly repetition: string;
  readonly itemId: string;
  readonly sequence: number;
  /** When it was changed last, as the calendar said it. */
  readonly modified: string | null;
  readonly said: Fingerprints;
  readonly settled: Fingerprints;
}

/** The days of an event, and the places that are its own. */
export interface ImportingEvent {
  readonly first: string | null;
  readonly last: string | null;
  readonly timeZone: string | null;
  readonly places: readonly string[];
  /** What calendars call the event and the items of its agenda. */
  readonly uids: readonly string[];
}

const remembered = statement(
  'imported-items',
  sql`select coalesce(json_agg(json_build_object('uid', m.uid, 'repetition', m.repetition, 'itemId', m.item_id,
        'sequence', m.sequence, 'modified', m.modified, 'said', m.said, 'settled', m.settled)
        order by m.uid, m.repetition), '[]'::json)
      from imported_items m where m.event_id = :event`,
);

const importing = statement(
  'importing-event',
  sql`select json_build_object('timeZone', e.time_zone,
        'first', case when isfinite(e.earliest_day) then e.earliest_day end,
        'last', case when isfinite(e.latest_day) then e.latest_day end,
        'places', (select coalesce(json_agg(p.id), '[]'::json) from (select e.place_id union
          select l.place_id from event_legs l where l.event_id = e.id) p(id) where p.id is not null),
        'uids', (select json_agg(u.uid) from (select e.uid union all
          select i.uid from visible_agenda_items(:caller) i where i.event_id = e.id) u(uid)))
      from visible_events(:caller) e where e.id = :event and e.kind = :kind`,
);

/** Remembers which item each entry of a calendar became. */
@Injectable()
export class ImportedItems {
  constructor(private readonly database: Database) {}

  /** What an import has to know of an event; undefined where the caller may see none. */
  eventOf(event: string, kind: string, caller: Caller): Promise<ImportingEvent | undefined> {
    return this.database.readValue<ImportingEvent>(importing, caller, { event, kind });
  }

  /** What earlier imports brought to an event. */
  async of(event: string, caller: Caller): Promise<readonly ImportedItem[]> {
    return (await this.database.readValue<ImportedItem[]>(remembered, caller, { event }))!;
  }

  /** Remembers what entries became; what each item was known by before is forgotten. */
  async remember(tx: Transaction, event: string, items: readonly ImportedItem[]): Promise<void> {
    const ids = items.map(({ itemId }) => itemId);
    await tx.query('delete from imported_items where event_id = $1 and item_id = any ($2)', [event, ids]);
    await tx.query(
      `insert into imported_items (event_id, uid, repetition, item_id, sequence, modified, said, settled)
       select $1, n.uid, n.repetition, n."itemId", n.sequence, n.modified, n.said, n.settled
       from jsonb_to_recordset($2) as n(uid text, repetition text, "itemId" uuid, sequence integer, modified text,
         said jsonb, settled jsonb)`,
      [event, JSON.stringify(items)],
    );
  }
}
