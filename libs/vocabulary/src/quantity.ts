import { type Fault, faultsAmong, isKeyed } from './fault.js';
import { isOneLine, isVisible } from './line.js';

export const QUALIFIERS = ['exact', 'about', 'almost', 'over', 'at_least', 'up_to'] as const;

export type Qualifier = (typeof QUALIFIERS)[number];

/** A number as it was stated: "over 60 companies", "100 to 120 exhibitors", "1 000 000 000 000 CNY". */
export interface Quantity {
  value: number;
  max?: number;
  qualifier: Qualifier;
  unit?: string;
}

/** The most characters that the word for what is counted may have. */
export const UNIT_MAX_LENGTH = 40;
const KEYS = ['value', 'max', 'qualifier', 'unit'];
const EXAMPLE = '{ "value": 60, "qualifier": "over" }';
// From 2^46 on, neighbouring doubles lie more than 0.01 apart: a cent would be lost.
const DECIMALS_BELOW = 2 ** 46;

/**
 * Says what keeps a value from being a `Quantity`.
 * @returns at most one fault per key, the known keys first; empty when the value is a `Quantity`
 */
export function quantityProblems(quantity: unknown): Fault[] {
  if (!isKeyed(quantity)) return [{ key: '', detail: `Give a quantity, as in ${EXAMPLE}.` }];
  const { value, max, qualifier, unit } = quantity;
  const unknownKeys = Object.keys(quantity).filter((key) => !KEYS.includes(key));
  return faultsAmong([
    ['value', numberProblem(value)],
    ['max', maxProblem(max, value)],
    ['qualifier', qualifierProblem(qualifier)],
    ['unit', unitProblem(unit)],
    ...unknownKeys.map((key) => [key, `A quantity has only ${KEYS.join(', ')}.`] as const),
  ]);
}

function numberProblem(value: unknown): string | null {
  if (typeof value !== 'number' || !(value >= 0)) return 'Give a number of 0 or more.';
  if (Number.isSafeInteger(value)) return null;
  if (value >= DECIMALS_BELOW) return 'This number is too large to be kept exactly.';
  return Number(value.toFixed(2)) === value ? null : 'Give at most two decimals.';
}

function maxProblem(max: unknown, value: unknown): string | null {
  if (max === undefined) return null;
  const isNoRange = typeof value === 'number' && typeof max === 'number' && max <= value;
  return numberProblem(max) ?? (isNoRange ? 'Give a maximum greater than the value, or leave it out.' : null);
}

function qualifierProblem(qualifier: unknown): string | null {
  const isKnown = (QUALIFIERS as readonly unknown[]).includes(qualifier);
  return isKnown ? null : `Give one of ${QUALIFIERS.join(', ')}.`;
}

function unitProblem(unit: unknown): string | null {
  if (unit === undefined) return null;
  if (typeof unit !== 'string' || !isVisible(unit) || !isOneLine(unit))
    return 'Name the unit, or leave it out.';
  return unit.length > UNIT_MAX_LENGTH ? `Keep the unit to ${UNIT_MAX_LENGTH} characters.` : null;
}
