import { ApiProperty } from '@nestjs/swagger';
import { ROLE_NAMES, type Role, SCOPE_NAMES, type Scope } from '#identity';
import { ActorView } from '#records';

/** Who is calling. */
export class MeView {
  /** The author of what the caller writes. */
  actor: ActorView;

  /** Whose deputy the caller is in this request, as `Corteo-On-Behalf-Of` says; null in the own name. */
  onBehalfOf: ActorView | null;

  /** What the caller is in the office. */
  @ApiProperty({ enum: ROLE_NAMES, example: 'organizer' })
  role: Role;

  /** What the token allows. */
  @ApiProperty({ enum: SCOPE_NAMES, isArray: true, example: ['visits:read', 'visits:write'] })
  scopes: Scope[];

  /**
   * The organizations that a partner acts for.
   * @example ["019a8f3e-4c00-7000-8000-000000000001"]
   */
  organizationIds: string[];
}
