import { keyOf } from './entries.js';
import { MOST_TOGETHER } from './together.js';
import { type Dossiers, MEANWHILE, type WrittenDossier } from './written-dossier.js';

/** Portions of a stream of dossiers, each read when its turn comes; two of the same key are in no portion together. */
export function* inPortions(dossiers: Dossiers): Generator<WrittenDossier[] | typeof MEANWHILE> {
  let portion = new Map<string, WrittenDossier>();
  for (const written of dossiers) {
    if (written === MEANWHILE) {
      yield MEANWHILE;
      continue;
    }
    if (portion.size === MOST_TOGETHER || portion.has(keyOf(written))) {
      yield [...portion.values()];
      portion = new Map();
    }
    portion.set(keyOf(written), written);
  }
  if (portion.size > 0) yield [...portion.values()];
}
