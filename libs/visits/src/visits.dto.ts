import { AgreementReferenceView } from '#agreements';
import { ApiProperty, IntersectionType, OmitType } from '@nestjs/swagger';
import { CreateEvent, DateChange, EventItem, EventQuery, EventView } from '#events';
import { FollowUpOfEvent, OutcomeOfEvent } from '#follow-ups';
import {
  AgendaItemWithParticipants,
  EventAgendaItemWithParticipants,
  EventParticipation,
  ParticipationPart,
} from '#participants';
import {
  Few,
  IdOf,
  IdOrNameOf,
  IdsOf,
  IsOneOf,
  IsWhole,
  ListOf,
  MayBeAbsent,
  MayBeNull,
  PatchOf,
  ReferenceView,
} from '#platform';
import { PageOf } from '#records';
import { DelegationDatesDto, VisitingDelegationView } from './visit-delegations.dto.js';
import { UnsettledView } from './visit-move.dto.js';
import {
  CATEGORIES,
  type Category,
  DIRECTIONS,
  type Direction,
  VISIT_STATUSES,
  type VisitStatus,
} from './visit.rules.js';

/** A visit as it is recorded: with its stops, its agenda and its participants in one request. */
export class CreateVisit extends CreateEvent {
  /** The delegations that make the visit. */
  @MayBeAbsent()
  @IdsOf('delegation')
  delegationIds?: string[];

  /** When delegations come, where that is a part of the visit only. */
  @MayBeAbsent()
  @ListOf(() => DelegationDatesDto)
  delegationDates?: DelegationDatesDto[];

  /**
   * Whether it comes to us, goes out from us, or stays in the country.
   * @example "incoming"
   */
  @MayBeNull()
  @IsOneOf(DIRECTIONS)
  direction?: Direction | null;

  /**
   * What kind of visit it is.
   * @example "exploratory"
   */
  @MayBeNull()
  @IsOneOf(CATEGORIES)
  category?: Category | null;

  /**
   * Which of its kind it is, as in “24th mission”.
   * @example 24
   */
  @MayBeNull()
  @IsWhole(1, 10_000)
  ordinal?: number | null;

  /** The city that receives it. */
  @MayBeNull()
  @IdOf('place')
  hostCityId?: string | null;

  /** Its agenda, in order. */
  @MayBeAbsent()
  @ListOf(() => EventAgendaItemWithParticipants)
  agenda?: EventAgendaItemWithParticipants[];

  /** Who takes part in the visit as a whole, its hosts first of all. */
  @MayBeAbsent()
  @ListOf(() => EventParticipation)
  participants?: EventParticipation[];

  /**
   * Where it stands when it is recorded; `requested` unless said otherwise. Later it moves by transitions.
   * @example "completed"
   */
  @MayBeAbsent()
  @IsOneOf(VISIT_STATUSES)
  status?: VisitStatus;
}

/** A merge patch of a visit. */
export class PatchVisit extends PatchOf(
  IntersectionType(OmitType(CreateVisit, ['agenda', 'participants', 'status']), DateChange),
) {}

/** A visit in a list. */
export class VisitItem extends EventItem {
  /**
   * Where it stands in its lifecycle.
   * @example "confirmed"
   */
  override status: VisitStatus;

  /**
   * Whether it comes to us, goes out from us, or stays in the country.
   * @example "incoming"
   */
  direction: Direction | null;

  /**
   * What kind of visit it is.
   * @example "exploratory"
   */
  category: Category | null;

  /**
   * Which of its kind it is, as in “24th mission”.
   * @example 24
   */
  ordinal: number | null;

  /** The city that receives it. */
  hostCity: ReferenceView | null;

  /** The first delegations that make the visit. */
  @Few()
  delegations: ReferenceView[];

  /**
   * How many delegations make the visit.
   * @example 1
   */
  delegationCount: number;

  /**
   * How many items its agenda has.
   * @example 6
   */
  agendaItemCount: number;
}

/** A visit with everything: delegations and their members, stops, agenda, participants. */
export class VisitView extends EventView {
  /**
   * Where it stands in its lifecycle.
   * @example "confirmed"
   */
  override status: VisitStatus;

  /**
   * Whether it comes to us, goes out from us, or stays in the country.
   * @example "incoming"
   */
  direction: Direction | null;

  /**
   * What kind of visit it is.
   * @example "exploratory"
   */
  category: Category | null;

  /**
   * Which of its kind it is, as in “24th mission”.
   * @example 24
   */
  ordinal: number | null;

  /** The city that receives it. */
  hostCity: ReferenceView | null;

  /** The delegations that make the visit, with their members in order of precedence. */
  delegations: VisitingDelegationView[];

  /** Its agenda, in order. */
  agenda: AgendaItemWithParticipants[];

  /** Who takes part in the visit as a whole. */
  participants: ParticipationPart[];

  /** The agreements that were or will be signed at it, or that came from it. */
  agreements: AgreementReferenceView[];

  /** What came out of it and of its agenda. */
  outcomes: OutcomeOfEvent[];

  /** What is or was to be done after it, the most urgent first. */
  followUps: FollowUpOfEvent[];

  /**
   * Once it is completed: the items of its agenda and the delegations of which nobody has said yet what became of them.
   * The move that completes it takes them along with `settle`.
   */
  unsettled: UnsettledView[];

  /** In the answer to a move that calls it off: the follow-ups that are still open. */
  openFollowUps?: FollowUpOfEvent[];
}

/** One page of visits. */
export class VisitPage extends PageOf(VisitItem) {}

/** Which visits to list. */
export class VisitQuery extends EventQuery {
  /** Only visits in one of these statuses; repeat the parameter for several. */
  @ApiProperty({ enum: VISIT_STATUSES, isArray: true, example: ['planned', 'confirmed'] })
  @IsOneOf(VISIT_STATUSES, { each: true })
  override status?: VisitStatus[];

  /**
   * Only visits in this direction.
   * @example "incoming"
   */
  @MayBeAbsent()
  @IsOneOf(DIRECTIONS)
  direction?: Direction;

  /**
   * Only visits of this category.
   * @example "exploratory"
   */
  @MayBeAbsent()
  @IsOneOf(CATEGORIES)
  category?: Category;

  /**
   * Only visits that this place, or one inside it, receives.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @MayBeAbsent()
  @IdOrNameOf('place')
  hostCity?: string;
}
