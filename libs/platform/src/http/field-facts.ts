import type { Type } from '@nestjs/common';
import type { ApiPropertyOptions } from '@nestjs/swagger';
import { getMetadataStorage } from 'class-validator';

/** What the decorators of a field say besides its rules; it follows the field into every class made of its class. */
export interface FieldFacts {
  readonly property: string;
  /** The kind of record that the field refers to. */
  readonly refersTo?: string;
  /** Whether the field refers to a record of one of some kinds. */
  readonly refersToAny?: boolean;
  /** The kinds of record that the field finds by a name in the place of an id. */
  readonly named?: readonly string[];
  /** The class of the object that the field holds. */
  readonly object?: () => Type<object>;
  /** What is documented otherwise of the field in a merge patch. */
  readonly patched?: ApiPropertyOptions;
  /** The class of each object in the list that the field holds. */
  readonly item?: () => Type<object>;
}

/** The facts of the fields of a class, inherited ones too. */
export function factsOfFields(input: Type<object>): FieldFacts[] {
  return getMetadataStorage()
    .getTargetValidationMetadatas(input, '', false, false)
    .filter(({ context }) => context)
    .map(({ propertyName, context }) => ({
      property: propertyName,
      ...(context as Omit<FieldFacts, 'property'>),
    }));
}

/** The names of the fields of a class, inherited ones too. */
export function fieldNames(input: Type<object>): string[] {
  const rules = getMetadataStorage().getTargetValidationMetadatas(input, '', false, false);
  return [...new Set(rules.map(({ propertyName }) => propertyName))];
}
