import type { Type } from '@nestjs/common';
import { PartialType } from '@nestjs/swagger';
import { fieldErrors, rememberOf } from '#platform';
import { invalid } from '#refusals';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';

/**
 * Applies a JSON Merge Patch (RFC 7396) to the columns of a record: absent keeps, null clears, objects merge, lists are replaced.
 * @param input the class that describes creation: what was merged must be valid in it
 * @returns the columns that the patch names, with their values after it
 * @throws Refusal `request.invalid` where a merged object is no longer complete
 */
export function mergePatch(current: object, patch: object, input: new () => object): Record<string, unknown> {
  const changes: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(patch)) {
    if (value !== undefined)
      changes[key] = isObject(value) ? mergeObject((current as Record<string, unknown>)[key], value) : value;
  }
  const merged = Object.entries(changes).filter(([key]) => isObject((patch as Record<string, unknown>)[key]));
  const errors = validateSync(plainToInstance(someOf(input), Object.fromEntries(merged)));
  if (errors.length > 0) throw invalid(fieldErrors(errors));
  return changes;
}

/** The class of some properties of what `input` creates, each of them complete. */
const someOf = rememberOf((input: Type<object>) => PartialType(input, { skipNullProperties: false }));

/** An object after a patch; nothing is left of it where every member was cleared. */
function mergeObject(current: unknown, patch: Record<string, unknown>): Record<string, unknown> | null {
  const merged: Record<string, unknown> = { ...(isObject(current) ? current : {}) };
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete merged[key];
    else if (value !== undefined) merged[key] = isObject(value) ? mergeObject(merged[key], value) : value;
  }
  return Object.keys(merged).length > 0 ? merged : null;
}

/** Whether a value is a JSON object: neither a list nor null. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
