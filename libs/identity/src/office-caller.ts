import type { Caller } from '#platform';

/** The office itself, for work that nobody asked for: what is due, what time has changed. Migrations made its actor. */
export const OFFICE: Caller = {
  actor: { id: '00000000-0000-7000-8000-000000000001', name: 'Corteo' },
  scopes: ['read', 'write'],
  organizations: [],
  languages: [],
  archived: false,
};
