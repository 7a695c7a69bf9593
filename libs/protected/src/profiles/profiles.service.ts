import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { PERSON } from '#directory';
import { AuditTrail } from '#identity';
import { Database, type Json, type Precondition, type Transaction } from '#platform';
import { lockAnyRecord, lockRecord, mergePatch } from '#records';
import type { Asked } from '../asked.js';
import { ProtectedKeys } from '../encryption/protected-keys.js';
import { noProfile } from '../protected.problems.js';
import { type ProfileValues, profileOf } from './profile.rules.js';
import { answerWith, assertMatches, staleProfile } from './profile-versions.js';
import { PutProtectedProfile, type ProtectedProfileNote, type ProtectedProfileView } from './profiles.dto.js';
import { openProfile } from './profiles.fragments.js';
import { ProfileQueries } from './profiles.queries.js';
import { ProfilesWriter } from './profiles.writer.js';

/** Reads and writes protected profiles; whatever is asked is audited before it is answered. */
@Injectable()
export class ProtectedProfiles {
  constructor(
    private readonly database: Database,
    private readonly profiles: ProfileQueries,
    private readonly writer: ProfilesWriter,
    private readonly keys: ProtectedKeys,
    private readonly audit: AuditTrail,
  ) {}

  /** What is kept of a person under protection. */
  async read(id: string, asked: Asked): Promise<Json<ProtectedProfileView>> {
    await this.keys.ring();
    const { person, profile } = await this.database.transaction(async (tx) => {
      const found = await this.profiles.find(id, asked.caller, tx);
      await this.note('protected.read', id, asked, tx);
      return found;
    });
    if (!profile) throw noProfile();
    // Read again, since the key may have been changed meanwhile: no profile is written with a key before the file has it.
    const ring = await this.keys.ring();
    const { version, createdAt, createdBy, updatedAt, updatedBy } = profile;
    const values = openProfile(ring, id, profile) as unknown as PutProtectedProfile;
    const view = { person, version, ...values, createdAt, createdBy, updatedAt, updatedBy };
    return answerWith(view as ProtectedProfileView);
  }

  /** Writes the whole profile of a person: the first one without a version, afterwards based on the one there is. */
  async put(
    id: string,
    match: Precondition | null,
    input: PutProtectedProfile,
    asked: Asked,
  ): Promise<Json<ProtectedProfileNote>> {
    return this.write(id, asked, async (tx) => {
      const present = await this.profiles.lock(id, tx);
      assertMatches(match, present);
      const ring = await this.keys.ring();
      const values = profileOf(input);
      if (present) await this.writer.update(tx, ring, id, values, asked.caller);
      else if (!(await this.writer.insert(tx, ring, id, values, asked.caller))) throw staleProfile(null);
      return present ? 200 : 201;
    });
  }

  /** Changes what a merge patch names, and leaves the rest as it is. */
  async patch(
    id: string,
    match: Precondition,
    patch: Partial<PutProtectedProfile>,
    asked: Asked,
  ): Promise<Json<ProtectedProfileNote>> {
    return this.write(id, asked, async (tx) => {
      const present = await this.profiles.lock(id, tx);
      if (!present) throw noProfile();
      assertMatches(match, present);
      const ring = await this.keys.ring();
      const changes = changesOf(openProfile(ring, id, present), patch);
      if (Object.keys(changes).length > 0) await this.writer.update(tx, ring, id, changes, asked.caller);
      return 200;
    });
  }

  /** Erases the profile of a person for good. */
  async erase(id: string, match: Precondition, asked: Asked): Promise<void> {
    await this.keys.ring();
    await this.database.transaction(async (tx) => {
      await lockAnyRecord(tx, PERSON, { id }, null, 'key share');
      const present = await this.profiles.lock(id, tx);
      if (!present) throw noProfile();
      assertMatches(match, present);
      await this.eraseAll(tx, id, asked);
    });
  }

  /**
   * Erases the profile of a person who is erased themselves, as a part of that; no key is needed.
   * @returns whether there was one
   */
  async eraseAll(tx: Transaction, id: string, asked: Asked): Promise<boolean> {
    const erased = await this.writer.erase(tx, id);
    if (erased) await this.note('protected.erased', id, asked, tx);
    return erased;
  }

  private async write(
    id: string,
    asked: Asked,
    change: (tx: Transaction) => Promise<number>,
  ): Promise<Json<ProtectedProfileNote>> {
    await this.keys.ring();
    return this.database.transaction(async (tx) => {
      // Before anything is written, so that nobody merges the person meanwhile.
      await lockRecord(tx, PERSON, { id }, null, 'key share');
      const status = await change(tx);
      await this.note('protected.written', id, asked, tx);
      return answerWith(await this.profiles.note(id, asked.caller, tx), status);
    });
  }

  private note(
    action: 'protected.read' | 'protected.written' | 'protected.erased',
    subjectId: string,
    { caller, reason }: Asked,
    tx: Transaction,
  ): Promise<void> {
    return this.audit.record({ action, caller, subjectKind: 'person', subjectId, reason }, tx);
  }
}

/** The fields that a merge patch gives another value. */
function changesOf(before: ProfileValues, patch: Partial<PutProtectedProfile>): Partial<ProfileValues> {
  const merged = Object.entries(mergePatch(before, patch, PutProtectedProfile));
  const changed = merged.filter(
    ([field, value]) => !isDeepStrictEqual(value ?? null, before[field as keyof ProfileValues]),
  );
  return Object.fromEntries(changed) as Partial<ProfileValues>;
}
