import { ApiProperty, OmitType } from '@nestjs/swagger';
import {
  IdOrNameOf,
  AnyIdOrName,
  IsAnyId,
  IsDay,
  IsOneOf,
  IsPartialDate,
  IsQuantity,
  IsText,
  IsWhole,
  MayBeAbsent,
  MayBeNull,
  PatchOf,
  QuantityDto,
} from '#platform';
import { ListQuery, RecordInput } from '#records';
import { type Text, VERIFICATIONS, type Verification } from '#vocabulary';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { FIGURE_KINDS, type FigureKind } from './figure.rules.js';

const SORTS = ['position', 'due', '-updated'] as const;

/** A figure as it is recorded: an indicator with a quantity, a rank or both, or a target with a quantity. */
export class CreateFigure extends RecordInput {
  /** The record that it is a figure of: an entry, or any other. */
  @IsAnyId('a record')
  recordId: string;

  /**
   * Whether it has been measured, or is to be reached.
   * @example "target"
   */
  @IsOneOf(FIGURE_KINDS)
  kind: FigureKind;

  /** What is counted or measured, by language. */
  @IsText()
  metric: Text;

  /** How much. */
  @MayBeNull()
  @IsQuantity()
  quantity?: QuantityDto | null;

  /**
   * At which place, where an indicator ranks.
   * @example 7
   */
  @MayBeNull()
  @IsWhole(1, 1_000_000)
  rank?: number | null;

  /** Among whom it ranks, by language. */
  @MayBeNull()
  @IsText()
  among?: Text | null;

  /** As of when an indicator holds, as far as that is known. */
  @MayBeNull()
  @IsPartialDate('2024')
  asOf?: string | null;

  /**
   * For how many years running an indicator has held.
   * @example 6
   */
  @MayBeNull()
  @IsWhole(1, 10_000)
  yearsRunning?: number | null;

  /** Until when a target is to be reached, as far as that is known. */
  @MayBeNull()
  @IsPartialDate('2027')
  due?: string | null;

  /**
   * Its place among the figures of its record; the last where nothing is said. Of two with the same position, the one
   * recorded first comes first.
   * @example 1
   */
  @MayBeAbsent()
  @IsWhole(0, 1_000_000)
  position?: number;

  /**
   * How far it can be relied on; `reported` where nothing is said.
   * @example "reported"
   */
  @MayBeAbsent()
  @IsOneOf(VERIFICATIONS)
  verification?: Verification;
}

/** A merge patch of a figure: what it is a figure of stays. */
export class PatchFigure extends PatchOf(OmitType(CreateFigure, ['recordId'])) {}

/** Which figures to list. */
export class FigureQuery extends ListQuery {
  /**
   * Part of what is measured, in any language or script; accents and capitals do not matter.
   * @example "R&D"
   */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  q?: string;

  /**
   * Only figures of this record, of whatever kind.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @AnyIdOrName()
  record?: string;

  /**
   * Only figures of this place or anything inside it, or of entries about them.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOrNameOf('place')
  place?: string;

  /**
   * Only figures of this kind.
   * @example "target"
   */
  @IsOptional()
  @IsOneOf(FIGURE_KINDS)
  kind?: FigureKind;

  /**
   * Only targets whose last day is this one or one before.
   * @example "2027-12-31"
   */
  @IsOptional()
  @IsDay()
  dueBefore?: string;

  /**
   * Only figures that say this of themselves, or that a source is cited for with it; repeat the parameter for several. Those
   * of which sources contradict each other are `disputed`.
   */
  @ApiProperty({ enum: VERIFICATIONS, isArray: true, example: ['unverified'] })
  override verification?: Verification[];

  /**
   * The order of the list: by position, by when they are due (next first, undated last), by change.
   * @example "position"
   */
  @IsOptional()
  @IsOneOf(SORTS)
  sort?: (typeof SORTS)[number];
}
