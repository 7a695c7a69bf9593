import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import {
  IdOrNameOf,
  IsDay,
  IsDuration,
  IsLine,
  IsNotBefore,
  IsOneOf,
  IsYesOrNo,
  MayRepeat,
  TwoIdsOrNamesOf,
} from '#platform';
import { NamedListQuery, VisibilityQuery } from '#records';
import { IsOptional } from 'class-validator';
import {
  AGREEMENT_KINDS,
  AGREEMENT_STATUSES,
  type AgreementKind,
  type AgreementStatus,
} from './agreement.rules.js';

const SORTS = ['name', '-signed', 'expiry', '-updated'] as const;

/** Which agreements to list. */
export class AgreementQuery extends IntersectionType(NamedListQuery, VisibilityQuery) {
  /** Only agreements in one of these statuses; repeat the parameter for several. */
  @ApiProperty({ enum: AGREEMENT_STATUSES, isArray: true, example: ['signed', 'in_force'] })
  @MayRepeat()
  @IsOneOf(AGREEMENT_STATUSES, { each: true })
  status?: AgreementStatus[];

  /**
   * Only agreements of this kind.
   * @example "mou"
   */
  @IsOptional()
  @IsOneOf(AGREEMENT_KINDS)
  kind?: AgreementKind;

  /**
   * Only agreements of which this organization, a unit of it or one that it has succeeded is a party.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOrNameOf('organization')
  party?: string;

  /**
   * Only agreements with a party on this side; together with `party`, only those where that one stands on it.
   * @example "China"
   */
  @IsOptional()
  @IsLine(100)
  side?: string;

  /**
   * Only agreements that come from this country, or any other place or anything inside it: a party is at home there.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOrNameOf('place')
  country?: string;

  /**
   * Only agreements that were or will be concluded in this place or anything inside it, or signed at an agenda item there.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOrNameOf('place')
  place?: string;

  /**
   * Only agreements with a party from each of two countries, or other places and anything inside them.
   * @example "019a8f3e-4c00-7000-8000-000000000001,019a8f3e-4c00-7000-8000-000000000002"
   */
  @IsOptional()
  @TwoIdsOrNamesOf('place')
  between?: string;

  /**
   * Only agreements to which this organization, a unit of it or one that it has succeeded is party in any way: as a party,
   * by a signatory on its behalf, as the body that approved them or as what they create.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOrNameOf('organization')
  organization?: string;

  /**
   * Only agreements to which this person is party: who signs, or on whose behalf.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOrNameOf('person')
  person?: string;

  /**
   * Only agreements that were signed at, or came from, an event to which this delegation is party.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOrNameOf('delegation')
  delegation?: string;

  /**
   * Only agreements that come from this place or anything inside it, as with `country`.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOrNameOf('place')
  origin?: string;

  /**
   * Only agreements that cover this topic.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOrNameOf('topic')
  topic?: string;

  /**
   * Only agreements that were or will be signed at this event, or that came from it.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOrNameOf('event')
  event?: string;

  /**
   * Only agreements that may have been signed on this day or later.
   * @example "2017-11-01"
   */
  @IsOptional()
  @IsDay()
  signedFrom?: string;

  /**
   * Only agreements that may have been signed on this day or before.
   * @example "2017-11-30"
   */
  @IsOptional()
  @IsDay()
  @IsNotBefore('signedFrom')
  signedTo?: string;

  /**
   * Only agreements whose expiry, as it is recorded, may be on this day or later.
   * @example "2026-11-22"
   */
  @IsOptional()
  @IsDay()
  expiryFrom?: string;

  /**
   * Only agreements whose expiry, as it is recorded, may be on this day or before.
   * @example "2027-11-22"
   */
  @IsOptional()
  @IsDay()
  @IsNotBefore('expiryFrom')
  expiryTo?: string;

  /** Only agreements that are signed, in force or suspended and whose term may end within this time from today, at the office. */
  @IsOptional()
  @IsDuration('P90D')
  expiringWithin?: string;

  /**
   * Only agreements that are, or are not, inside the notice period before the end of their term.
   * @example true
   */
  @IsOptional()
  @IsYesOrNo()
  expiring?: boolean;

  /**
   * Only agreements whose term is, or is not, over at the office, whether or not they were moved to `expired`.
   * @example true
   */
  @IsOptional()
  @IsYesOrNo()
  expired?: boolean;

  /**
   * Only agreements that are, or are not, signed, in force or suspended and to be reviewed by now.
   * @example true
   */
  @IsOptional()
  @IsYesOrNo()
  reviewDue?: boolean;

  /**
   * Only agreements with, or without, an open obligation whose last day has passed at the office; those that never
   * bound anybody have none.
   * @example true
   */
  @IsOptional()
  @IsYesOrNo()
  overdue?: boolean;

  /**
   * The order of the list: by name, by signature (latest first), by expiry as it is recorded (first first) or by change; what has no
   * date stands last. By name where nothing is said; by expiry where expiry is asked for.
   * @example "expiry"
   */
  @IsOptional()
  @IsOneOf(SORTS)
  sort?: (typeof SORTS)[number];
}
