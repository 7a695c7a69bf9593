import { AgendaItemReference, AgendaItemView, ConflictView, EventAgendaItem } from '#agendas';
import { GroupDto, GroupItem } from '#delegations';
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
  ReferenceView,
} from '#platform';
import { RecordView, StatusChangeView } from '#records';
import {
  PARTICIPANT_ROLES,
  type ParticipantRole,
  type ParticipationResponse,
  RESPONSES,
  SIDES,
  type Side,
} from './participation.rules.js';

/** What is said of a participation at its creation and may be changed later. */
export class ParticipationFields {
  /** The person who takes part; otherwise an organization, a delegation or a `group`. */
  @MayBeNull()
  @IdOf('person')
  personId?: string | null;

  /** The organization that takes part; beside a person or a `group`, the one they belong to. */
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

/** What every answer about a participation holds. */
export class ParticipationCore extends RecordView {
  /** The item of the agenda that they take part in; null for the whole event. */
  agendaItem: AgendaItemReference | null;

  /** The person who takes part. */
  person: ReferenceView | null;

  /** The organization that takes part, or that the person or group belongs to. */
  organization: ReferenceView | null;

  /** The delegation that takes part as a whole. */
  delegation: ReferenceView | null;

  /**
   * The side they are on.
   * @example "host"
   */
  side: Side;

  /**
   * What they do there.
   * @example "greeter"
   */
  role: ParticipantRole;

  /**
   * How they stand to it.
   * @example "accepted"
   */
  response: ParticipationResponse;

  /**
   * When they speak, counted from 1.
   * @example 1
   */
  speakingOrder: number | null;

  /**
   * Where they sit.
   * @example "B 12"
   */
  seat: string | null;
}

/** A participation in a list. */
export class ParticipationItem extends ParticipationCore {
  /** People who take part and are not named one by one. */
  group: GroupItem | null;

  /**
   * On whose behalf they take part, in the language chosen by `Accept-Language`.
   * @example "the regional councillor for research"
   */
  onBehalfOf: string | null;

  /**
   * Their title at the time, in the language chosen by `Accept-Language`.
   * @example "Deputy Mayor"
   */
  title: string | null;
}

/** A participation with its texts in every language. */
export class ParticipationView extends ParticipationCore {
  /** People who take part and are not named one by one. */
  group: GroupDto | null;

  /**
   * On whose behalf they take part, by language.
   * @example { "en": "the regional councillor for research" }
   */
  onBehalfOf: Record<string, string> | null;

  /**
   * Their title at the time, by language.
   * @example { "en": "Deputy Mayor" }
   */
  title: Record<string, string> | null;
}

/** A participation with the conflicts of its item and the history of its response. */
export class SingleParticipationView extends ParticipationView {
  /** What stands against the item of the agenda that they take part in. */
  conflicts: ConflictView[];

  /** Every response it has had, oldest first. */
  statusHistory: StatusChangeView[];
}

/** An agenda item with those who take part in it. */
export class AgendaItemWithParticipants extends AgendaItemView {
  /** Who takes part in it, in the order of speaking. */
  participants: ParticipationView[];
}
