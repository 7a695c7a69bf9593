import { randomUUIDv7 } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ORGANIZATION } from '#directory';
import { AuditTrail, Tokens } from '#identity';
import { type Caller, Clock, type Transaction } from '#platform';
import type { RecordKind } from '#records';

/** A record that becomes another one. */
export interface Merged {
  readonly id: string;
  readonly fromId: string;
  /** What of the kept record changes, by column. */
  readonly columns: Readonly<Record<string, unknown>>;
  readonly taken: readonly string[];
}

/** Writes merges, and that they are undone; the audit is told of both. */
@Injectable()
export class MergesWriter {
  constructor(
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly tokens: Tokens,
  ) {}

  /** @returns the id of the merge */
  async merge(
    tx: Transaction,
    kind: RecordKind,
    { id, fromId, columns, taken }: Merged,
    caller: Caller,
  ): Promise<string> {
    const mergeId = randomUUIDv7();
    await tx.query('select public.merge_records($1, $2, $3, $4, $5, $6, $7, $8)', [
      mergeId,
      kind.table,
      fromId,
      id,
      JSON.stringify(columns),
      taken,
      this.clock.now(),
      caller.actor!.id,
    ]);
    await this.note('record.merged', kind, id, { caller, details: { mergeId, fromId } }, tx);
    return mergeId;
  }

  async undo(tx: Transaction, kind: RecordKind, id: string, mergeId: string, caller: Caller): Promise<void> {
    await tx.query('select public.undo_merge($1, $2, $3)', [mergeId, this.clock.now(), caller.actor!.id]);
    await this.note('record.unmerged', kind, id, { caller, details: { mergeId } }, tx);
  }

  /** Once it is written: for which organizations tokens are is looked up anew here, and other instances hear of it. */
  renewTokens({ table }: RecordKind): void {
    if (table === ORGANIZATION.table) this.tokens.forget();
  }

  private note(
    action: 'record.merged' | 'record.unmerged',
    { name }: RecordKind,
    id: string,
    told: { readonly caller: Caller; readonly details: Readonly<Record<string, string>> },
    tx: Transaction,
  ): Promise<void> {
    const subjectKind = name === 'person' ? name : 'record';
    return this.audit.record({ action, subjectKind, subjectId: id, ...told }, tx);
  }
}
