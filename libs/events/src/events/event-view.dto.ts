import { ApiProperty } from '@nestjs/swagger';
import { Few, NameDto, ReferenceView } from '#platform';
import { ActorView, ClassifiedView, NamedItem, PageOf, StatusChangeView, VisibilityView } from '#records';
import { IntersectionType, OmitType } from '@nestjs/swagger';
import { EVENT_LINK_KINDS } from '../links/event-link.rules.js';
import { EventReferenceView } from './event-reference.dto.js';
import type { EventKind, Mode } from './event.rules.js';

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

/** The place of a stop, in a list of events. */
export class LegPlaceView extends ReferenceView {
  /**
   * When the stop begins, as far as it is known.
   * @example "2018-07-12"
   */
  starts: string | null;

  /**
   * When it ends, as far as it is known.
   * @example "2018-07-12"
   */
  ends: string | null;
}

/** An event in a list. */
export class EventItem extends IntersectionType(NamedItem, VisibilityView) {
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
  parent: EventReferenceView | null;

  /** The colleague who looks after it. */
  responsible: ActorView | null;

  /**
   * Whether people meet in person, online or both.
   * @example "in_person"
   */
  mode: Mode | null;

  /** The places of its first stops, in order. */
  @Few()
  legs: LegPlaceView[];

  /**
   * How many stops it has.
   * @example 2
   */
  legCount: number;

  /** The first of what it is about. */
  @Few()
  topics: ReferenceView[];

  /**
   * How many topics it is about.
   * @example 2
   */
  topicCount: number;
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
  event: EventReferenceView;
}

/** What visits and forums show alike. */
export class EventView extends IntersectionType(
  OmitType(EventItem, ['legs', 'topics', 'topicCount']),
  ClassifiedView,
) {
  /** All its names, in every language and script. */
  names: NameDto[];

  /**
   * What it is about, by language.
   * @example { "en": "Big data and manufacturing 4.0" }
   */
  summary: Record<string, string> | null;

  /**
   * Its theme, by language.
   * @example { "it": "Sinergia industriale e innovazione ecologica" }
   */
  theme: Record<string, string> | null;

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
  @ApiProperty({ items: { type: 'object', additionalProperties: { type: 'string' } } })
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
   * How often its time, place or status has changed, or its place was told in other words.
   * @example 0
   */
  sequence: number;

  /** Its stops, in order. */
  legs: LegView[];

  /** The events that are part of it. */
  parts: EventReferenceView[];

  /** Links from it to other events. */
  links: EventLinkSummary[];

  /** Links from other events to it. */
  linkedFrom: EventLinkSummary[];

  /**
   * What its status needs and it does not have, in words. What is recorded after the fact may lack it, and it can be
   * added piece by piece; what it has of it can be changed, but not taken away.
   * @example ["host"]
   */
  missing: string[];

  /** Dates it had before, oldest first. */
  earlierDates: EarlierDatesView[];

  /** Every status it has had, oldest first. */
  statusHistory: StatusChangeView[];
}

/** One page of events. */
export class EventPage extends PageOf(EventItem) {}
