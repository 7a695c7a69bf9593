import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#identity';
import { Database, Today, type Transaction } from '#platform';
import type { Asked } from '../asked.js';
import type { KeyRing } from '../encryption/key-ring.js';
import { ProtectedKeys } from '../encryption/protected-keys.js';
import { openProfile } from '../profiles/profiles.fragments.js';
import type { ProtectedMemberView, ProtectedSheetView } from './sheets.dto.js';
import { type SealedSheet, SheetQueries } from './sheets.queries.js';

type SealedMember = SealedSheet['members'][number];

/** Makes the sheet of a delegation for the protocol officer; it is audited for the delegation and for everybody on it. */
@Injectable()
export class ProtectedSheets {
  constructor(
    private readonly database: Database,
    private readonly sheets: SheetQueries,
    private readonly keys: ProtectedKeys,
    private readonly audit: AuditTrail,
    private readonly today: Today,
  ) {}

  /** What is kept of the members of a delegation under protection. */
  async read(id: string, asked: Asked): Promise<ProtectedSheetView> {
    await this.keys.ring();
    const { delegation, members } = await this.database.transaction(async (tx) => {
      const sheet = await this.sheets.read(id, asked.caller, tx);
      await this.note(id, sheet, asked, tx);
      return sheet;
    });
    // After the profiles, as one is read.
    const ring = await this.keys.ring();
    return {
      delegation,
      asOf: this.today.day(),
      members: members.filter(isKept).map((member) => openMember(ring, member)),
      withoutProfile: members.filter((member) => !isKept(member)).map(({ person }) => person),
    };
  }

  private async note(
    id: string,
    { members }: SealedSheet,
    { caller, reason }: Asked,
    tx: Transaction,
  ): Promise<void> {
    const asked = { caller, reason, details: { delegationId: id } };
    const people = members.filter(isKept).map(({ person }) => person.id);
    await this.audit.recordAll(
      [
        { action: 'protected.sheet', subjectKind: 'delegation', subjectId: id, ...asked },
        ...people.map(
          (subjectId) => ({ action: 'protected.read', subjectKind: 'person', subjectId, ...asked }) as const,
        ),
      ],
      tx,
    );
  }
}

function isKept({ profile }: SealedMember): boolean {
  return profile !== null;
}

function openMember(ring: KeyRing, { person, role, title, profile }: SealedMember): ProtectedMemberView {
  return { person, role, title, ...openProfile(ring, person.id, profile!) } as ProtectedMemberView;
}
