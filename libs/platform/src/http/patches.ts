import { type Type, applyDecorators } from '@nestjs/common';
import { ApiProperty, PartialType } from '@nestjs/swagger';
import { Type as TypeOf } from 'class-transformer';
import { ValidateBy, ValidateNested } from 'class-validator';
import { factsOfFields } from './field-facts.js';

const PATCH = Symbol('patch');

/**
 * The class of a merge patch (RFC 7396) of what `input` creates: everything may be absent, null clears what may be
 * null, and members of objects may be null as well.
 */
export function PatchOf<T extends object>(input: Type<T>): Type<Partial<T>> {
  const patch = PartialType(input, { skipNullProperties: false });
  Object.defineProperty(patch.prototype, PATCH, { value: true });
  for (const { property, object, patched } of factsOfFields(input)) {
    if (patched) ApiProperty(patched)(patch.prototype as object, property);
    if (!object) continue;
    const member = PatchOf(object());
    TypeOf(() => member)(patch.prototype as object, property);
  }
  return patch;
}

/** Whether an input is a merge patch. */
export function isPatch(input: object): boolean {
  return PATCH in input;
}

/** One object of the class that `type` gives. */
export function One(type: () => Type<object>): PropertyDecorator {
  return applyDecorators(
    TypeOf(type),
    ValidateNested({ message: 'must be an object', context: { object: type } }),
    // A list of such objects, or of none, would pass for nested as well.
    ValidateBy({
      name: 'isObject',
      validator: { validate: (value) => !Array.isArray(value), defaultMessage: () => 'must be an object' },
    }),
  );
}

/** Members of an object in a merge patch are judged once they are merged. */
export function isMemberOfPatch(value: unknown, owner: object): boolean {
  return PATCH in owner && typeof value === 'object' && value !== null && !Array.isArray(value);
}
