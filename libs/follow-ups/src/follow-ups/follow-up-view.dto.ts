import { IntersectionType } from '@nestjs/swagger';
import { AgendaItemReference } from '#agendas';
import { AgreementReferenceView } from '#agreements';
import { EventReferenceView } from '#events';
import { IsText, ReferenceView } from '#platform';
import { ActorView, ClassifiedView, PageOf, RecordView, StatusChangeView, VisibilityView } from '#records';
import type { Text } from '#vocabulary';
import type { FollowUpKind, FollowUpStatus, Priority } from './follow-up.rules.js';

/** What every answer about a follow-up holds. */
export class FollowUpCore extends IntersectionType(RecordView, VisibilityView) {
  /**
   * What kind of follow-up it is.
   * @example "action"
   */
  kind: FollowUpKind;

  /** The event that it comes from. */
  event: EventReferenceView | null;

  /** The agenda item that it comes from. */
  agendaItem: AgendaItemReference | null;

  /** The outcome that it comes from. */
  outcome: ReferenceView | null;

  /** The agreement that it comes from. */
  agreement: AgreementReferenceView | null;

  /** The obligation that it comes from. */
  obligation: ReferenceView | null;

  /** The entry that it comes from. */
  entry: ReferenceView | null;

  /** The user who sees to it. */
  ownerActor: ActorView | null;

  /** The person who sees to it. */
  ownerPerson: ReferenceView | null;

  /** The organization that sees to it. */
  ownerOrganization: ReferenceView | null;

  /**
   * Until when.
   * @example "2018-08-03"
   */
  due: string | null;

  /**
   * Whether it is open although its last day has passed at the office, and what it comes from was not called off.
   * @example false
   */
  overdue: boolean;

  /**
   * How much it presses.
   * @example "high"
   */
  priority: Priority;

  /**
   * Whether a visit can be closed only once it is done, or waived with a reason.
   * @example true
   */
  mandatory: boolean;

  /**
   * Where it stands.
   * @example "open"
   */
  status: FollowUpStatus;

  /**
   * Why it stands there, where the last move said so: what blocks it, why it was waived.
   * @example "the ministry has not answered"
   */
  statusReason: string | null;
}

/** A follow-up of an event. */
export class FollowUpOfEvent extends ReferenceView {
  /**
   * Where it stands.
   * @example "open"
   */
  status: FollowUpStatus;
}

/** A follow-up in a list. */
export class FollowUpItem extends FollowUpCore {
  /**
   * What is to be done, in the language chosen by `Accept-Language`.
   * @example "Thank-you letters"
   */
  title: string;
}

/** A follow-up with its texts in every language and the history of its status. */
export class FollowUpView extends IntersectionType(FollowUpCore, ClassifiedView) {
  /**
   * What its status needs and it does not have, in words. What is recorded after the fact may lack it, and it can be
   * added piece by piece; what it has of it can be changed, but not taken away.
   * @example []
   */
  missing: string[];

  /** What is to be done, by language. */
  @IsText()
  title: Text;

  /** How it was seen to, by language. */
  @IsText()
  resolution: Text | null;

  /** How its status came to be what it is, oldest first. */
  statusHistory: StatusChangeView[];
}

/** One page of follow-ups. */
export class FollowUpPage extends PageOf(FollowUpItem) {}
