import { ApiProperty, OmitType } from '@nestjs/swagger';
import { IdOf, IsAnyId, IsLine, IsOneOf, MayBeAbsent, MayBeNull, One, PatchOf } from '#platform';
import { RecordInput, anyJson } from '#records';
import { VERIFICATIONS, type Verification } from '#vocabulary';
import { ValidateBy } from 'class-validator';
import { LocatorDto } from './citation-parts.dto.js';
import { VALUE_MAX_LENGTH, isShortEnough } from './citation.rules.js';

/** What a source says of a record, or of one field of it. */
export class CiteRecord extends RecordInput {
  /** The source that says so. */
  @IdOf('source')
  sourceId: string;

  /**
   * The field that it speaks of, as inputs of the record name it; left out where it is the record as a whole.
   * @example "starts"
   */
  @MayBeNull()
  @IsLine(100)
  field?: string | null;

  /** Where in the source it stands. */
  @MayBeNull()
  @One(() => LocatorDto)
  locator?: LocatorDto | null;

  /**
   * How far the source can be relied on here; `refuted` where it is known to be wrong, and no longer disputes anything.
   * `reported` where nothing is said.
   * @example "reported"
   */
  @MayBeAbsent()
  @IsOneOf(VERIFICATIONS)
  verification?: Verification;

  /**
   * What the source says, as the field would hold it or as it is written; left out where the record says the same. Of a list,
   * what the source names: the record may name more, in another order. Where the record is changed later, or merged, and does
   * not say that any more, it becomes the value.
   */
  @ApiProperty({ anyOf: anyJson(VALUE_MAX_LENGTH), required: false, example: '2018-07-11' })
  @MayBeNull()
  @ValidateBy({
    name: 'maxLength',
    validator: {
      validate: isShortEnough,
      defaultMessage: () => `must have at most ${VALUE_MAX_LENGTH} characters as JSON`,
    },
  })
  value?: unknown;
}

/** A citation as it is recorded. */
export class CreateCitation extends CiteRecord {
  /** The record that the source speaks of, of whatever kind. */
  @IsAnyId('a record')
  recordId: string;
}

/** A merge patch of a citation: what it is about stays. */
export class PatchCitation extends PatchOf(OmitType(CreateCitation, ['recordId'])) {}
