import { type Role, scopesOf } from '#identity';
import type { Caller } from '#platform';
import { Refusal } from '#refusals';
import { ACCESS_PROBLEMS } from '../access.problems.js';

/** The rights that a token gives, or an address that is read by them. */
export interface GivenRights {
  readonly role: Role;
  readonly scopes?: readonly string[] | null;
  /** Whose they are. */
  readonly actorId: string | null;
}

/**
 * Whoever hands out what shows a secret gives nobody more than they have themselves.
 * @throws Refusal `token.beyond-own`
 */
export function assertMayGive(given: GivenRights, caller: Caller): void {
  assertWithin(given, caller);
  assertOwn(given.role, given.actorId, caller);
}

/** As somebody else, or in another role, one sees what is confidential for those. */
export function assertOwn(role: Role, holder: string | null, caller: Caller): void {
  const isOwn = role === caller.role && (holder === null || holder === caller.actor!.id);
  if (isOwn || caller.scopes.includes('confidential:read')) return;
  throw new Refusal(
    ACCESS_PROBLEMS['token.beyond-own'],
    'What is read by the rights of another holder or role shows what is confidential for them: only who has the scope “confidential:read” makes, changes or replaces it.',
    { missingScope: 'confidential:read' },
  );
}

/** A token, or what is read by its rights, allows no more than that of the caller. */
export function assertWithin({ role, scopes = null }: Omit<GivenRights, 'actorId'>, caller: Caller): void {
  const beyond = scopesOf(role, scopes).filter((scope) => !caller.scopes.includes(scope));
  if (beyond.length === 0) return;
  throw new Refusal(
    ACCESS_PROBLEMS['token.beyond-own'],
    `What allows ${beyond.join(', ')} is made, changed or replaced by somebody whose own token allows it.`,
    { missingScope: beyond[0] },
  );
}
