import { isObject } from '#records';
import { type Binding } from './bindings.js';
import { type Fingerprints, fingerprintOf } from './fingerprints.js';

/** A field that an import changes, or leaves as it is. */
export interface FieldChange {
  readonly property: string;
  /** What Corteo holds. */
  readonly from: unknown;
  /** What the file says. */
  readonly to: unknown;
}

/** What the file and Corteo say differently, and what follows from it. */
export interface Differences {
  /** What was edited in the file and nowhere else: it is changed. */
  readonly edited: readonly FieldChange[];
  /** What was edited in the file and changed in Corteo: it stays, and somebody must decide. */
  readonly contested: readonly FieldChange[];
  /** What was changed in Corteo alone: it stays. */
  readonly kept: readonly FieldChange[];
}

/** Where the file and Corteo say the same. */
export const NO_DIFFERENCES: Differences = { edited: [], contested: [], kept: [] };

/**
 * Compares what a file says now with what it said before, and what a record holds now with what it held then.
 * @param said what the file says, by property
 * @param held what the record holds, by property
 * @param written what the file says, as fingerprints are taken of it
 */
export function compare(
  { said: before, settled }: Pick<Binding, 'said' | 'settled'>,
  said: Readonly<Record<string, unknown>>,
  held: Readonly<Record<string, unknown>>,
  written = said,
): Differences {
  const properties = [...new Set([...Object.keys(before), ...Object.keys(said)])];
  const different = properties.filter((property) => !isSame(said[property], held[property]));
  const isEdited = (property: string): boolean => !matches(before, property, written[property]);
  const isMoved = (property: string): boolean => !matches(settled, property, held[property]);
  const change = (property: string): FieldChange => ({ property, from: held[property], to: said[property] });
  const edited = different.filter(isEdited);
  return {
    edited: edited.filter((property) => !isMoved(property)).map(change),
    contested: edited.filter(isMoved).map(change),
    kept: different.filter((property) => !isEdited(property) && isMoved(property)).map(change),
  };
}

function isSame(a: unknown, b: unknown): boolean {
  return fingerprintOf(a ?? null) === fingerprintOf(b ?? null);
}

function matches(fingerprints: Fingerprints, property: string, value: unknown): boolean {
  const known = fingerprints[property];
  return known === undefined ? value === undefined || value === null : known === fingerprintOf(value ?? null);
}

/**
 * The merge patch (RFC 7396) that makes one value of another: members that are gone are null, lists are replaced.
 * @returns null where nothing is left
 */
export function patchOf(from: unknown, to: unknown): unknown {
  if (to === undefined || to === null) return null;
  if (!isObject(from) || !isObject(to)) return to;
  const gone = Object.keys(from).filter((key) => to[key] === undefined);
  const patched = Object.entries(to).map(([key, value]) => [key, patchOf(from[key], value)]);
  return { ...Object.fromEntries(gone.map((key) => [key, null])), ...Object.fromEntries(patched) };
}
