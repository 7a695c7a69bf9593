import type { FieldError } from '#refusals';

const STRANGE_LEG = 'This is not a leg of this event, or it was named before; leave the id out to add one.';

/** Finds legs that are named by an id that no leg of the event has, or that was named before. */
export function strangeLegErrors(
  legs: readonly { id?: string }[],
  present: readonly { id: string }[],
): FieldError[] {
  const ids = legs.map(({ id }) => id);
  const isStrange = (id: string, index: number): boolean =>
    ids.indexOf(id) < index || !present.some((leg) => leg.id === id);
  return ids.flatMap((id, index) =>
    id && isStrange(id, index)
      ? [{ pointer: `/legs/${index}/id`, detail: STRANGE_LEG, code: 'unknown-leg' }]
      : [],
  );
}
