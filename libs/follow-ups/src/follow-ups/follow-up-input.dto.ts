import { IntersectionType, OmitType, PartialType, PickType } from '@nestjs/swagger';
import { IdOfColleague } from '#identity';
import { IdOf, IsOneOf, IsPartialDate, IsText, MayBeAbsent, MayBeNull, PatchOf } from '#platform';
import { ClassifiedInput } from '#records';
import type { Text } from '#vocabulary';
import { IsBoolean } from 'class-validator';
import {
  FOLLOW_UP_KINDS,
  FOLLOW_UP_STATUSES,
  type FollowUpKind,
  type FollowUpStatus,
  PRIORITIES,
  type Priority,
} from './follow-up.rules.js';

/** What is to be done, by whom and until when. */
class FollowUpTask extends ClassifiedInput {
  /** What is to be done, by language. */
  @IsText()
  title: Text;

  /**
   * What kind of follow-up it is.
   * @example "action"
   */
  @IsOneOf(FOLLOW_UP_KINDS)
  kind: FollowUpKind;

  /** The user who sees to it; otherwise a person, an organization, or nobody yet. */
  @MayBeNull()
  @IdOfColleague()
  ownerActorId?: string | null;

  /** The person who sees to it. */
  @MayBeNull()
  @IdOf('person')
  ownerPersonId?: string | null;

  /** The organization that sees to it. */
  @MayBeNull()
  @IdOf('organization')
  ownerOrganizationId?: string | null;

  /** Until when, as far as that is known; it falls overdue once the last day that the date may mean has passed. */
  @MayBeNull()
  @IsPartialDate('2018-08-03')
  due?: string | null;

  /**
   * How much it presses; `normal` unless said otherwise.
   * @example "high"
   */
  @MayBeAbsent()
  @IsOneOf(PRIORITIES)
  priority?: Priority;

  /**
   * Whether a visit can be closed only once it is done, or waived with a reason; `false` unless said otherwise.
   * @example true
   */
  @MayBeAbsent()
  @IsBoolean()
  mandatory?: boolean;
}

/**
 * A follow-up as it is recorded, from one event, agenda item, outcome, agreement, obligation or entry, or from nothing but
 * the wish of the office.
 */
export class CreateFollowUp extends FollowUpTask {
  /** The event that it comes from. */
  @MayBeNull()
  @IdOf('event')
  eventId?: string | null;

  /** The agenda item that it comes from. */
  @MayBeNull()
  @IdOf('agenda item')
  agendaItemId?: string | null;

  /** The outcome that it comes from. */
  @MayBeNull()
  @IdOf('outcome')
  outcomeId?: string | null;

  /** The agreement that it comes from. */
  @MayBeNull()
  @IdOf('agreement')
  agreementId?: string | null;

  /** The obligation of an agreement that it comes from. */
  @MayBeNull()
  @IdOf('obligation')
  obligationId?: string | null;

  /** The entry that it comes from, of what is known. */
  @MayBeNull()
  @IdOf('entry')
  entryId?: string | null;

  /** How it was seen to, by language. */
  @MayBeNull()
  @IsText()
  resolution?: Text | null;

  /**
   * Where it stands; later it moves by transitions.
   * @example "open"
   */
  @MayBeAbsent()
  @IsOneOf(FOLLOW_UP_STATUSES)
  status?: FollowUpStatus;
}

/** A follow-up of something that says already what is to be done. */
class FollowUpOfSomething extends IntersectionType(
  PartialType(PickType(FollowUpTask, ['title', 'kind']), { skipNullProperties: false }),
  OmitType(FollowUpTask, ['title', 'kind']),
) {}

/**
 * A follow-up of a commitment: where nothing else is said, an action with the commitment as its title, due when the
 * commitment is expected.
 */
export class CreateFollowUpOfOutcome extends FollowUpOfSomething {}

/** A follow-up of an open question: where nothing else is said, a verification with the question as its title. */
export class CreateFollowUpOfQuestion extends FollowUpOfSomething {}

/** A merge patch of a follow-up. */
export class PatchFollowUp extends PatchOf(OmitType(CreateFollowUp, ['status'])) {}
