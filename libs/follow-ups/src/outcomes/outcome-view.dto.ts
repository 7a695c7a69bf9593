import { IntersectionType } from '@nestjs/swagger';
import { AgendaItemReference } from '#agendas';
import { AgreementReferenceView } from '#agreements';
import { EventReferenceView } from '#events';
import { Few, IsText, QuantityDto, ReferenceView } from '#platform';
import { ClassifiedView, PageOf, RecordView, StatusChangeView, VisibilityView } from '#records';
import type { Text } from '#vocabulary';
import type { FollowUpStatus } from '../follow-ups/follow-up.rules.js';
import type { OutcomeKind, OutcomeStatus } from './outcome.rules.js';

/** An outcome of an event; its name is what came out. */
export class OutcomeOfEvent extends ReferenceView {
  /**
   * Where it stands.
   * @example "reported"
   */
  status: OutcomeStatus;
}

/** What every answer about an outcome holds. */
export class OutcomeCore extends IntersectionType(RecordView, VisibilityView) {
  /** The event that it came out of, where it is of one as a whole. */
  event: EventReferenceView | null;

  /** The agenda item that it came out of. */
  agendaItem: AgendaItemReference | null;

  /** The agreement that it came out of. */
  agreement: AgreementReferenceView | null;

  /**
   * What kind of outcome it is.
   * @example "commitment"
   */
  kind: OutcomeKind;

  /**
   * Where it stands.
   * @example "reported"
   */
  status: OutcomeStatus;

  /** How much of it, where that is said. */
  quantity: QuantityDto | null;

  /**
   * When it is expected.
   * @example "2018-10"
   */
  expected: string | null;

  /**
   * When it was delivered.
   * @example "2018-10-22"
   */
  delivered: string | null;

  /** The event that it is to be presented at. */
  presentedAtEvent: EventReferenceView | null;

  /** The event that it is or was announced at. */
  announcedAtEvent: EventReferenceView | null;

  /** The agreement that it led to. */
  ledToAgreement: AgreementReferenceView | null;
}

/** Who has something to do with an outcome. */
export class OutcomeActorView {
  /** The person, where it is one. */
  person: ReferenceView | null;

  /** The organization, where it is one. */
  organization: ReferenceView | null;
}

/** A follow-up that an outcome has led to. */
export class OutcomeFollowUpView extends ReferenceView {
  /**
   * Where it stands.
   * @example "open"
   */
  status: FollowUpStatus;
}

/** An outcome in a list. */
export class OutcomeItem extends OutcomeCore {
  /**
   * What came out, in the language chosen by `Accept-Language`.
   * @example "a first joint project on additive manufacturing"
   */
  text: string;

  /** The first topics it is about. */
  @Few()
  topics: ReferenceView[];

  /**
   * How many topics it is about.
   * @example 1
   */
  topicCount: number;

  /** The first places it concerns. */
  @Few()
  places: ReferenceView[];

  /**
   * How many places it concerns.
   * @example 1
   */
  placeCount: number;

  /** The first who have something to do with it. */
  @Few()
  actors: OutcomeActorView[];

  /**
   * How many people and organizations have something to do with it.
   * @example 2
   */
  actorCount: number;

  /** The first follow-ups it has led to. */
  @Few()
  followUps: OutcomeFollowUpView[];

  /**
   * How many follow-ups it has led to.
   * @example 1
   */
  followUpCount: number;
}

/** An outcome with everything that is said of it. */
export class OutcomeView extends IntersectionType(OutcomeCore, ClassifiedView) {
  /** What came out, by language. */
  @IsText()
  text: Text;

  /** The topics it is about. */
  topics: ReferenceView[];

  /** The places it concerns. */
  places: ReferenceView[];

  /** Who has something to do with it. */
  actors: OutcomeActorView[];

  /** The follow-ups it has led to. */
  followUps: OutcomeFollowUpView[];

  /** How its status came to be what it is, oldest first. */
  statusHistory: StatusChangeView[];
}

/** One page of outcomes. */
export class OutcomePage extends PageOf(OutcomeItem) {}
