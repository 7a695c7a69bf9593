import { unreadable } from '../tables/decoded-text.js';
import { keyOf } from './entries.js';
import { MOST_TOGETHER } from './together.js';
import { type Dossiers, MEANWHILE, type WrittenDossier } from './written-dossier.js';

/** The most dossiers of one import. */
const MOST_DOSSIERS = 50_000;

/**
 * Portions of a stream of dossiers, each read when its turn comes; two of the same key are in no portion together.
 * @throws Refusal `dossier.unreadable` where there are too many
 */
export function* inPortions(dossiers: Dossiers): Generator<WrittenDossier[] | typeof MEANWHILE> {
  let portion = new Map<string, WrittenDossier>();
  let number = 0;
  for (const written of dossiers) {
    if (written === MEANWHILE) {
      yield MEANWHILE;
      continue;
    }
    if (++number > MOST_DOSSIERS)
      throw unreadable(`One import takes at most ${MOST_DOSSIERS} dossiers; divide it.`);
    if (portion.size === MOST_TOGETHER || portion.has(keyOf(written))) {
      yield [...portion.values()];
      portion = new Map();
    }
    portion.set(keyOf(written), written);
  }
  if (portion.size > 0) yield [...portion.values()];
}
