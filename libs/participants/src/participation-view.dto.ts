import { AgendaItemReference, AgendaItemView, ConflictView } from '#agendas';
import { GroupDto, GroupItem } from '#delegations';
import { ReferenceView } from '#platform';
import { RecordView, StatusChangeView, UsedPartOf } from '#records';
import type { ParticipantRole } from '#vocabulary';
import type { ParticipationResponse, Side } from './participation.rules.js';

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
   * Somebody still to be named, in the language chosen by `Accept-Language`.
   * @example "head of the Board of Education"
   */
  placeholder: string | null;

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
   * Somebody still to be named, by language.
   * @example { "en": "head of the Board of Education" }
   */
  placeholder: Record<string, string> | null;

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

/** A participation as the event shows it. */
export class ParticipationPart extends UsedPartOf(ParticipationView) {}

/** An agenda item with those who take part in it, as the event shows it. */
export class AgendaItemWithParticipants extends UsedPartOf(AgendaItemView) {
  /** Who takes part in it, in the order of speaking. */
  participants: ParticipationPart[];
}
