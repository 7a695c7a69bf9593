import { OmitType } from '@nestjs/swagger';
import { AgendaItemReference } from '#agendas';
import {
  IdOf,
  IdsOf,
  IsOneOf,
  IsPartialDate,
  IsQuantity,
  IsText,
  ListOf,
  MayBeAbsent,
  MayBeNull,
  PatchOf,
  QuantityDto,
  ReferenceView,
} from '#platform';
import { PageOf, RecordView, StatusChangeView } from '#records';
import type { Text } from '#vocabulary';
import type { FollowUpStatus } from '../follow-ups/follow-up.rules.js';
import { OUTCOME_KINDS, OUTCOME_STATUSES, type OutcomeKind, type OutcomeStatus } from './outcome.rules.js';

/** Who has something to do with an outcome: a person or an organization. */
export class OutcomeActorDto {
  /** The person, where it is one. */
  @MayBeNull()
  @IdOf('person')
  personId?: string | null;

  /** The organization, where it is one. */
  @MayBeNull()
  @IdOf('organization')
  organizationId?: string | null;
}

/** An outcome as it is recorded, of exactly one event, agenda item or agreement. */
export class CreateOutcome {
  /** The event that it came out of. */
  @MayBeNull()
  @IdOf('event')
  eventId?: string | null;

  /** The agenda item that it came out of. */
  @MayBeNull()
  @IdOf('agenda item')
  agendaItemId?: string | null;

  /** The agreement that it came out of. */
  @MayBeNull()
  @IdOf('agreement')
  agreementId?: string | null;

  /**
   * What kind of outcome it is; a commitment can become a follow-up.
   * @example "commitment"
   */
  @IsOneOf(OUTCOME_KINDS)
  kind: OutcomeKind;

  /** What came out, by language. */
  @IsText()
  text: Text;

  /** The topics it is about. */
  @MayBeAbsent()
  @IdsOf('topic')
  topicIds?: string[];

  /** Who has something to do with it, in order. */
  @MayBeAbsent()
  @ListOf(() => OutcomeActorDto)
  actors?: OutcomeActorDto[];

  /** How much of it, where that is said: 129 firms recognised. */
  @MayBeNull()
  @IsQuantity()
  quantity?: QuantityDto | null;

  /** When it is expected, as far as that is known. */
  @MayBeNull()
  @IsPartialDate('2018-10')
  expected?: string | null;

  /** When it was delivered, as far as that is known. */
  @MayBeNull()
  @IsPartialDate('2018-10-22')
  delivered?: string | null;

  /** The event that it is to be presented at. */
  @MayBeNull()
  @IdOf('event')
  presentedAtEventId?: string | null;

  /**
   * Where it stands; later it moves by transitions.
   * @example "reported"
   */
  @MayBeAbsent()
  @IsOneOf(OUTCOME_STATUSES)
  status?: OutcomeStatus;
}

/** A merge patch of an outcome. */
export class PatchOutcome extends PatchOf(OmitType(CreateOutcome, ['status'])) {}

/** What every answer about an outcome holds. */
export class OutcomeCore extends RecordView {
  /** The event that it came out of, where it is of one as a whole. */
  event: ReferenceView | null;

  /** The agenda item that it came out of. */
  agendaItem: AgendaItemReference | null;

  /** The agreement that it came out of. */
  agreement: ReferenceView | null;

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
  presentedAtEvent: ReferenceView | null;
}

/** An outcome in a list. */
export class OutcomeItem extends OutcomeCore {
  /**
   * What came out, in the language chosen by `Accept-Language`.
   * @example "a first joint project on additive manufacturing"
   */
  text: string;

  /**
   * How many topics it is about.
   * @example 1
   */
  topicCount: number;

  /**
   * How many people and organizations have something to do with it.
   * @example 2
   */
  actorCount: number;

  /**
   * How many follow-ups it has led to.
   * @example 1
   */
  followUpCount: number;
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

/** An outcome with everything that is said of it. */
export class OutcomeView extends OutcomeCore {
  /** What came out, by language. */
  @IsText()
  text: Text;

  /** The topics it is about. */
  topics: ReferenceView[];

  /** Who has something to do with it. */
  actors: OutcomeActorView[];

  /** The follow-ups it has led to. */
  followUps: OutcomeFollowUpView[];

  /** How its status came to be what it is, oldest first. */
  statusHistory: StatusChangeView[];
}

/** One page of outcomes. */
export class OutcomePage extends PageOf(OutcomeItem) {}
