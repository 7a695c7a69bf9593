import type { Actor } from '#platform';
import type { Role, Scope } from './roles.js';

/** What a valid token stands for. */
export interface Identity {
  /** The id of the token itself. */
  readonly token: string;
  readonly actor: Actor;
  readonly role: Role;
  readonly scopes: readonly Scope[];
  /** The organizations that a partner acts for. */
  readonly organizations: readonly string[];
  /** When it ends, in milliseconds. */
  readonly endsAt: number;
}

/** What a token is made for. */
export interface TokenGrant {
  /** Who holds it: the author of what is written with it. */
  readonly label: string;
  readonly role: Role;
  /** What of its role it allows; all, where it says nothing. */
  readonly scopes?: readonly Scope[] | null;
  readonly organizations?: readonly string[];
  /** How many days it lasts. */
  readonly days?: number;
}
