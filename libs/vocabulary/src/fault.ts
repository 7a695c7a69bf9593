/** What is wrong with one value: the key at fault ('' for the value as a whole) and a sentence for an organizer. */
export interface Fault {
  key: string;
  detail: string;
}

/**
 * Tells whether a value read from JSON is an object with keys.
 * @returns false for null, lists, strings, numbers and booleans
 */
export function isKeyed(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Keeps the checks that found something.
 * @param checked each key with its sentence, or with null where all is well
 */
export function faultsAmong(checked: readonly (readonly [key: string, detail: string | null])[]): Fault[] {
  return checked.flatMap(([key, detail]) => (detail === null ? [] : [{ key, detail }]));
}
