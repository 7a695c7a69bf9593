import type { AgendaItem } from '#agendas';
import { keyOf } from './agenda-plan.js';
import type { ImportedItem } from './imported-items.js';
import type { WantedItem } from './wanted-items.js';

/**
 * What earlier imports brought, by the keys of what is wanted now. What is wanted by a new key, since a series became a
 * single entry or days were moved, is what came of the same entry on the same day, or another day of what lasts several.
 */
export function findAgain(
  wanted: readonly WantedItem[],
  known: readonly ImportedItem[],
  items: ReadonlyMap<string, AgendaItem>,
): Map<string, ImportedItem> {
  const found = new Map(known.map((one) => [keyOf(one), one]));
  const missing = new Map(
    wanted.map((item) => [keyOf(item), item] as const).filter(([key]) => !found.has(key)),
  );
  const keys = new Set(wanted.map(keyOf));
  const left = Map.groupBy(
    known.filter((one) => !keys.has(keyOf(one))),
    ({ uid }) => uid,
  );
  const isOnItsDay: Match = (one, { day }) => day !== null && dayOf(items.get(one.itemId)) === day;
  for (const matches of [isOnItsDay, isOfSame])
    for (const [key, item] of missing) {
      const taken = left.get(item.uid)?.find((one) => found.has(keyOf(one)) && matches(one, item));
      if (!taken) continue;
      missing.delete(key);
      found.delete(keyOf(taken));
      found.set(key, taken);
    }
  return found;
}

type Match = (known: ImportedItem, wanted: WantedItem) => boolean;

/** Whether both are days of the same entry, or of the same repetition. */
const isOfSame: Match = (one, item) => repetitionOf(one) === repetitionOf(item);

function repetitionOf({ repetition }: Pick<ImportedItem, 'repetition'>): string {
  return repetition.split('+')[0]!;
}

function dayOf(item: AgendaItem | undefined): string | null {
  return item?.onDate ?? item?.startsLocal?.slice(0, 10) ?? null;
}
