import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#identity';
import { type Caller, Database } from '#platform';
import type { DataExportView } from './data-export.dto.js';
import { DataExportQueries } from './data-exports.queries.js';

/** Exports what is held about people. */
@Injectable()
export class DataExports {
  constructor(
    private readonly database: Database,
    private readonly exports: DataExportQueries,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Everything that is held about a person, as far as the caller may see it; the audit is told.
   * @throws Refusal `record.unknown`
   */
  async export(id: string, caller: Caller): Promise<DataExportView> {
    const held = await this.exports.read(id, caller);
    const entry = { action: 'personal-data.exported', caller, subjectKind: 'person', subjectId: id } as const;
    await this.database.transaction((tx) => this.audit.record(entry, tx));
    return held;
  }
}
