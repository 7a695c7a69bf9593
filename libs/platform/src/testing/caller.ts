import type { Caller } from '../caller.js';

/** A caller for tests: nobody, unless told otherwise. */
export function aCaller(differences: Partial<Caller> = {}): Caller {
  const nobody = { actor: null, onBehalfOf: null, role: null, scopes: [], organizations: [] };
  return { ...nobody, languages: [], archived: false, ...differences };
}
