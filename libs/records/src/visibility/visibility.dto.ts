import { ApiProperty } from '@nestjs/swagger';
import { IdsOfColleagues, ROLE_NAMES, type Role } from '#identity';
import { IsOneOf, MayBeAbsent, One } from '#platform';
import { VISIBILITIES, type Visibility } from '#vocabulary';
import { ArrayUnique, IsArray, IsOptional } from 'class-validator';
import { RecordInput } from '../record.dto.js';

/** Who may see a record where it is confidential. */
export class VisibleToDto {
  /** Actors, such as the holders of access tokens. */
  @MayBeAbsent()
  @IdsOfColleagues()
  actorIds?: string[];

  /** Everybody of these roles. */
  @ApiProperty({ enum: ROLE_NAMES, isArray: true, maxItems: ROLE_NAMES.length, example: ['legal'] })
  @MayBeAbsent()
  @IsArray({ message: 'must be a list' })
  @ArrayUnique({ message: 'must name each role once' })
  @IsOneOf(ROLE_NAMES, { each: true })
  roles?: Role[];
}

/** What may be said of a record that not everybody may see. */
export class ClassifiedInput extends RecordInput {
  /**
   * Who may see it; `internal` unless said otherwise. What is `confidential` is seen by whoever recorded it, by the
   * colleague who is responsible for it, by those whom `visibleTo` names, and with the scope `confidential:read`; for
   * everybody else it is not there, nor is what belongs to it.
   * @example "internal"
   */
  @MayBeAbsent()
  @IsOneOf(VISIBILITIES)
  visibility?: Visibility;

  /** Who may see it besides, where it is confidential; nobody unless said otherwise. */
  @MayBeAbsent()
  @One(() => VisibleToDto)
  visibleTo?: VisibleToDto;
}

/** Who may see a record, in every answer about it. */
export class VisibilityView {
  /**
   * Who may see it.
   * @example "internal"
   */
  @ApiProperty({ enum: VISIBILITIES })
  visibility: Visibility;
}

/** Who may see a record where it is confidential, in the answer about it. */
export class VisibleToView {
  /**
   * The ids of actors.
   * @example ["019a8f3e-4c00-7000-8000-000000000002"]
   */
  actorIds: string[];

  /**
   * Everybody of these roles.
   * @example ["legal"]
   */
  @ApiProperty({ enum: ROLE_NAMES, isArray: true })
  roles: Role[];
}

/** Who may see a record, in the answer about it. */
export class ClassifiedView {
  /** Who may see it besides its makers, where it is confidential. */
  visibleTo: VisibleToView;
}

/** What lists of records understand that not everybody may see. */
export class VisibilityQuery {
  /**
   * Only records of this visibility.
   * @example "public"
   */
  @IsOptional()
  @IsOneOf(VISIBILITIES)
  visibility?: Visibility;
}
