import { IdOf, IdOrNameOf, IsOneOf } from '#platform';
import { ListQuery, PageOf } from '#records';
import { PARTICIPANT_ROLES, type ParticipantRole } from '#vocabulary';
import { IsOptional } from 'class-validator';
import { ParticipationItem } from './participation-view.dto.js';
import { type ParticipationResponse, RESPONSES, SIDES, type Side } from './participation.rules.js';

/** One page of participations. */
export class ParticipationPage extends PageOf(ParticipationItem) {}

/** Which participations in an event to list. */
export class ParticipationQuery extends ListQuery {
  /**
   * Only those on this side.
   * @example "guest"
   */
  @IsOptional()
  @IsOneOf(SIDES)
  side?: Side;

  /**
   * Only those in this role.
   * @example "speaker"
   */
  @IsOptional()
  @IsOneOf(PARTICIPANT_ROLES)
  role?: ParticipantRole;

  /**
   * Only those with this response.
   * @example "accepted"
   */
  @IsOptional()
  @IsOneOf(RESPONSES)
  response?: ParticipationResponse;

  /**
   * Only those of this person.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOrNameOf('person')
  person?: string;

  /**
   * Only those of this organization, a unit of it or one that it has succeeded, and of people who belong to one.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOrNameOf('organization')
  organization?: string;

  /**
   * Only those of this delegation.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOrNameOf('delegation')
  delegation?: string;

  /**
   * Only those in this item of the agenda.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOf('agenda item')
  agendaItem?: string;
}
