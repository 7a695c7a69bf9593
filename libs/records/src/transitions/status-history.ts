import { randomUUIDv7 } from 'node:crypto';
import { type Sql, type Transaction, instant, list, object, runOften, sql } from '#platform';

/** One step in the status history of a record. */
export interface StatusChange {
  readonly id?: string;
  readonly recordId: string;
  readonly fromStatus: string | null;
  readonly toStatus: string;
  readonly at: Date;
  readonly byId: string;
  readonly reason?: string | null;
  readonly effectiveOn?: string | null;
}

/** Writes steps of status histories. */
export async function noteStatus(tx: Transaction, changes: readonly StatusChange[]): Promise<void> {
  if (changes.length === 0) return;
  const rows = changes.map((change) => ({ id: randomUUIDv7(), reason: null, effectiveOn: null, ...change }));
  await runOften(
    tx,
    `insert into status_changes (id, record_id, from_status, to_status, at, by_id, reason, effective_on)
     select id, "recordId", "fromStatus", "toStatus", at, "byId", reason, "effectiveOn"
     from json_to_recordset($1) as change(id uuid, "recordId" uuid, "fromStatus" text, "toStatus" text,
       at timestamptz, "byId" uuid, reason text, "effectiveOn" text)`,
    [JSON.stringify(rows)],
  );
}

/** The status history of a record, oldest first. */
export function statusHistory(recordId: Sql): Sql {
  const change = object({
    from: sql`c.from_status`,
    to: sql`c.to_status`,
    at: instant(sql`c.at`),
    by: actor(sql`c.by_id`),
    reason: sql`c.reason`,
    effectiveOn: sql`c.effective_on`,
  });
  return list(change, sql`status_changes c where c.record_id = ${recordId}`, sql`c.id`);
}

/** `{ id, name }` of an actor. */
export function actor(id: Sql): Sql {
  return sql`(select json_build_object('id', a.id, 'name', a.name) from actors a where a.id = ${id})`;
}
