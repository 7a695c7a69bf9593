import { EventAgendaItem } from '#agendas';
import { GroupDto } from '#delegations';
import {
  IdOf,
  IsLine,
  IsOneOf,
  IsText,
  IsWhole,
  ListOf,
  MayBeAbsent,
  MayBeNull,
  One,
  PatchOf,
} from '#platform';
import { RecordInput } from '#records';
import { PARTICIPANT_ROLES, type ParticipantRole } from '#vocabulary';
import { type ParticipationResponse, RESPONSES, SIDES, type Side } from './participation.rules.js';

/** What is said of a participation at its creation and may be changed later. */
export class ParticipationFields extends RecordInput {
  /** The person who takes part; otherwise an organization, a delegation, a `group` or a `placeholder`. */
  @MayBeNull()
  @IdOf('person')
  personId?: string | null;

  /** The organization that takes part; beside a person, a `group` or a `placeholder`, the one they belong to. */
  @MayBeNull()
  @IdOf('organization')
  organizationId?: string | null;

  /** The delegation that takes part as a whole. */
  @MayBeNull()
  @IdOf('delegation')
  delegationId?: string | null;

  /** People who take part and are not named one by one. */
  @MayBeNull()
  @One(() => GroupDto)
  group?: GroupDto | null;

  /** Somebody still to be named, or known by their office only, as in “head of the Board of Education”. */
  @MayBeNull()
  @IsText()
  placeholder?: Record<string, string> | null;

  /**
   * The side they are on.
   * @example "host"
   */
  @IsOneOf(SIDES)
  side: Side;

  /**
   * What they do there.
   * @example "greeter"
   */
  @IsOneOf(PARTICIPANT_ROLES)
  role: ParticipantRole;

  /** On whose behalf they take part, by language. */
  @MayBeNull()
  @IsText()
  onBehalfOf?: Record<string, string> | null;

  /** Their title at the time, by language. */
  @MayBeNull()
  @IsText()
  title?: Record<string, string> | null;

  /**
   * When they speak, counted from 1.
   * @example 1
   */
  @MayBeNull()
  @IsWhole(1, 10_000)
  speakingOrder?: number | null;

  /**
   * Where they sit.
   * @example "B 12"
   */
  @MayBeNull()
  @IsLine(100)
  seat?: string | null;
}

/** A participation within the creation of a whole event. */
export class EventParticipation extends ParticipationFields {
  /**
   * How they stand to it, `invited` unless said otherwise; later it moves by transitions.
   * @example "accepted"
   */
  @MayBeAbsent()
  @IsOneOf(RESPONSES)
  response?: ParticipationResponse;
}

/** A participation that is added to an event. */
export class CreateParticipation extends EventParticipation {
  /** The item of the agenda that they take part in; without one, the whole event. */
  @MayBeNull()
  @IdOf('agenda item')
  agendaItemId?: string | null;
}

/** What of a participation may be changed. */
class ChangingParticipation extends ParticipationFields {
  /** The item of the agenda that they take part in; without one, the whole event. */
  @MayBeNull()
  @IdOf('agenda item')
  agendaItemId?: string | null;
}

/** A merge patch of a participation. */
export class PatchParticipation extends PatchOf(ChangingParticipation) {}

/** An agenda item within the creation of a whole event, with those who take part in it. */
export class EventAgendaItemWithParticipants extends EventAgendaItem {
  /** Who takes part in it. */
  @MayBeAbsent()
  @ListOf(() => EventParticipation)
  participants?: EventParticipation[];
}
