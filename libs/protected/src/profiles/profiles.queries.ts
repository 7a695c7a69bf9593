import { Injectable } from '@nestjs/common';
import { PERSON } from '#directory';
import {
  type Caller,
  Database,
  type Transaction,
  callerValues,
  object,
  referenceTo,
  sql,
  statement,
} from '#platform';
import { rowAt } from '#records';
import { unknownRecord } from '#refusals';
import { type SealedProfile, filledFields, sealedProfile, stamp } from './profiles.fragments.js';
import type { ProtectedProfileNote } from './profiles.dto.js';

/** A person, and what is kept of them under protection, where something is. */
export interface FoundProfile {
  readonly person: { readonly id: string; readonly name: string };
  readonly profile: SealedProfile | null;
}

const readProfile = statement(
  'protected-profile',
  sql`select json_build_object('person', ${referenceTo(sql`e`)},
    'profile', (select ${sealedProfile(sql`p`)} from protected_profiles p where p.person_id = e.id)) ${rowAt(PERSON)}`,
);

const readNote = statement(
  'protected-profile-note',
  sql`select ${object({ person: sql`(select ${referenceTo(sql`e`)} ${rowAt(PERSON)})`, version: sql`p.version`, fields: filledFields(sql`p`), ...stamp(sql`p`) })}
    from protected_profiles p where p.person_id = :id`,
);

const lockProfile = statement(
  'protected-profile-lock',
  sql`select ${sealedProfile(sql`p`)} from protected_profiles p where p.person_id = :id for update of p`,
);

/** Reads protected profiles, still encrypted. */
@Injectable()
export class ProfileQueries {
  constructor(private readonly database: Database) {}

  /** @throws Refusal `record.unknown` where there is no such person for this caller */
  async find(id: string, caller: Caller, tx: Transaction): Promise<FoundProfile> {
    const found = await this.database.readRow(readProfile, { ...callerValues(caller), id }, tx);
    if (!found) throw unknownRecord('person');
    return JSON.parse(found[0]!) as FoundProfile;
  }

  /** What is told of a profile after it was written. */
  async note(id: string, caller: Caller, tx: Transaction): Promise<ProtectedProfileNote> {
    const found = await this.database.readRow(readNote, { ...callerValues(withArchived(caller)), id }, tx);
    return JSON.parse(found![0]!) as ProtectedProfileNote;
  }

  /** Keeps others from writing the profile of a person; null where there is none. */
  async lock(id: string, tx: Transaction): Promise<SealedProfile | null> {
    const found = await this.database.readRow(lockProfile, { id }, tx);
    return found ? (JSON.parse(found[0]!) as SealedProfile) : null;
  }
}

function withArchived(caller: Caller): Caller {
  return { ...caller, archived: true };
}
