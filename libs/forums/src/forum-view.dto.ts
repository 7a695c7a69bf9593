import { EventItem, EventView } from '#events';
import { FollowUpOfEvent } from '#follow-ups';
import { AgendaItemWithParticipants, ParticipationPart } from '#participants';
import { Few, QuantityDto, ReferenceView } from '#platform';
import { PageOf } from '#records';
import type { Format, ForumStatus } from './forum.rules.js';

/** A forum in a list. */
export class ForumItem extends EventItem {
  /**
   * Where it stands in its lifecycle.
   * @example "confirmed"
   */
  override status: ForumStatus;

  /** The series it is an edition of. */
  series: ReferenceView | null;

  /**
   * The number of the edition.
   * @example 3
   */
  edition: number | null;

  /**
   * The year of the edition.
   * @example 2018
   */
  year: number | null;

  /**
   * What form it takes.
   * @example "week"
   */
  format: Format | null;

  /** The first who organize its series. */
  @Few()
  organizers: ReferenceView[];

  /**
   * How many organize its series.
   * @example 1
   */
  organizerCount: number;

  /**
   * How many items its agenda has.
   * @example 5
   */
  agendaItemCount: number;
}

/** How many of one category of participants. */
export class AttendanceView {
  /**
   * Who is counted, by language.
   * @example { "en": "industry associations" }
   */
  category: Record<string, string>;

  /** How many there are; left out where nobody knows. */
  quantity?: QuantityDto | null;
}

/** A forum with everything: stops, agenda, participants. */
export class ForumView extends EventView {
  /**
   * Where it stands in its lifecycle.
   * @example "confirmed"
   */
  override status: ForumStatus;

  /** The series it is an edition of. */
  series: ReferenceView | null;

  /**
   * The number of the edition.
   * @example 3
   */
  edition: number | null;

  /**
   * The year of the edition.
   * @example 2018
   */
  year: number | null;

  /**
   * What form it takes.
   * @example "week"
   */
  format: Format | null;

  /** How many were expected, by category of participants. */
  expectedAttendance: AttendanceView[] | null;

  /** How many came, by category of participants. */
  actualAttendance: AttendanceView[] | null;

  /** How many side events were announced, known or not. */
  announcedSideEvents: QuantityDto | null;

  /** Its agenda, in order. */
  agenda: AgendaItemWithParticipants[];

  /** Who takes part in the forum as a whole. */
  participants: ParticipationPart[];

  /** In the answer to a move that calls it off: the follow-ups that are still open. */
  openFollowUps?: FollowUpOfEvent[];
}

/** One page of forums. */
export class ForumPage extends PageOf(ForumItem) {}
