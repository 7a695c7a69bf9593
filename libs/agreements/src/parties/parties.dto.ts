import { Few, IdOf, IsLine, ListOf, MayBeAbsent, MayBeNull, PatchOf, ReferenceView } from '#platform';
import { ListQuery, PageOf, PartOf, RecordInput, RecordView } from '#records';
import { IsBoolean } from 'class-validator';
import { NewSignatory, SignatoryOfParty, SignatoryPart } from '../signatories/signatories.dto.js';

/** What may be said of a party and changed later. */
export class PartyFields extends RecordInput {
  /** The organization that the agreement binds; it is a party once. */
  @IdOf('organization')
  organizationId: string;

  /**
   * The side it stands on, in the office's own words.
   * @example "Italy"
   */
  @MayBeNull()
  @IsLine(100)
  side?: string | null;

  /**
   * Its part in the agreement, in the office's own words.
   * @example "coordinator"
   */
  @MayBeNull()
  @IsLine(100)
  role?: string | null;

  /**
   * Says that the party has signed, but that nobody knows who signed for it.
   * @example false
   */
  @MayBeAbsent()
  @IsBoolean({ message: 'must be true or false' })
  signatoryUnknown?: boolean;
}

/** A party as it is recorded, with those who sign for it. */
export class CreateParty extends PartyFields {
  /** Those who sign for it. */
  @MayBeNull()
  @ListOf(() => NewSignatory)
  signatories?: NewSignatory[] | null;
}

/** A merge patch of a party; its signatories are records of their own. */
export class PatchParty extends PatchOf(PartyFields) {}

/** What every answer about a party holds. */
export class PartyCore extends RecordView {
  /** The organization. */
  organization: ReferenceView;

  /**
   * The side it stands on.
   * @example "Italy"
   */
  side: string | null;

  /**
   * Its part in the agreement.
   * @example "coordinator"
   */
  role: string | null;

  /**
   * Whether it has signed, but nobody knows who signed for it.
   * @example false
   */
  signatoryUnknown: boolean;
}

/** A party in a list. */
export class PartyItem extends PartyCore {
  /** The first of those who sign for it, as they were recorded. */
  @Few()
  signatories: SignatoryOfParty[];

  /**
   * How many sign for it.
   * @example 1
   */
  signatoryCount: number;
}

/** A party with those who sign for it. */
export class PartyView extends PartyCore {
  /** Those who sign for it, as they were recorded. */
  signatories: SignatoryPart[];
}

/** A party as the agreement shows it. */
export class PartyPart extends PartOf(PartyView) {}

/** One page of the parties of an agreement. */
export class PartyPage extends PageOf(PartyItem) {}

/** Which parties of an agreement to list. */
export class PartyQuery extends ListQuery {}
