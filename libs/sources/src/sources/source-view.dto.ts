import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { DocumentView } from '#documents';
import { IsText, NameDto, ReferenceView } from '#platform';
import { ClassifiedView, NamedItem, PageOf, SubjectView, VisibilityView } from '#records';
import type { Text, Verification } from '#vocabulary';
import { VERIFICATIONS } from '#vocabulary';
import { LocatorDto } from '../citations/citation-parts.dto.js';
import { RANGE_REASONS, type RangeReason, SOURCE_KINDS, type SourceKind } from './source.rules.js';

/** What every answer about a source holds. */
export class SourceCore extends IntersectionType(NamedItem, VisibilityView) {
  /**
   * What kind of source it is.
   * @example "article"
   */
  @ApiProperty({ enum: SOURCE_KINDS })
  kind: SourceKind;

  /**
   * The language of the text.
   * @example "it"
   */
  language: string | null;

  /**
   * Who published it, or sent it.
   * @example "Città della Scienza"
   */
  publisher: string | null;

  /**
   * Who wrote it.
   * @example "press office"
   */
  author: string | null;

  /**
   * Where it stands on the web, or in the office.
   * @example "https://example.org/news/guiyang"
   */
  url: string | null;

  /**
   * When it was published.
   * @example "2018-07"
   */
  published: string | null;

  /** The source that this one is a translation of. */
  translationOf: ReferenceView | null;

  /**
   * The SHA-256 of the text in UTF-8, in hexadecimal; null where there is no text.
   * @example "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
   */
  checksum: string | null;

  /** The file that it is, such as a letter that was scanned; null where there is none. */
  document: DocumentView | null;

  /**
   * How many times it is cited.
   * @example 12
   */
  citationCount: number;
}

/** A source in a list, without its text. */
export class SourceItem extends SourceCore {
  /**
   * How many characters its text has.
   * @example 4454
   */
  textLength: number;

  /**
   * How many ranges of the text are to be read with care.
   * @example 1
   */
  rangeCount: number;
}

/** A range of the text of a source that is to be read with care. */
export class SourceRangeView {
  /**
   * The character that it begins with, counted from 0.
   * @example 0
   */
  start: number;

  /**
   * The character that it ends before.
   * @example 120
   */
  end: number;

  /**
   * Why: a machine wrote it, or somebody doubts it.
   * @example "machine_written"
   */
  @ApiProperty({ enum: RANGE_REASONS })
  why: RangeReason;

  /** What there is to say about that, by language. */
  @IsText()
  note: Text | null;
}

/** What rests on a source: a record, or one field of it. */
export class RestingView {
  /**
   * The id of the citation.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  citationId: string;

  /** The record that the source is cited for. */
  record: SubjectView;

  /**
   * The field, as inputs name it; null where it is the record as a whole.
   * @example "starts"
   */
  field: string | null;

  /** Where in the source it stands. */
  locator: LocatorDto | null;

  /**
   * How far the source can be relied on here.
   * @example "reported"
   */
  @ApiProperty({ enum: VERIFICATIONS })
  verification: Verification;
}

/** A source with its text, and what rests on it. */
export class SourceView extends IntersectionType(SourceCore, ClassifiedView) {
  /** Its titles, in every language and script. */
  names: NameDto[];

  /**
   * The text as it is.
   * @example "A delegation from Guiyang visited the science centre in Naples."
   */
  text: string | null;

  /**
   * The character before which the text breaks off, counted from 0.
   * @example 63
   */
  breaksOffAt: number | null;

  /** The ranges of the text that are to be read with care. */
  ranges: SourceRangeView[];

  /** What rests on it, as it was cited: the first 200 of `citationCount`; `GET /v1/citations?source=` gives all. */
  citedFor: RestingView[];
}

/** One page of sources. */
export class SourcePage extends PageOf(SourceItem) {}
