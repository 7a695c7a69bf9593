import {
  IdOf,
  IsAddress,
  IsLanguage,
  IsLine,
  IsLines,
  IsOneOf,
  IsPartialDate,
  IsText,
  IsWhole,
  ListOf,
  MayBeAbsent,
  MayBeNull,
  NameDto,
  PatchOf,
} from '#platform';
import { ClassifiedInput } from '#records';
import type { Text } from '#vocabulary';
import {
  type DoubtfulRange,
  RANGE_REASONS,
  type RangeReason,
  SOURCE_KINDS,
  SOURCE_TEXT_MAX_LENGTH,
  type SourceKind,
} from './source.rules.js';

/** A range of the text of a source that is to be read with care. */
export class SourceRangeDto implements DoubtfulRange {
  /**
   * The character that it begins with, counted from 0; one of any script counts once.
   * @example 0
   */
  @IsWhole(0, SOURCE_TEXT_MAX_LENGTH)
  start: number;

  /**
   * The character that it ends before.
   * @example 120
   */
  @IsWhole(1, SOURCE_TEXT_MAX_LENGTH)
  end: number;

  /**
   * Why: a machine wrote it, or somebody doubts it.
   * @example "machine_written"
   */
  @IsOneOf(RANGE_REASONS)
  why: RangeReason;

  /** What there is to say about that, by language. */
  @MayBeNull()
  @IsText()
  note?: Text | null;
}

/** A source as it is recorded: a title, an author, a date may be missing. */
export class CreateSource extends ClassifiedInput {
  /** Its titles, in every language and script they are known in; none where it has no title. */
  @MayBeAbsent()
  @ListOf(() => NameDto, { most: 50 })
  names?: NameDto[];

  /**
   * What kind of source it is.
   * @example "article"
   */
  @IsOneOf(SOURCE_KINDS)
  kind: SourceKind;

  /**
   * The language of the text: a BCP 47 tag.
   * @example "it"
   */
  @MayBeNull()
  @IsLanguage()
  language?: string | null;

  /**
   * Who published it, or sent it.
   * @example "Città della Scienza"
   */
  @MayBeNull()
  @IsLine(300)
  publisher?: string | null;

  /**
   * Who wrote it.
   * @example "press office"
   */
  @MayBeNull()
  @IsLine(300)
  author?: string | null;

  /**
   * Where it stands on the web, or in the office.
   * @example "https://example.org/news/guiyang"
   */
  @MayBeNull()
  @IsAddress()
  url?: string | null;

  /** When it was published, as far as that is known. */
  @MayBeNull()
  @IsPartialDate('2018-07')
  published?: string | null;

  /** The source that this one is a translation of. */
  @MayBeNull()
  @IdOf('source')
  translationOfId?: string | null;

  /**
   * The text as it is, misprints and all.
   * @example "A delegation from Guiyang visited the science centre in Naples."
   */
  @MayBeNull()
  @IsLines(SOURCE_TEXT_MAX_LENGTH)
  text?: string | null;

  /**
   * The character before which the text breaks off, counted from 0: its length, where the end is missing.
   * @example 63
   */
  @MayBeNull()
  @IsWhole(0, SOURCE_TEXT_MAX_LENGTH)
  breaksOffAt?: number | null;

  /** The ranges of the text that are to be read with care. */
  @MayBeAbsent()
  @ListOf(() => SourceRangeDto)
  ranges?: SourceRangeDto[];
}

/** A merge patch of a source. */
export class PatchSource extends PatchOf(CreateSource) {}
