import type { Caller } from '#platform';
import type { AuditAction } from './audit-actions.js';

/** Who did something: a caller, an actor whose caller is not at hand, or null for nobody who is known. */
type Who = { readonly caller: Pick<Caller, 'actor' | 'onBehalfOf'> } | { readonly actorId: string | null };

/** What the audit speaks of: a record of some kind that is not looked up, what is no record, and people and delegations. */
export const AUDIT_SUBJECTS = [
  'actor',
  'calendar-link',
  'delegation',
  'deputy',
  'person',
  'record',
  'token',
] as const;

/** Something that the audit is told. */
export type AuditEntry = Who & {
  readonly action: AuditAction;
  /** What it was done to: the name of its kind, and its id. */
  readonly subjectKind?: (typeof AUDIT_SUBJECTS)[number];
  readonly subjectId?: string;
  /** Why, as whoever did it says. */
  readonly reason?: string | null;
  /** What else there is to know: words, numbers and ids, never protected values. */
  readonly details?: Readonly<Record<string, unknown>>;
  /** By which rights a record was asked for that was not shown, as `rightsOf` tells them. */
  readonly rights?: string | null;
  /** By which token, and from where, unless those of the request that this is done for. */
  readonly tokenId?: string | null;
  readonly address?: string | null;
  /** How often it was done; once, where nothing is said. */
  readonly count?: number;
};
