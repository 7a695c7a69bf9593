import { ApiProperty } from '@nestjs/swagger';
import { AUDIT_ACTIONS, AUDIT_ACTION_NAMES, type AuditAction } from '#identity';
import { IsAnyId, IsInstant, IsLine, IsNotBefore, IsOneOf, MayRepeat } from '#platform';
import { ActorView, PageOf, PageQuery } from '#records';
import { IsOptional } from 'class-validator';

const WORDS = Object.entries(AUDIT_ACTIONS).map(([action, words]) => `- \`${action}\`: ${words}`);

/** What somebody saw or did. */
export class AuditEventView {
  /**
   * Its id.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  id: string;

  /**
   * When it was done (RFC 3339, UTC); of what was done several times, when they were written together.
   * @example "2026-11-22T09:00:00.000Z"
   */
  at: string;

  @ApiProperty({ enum: AUDIT_ACTION_NAMES, description: ['What was done.', '', ...WORDS].join('\n') })
  action: AuditAction;

  /** Who did it; null where nobody knows. */
  by: ActorView | null;

  /** For whom they did it, as their deputy. */
  onBehalfOf: ActorView | null;

  /**
   * The access token that was used, which may be gone by now.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  tokenId: string | null;

  /**
   * The address that the request came from; null where it came from none, as on the command line.
   * @example "192.0.2.1"
   */
  address: string | null;

  /**
   * What it was done to: the kind of it.
   * @example "person"
   */
  subjectKind: string | null;

  /**
   * Its id.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  subjectId: string | null;

  /**
   * Why it was done, as whoever did it says.
   * @example "seating at the dinner of 12 July"
   */
  reason: string | null;

  /**
   * What else there is to know; of a refusal the method, the route and the scope that it asks for.
   */
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    example: { method: 'GET', route: '/v1/places', needed: 'directory:read' },
  })
  details: Readonly<Record<string, unknown>>;

  /**
   * How often it was done: what is refused again and again is one entry for each minute.
   * @example 1
   */
  @ApiProperty({ type: 'integer' })
  count: number;
}

/** One page of the audit, newest first. */
export class AuditEventPage extends PageOf(AuditEventView) {}

/** What to list of the audit. */
export class AuditEventQuery extends PageQuery {
  /**
   * Only what is one of these; repeat the parameter for several.
   */
  @ApiProperty({ enum: AUDIT_ACTION_NAMES, isArray: true, example: ['protected.read'] })
  @MayRepeat()
  @IsOneOf(AUDIT_ACTION_NAMES, { each: true })
  action?: AuditAction[];

  /**
   * Only what this actor did, or somebody else on their behalf.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IsAnyId('an actor')
  actor?: string;

  /**
   * Only what was done to this.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IsAnyId('what it was done to')
  subject?: string;

  /**
   * Only what came from this address.
   * @example "192.0.2.1"
   */
  @IsOptional()
  @IsLine(100)
  address?: string;

  /**
   * Only what was done at or after this instant.
   */
  @IsOptional()
  @IsInstant('2026-11-22T09:00:00Z', { fractions: true })
  from?: string;

  /**
   * Only what was done before this instant.
   */
  @IsOptional()
  @IsInstant('2026-11-23T09:00:00Z', { fractions: true })
  @IsNotBefore('from')
  to?: string;
}
