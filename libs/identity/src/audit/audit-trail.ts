import { randomUUIDv7 } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { Clock, Database, type Transaction, insertAll, requestOrigin, sql, statement } from '#platform';
import type { AuditEntry } from './audit-entry.js';
import { AuditNotes } from './audit-notes.js';

// Every record has its creation in the history, whatever its kind.
const findHidden = statement(
  'audit-hidden',
  sql`select coalesce(json_agg(a.place), '[]')
      from unnest(:ids::uuid[], :rights::text[]) with ordinality as a(id, rights, place)
      where exists (select from history h where h.record_id = a.id) and not public.id_seen(a.rights::jsonb, a.id)`,
);

/** Tells the audit who did what. Nothing in it is ever changed; `Retention` removes what is old. */
@Injectable()
export class AuditTrail {
  private readonly notes = new AuditNotes();
  private readonly logger = new Logger('Audit');

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Tells what is done now, from where and by which token.
   * @param tx the transaction of what is done, so that the one is never without the other
   */
  async record(entry: AuditEntry, tx?: Transaction): Promise<void> {
    await this.recordAll([entry], tx);
  }

  /** Tells several things at once. */
  async recordAll(entries: readonly AuditEntry[], tx?: Transaction): Promise<void> {
    const at = this.clock.now();
    const rows = entries.map((entry) => toRow(entry, at));
    if (tx) return insertAll(tx, 'audit_events', rows);
    await this.database.transaction((own) => insertAll(own, 'audit_events', rows));
  }

  /** Tells what may be done again and again, and what nobody is to wait for: equal things are written once, counted. */
  note(entry: AuditEntry): void {
    const origin = requestOrigin();
    this.notes.add({ tokenId: origin?.token ?? null, address: origin?.ip ?? null, ...entry });
  }

  /** Writes what was noted; what cannot be written yet is kept. */
  async flush(): Promise<void> {
    const noted = this.notes.take();
    if (noted.length === 0) return;
    try {
      const hidden = await this.findHidden(noted);
      await this.recordAll(noted.filter((entry) => entry.action !== 'access.hidden' || hidden.has(entry)));
    } catch (error) {
      for (const entry of noted) this.notes.add(entry);
      this.logger.warn(`The audit could not be written yet: ${(error as Error).message}`);
    }
  }

  /** What was asked for and is there, but not for who asked; it is only looked at now, so that no answer tells by its time. */
  private async findHidden(noted: readonly AuditEntry[]): Promise<Set<AuditEntry>> {
    const asked = noted.filter(({ action, subjectId }) => action === 'access.hidden' && subjectId);
    if (asked.length === 0) return new Set();
    const [found] = (await this.database.readRow(findHidden, {
      ids: asked.map(({ subjectId }) => subjectId),
      rights: asked.map(({ rights }) => rights),
    }))!;
    return new Set((JSON.parse(found!) as number[]).map((place) => asked[place - 1]!));
  }
}

function toRow(entry: AuditEntry, at: Date): object {
  const origin = requestOrigin();
  const { action, subjectKind = null, subjectId = null, reason = null, details = {}, count = 1 } = entry;
  const { tokenId = origin?.token ?? null, address = origin?.ip ?? null } = entry;
  const who =
    'caller' in entry
      ? { actorId: entry.caller.actor?.id ?? null, onBehalfOfId: entry.caller.onBehalfOf?.id ?? null }
      : { actorId: entry.actorId, onBehalfOfId: null };
  const told = { action, subjectKind, subjectId, reason, details, tokenId, address, count };
  return { id: randomUUIDv7(), at, ...who, ...told };
}
