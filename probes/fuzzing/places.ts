/** A place in a body, as the keys that lead there. */
export type Keys = readonly (string | number)[];

type Container = Record<string | number, unknown>;

const DEEPEST = 4;
/** Stands where JSON text goes that `JSON.stringify` would not write. */
const MARK = 'place-of-the-fault';

/** All places of a value that hold something, of lists the first only. */
export function placesIn(value: unknown, before: Keys = []): Keys[] {
  if (before.length === DEEPEST || typeof value !== 'object' || value === null) return [];
  const keys: Keys = Array.isArray(value) ? (value.length > 0 ? [0] : []) : Object.keys(value);
  return keys.flatMap((key) => [[...before, key], ...placesIn((value as Container)[key], [...before, key])]);
}

/** What is at a place; undefined where nothing is. */
export function valueAt(value: unknown, keys: Keys): unknown {
  return keys.reduce<unknown>((found, key) => (found as Container | null | undefined)?.[key], value);
}

/** The text of a body with other text at a place. */
export function putAt(value: unknown, keys: Keys, text: string): string {
  return write(
    changeAt(value, keys, (owner, key) => (owner[key] = MARK)),
    `"${MARK}"`,
    text,
  );
}

/** The text of a body with a further member in the object at a place. */
export function addMember(value: unknown, keys: Keys, text: string): string {
  return write(
    changeAt(value, [...keys, MARK], (owner) => (owner[MARK] = 1)),
    `"${MARK}":1`,
    text,
  );
}

/** The text of a body without what is at a place. */
export function takeOut(value: unknown, keys: Keys): string {
  return JSON.stringify(without(value, keys));
}

/** A body without what is at a place. */
export function without(value: unknown, keys: Keys): unknown {
  return changeAt(value, keys, (owner, key) => {
    if (Array.isArray(owner)) owner.splice(Number(key), 1);
    else delete owner[key];
  });
}

function write(value: unknown, mark: string, text: string): string {
  return JSON.stringify(value).replace(mark, () => text);
}

function changeAt(
  value: unknown,
  keys: Keys,
  change: (owner: Container, key: string | number) => void,
): unknown {
  const copy = structuredClone(value);
  change(valueAt(copy, keys.slice(0, -1)) as Container, keys.at(-1)!);
  return copy;
}
