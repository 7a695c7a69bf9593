import { type RecordKind } from '#records';
import { getMetadataStorage } from 'class-validator';

/** The fields of a kind of record, as its inputs name them. */
export function fieldsOf({ shapes }: RecordKind): string[] {
  const rules = getMetadataStorage().getTargetValidationMetadatas(shapes!.create, '', false, false);
  return [...new Set(rules.map(({ propertyName }) => propertyName))].sort();
}
