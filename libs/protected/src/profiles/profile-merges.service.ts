import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#identity';
import type { Caller, Transaction } from '#platform';
import { ProtectedKeys } from '../encryption/protected-keys.js';
import {
  type ProfileValues,
  type UnitedProfile,
  type Whose,
  profileOf,
  uniteProfiles,
} from './profile.rules.js';
import { type SealedProfile, openProfile } from './profiles.fragments.js';
import { ProfileQueries } from './profiles.queries.js';
import { ProfilesWriter } from './profiles.writer.js';

/** Two people who are one: who is kept, and who is merged into them. */
export interface MergedPeople {
  readonly keptId: string;
  readonly fromId: string;
}

/** Their profiles, locked and still encrypted. */
export interface TwoProfiles extends MergedPeople {
  readonly kept: SealedProfile | null;
  readonly from: SealedProfile;
}

/** What becomes of the protected profiles of two people who are one; nobody is shown what they say. */
@Injectable()
export class ProfileMerges {
  constructor(
    private readonly profiles: ProfileQueries,
    private readonly writer: ProfilesWriter,
    private readonly keys: ProtectedKeys,
    private readonly audit: AuditTrail,
  ) {}

  /** Keeps others from writing both profiles; null where whoever is merged has none, so that nothing becomes of them. */
  async lock({ keptId, fromId }: MergedPeople, tx: Transaction): Promise<TwoProfiles | null> {
    const from = await this.profiles.lock(fromId, tx);
    return from && { keptId, fromId, from, kept: await this.profiles.lock(keptId, tx) };
  }

  /**
   * What the two say together.
   * @throws Refusal `protected.no-key`, `protected.unreadable`
   */
  async unite({ keptId, fromId, kept, from }: TwoProfiles, whose: Whose): Promise<UnitedProfile> {
    const ring = await this.keys.ring();
    const known = kept ? openProfile(ring, keptId, kept) : profileOf({});
    return uniteProfiles(known, openProfile(ring, fromId, from), whose);
  }

  /** Encrypts for the person who is kept what both said, once the merge has set aside what there was. */
  async write(
    tx: Transaction,
    mergeId: string,
    people: MergedPeople,
    values: ProfileValues,
    caller: Caller,
  ): Promise<void> {
    await this.writer.insertMerged(tx, await this.keys.ring(), { mergeId, personId: people.keptId }, values);
    await this.note(tx, mergeId, people, caller, 'Two records of one person were merged.');
  }

  /** Whether a merge has set profiles aside, which come back where it is undone. */
  async isConcerned(tx: Transaction, mergeId: string): Promise<boolean> {
    const [{ concerned }] = await tx.query<[{ concerned: boolean }]>(
      'select exists (select from merged_profiles where merge_id = $1) as concerned',
      [mergeId],
    );
    return concerned;
  }

  /** Tells the audit that profiles came back to the people whose they were. */
  noteUndone(tx: Transaction, mergeId: string, people: MergedPeople, caller: Caller): Promise<void> {
    return this.note(tx, mergeId, people, caller, 'Two people who had been merged are apart again.');
  }

  private note(
    tx: Transaction,
    mergeId: string,
    { keptId, fromId }: MergedPeople,
    caller: Caller,
    reason: string,
  ): Promise<void> {
    const entry = {
      action: 'protected.written',
      caller,
      subjectKind: 'person',
      reason,
      details: { mergeId },
    } as const;
    return this.audit.recordAll(
      [fromId, keptId].map((subjectId) => ({ ...entry, subjectId })),
      tx,
    );
  }
}
