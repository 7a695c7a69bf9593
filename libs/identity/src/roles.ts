/** What the office keeps, by the word that its scopes begin with. */
export const AREAS = {
  directory: 'places, topics, organizations, people, forum series and the times of travel between places',
  delegations: 'delegations and their members',
  visits: 'visits, with their agendas and participants',
  forums: 'forums, with their agendas and participants',
  agreements: 'agreements, their parties, signatories, obligations and links',
  'follow-ups': 'outcomes, and what is to be done after visits',
  sources: 'sources, what they say, and their documents',
  entries: 'what is known: entries, figures and relationships',
  dossiers: 'whole stories in one file',
} as const;

export type Area = keyof typeof AREAS;

/** What is allowed apart from the areas, each in a few words. */
const OTHERS = {
  'contacts:read': 'read e-mail addresses, telephone numbers and notes of people',
  'confidential:read': 'read every confidential record, also those that name others',
  'protected:read': 'read protected profiles of people, with a reason',
  'protected:write': 'write protected profiles of people',
  'personal-data:read': 'export everything that is held about a person',
  'personal-data:write': 'erase a person',
  'tokens:read': 'list access tokens and deputies',
  'tokens:write': 'make, change, rotate and revoke access tokens, and name deputies',
  'audit:read': 'read who saw and did what',
} as const;

export type Scope = `${Area}:${'read' | 'write'}` | keyof typeof OTHERS;

/** Every scope, with what it allows in words. */
export const SCOPES: Readonly<Record<Scope, string>> = {
  ...(Object.fromEntries(
    Object.entries(AREAS).flatMap(([area, words]) => [
      [`${area}:read`, `read ${words}`],
      [`${area}:write`, `write ${words}`],
    ]),
  ) as Record<`${Area}:${'read' | 'write'}`, string>),
  ...OTHERS,
};

const ALL = Object.keys(SCOPES) as Scope[];
const AREA_NAMES = Object.keys(AREAS) as Area[];
const READS = AREA_NAMES.map((area): Scope => `${area}:read`);
const WRITES = AREA_NAMES.map((area): Scope => `${area}:write`);
const ORDINARY: readonly Scope[] = [...READS, ...WRITES, 'contacts:read'];

/** What each role in an office may do. */
export const ROLES = {
  viewer: READS,
  organizer: ORDINARY,
  protocol: [...ORDINARY, 'protected:read', 'protected:write', 'personal-data:read'],
  legal: [...READS, 'contacts:read', 'agreements:write', 'follow-ups:write', 'sources:write'],
  admin: ALL,
  partner: [
    'visits:read',
    'visits:write',
    'forums:read',
    'forums:write',
    'delegations:read',
    'delegations:write',
  ],
} as const satisfies Record<string, readonly Scope[]>;

export type Role = keyof typeof ROLES;

export const ROLE_NAMES = Object.keys(ROLES) as Role[];

export const SCOPE_NAMES: readonly Scope[] = ALL;

/**
 * What somebody of a role may do.
 * @param chosen the scopes that are left to it, or null for all that the role has
 */
export function scopesOf(role: Role, chosen: readonly string[] | null): readonly Scope[] {
  const all: readonly Scope[] = ROLES[role];
  return chosen ? all.filter((scope) => chosen.includes(scope)) : all;
}
