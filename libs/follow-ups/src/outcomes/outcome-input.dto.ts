import { OmitType } from '@nestjs/swagger';
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
} from '#platform';
import { ClassifiedInput } from '#records';
import type { Text } from '#vocabulary';
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
export class CreateOutcome extends ClassifiedInput {
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

  /** The places it concerns. */
  @MayBeAbsent()
  @IdsOf('place')
  placeIds?: string[];

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

  /** The event that it is or was announced at. */
  @MayBeNull()
  @IdOf('event')
  announcedAtEventId?: string | null;

  /** The agreement that it led to. */
  @MayBeNull()
  @IdOf('agreement')
  ledToAgreementId?: string | null;

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
