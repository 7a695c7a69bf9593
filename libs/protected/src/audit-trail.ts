import { Injectable } from '@nestjs/common';
import type { Caller, Transaction } from '#platform';

/** What was done with protected data, by whom and why. */
export interface AuditEntry {
  readonly action:
    'protected.read' | 'protected.written' | 'protected.erased' | 'protected.sheet' | 'protected.rotated';
  readonly caller: Caller;
  readonly subjectKind?: string;
  readonly subjectId?: string;
  readonly reason?: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Where it is written down; it stands here until the office has an audit trail. */
@Injectable()
export class AuditTrail {
  async record(entry: AuditEntry, tx?: Transaction): Promise<void> {
    await this.recordAll([entry], tx);
  }

  async recordAll(_entries: readonly AuditEntry[], _tx?: Transaction): Promise<void> {}
}
