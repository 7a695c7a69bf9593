import type { Caller } from '#platform';
import type { Bindings } from './bindings.js';
import type { Entry } from './entries.js';
import { type Fingerprints, fingerprintsOf } from './fingerprints.js';
import type { Resolution } from './resolution.js';
import { type Translated, saidIn } from './translation.js';

/** Finds the entries that say what they said, of records that nobody has changed: there is nothing to look at. */
export async function findUnchanged(
  remembered: Bindings,
  entries: readonly Entry[],
  translated: ReadonlyMap<Entry, Translated>,
  { bindings }: Resolution,
  caller: Caller,
): Promise<ReadonlySet<Entry>> {
  const same = entries.filter((entry) => {
    const said = bindings.get(entry)?.said;
    return said && isSame(said, fingerprintsOf(saidIn(translated.get(entry)!)));
  });
  const unchanged = new Set<Entry>();
  for (const [kind, those] of Map.groupBy(same, ({ section }) => section.kind)) {
    const ids = those.map((entry) => bindings.get(entry)!.recordId);
    const standings = await remembered.standings(kind, ids, caller);
    for (const entry of those) {
      const { recordId, version } = bindings.get(entry)!;
      const standing = standings.get(recordId);
      if (standing?.version === version && !standing.archived) unchanged.add(entry);
    }
  }
  return unchanged;
}

function isSame(a: Fingerprints, b: Fingerprints): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
}
