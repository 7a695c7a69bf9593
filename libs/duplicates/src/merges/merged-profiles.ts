import { Injectable } from '@nestjs/common';
import type { Caller, Transaction } from '#platform';
import { type MergedPeople, PROFILE_FIELDS, ProfileMerges, type ProfileValues, type Whose } from '#protected';
import { Refusal } from '#refusals';
import { MERGE_PROBLEMS } from './merge.rules.js';

const PREFIX = 'protectedProfile.';

/** The fields of protected profiles, as `take` names them. */
export const PROFILE_TAKES: readonly string[] = PROFILE_FIELDS.map((field) => `${PREFIX}${field}`);

/** What a merge writes for the person who is kept. */
export interface DecidedProfile extends MergedPeople {
  readonly values: ProfileValues;
}

/** Decides what becomes of the protected profiles of people who are merged. */
@Injectable()
export class MergedProfiles {
  constructor(private readonly profiles: ProfileMerges) {}

  /**
   * What is written for the person who is kept; null where the other one has no profile.
   * @throws Refusal `merge.protected`, `merge.protected-differs` with `fields`, `protected.no-key`
   */
  async decide(
    tx: Transaction,
    people: MergedPeople,
    take: Readonly<Record<string, string>>,
    caller: Caller,
  ): Promise<DecidedProfile | null> {
    const found = await this.profiles.lock(people, tx);
    if (!found) return null;
    assertMayMove(caller);
    const { values, undecided } = await this.profiles.unite(found, whoseOf(take));
    if (undecided.length > 0)
      throw new Refusal(
        MERGE_PROBLEMS['merge.protected-differs'],
        `Both protected profiles say something else of: ${undecided.join(', ')}.`,
        { fields: undecided },
      );
    return { ...people, values };
  }

  /** Writes what was decided, once the records are one. */
  write(
    tx: Transaction,
    mergeId: string,
    { values, ...people }: DecidedProfile,
    caller: Caller,
  ): Promise<void> {
    return this.profiles.write(tx, mergeId, people, values, caller);
  }

  /**
   * Tells the audit of profiles that come back by undoing a merge.
   * @throws Refusal `merge.protected`
   */
  async giveBack(tx: Transaction, mergeId: string, caller: Caller): Promise<void> {
    if (!(await this.profiles.isConcerned(tx, mergeId))) return;
    assertMayMove(caller);
    const [people] = await tx.query<[MergedPeople]>(
      'select into_id as "keptId", from_id as "fromId" from merges where id = $1',
      [mergeId],
    );
    await this.profiles.noteUndone(tx, mergeId, people, caller);
  }
}

function assertMayMove({ scopes }: Caller): void {
  if (scopes.includes('protected:write')) return;
  throw new Refusal(
    MERGE_PROBLEMS['merge.protected'],
    'A protected profile would have to be moved: only who has the scope “protected:write” (the roles protocol and admin) does this.',
    { missingScope: 'protected:write' },
  );
}

function whoseOf(take: Readonly<Record<string, string>>): Whose {
  const said = Object.entries(take).filter(([field]) => field.startsWith(PREFIX));
  return Object.fromEntries(said.map(([field, whose]) => [field.slice(PREFIX.length), whose]));
}
