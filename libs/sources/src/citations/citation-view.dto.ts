import { ApiProperty, OmitType } from '@nestjs/swagger';
import { AnyIdOrName, IdOrNameOf, IsLine, IsOneOf, ReferenceView } from '#platform';
import { ANY_JSON, DisputedFieldView, ListQuery, PageOf, RecordView, SubjectView } from '#records';
import { VERIFICATIONS, type Verification } from '#vocabulary';
import { IsOptional } from 'class-validator';
import { LocatorDto } from './citation-parts.dto.js';

const SORTS = ['recorded', '-updated'] as const;

/** What a source says of a record, or of one field of it. */
export class CitationView extends RecordView {
  /** The record that the source speaks of. */
  record: SubjectView;

  /**
   * The field, as inputs of the record name it; null where it is the record as a whole.
   * @example "starts"
   */
  field: string | null;

  /** The source. */
  source: ReferenceView;

  /** Where in the source it stands. */
  locator: LocatorDto | null;

  /**
   * How far the source can be relied on here.
   * @example "reported"
   */
  @ApiProperty({ enum: VERIFICATIONS })
  verification: Verification;

  @ApiProperty({
    anyOf: ANY_JSON,
    description: 'What the source says; null where the record says the same.',
    example: '2018-07-11',
  })
  value: unknown;
}

/** One page of citations. */
export class CitationPage extends PageOf(CitationView) {}

/** One page of what sources say of a record. */
export class CitationsOfRecordPage extends PageOf(CitationView) {
  /** What sources contradict the record or each other about, with every value that is said; whatever the page. */
  disputed: DisputedFieldView[];
}

/** Which citations of a record to list: `GET /v1/citations?record=` narrows them down further. */
export class CitationsOfRecordQuery extends OmitType(ListQuery, ['updatedSince', 'verification']) {}

/** Which citations to list. */
export class CitationQuery extends ListQuery {
  /**
   * Only citations of this record.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @AnyIdOrName()
  record?: string;

  /**
   * Only citations of this field.
   * @example "starts"
   */
  @IsOptional()
  @IsLine(100)
  field?: string;

  /**
   * Only citations of this source.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOrNameOf('source')
  source?: string;

  /**
   * The order of the list: as they were recorded, or by change.
   * @example "recorded"
   */
  @IsOptional()
  @IsOneOf(SORTS)
  sort?: (typeof SORTS)[number];
}
