import { Injectable } from '@nestjs/common';
import { type AuditEntry, AuditTrail } from '#identity';
import { type Caller, Clock, type Transaction } from '#platform';
import { ProtectedProfiles } from '#protected';
import type { ErasePerson } from './erasure.dto.js';
import { partDocuments } from './document-mention.rules.js';
import type { Redaction } from './mention.rules.js';

/** Writes what an erasure takes away. */
@Injectable()
export class ErasureWriter {
  constructor(
    private readonly profiles: ProtectedProfiles,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Takes a person out of everything, and tells the audit. */
  async erase(
    tx: Transaction,
    id: string,
    decided: ErasePerson,
    redactions: readonly Redaction[],
    caller: Caller,
  ): Promise<void> {
    const { documents, texts } = partDocuments(redactions);
    const { reason, keep = [] } = decided;
    await this.profiles.eraseAll(tx, id, { caller, reason });
    await tx.query('select public.erase_person($1, $2, $3, $4, $5, $6)', [
      id,
      caller.actor!.id,
      this.clock.now(),
      reason,
      JSON.stringify(texts),
      JSON.stringify(keep),
    ]);
    if (documents.length > 0)
      await tx.query('select public.erase_documents($1, $2)', [id, JSON.stringify(documents)]);
    await this.audit.recordAll(toldOf(id, decided, caller), tx);
  }
}

/** What the audit is told: that the person was erased, and what became of each text that named them. */
function toldOf(id: string, { reason, keep = [], redact = [] }: ErasePerson, caller: Caller): AuditEntry[] {
  const person = { caller, subjectKind: 'person', subjectId: id } as const;
  const at = ({ kind, id: record, field }: { kind: string; id: string; field: string }) => ({
    details: { kind, id: record, field },
  });
  return [
    {
      action: 'personal-data.erased',
      ...person,
      reason,
      details: { kept: keep.length, redacted: redact.length },
    },
    ...redact.map((one) => ({ action: 'personal-data.redacted' as const, ...person, reason, ...at(one) })),
    ...keep.map((one) => ({
      action: 'personal-data.kept' as const,
      ...person,
      reason: one.reason,
      ...at(one),
    })),
  ];
}
