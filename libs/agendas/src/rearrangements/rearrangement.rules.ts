import type { FieldError } from '#refusals';

interface Wish {
  readonly id: string;
  readonly version?: number;
}

/**
 * Finds items that are not on the agenda, and items that are named twice.
 * @param known the ids of the items on the agenda
 */
export function rearrangementErrors(wishes: readonly Wish[], known: ReadonlySet<string>): FieldError[] {
  const ids = wishes.map(({ id }) => id);
  return wishes.flatMap(({ id }, at): FieldError[] => {
    const pointer = `/items/${at}/id`;
    if (!known.has(id))
      return [{ pointer, detail: `There is no item ${id} on this agenda.`, code: 'unknown-item' }];
    if (ids.indexOf(id) === at) return [];
    return [{ pointer, detail: 'Each item is moved once in a request.', code: 'moved-twice' }];
  });
}

/** Finds wishes that are based on another version than their item has. */
export function staleErrors(wishes: readonly Wish[], items: readonly { version: number }[]): FieldError[] {
  return wishes.flatMap(({ version }, at) =>
    version === undefined || version === items[at]!.version
      ? []
      : [
          {
            pointer: `/items/${at}/version`,
            detail: `The item has version ${items[at]!.version} now.`,
            code: 'stale',
          },
        ],
  );
}
