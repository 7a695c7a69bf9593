import { named } from '#directory/testing';
import type { CreateEntry } from './entries/entry-input.dto.js';
import type { CreateFigure } from './figures/figure-input.dto.js';
import type { CreateRelationship } from './relationships/relationships.dto.js';

export { ENTRY_KINDS, ENTRY_STATUSES, LEVELS } from './entries/entry.rules.js';
export { FIGURE_KINDS } from './figures/figure.rules.js';
export { ENTRY_LINK_KINDS } from './links/entry-link.rules.js';
export { RELATIONSHIP_KINDS, TRENDS } from './relationships/relationship.rules.js';

/** The body that records an entry: a programme, unless told otherwise; give it what it is about. */
export function anEntry(overrides: Partial<CreateEntry> = {}): CreateEntry {
  return { names: named('Innovation in four areas'), kind: 'programme', ...overrides };
}

/** The body that records a figure: a target, unless told otherwise; give it what it is a figure of. */
export function aFigure(recordId: string, overrides: Partial<CreateFigure> = {}): CreateFigure {
  const quantity = { value: 3, qualifier: 'exact', unit: '%' } as const;
  return { recordId, kind: 'target', metric: { en: 'R&D intensity' }, quantity, due: '2027', ...overrides };
}

/** The body that records a relationship: an axis, unless told otherwise; give it its two sides. */
export function aRelationship(overrides: Partial<CreateRelationship> = {}): CreateRelationship {
  return { names: named('Asse Torino-Pechino', 'it'), kind: 'axis', ...overrides };
}
