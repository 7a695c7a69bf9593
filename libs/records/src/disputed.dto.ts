import { ApiProperty } from '@nestjs/swagger';
import { ReferenceView } from '#platform';
import { VERIFICATIONS, type Verification } from '#vocabulary';

/**
 * Any JSON value, in the documentation of a field.
 * @param limit how many characters, or values, it may have where it is sent
 */
export const anyJson = (limit?: number) => [
  { type: 'string', ...(limit && { maxLength: limit }) },
  { type: 'number' },
  { type: 'boolean' },
  { type: 'object', additionalProperties: true },
  { type: 'array', items: {}, ...(limit && { maxItems: limit }) },
  { type: 'null' as never },
];

export const ANY_JSON = anyJson();

/** One of the values that are said of a field. */
export class SaidValueView {
  @ApiProperty({
    anyOf: ANY_JSON,
    description: 'The value, as inputs give it; null where the record keeps none in one place.',
    example: '2018-07',
  })
  value: unknown;

  /** The source that says so; null where it is the record itself, and no source. */
  source: ReferenceView | null;

  /**
   * How far the source can be relied on here; null where it is the record itself.
   * @example "reported"
   */
  @ApiProperty({ enum: [...VERIFICATIONS, null], nullable: true })
  verification: Verification | null;
}

/** A field of a record about which sources contradict it or each other. */
export class DisputedFieldView {
  /**
   * The field, as inputs name it; null where it is the record as a whole.
   * @example "starts"
   */
  field: string | null;

  /** Each value that is said of it, that of the record first. */
  values: SaidValueView[];
}
