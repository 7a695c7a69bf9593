import type { Type } from '@nestjs/common';
import { OmitType } from '@nestjs/swagger';
import type { RecordView } from './record.dto.js';

/** Who made and changed a record, and when. */
export const SIGNATURE = ['createdAt', 'createdBy', 'updatedAt', 'updatedBy'] as const;

type Unsigned<V extends RecordView> = Omit<V, (typeof SIGNATURE)[number]>;

/**
 * The class of a record inside the answer about its whole, as `partFields` tells it. A whole that is read with
 * `archived=include` holds parts that were put away, which nothing else would tell from the others.
 */
export function PartOf<V extends RecordView>(view: Type<V>): Type<Unsigned<V>> {
  return OmitType(view, SIGNATURE as readonly (keyof V)[]) as Type<Unsigned<V>>;
}

/** The class of a record inside the answer about its whole, as `usedPartFields` tells it. */
export function UsedPartOf<V extends RecordView>(view: Type<V>): Type<Omit<Unsigned<V>, 'archivedAt'>> {
  return OmitType(PartOf(view) as Type<V>, ['archivedAt'] as readonly (keyof V)[]) as Type<
    Omit<Unsigned<V>, 'archivedAt'>
  >;
}
