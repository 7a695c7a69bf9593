import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { IdOf, MayBeAbsent } from '#platform';
import { ActorView } from '#records';
import { IsObject } from 'class-validator';
import type { Type } from '@nestjs/common';

/** Which record is merged into another, and what of it is taken. */
export abstract class MergeRecords {
  /** The record that is the same thing: it is merged into the one at this address, and its own address leads there. */
  abstract fromId: string;

  /**
   * The fields that come from the record that is merged. Of any other, what the kept record has stays, and where it has
   * nothing, that of the merged one is filled in. With `names`, those of the kept record become aliases.
   */
  @MayBeAbsent()
  @IsObject({ message: 'must be an object' })
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string', enum: ['from'] },
    example: { honorific: 'from' },
  })
  take?: Record<string, 'from' | 'kept'>;
}

/** Protected profiles say whose they are; which of two is right, nobody knows but who is asked. */
const TAKEN_OF_PERSON: ApiPropertyOptions = {
  type: 'object',
  additionalProperties: { type: 'string', enum: ['from', 'kept'] },
  description:
    'The fields that come from the record that is merged. Of any other, what the kept record has stays, and where it has nothing, that of the merged one is filled in. With `names`, those of the kept record become aliases. Where both have a protected profile, each field in which these differ is named here, such as `protectedProfile.passport`, with `from` or `kept`.',
  example: { honorific: 'from' },
};

/** The body that merges a record of the kind of this name. */
export function mergeOf(name: string): Type<MergeRecords> {
  class MergeRecord extends MergeRecords {
    @IdOf(name)
    override fromId: string;
  }
  if (name === 'person') ApiProperty(TAKEN_OF_PERSON)(MergeRecord.prototype, 'take');
  const called = name.charAt(0).toUpperCase() + name.slice(1);
  Object.defineProperty(MergeRecord, 'name', { value: `Merge${called}` });
  return MergeRecord;
}

/** How many records or entries of lists of one kind. */
export class MergedCount {
  /**
   * What they are: records by the plural of their kind, entries of lists by what the list is of.
   * @example "participants"
   */
  what: string;

  /**
   * How many they are.
   * @example 3
   */
  count: number;
}

/** A merge: which record became which, and what came of it. */
export class MergeView {
  /**
   * The id of the merge.
   * @format uuid
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  id: string;

  /**
   * The id of the record that was merged; its address leads to the one that was kept.
   * @format uuid
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  fromId: string;

  /**
   * The id of the record that was kept.
   * @format uuid
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  intoId: string;

  /**
   * When they were merged (RFC 3339, UTC).
   * @example "2026-11-22T09:00:00.000Z"
   */
  at: string;

  /** Who merged them. */
  by: ActorView;

  /**
   * The fields that were taken from the merged record.
   * @example ["honorific"]
   */
  taken: string[];

  /** What refers to the kept record since, as far as the caller may see it; nothing once the merge was undone. */
  moved: MergedCount[];

  /** What both had, and is one since, as far as the caller may see it; nothing once the merge was undone. */
  becameOne: MergedCount[];

  /**
   * When the merge was undone; null where it was not.
   * @example "2026-11-22T10:00:00.000Z"
   */
  undoneAt: string | null;

  /** Who undid it; null where nobody did. */
  undoneBy: ActorView | null;
}

/** The merges of a record, the last one first. */
export class MergeList {
  /** The merges, those that were undone, too. */
  items: MergeView[];
}
