import { EventReferenceView, type Mode } from '#events';
import { Few, ReferenceView } from '#platform';
import { RecordView, StatusChangeView } from '#records';
import type { ParticipantRole } from '#vocabulary';
import { ConflictView } from '../conflicts/conflicts.dto.js';
import type { Audience, DayPart, ItemKind, ItemStatus, Standing } from './agenda-item.rules.js';

/** An agenda item that is referred to. */
export class AgendaItemReference {
  /**
   * The id of the item.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  id: string;

  /**
   * Its title, in the language chosen by `Accept-Language`.
   * @example "Welcome at Città della Scienza"
   */
  title: string;

  /**
   * True where it was put away; otherwise it is left out.
   * @example true
   */
  archived?: boolean;
}

/** The leg that an agenda item belongs to. */
export class ItemLegView {
  /**
   * The id of the leg.
   * @example "019a8f3e-4c00-7000-8000-000000000003"
   */
  id: string;

  /**
   * Its place in the order of stops, from 0.
   * @example 0
   */
  position: number;
}

/** What every answer about an agenda item holds. */
export class AgendaItemCore extends RecordView {
  /**
   * What kind of item it is.
   * @example "meeting"
   */
  kind: ItemKind;

  /**
   * Where it stands.
   * @example "held"
   */
  status: ItemStatus;

  /**
   * How it stands in effect: `off` where it, what it is part of or its event was called off, `tentative` while its event
   * is postponed.
   * @example "stands"
   */
  standing: Standing;

  /**
   * Its place in the order of the agenda, from 0.
   * @example 0
   */
  position: number;

  /** The leg it belongs to. */
  leg: ItemLegView | null;

  /** The item it is part of. */
  parent: AgendaItemReference | null;

  /** Where it takes place. */
  place: ReferenceView | null;

  /**
   * When it starts, in the local time of its place with the offset from UTC.
   * @example "2018-07-12T09:30:00+02:00"
   */
  startsAt: string | null;

  /**
   * When it ends, in the local time of its place with the offset from UTC.
   * @example "2018-07-12T11:00:00+02:00"
   */
  endsAt: string | null;

  /**
   * The date as far as it is known, where the time is not.
   * @example "2018-07-12"
   */
  on: string | null;

  /**
   * The part of the day, where the time is not known.
   * @example "afternoon"
   */
  dayPart: DayPart | null;

  /**
   * Whether people meet in person, online or both.
   * @example "in_person"
   */
  mode: Mode | null;

  /**
   * The time zone of its place, else of its leg's, else of its event.
   * @example "Europe/Rome"
   */
  timeZone: string | null;

  /**
   * The track it belongs to.
   * @example "Big data"
   */
  track: string | null;

  /**
   * The languages it is held in.
   * @example ["it", "zh-Hans"]
   */
  languages: string[];

  /**
   * Whom it is for.
   * @example "guests"
   */
  audience: Audience;

  /**
   * Its identity in calendars, which never changes.
   * @example "019a8f3e-4c00-7000-8000-000000000005"
   */
  uid: string;

  /**
   * How often its time, place or status has changed, by itself or with its event, or its place was told in other words.
   * @example 0
   */
  sequence: number;
}

/** Who takes part in an agenda item, in a list of items. */
export class ItemParticipantView {
  /**
   * The id of the participation.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  id: string;

  /** The person who takes part. */
  person: ReferenceView | null;

  /** The organization that takes part, or that the person or group belongs to. */
  organization: ReferenceView | null;

  /** The delegation that takes part as a whole. */
  delegation: ReferenceView | null;

  /**
   * Who takes part and is not named, in the language chosen by `Accept-Language`.
   * @example "students of electronic engineering"
   */
  unnamed: string | null;

  /**
   * What they do there.
   * @example "greeter"
   */
  role: ParticipantRole;

  /**
   * Their title at the time, in the language chosen by `Accept-Language`.
   * @example "Deputy Mayor"
   */
  title: string | null;
}

/** An agenda item in a list. */
export class AgendaItemItem extends AgendaItemCore {
  /**
   * What it is called, in the language chosen by `Accept-Language`.
   * @example "Welcome at Città della Scienza"
   */
  title: string;

  /**
   * What it is about, in the language chosen by `Accept-Language`.
   * @example "Big data in health care"
   */
  abstract: string | null;

  /** The first organizations that receive the guests. */
  @Few()
  hostOrganizations: ReferenceView[];

  /**
   * How many organizations receive the guests.
   * @example 1
   */
  hostOrganizationCount: number;

  /** The first topics it is about. */
  @Few()
  topics: ReferenceView[];

  /**
   * How many topics it is about.
   * @example 1
   */
  topicCount: number;

  /** The first who take part in it, in the order of speaking. */
  @Few()
  participants: ItemParticipantView[];

  /**
   * How many take part in it, a group counting once.
   * @example 4
   */
  participantCount: number;
}

/** An agenda item in the list of all agendas. */
export class AnyAgendaItemItem extends AgendaItemItem {
  /** The event that it is of. */
  event: EventReferenceView;
}

/** An agenda item with its texts in every language. */
export class AgendaItemView extends AgendaItemCore {
  /**
   * What it is called, by language.
   * @example { "en": "Welcome at Città della Scienza" }
   */
  title: Record<string, string>;

  /**
   * What it is about, by language.
   * @example { "en": "Big data in health care" }
   */
  abstract: Record<string, string> | null;

  /** The organizations that receive the guests. */
  hostOrganizations: ReferenceView[];

  /** What it is about. */
  topics: ReferenceView[];
}

/** An agenda item with its conflicts and the history of its status. */
export class SingleAgendaItemView extends AgendaItemView {
  /** What stands against it as it is planned, whatever else is planned. */
  conflicts: ConflictView[];

  /** Every status it has had, oldest first. */
  statusHistory: StatusChangeView[];
}
