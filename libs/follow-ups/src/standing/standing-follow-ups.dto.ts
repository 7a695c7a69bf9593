import { IsDuration, IsOneOf, IsText, MayBeAbsent, PatchOf } from '#platform';
import { ListQuery, PageOf, RecordInput, RecordView } from '#records';
import type { Text } from '#vocabulary';
import { IsBoolean } from 'class-validator';
import { FOLLOW_UP_KINDS, type FollowUpKind } from '../follow-ups/follow-up.rules.js';

/** A standing follow-up as it is recorded: every visit that is completed from now on proposes it. */
export class CreateStandingFollowUp extends RecordInput {
  /** What is to be done, by language. */
  @IsText()
  title: Text;

  /**
   * What kind of follow-up it is.
   * @example "report"
   */
  @IsOneOf(FOLLOW_UP_KINDS)
  kind: FollowUpKind;

  /** How long after the end of the visit it is due: an ISO 8601 duration in years, months and days. */
  @IsDuration('P21D')
  dueAfter: string;

  /**
   * Whether the visit can be closed only once it is done, or waived with a reason; `false` unless said otherwise.
   * @example true
   */
  @MayBeAbsent()
  @IsBoolean()
  mandatory?: boolean;
}

/** A merge patch of a standing follow-up. */
export class PatchStandingFollowUp extends PatchOf(CreateStandingFollowUp) {}

/** What every answer about a standing follow-up holds. */
export class StandingFollowUpCore extends RecordView {
  /**
   * What kind of follow-up it is.
   * @example "report"
   */
  kind: FollowUpKind;

  /**
   * How long after the end of the visit it is due.
   * @example "P21D"
   */
  dueAfter: string;

  /**
   * Whether the visit can be closed only once it is done, or waived with a reason.
   * @example true
   */
  mandatory: boolean;
}

/** A standing follow-up in a list. */
export class StandingFollowUpItem extends StandingFollowUpCore {
  /**
   * What is to be done, in the language chosen by `Accept-Language`.
   * @example "Report on the visit"
   */
  title: string;
}

/** A standing follow-up with its title in every language. */
export class StandingFollowUpView extends StandingFollowUpCore {
  /** What is to be done, by language. */
  @IsText()
  title: Text;
}

/** One page of standing follow-ups. */
export class StandingFollowUpPage extends PageOf(StandingFollowUpItem) {}

/** Which standing follow-ups to list. */
export class StandingFollowUpQuery extends ListQuery {}
