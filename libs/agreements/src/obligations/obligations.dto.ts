import { IntersectionType } from '@nestjs/swagger';
import {
  IdOf,
  IsOneOf,
  IsPartialDate,
  IsText,
  IsWhole,
  MayBeAbsent,
  MayBeNull,
  PatchOf,
  ReferenceView,
} from '#platform';
import { ListQuery, PageOf, PartOf, RecordInput, RecordView, StatusChangeView } from '#records';
import type { Text } from '#vocabulary';
import { IsOptional } from 'class-validator';
import { OBLIGATION_STATUSES, type ObligationStatus } from './obligation.rules.js';

/** What may be said of an obligation. */
class ObligationFields extends RecordInput {
  /** What is to be done. */
  @IsText()
  text: Text;

  /** Until when, as far as that is known; it falls overdue once the last day that the date may mean has passed. */
  @MayBeNull()
  @IsPartialDate('2018-10-22')
  due?: string | null;

  /** What shows that it was done. */
  @MayBeNull()
  @IsText()
  evidence?: Text | null;
}

class ObligationParty {
  /** The party that has promised it; left out where all of them have. */
  @MayBeNull()
  @IdOf('party')
  partyId?: string | null;
}

class FirstStatus {
  /**
   * Where it stands; later it moves by transitions.
   * @example "open"
   */
  @MayBeAbsent()
  @IsOneOf(OBLIGATION_STATUSES)
  status?: ObligationStatus;
}

/** An obligation as it is recorded together with the agreement. */
export class NewObligation extends IntersectionType(ObligationFields, FirstStatus) {
  /**
   * The party that has promised it, by its place in the list of parties, from 0; left out where all of them have.
   * @example 0
   */
  @MayBeNull()
  @IsWhole(0, 499)
  party?: number | null;
}

/** An obligation as it is added to an agreement. */
export class CreateObligation extends IntersectionType(ObligationFields, ObligationParty, FirstStatus) {}

/** A merge patch of an obligation. */
export class PatchObligation extends PatchOf(IntersectionType(ObligationFields, ObligationParty)) {}

/** What every answer about an obligation holds. */
export class ObligationCore extends RecordView {
  /** The id of the party that has promised it, and the name of its organization; null where all of them have. */
  party: ReferenceView | null;

  /**
   * Until when.
   * @example "2018-10-22"
   */
  due: string | null;

  /**
   * Whether it is open although its last day has passed at the office, and the agreement binds or has bound.
   * @example false
   */
  overdue: boolean;

  /**
   * Where it stands.
   * @example "open"
   */
  status: ObligationStatus;
}

/** An obligation in a list. */
export class ObligationItem extends ObligationCore {
  /**
   * What is to be done, in the language chosen by `Accept-Language`.
   * @example "a workshop for students of both sides"
   */
  text: string;
}

/** An obligation with its texts in every language. */
export class ObligationView extends ObligationCore {
  /** What is to be done. */
  @IsText()
  text: Text;

  /** What shows that it was done. */
  @IsText()
  evidence: Text | null;
}

/** An obligation with the history of its status. */
export class SingleObligationView extends ObligationView {
  /** How the status came to be what it is, oldest first. */
  statusHistory: StatusChangeView[];
}

/** An obligation as the agreement shows it. */
export class ObligationPart extends PartOf(ObligationView) {}

/** One page of the obligations of an agreement. */
export class ObligationPage extends PageOf(ObligationItem) {}

/** Which obligations of an agreement to list. */
export class ObligationQuery extends ListQuery {
  /**
   * Only obligations of this status.
   * @example "open"
   */
  @IsOptional()
  @IsOneOf(OBLIGATION_STATUSES)
  status?: ObligationStatus;
}
