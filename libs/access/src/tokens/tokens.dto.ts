import { ApiProperty, OmitType } from '@nestjs/swagger';
import {
  ROLE_NAMES,
  type Role,
  SCOPE_NAMES,
  type Scope,
  ACCESS_STATES,
  type AccessState,
  LABEL_LENGTH,
} from '#identity';
import { IdsOf, IsLine, IsOneOf, IsWhole, MayBeAbsent, MayBeNull, PatchOf, ReferenceView } from '#platform';
import { ActorView, PageOf, PageQuery } from '#records';
import { ArrayMinSize, ArrayUnique, IsArray } from 'class-validator';

/** An access token for a machine, or for a colleague of an office without an identity provider. */
export class CreateToken {
  /**
   * Who holds it: the author of what is written with it.
   * @example "International relations office"
   */
  @IsLine(LABEL_LENGTH)
  label: string;

  /**
   * What its holder is in the office.
   * @example "organizer"
   */
  @IsOneOf(ROLE_NAMES)
  role: Role;

  /**
   * What it allows of what its role may do; null for all of it.
   * @example ["visits:read", "forums:read"]
   */
  @ApiProperty({
    enum: SCOPE_NAMES,
    isArray: true,
    nullable: true,
    maxItems: SCOPE_NAMES.length,
    example: ['visits:read', 'forums:read'],
  })
  @MayBeNull()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsOneOf(SCOPE_NAMES, { each: true })
  scopes?: Scope[] | null;

  /**
   * The organizations that a partner acts for; a partner has one at least, nobody else has any.
   */
  @MayBeAbsent()
  @IdsOf('organization')
  organizationIds?: string[];

  /**
   * How many days it lasts; 90, or as many as the office allows where that is less.
   * @example 90
   */
  @MayBeAbsent()
  @IsWhole(1, 36_500)
  days?: number;
}

/** What may be changed of a token: what it allows changes with its next request. */
export class PatchToken extends PatchOf(OmitType(CreateToken, ['days'])) {}

/** How a token is replaced. */
export class RotateToken {
  /**
   * For how many hours the former one stays valid.
   * @example 24
   */
  @MayBeAbsent()
  @IsWhole(0, 168)
  overlapHours?: number;
}

/** A token that is kept, without its secret. */
export class TokenView {
  /**
   * The id of the token.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  id: string;

  /**
   * What it is called.
   * @example "International relations office"
   */
  label: string;

  /** The author of what is written with it. */
  holder: ActorView;

  /** What its holder is in the office. */
  @ApiProperty({ enum: ROLE_NAMES, example: 'organizer' })
  role: Role;

  /** What it allows of what its role may do; null for all of it. */
  @ApiProperty({ enum: SCOPE_NAMES, isArray: true, nullable: true, example: null })
  scopes: Scope[] | null;

  /** The organizations that a partner acts for. */
  organizations: ReferenceView[];

  /** Whether it is valid, was revoked, or is over. */
  @ApiProperty({ enum: ACCESS_STATES, example: 'living' })
  state: AccessState;

  /**
   * When it was made (RFC 3339, UTC).
   * @example "2026-11-22T09:00:00.000Z"
   */
  createdAt: string;

  /** Who made it; null where it was made at the command line. */
  createdBy: ActorView | null;

  /**
   * The day on which it was last used (UTC).
   * @example "2026-11-22"
   */
  lastUsedOn: string | null;

  /**
   * When it ends (RFC 3339, UTC).
   * @example "2027-02-20T09:00:00.000Z"
   */
  expiresAt: string;

  /**
   * When it was revoked (RFC 3339, UTC).
   * @example "2026-12-24T09:00:00.000Z"
   */
  revokedAt: string | null;
}

/** A token that was just made: the only answer that shows its secret. */
export class MadeTokenView extends TokenView {
  /**
   * The token itself; it is not shown again.
   * @example "corteo_…"
   */
  token: string;
}

/** One page of tokens, the newest first. */
export class TokenPage extends PageOf(TokenView) {}

/** Which tokens to list. */
export class TokenQuery extends PageQuery {
  /** Only those that are valid, were revoked, or are over. */
  @MayBeAbsent()
  @IsOneOf(ACCESS_STATES)
  state?: AccessState;
}
