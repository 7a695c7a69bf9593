import { named } from '#directory/testing';
import type { CreateSource } from './sources/source-input.dto.js';

export { SOURCE_KINDS } from './sources/source.rules.js';

/** The body that records a source: an article, unless told otherwise. */
export function aSource(overrides: Partial<CreateSource> = {}): CreateSource {
  return { names: named('A delegation from Guiyang in Naples'), kind: 'article', ...overrides };
}
