import { fieldNames, judgeInput } from '#platform';
import type { AnyRoutedKind, RecordKind } from '#records';
import { type FieldError, invalid } from '#refusals';
import { type FieldChange, patchOf } from './changes.js';
import { fieldOf } from './fields.js';
import type { Section } from './outline.js';

/**
 * The patch that makes what was edited in a file so in a record.
 * @param shown the record, as it is answered
 * @throws Refusal `request.invalid`
 */
export async function patchFor(
  { kind, fields }: Section,
  edited: readonly FieldChange[],
  shown: Readonly<Record<string, unknown>>,
): Promise<object> {
  const known = fieldNames(kind.shapes.patch);
  const fixed = edited.filter(({ property }) => !known.includes(property));
  if (fixed.length > 0) throw invalid(fixed.map(({ property }) => staysAsItWas(kind, property)));
  const patch: Record<string, unknown> = {};
  for (const { property, from, to } of edited) {
    const { name, keepsIds } = fieldOf(property, fields)!;
    if (to === undefined) patch[property] = await emptyOf(kind, property);
    else patch[property] = patchOf(from, keepsIds ? withOwnIds(to, shown[name]) : to);
  }
  const { input, faults } = await judgeInput(kind.shapes.patch, patch);
  if (faults.length > 0) throw invalid(faults);
  return input;
}

/**
 * What clears a field that was taken out of a file: nothing, or a list of nothing.
 * @throws Refusal `request.invalid` where it always holds something
 */
async function emptyOf({ shapes }: AnyRoutedKind, property: string): Promise<unknown> {
  for (const empty of [null, []]) {
    const { faults } = await judgeInput(shapes.patch, { [property]: empty });
    if (faults.length === 0) return empty;
  }
  throw invalid([isNeverEmpty(property)]);
}

/** Whether a property can be changed later, and hold nothing until then. */
export async function mayBeEmpty(kind: AnyRoutedKind, property: string): Promise<boolean> {
  if (!fieldNames(kind.shapes.patch).includes(property)) return false;
  return emptyOf(kind, property).then(
    () => true,
    () => false,
  );
}

/** Refuses that a field was taken out of a file, since it always holds something. */
export function isNeverEmpty(property: string): FieldError {
  const detail = 'It was taken out of the file, and always holds something: say what it is to be.';
  return { pointer: `/${property}`, detail, code: 'never-empty' };
}

function staysAsItWas({ name }: RecordKind, property: string): FieldError {
  const detail = `This of a ${name} cannot be changed once it is recorded.`;
  return { pointer: `/${property}`, detail, code: 'unchangeable' };
}

/** Objects that keep their ids, such as legs, stay the same ones, by their position. */
function withOwnIds(to: unknown, shown: unknown): unknown {
  if (!Array.isArray(to) || !Array.isArray(shown)) return to;
  const ids = shown as { readonly id: string }[];
  return to.map((one: object, index) => (ids[index] ? { id: ids[index].id, ...one } : one));
}
