import {
  IdOf,
  IdsOf,
  IsLine,
  IsOneOf,
  IsPartialDate,
  IsText,
  IsTextList,
  IsZone,
  ListOf,
  MayBeAbsent,
  MayBeNull,
  NameDto,
  ReferenceView,
} from '#platform';
import { ActorView, NamedItem, PageOf, StatusChangeView } from '#records';
import { IsBoolean } from 'class-validator';
import { EVENT_LINK_KINDS } from '../links/event-link.rules.js';
import { type EventKind, VISIBILITIES, type Visibility } from './event.rules.js';

/** A stop of an event. */
export class LegDto {
  /**
   * The id of a leg that stays, when a list of legs is replaced; without one the leg is made.
   * @example "019a8f3e-4c00-7000-8000-000000000003"
   */
  @MayBeAbsent()
  @IdOf('leg')
  id?: string;

  /** Where the stop is. */
  @MayBeNull()
  @IdOf('place')
  placeId?: string | null;

  /** When it begins, as far as it is known. */
  @MayBeNull()
  @IsPartialDate('2018-07-12')
  starts?: string | null;

  /** When it ends, as far as it is known. */
  @MayBeNull()
  @IsPartialDate('2018-07-12')
  ends?: string | null;
}

/** What visits and forums are recorded with alike. */
export class CreateEvent {
  /** Its names, in every language and script they are known in. */
  @ListOf(() => NameDto, { least: 1, most: 50 })
  names: NameDto[];

  /** What it is about, by language. */
  @MayBeNull()
  @IsText()
  summary?: Record<string, string> | null;

  /** The event it is part of: a summit that takes place within a fair. */
  @MayBeNull()
  @IdOf('event')
  parentId?: string | null;

  /** Its first day, as far as it is known. */
  @MayBeNull()
  @IsPartialDate('2018-07-12')
  starts?: string | null;

  /** Its last day, as far as it is known. */
  @MayBeNull()
  @IsPartialDate('2018-07-13')
  ends?: string | null;

  /** How the dates are described where they are not given, by language. */
  @MayBeNull()
  @IsText()
  datesNote?: Record<string, string> | null;

  /** Its IANA time zone; left out, that of its place or first leg. */
  @MayBeNull()
  @IsZone()
  timeZone?: string | null;

  /** Where it takes place, if that is one place. */
  @MayBeNull()
  @IdOf('place')
  placeId?: string | null;

  /** Its stops, in order. */
  @MayBeAbsent()
  @ListOf(() => LegDto)
  legs?: LegDto[];

  /** What it is about. */
  @MayBeAbsent()
  @IdsOf('topic')
  topicIds?: string[];

  /** What it is for, each objective by language. */
  @MayBeAbsent()
  @IsTextList()
  objectives?: Record<string, string>[];

  /** The colleague who looks after it: an actor. */
  @MayBeNull()
  @IdOf('actor')
  responsibleId?: string | null;

  /**
   * Who may see it; `internal` unless said otherwise.
   * @example "internal"
   */
  @MayBeAbsent()
  @IsOneOf(VISIBILITIES)
  visibility?: Visibility;

  /**
   * Whether its agenda is known to be complete.
   * @example false
   */
  @MayBeAbsent()
  @IsBoolean({ message: 'must be true or false' })
  agendaComplete?: boolean;
}

/** What a patch of an event may say beside its fields. */
export class DateChange {
  /**
   * Why the dates move, where they do; kept with the earlier dates.
   * @example "the fair hall is under repair"
   */
  @MayBeNull()
  @IsLine(2000)
  dateChangeReason?: string | null;
}

/** An event in a list. */
export class EventItem extends NamedItem {
  /**
   * Whether it is a visit or a forum.
   * @example "visit"
   */
  kind: EventKind;

  /**
   * Where it stands in its lifecycle.
   * @example "confirmed"
   */
  status: string;

  /**
   * Its first day, as far as it is known.
   * @example "2018-07-12"
   */
  starts: string | null;

  /**
   * Its last day, as far as it is known.
   * @example "2018-07-13"
   */
  ends: string | null;

  /**
   * Its IANA time zone.
   * @example "Europe/Rome"
   */
  timeZone: string | null;

  /** Where it takes place, if that is one place. */
  place: ReferenceView | null;

  /** The event it is part of. */
  parent: ReferenceView | null;

  /** The colleague who looks after it. */
  responsible: ActorView | null;

  /**
   * Who may see it.
   * @example "internal"
   */
  visibility: Visibility;

  /**
   * How many stops it has.
   * @example 2
   */
  legCount: number;
}

/** A stop of an event. */
export class LegView {
  /**
   * Its id, to keep it when the list of legs is replaced.
   * @example "019a8f3e-4c00-7000-8000-000000000003"
   */
  id: string;

  /**
   * Its place in the order of stops, from 0.
   * @example 0
   */
  position: number;

  /** Where it is. */
  place: ReferenceView | null;

  /**
   * When it begins, as far as it is known.
   * @example "2018-07-12"
   */
  starts: string | null;

  /**
   * When it ends, as far as it is known.
   * @example "2018-07-12"
   */
  ends: string | null;
}

/** Dates that an event had before it was moved. */
export class EarlierDatesView {
  /**
   * The first day it had.
   * @example "2024-04-25"
   */
  starts: string | null;

  /**
   * The last day it had.
   * @example "2024-04-29"
   */
  ends: string | null;

  /**
   * When it was moved (RFC 3339, UTC).
   * @example "2026-11-22T09:00:00.000Z"
   */
  changedAt: string;

  /** Who moved it. */
  changedBy: ActorView;

  /**
   * Why.
   * @example "the fair hall is under repair"
   */
  reason: string | null;
}

/** A link to another event. */
export class EventLinkSummary {
  /**
   * The id of the link.
   * @example "019a8f3e-4c00-7000-8000-000000000004"
   */
  id: string;

  /**
   * What the one event has to do with the other.
   * @example "in_preparation_for"
   */
  kind: (typeof EVENT_LINK_KINDS)[number];

  /** The other event. */
  event: ReferenceView;
}

/** What visits and forums show alike. */
export class EventView extends EventItem {
  /** All its names, in every language and script. */
  names: NameDto[];

  /**
   * What it is about, by language.
   * @example { "en": "Big data and manufacturing 4.0" }
   */
  summary: Record<string, string> | null;

  /**
   * How the dates are described where they are not given, by language.
   * @example { "en": "recent" }
   */
  datesNote: Record<string, string> | null;

  /** What it is about. */
  topics: ReferenceView[];

  /**
   * What it is for, each objective by language.
   * @example [{ "en": "partnerships on big data" }]
   */
  objectives: Record<string, string>[];

  /**
   * Whether its agenda is known to be complete.
   * @example false
   */
  agendaComplete: boolean;

  /**
   * Its identity in calendars, which never changes.
   * @example "019a8f3e-4c00-7000-8000-000000000005"
   */
  uid: string;

  /**
   * How often its time, place or status has changed.
   * @example 0
   */
  sequence: number;

  /** Its stops, in order. */
  legs: LegView[];

  /** The events that are part of it. */
  parts: ReferenceView[];

  /** Links from it to other events. */
  links: EventLinkSummary[];

  /** Links from other events to it. */
  linkedFrom: EventLinkSummary[];

  /** Dates it had before, oldest first. */
  earlierDates: EarlierDatesView[];

  /** Every status it has had, oldest first. */
  statusHistory: StatusChangeView[];
}

/** One page of events. */
export class EventPage extends PageOf(EventItem) {}
