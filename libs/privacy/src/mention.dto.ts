import { MEDIA_TYPES } from '#documents';
import { ApiProperty } from '@nestjs/swagger';
import { IsAnyId, IsLine, IsWhole, ListOf, MayBeAbsent } from '#platform';

/** Where a text holds the name of a person. */
export class PassageView {
  /**
   * The text within its field, as a JSON pointer; empty where the field is a text.
   * @example "/en"
   */
  pointer: string;

  /**
   * The character of the text that it begins with, counted from 0; one of any script counts once.
   * @example 12
   */
  start: number;

  /**
   * The character of the text that it ends before.
   * @example 23
   */
  end: number;

  /**
   * Whether it is the name, and not the family name alone, which may be another's.
   * @example true
   */
  certain: boolean;

  /**
   * Whether the field held it before, and history tells it.
   * @example false
   */
  past: boolean;

  /**
   * The words around it.
   * @example "welcomed by Sun Zhiming at the station"
   */
  excerpt: string;
}

/** A field of a record that holds the name of a person, or may. */
export class MentionView {
  /**
   * What kind of record it is.
   * @example "published participations"
   */
  kind: string;

  /**
   * Its id.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  id: string;

  /**
   * The field.
   * @example "summary"
   */
  field: string;

  /**
   * Whether it is the name, and not the family name alone, which may be another's.
   * @example true
   */
  certain: boolean;

  /** Each place in it. */
  passages: PassageView[];
}

/** A document that was not searched. */
export class UnreadDocumentView {
  /**
   * What kind of record has it.
   * @example "source"
   */
  kind: string;

  /**
   * The id of that record.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  id: string;

  /**
   * The field: `document`.
   * @example "document"
   */
  field: string;

  /**
   * What its file is called.
   * @example "invitation.pdf"
   */
  name: string;

  @ApiProperty({ enum: MEDIA_TYPES, description: 'What it is.', example: 'application/pdf' })
  mediaType: string;

  /**
   * Whether the record had it before, and has it no longer.
   * @example false
   */
  past: boolean;
}

/** A field of a record, as it was listed. */
class DecidedDto {
  /**
   * What kind of record it is.
   * @example "published participations"
   */
  @IsLine(100)
  kind: string;

  /** Its id. */
  @IsAnyId('a record')
  id: string;

  /**
   * The field.
   * @example "summary"
   */
  @IsLine(100)
  field: string;
}

/** A text that keeps the name. */
export class KeepMention extends DecidedDto {
  /**
   * Why it does.
   * @example "article of a newspaper, published"
   */
  @IsLine(1000)
  reason: string;
}

/** A range of a text. */
export class TextRangeDto {
  /**
   * The text within its field, as a JSON pointer; left out where the field is a text.
   * @example "/en"
   */
  @MayBeAbsent()
  @IsLine(300)
  pointer?: string;

  /**
   * The character that it begins with, counted from 0; one of any script counts once.
   * @example 12
   */
  @IsWhole(0, 1_000_000)
  start: number;

  /**
   * The character that it ends before.
   * @example 23
   */
  @IsWhole(1, 1_000_000)
  end: number;
}

/** A text in which the name is blacked out, or a document that is taken away for good. */
export class RedactMention extends DecidedDto {
  /** What is blacked out; all that was found there where nothing is said. What was found has to be within. */
  @MayBeAbsent()
  @ListOf(() => TextRangeDto, { least: 1, most: 500 })
  ranges?: TextRangeDto[];
}
