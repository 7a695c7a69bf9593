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

/** How many characters the label of a token has at most. */
export const LABEL_LENGTH = 200;

/** What is wrong with the label of a token, in words. */
export function faultOfLabel(label: string): string | undefined {
  return label.length > LABEL_LENGTH ? `A label has at most ${LABEL_LENGTH} characters.` : undefined;
}

/** What is wrong with how long a token is to last, in words. */
export function faultOfDays(days: number, most: number): string | undefined {
  return days > most ? `In this office a token lasts at most ${most} days.` : undefined;
}
