import type { Entry } from './entries.js';
import { fieldOf } from './fields.js';
import { inOrder } from './order.js';
import { mayBeEmpty } from './patches.js';
import type { Translated } from './translation.js';

/** Properties that are written once everything is recorded, since what they lead to leads back: by entry. */
export type Postponed = ReadonlyMap<Entry, ReadonlySet<string>>;

/** An order to record entries in. */
interface Order {
  readonly order: readonly Entry[];
  /** Entries that refer to each other all around, none of which can do without that at first. */
  readonly circle: readonly Entry[];
  readonly postponed: Postponed;
}

/**
 * Puts entries into an order in which what each leads to is there; where they lead to each other all around, one does
 * without that at first.
 * @param isNew whether an entry is to be recorded: what is there can be referred to at any time
 */
export async function orderOf(
  entries: readonly Entry[],
  translated: ReadonlyMap<Entry, Translated>,
  isNew: (entry: Entry) => boolean,
): Promise<Order> {
  const postponed = new Map<Entry, Set<string>>();
  const needsOf = (entry: Entry) =>
    translated
      .get(entry)!
      .needs.filter((need) => isNew(need.entry) && !postponed.get(entry)?.has(need.property));
  for (;;) {
    const found = inOrder(entries, (entry) => needsOf(entry).map((need) => need.entry));
    const [entry, property] = (await looseIn(found.circle, needsOf)) ?? [];
    if (!entry || !property) return { ...found, postponed };
    postponed.set(entry, new Set(postponed.get(entry)).add(property));
  }
}

/** The first entry of a circle that can do without what leads to the next, and the property that does. */
async function looseIn(
  circle: readonly Entry[],
  needsOf: (entry: Entry) => Translated['needs'],
): Promise<readonly [Entry, string] | undefined> {
  for (const [index, entry] of circle.entries()) {
    const next = circle[(index + 1) % circle.length]!;
    for (const { property } of needsOf(entry).filter((need) => need.entry === next)) {
      const { kind, fields } = entry.section;
      if (fieldOf(property, fields)?.refersTo && (await mayBeEmpty(kind, property))) return [entry, property];
    }
  }
  return undefined;
}

/** What an entry says without what is postponed. */
export function withoutPostponed(translated: Translated, properties: ReadonlySet<string>): Translated {
  const said = Object.entries(translated.input).filter(([property]) => !properties.has(property));
  return { ...translated, input: Object.fromEntries(said) };
}
