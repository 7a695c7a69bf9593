import { ListQuery, PageOf } from '#platform';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { ParticipationItem } from './participants.dto.js';
import {
  PARTICIPANT_ROLES,
  type ParticipantRole,
  type ParticipationResponse,
  RESPONSES,
  SIDES,
  type Side,
} from './participation.rules.js';

/** One page of participations. */
export class ParticipationPage extends PageOf(ParticipationItem) {}

/** Which participations in an event to list. */
export class ParticipationQuery extends ListQuery {
  /**
   * Only those on this side.
   * @example "guest"
   */
  @IsOptional()
  @IsIn(SIDES, { message: `must be one of ${SIDES.join(', ')}` })
  side?: Side;

  /**
   * Only those in this role.
   * @example "speaker"
   */
  @IsOptional()
  @IsIn(PARTICIPANT_ROLES, { message: `must be one of ${PARTICIPANT_ROLES.join(', ')}` })
  role?: ParticipantRole;

  /**
   * Only those with this response.
   * @example "accepted"
   */
  @IsOptional()
  @IsIn(RESPONSES, { message: `must be one of ${RESPONSES.join(', ')}` })
  response?: ParticipationResponse;

  /**
   * Only those of this person.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IsUUID(undefined, { message: 'must be the id of a person' })
  person?: string;

  /**
   * Only those of this organization and of people who belong to it.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IsUUID(undefined, { message: 'must be the id of an organization' })
  organization?: string;

  /**
   * Only those of this delegation.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IsUUID(undefined, { message: 'must be the id of a delegation' })
  delegation?: string;

  /**
   * Only those in this item of the agenda.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IsUUID(undefined, { message: 'must be the id of an agenda item' })
  agendaItem?: string;
}
