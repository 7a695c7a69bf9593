import type { Entry } from './entries.js';

/**
 * Puts entries into an order in which each comes after what it stands within and what it refers to; otherwise as they
 * were written.
 * @param needsOf what an entry refers to
 * @returns `circle` holds entries that refer to each other all around, where there are such
 */
export function inOrder(
  entries: readonly Entry[],
  needsOf: (entry: Entry) => readonly Entry[],
): { readonly order: readonly Entry[]; readonly circle: readonly Entry[] } {
  const order = new Set<Entry>();
  const open: Entry[] = [];
  let circle: readonly Entry[] = [];
  const visit = (entry: Entry): void => {
    if (order.has(entry)) return;
    if (open.includes(entry)) {
      circle = open.slice(open.indexOf(entry));
      return;
    }
    open.push(entry);
    for (const other of [...(entry.within ? [entry.within] : []), ...needsOf(entry)]) visit(other);
    open.pop();
    order.add(entry);
  };
  for (const entry of entries) visit(entry);
  return { order: [...order], circle };
}
