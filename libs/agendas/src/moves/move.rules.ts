import type { FieldError } from '#refusals';

interface WishedMove {
  readonly id: string;
  readonly version?: number;
}

/**
 * Finds moves of items that are not on the agenda, and items that are moved twice.
 * @param known the ids of the items on the agenda
 */
export function moveErrors(moves: readonly WishedMove[], known: ReadonlySet<string>): FieldError[] {
  const ids = moves.map(({ id }) => id);
  return moves.flatMap(({ id }, at) => {
    const pointer = `/items/${at}/id`;
    if (!known.has(id))
      return [{ pointer, detail: `There is no item ${id} on this agenda.`, code: 'unknown-item' }];
    if (ids.indexOf(id) === at) return [];
    return [{ pointer, detail: 'Each item is moved once in a request.', code: 'moved-twice' }];
  });
}

/** Finds moves that are based on another version than their item has. */
export function staleErrors(
  moves: readonly WishedMove[],
  items: readonly { version: number }[],
): FieldError[] {
  return moves.flatMap(({ version }, at) =>
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
