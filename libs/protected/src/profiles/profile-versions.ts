import { type Json, type Precondition, jsonOf } from '#platform';
import { RECORD_PROBLEMS, Refusal } from '#refusals';
import type { SealedProfile } from './profiles.fragments.js';

type Versioned = Pick<SealedProfile, 'version' | 'createdAt'>;

/**
 * The entity tag of a profile: its version, and when it was made, since one that was erased may be written anew. It is
 * made of nothing that is protected.
 */
function tagOfProfile({ version, createdAt }: Versioned): string {
  return `"${version}-${Date.parse(createdAt).toString(36)}"`;
}

/** An answer about a profile, which nobody keeps on the way. */
export function answerWith<T extends Versioned>(answer: T, status?: number): Json<T> {
  const headers = { 'cache-control': 'no-store' };
  return jsonOf(answer, { tag: tagOfProfile(answer), headers, status });
}

/**
 * @param present what there is, or null where there is nothing
 * @throws Refusal where a change is based on no version, or on another than there is
 */
export function assertMatches(match: Precondition | null, present: SealedProfile | null): void {
  if (match && !match.isReadable)
    throw new Refusal(
      RECORD_PROBLEMS['record.unreadable-version'],
      'If-Match holds no entity tag: send the ETag of the profile as it is, with its quotation marks.',
      present ? { currentTag: tagOfProfile(present) } : {},
    );
  if (present && !match)
    throw new Refusal(
      RECORD_PROBLEMS['record.version-required'],
      'There is a profile already: send its ETag as “If-Match”, so that no other change is overwritten.',
    );
  if (match && !(present && match.allows(present.version))) throw staleProfile(present);
}

/** Refuses a change that is based on another version than there is. */
export function staleProfile(present: SealedProfile | null): Refusal {
  const stale = RECORD_PROBLEMS['record.stale'];
  if (!present) return new Refusal(stale, 'The profile has been erased or written meanwhile; read it again.');
  const { updatedBy: changedBy, updatedAt: changedAt } = present;
  return new Refusal(
    stale,
    `This protected profile was changed by ${changedBy.name} at ${changedAt}; read it again and repeat your change.`,
    { changedBy, changedAt, currentTag: tagOfProfile(present) },
  );
}
