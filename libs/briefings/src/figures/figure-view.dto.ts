import { ApiProperty } from '@nestjs/swagger';
import { IsText, QuantityDto } from '#platform';
import { PageOf, RecordView, SubjectView } from '#records';
import { type Text, VERIFICATIONS, type Verification } from '#vocabulary';
import { FIGURE_KINDS, type FigureKind } from './figure.rules.js';

/** A figure. */
export class FigureView extends RecordView {
  /** The record that it is a figure of. */
  record: SubjectView;

  /**
   * Whether it has been measured, or is to be reached.
   * @example "target"
   */
  @ApiProperty({ enum: FIGURE_KINDS })
  kind: FigureKind;

  /** What is counted or measured, by language. */
  @IsText()
  metric: Text;

  /** How much. */
  quantity: QuantityDto | null;

  /**
   * At which place, where an indicator ranks.
   * @example 7
   */
  rank: number | null;

  /** Among whom it ranks, by language. */
  @IsText()
  among: Text | null;

  /**
   * As of when an indicator holds.
   * @example "2024"
   */
  asOf: string | null;

  /**
   * For how many years running an indicator has held.
   * @example 6
   */
  yearsRunning: number | null;

  /**
   * Until when a target is to be reached.
   * @example "2027"
   */
  due: string | null;

  /**
   * Its place among the figures of its record.
   * @example 1
   */
  position: number;

  /**
   * How far it can be relied on.
   * @example "reported"
   */
  @ApiProperty({ enum: VERIFICATIONS })
  verification: Verification;
}

/** A figure as it stands in its entry. */
export class FigureSummary {
  /**
   * The id of the figure.
   * @example "019a8f3e-4c00-7000-8000-000000000004"
   */
  id: string;

  /**
   * Whether it has been measured, or is to be reached.
   * @example "target"
   */
  @ApiProperty({ enum: FIGURE_KINDS })
  kind: FigureKind;

  /**
   * What is counted or measured, in the language chosen by `Accept-Language`.
   * @example "R&D intensity"
   */
  metric: string;

  /** How much. */
  quantity: QuantityDto | null;

  /**
   * At which place, where an indicator ranks.
   * @example 7
   */
  rank: number | null;

  /**
   * Among whom it ranks, in the language chosen by `Accept-Language`.
   * @example "cities in western China"
   */
  among: string | null;

  /**
   * As of when an indicator holds.
   * @example "2024"
   */
  asOf: string | null;

  /**
   * For how many years running an indicator has held.
   * @example 6
   */
  yearsRunning: number | null;

  /**
   * Until when a target is to be reached.
   * @example "2027"
   */
  due: string | null;

  /**
   * How far it can be relied on.
   * @example "reported"
   */
  @ApiProperty({ enum: VERIFICATIONS })
  verification: Verification;
}

/** One page of figures. */
export class FigurePage extends PageOf(FigureView) {}
