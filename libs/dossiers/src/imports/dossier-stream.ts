import { keyOf } from './entries.js';
import type { WrittenDossier } from './written-dossier.js';

/** How many dossiers are held at once. */
const MOST = 200;

/** Portions of a stream of dossiers, each read when its turn comes; two of the same key are in no portion together. */
export function* inPortions(dossiers: Iterable<WrittenDossier>): Generator<WrittenDossier[]> {
  let portion = new Map<string, WrittenDossier>();
  for (const written of dossiers) {
    if (portion.size === MOST || portion.has(keyOf(written))) {
      yield [...portion.values()];
      portion = new Map();
    }
    portion.set(keyOf(written), written);
  }
  if (portion.size > 0) yield [...portion.values()];
}
