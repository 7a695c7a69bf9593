import { Injectable, Logger } from '@nestjs/common';
import type { Caller, Transaction } from '#platform';

/** Something that the audit is told. */
export interface AuditEntry {
  readonly action: 'personal-data.exported' | 'personal-data.erased';
  readonly caller: Caller;
  readonly subjectKind?: string;
  readonly subjectId?: string;
  readonly reason?: string | null;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Tells who did what with personal data. */
@Injectable()
export class AuditTrail {
  private readonly logger = new Logger('Audit');

  async record({ action, caller, subjectKind, subjectId }: AuditEntry, _tx?: Transaction): Promise<void> {
    this.logger.log(`${action}: ${subjectKind} ${subjectId}, by ${caller.actor?.id}`);
  }
}
