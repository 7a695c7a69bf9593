import { OmitType } from '@nestjs/swagger';
import {
  CONFLICT_KINDS,
  CONFLICT_SEVERITIES,
  type ConflictKind,
  type ConflictSeverity,
  ConflictView,
} from '#agendas';
import { IsLines, IsOneOf } from '#platform';
import { ListQuery, PageOf } from '#records';
import { Transform } from 'class-transformer';
import { IsBoolean, IsOptional } from 'class-validator';

/** One page of the conflicts of an agenda. */
export class ConflictPage extends PageOf(ConflictView) {}

/** Which conflicts of an agenda to list. */
export class ConflictQuery extends OmitType(ListQuery, ['verification']) {
  /**
   * Only conflicts of this kind.
   * @example "person_twice"
   */
  @IsOptional()
  @IsOneOf(CONFLICT_KINDS)
  kind?: ConflictKind;

  /**
   * Only conflicts that are this bad.
   * @example "error"
   */
  @IsOptional()
  @IsOneOf(CONFLICT_SEVERITIES)
  severity?: ConflictSeverity;

  /**
   * Only conflicts that somebody acknowledged, or only those that nobody did.
   * @example false
   */
  @IsOptional()
  @Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean({ message: 'must be true or false' })
  acknowledged?: boolean;
}

/** Lets a conflict stand. */
export class AcknowledgeConflict {
  /**
   * Why it may stand.
   * @example "the interpreter of the embassy takes over at ten"
   */
  @IsLines(2000)
  reason: string;
}
