import type { Caller } from '#platform';
import { SCOPE_NAMES } from './roles.js';

/** The office itself, for work that nobody asked for: what is due, what time has changed. Migrations made its actor. */
export const OFFICE: Caller = {
  actor: { id: '00000000-0000-7000-8000-000000000001', name: 'Corteo' },
  onBehalfOf: null,
  role: 'admin',
  scopes: SCOPE_NAMES,
  organizations: [],
  languages: [],
  archived: false,
};
