import { ApiProperty } from '@nestjs/swagger';
import { SIMILARITIES, type Similarity } from '#directory';
import { IsOneOf, ReferenceView } from '#platform';
import { ActorView, PageOf, PageQuery } from '#records';
import { IsOptional } from 'class-validator';
import { DIRECTORY_KINDS, type DirectoryKind } from './duplicates.rules.js';

/** Which pairs of records to list. */
export class DuplicateQuery extends PageQuery {
  /**
   * Pairs of which kind to list.
   * @example "person"
   */
  @IsOneOf(DIRECTORY_KINDS)
  kind: DirectoryKind;
}

/** Which pairs of records that are known to be different to list. */
export class DifferenceQuery extends PageQuery {
  /**
   * Only pairs of this kind.
   * @example "person"
   */
  @IsOptional()
  @IsOneOf(DIRECTORY_KINDS)
  kind?: DirectoryKind;
}

class Pair {
  /**
   * What kind of record the two are.
   * @example "person"
   */
  @ApiProperty({ enum: DIRECTORY_KINDS })
  kind: DirectoryKind;

  /** The two records, the one that was recorded first before the other. */
  @ApiProperty({ type: [ReferenceView], minItems: 2, maxItems: 2 })
  records: ReferenceView[];
}

/** Two records that may be the same. */
export class DuplicateView extends Pair {
  /** What the two have in common, surest first; as `similar` tells it when one is recorded. */
  @ApiProperty({ enum: SIMILARITIES, isArray: true, example: ['same_name', 'same_email'] })
  why: Similarity[];
}

/** Two records that are known to be different. */
export class DifferenceView extends Pair {
  /**
   * When that was said (RFC 3339, UTC).
   * @example "2026-11-22T09:00:00.000Z"
   */
  at: string;

  /** Who said it. */
  by: ActorView;
}

/** One page of pairs of records that may be the same. */
export class DuplicatePage extends PageOf(DuplicateView) {}

/** One page of pairs of records that are known to be different. */
export class DifferencePage extends PageOf(DifferenceView) {}
