import { PickType } from '@nestjs/swagger';
import { IdOf, IsLine, IsPartialDate, IsText, MayBeNull, PatchOf, ReferenceView } from '#platform';
import { ListQuery, PageOf, PartOf, RecordInput, RecordView } from '#records';
import type { Text } from '#vocabulary';
import { IsOptional } from 'class-validator';

/** A signatory as it is recorded together with the party. */
export class NewSignatory extends RecordInput {
  /** The person; left out where nobody knows yet, or any more, who it is. */
  @MayBeNull()
  @IdOf('person')
  personId?: string | null;

  /** The person in whose place this one signs. */
  @MayBeNull()
  @IdOf('person')
  onBehalfOfPersonId?: string | null;

  /** The organization that is signed for, where that is not the party itself. */
  @MayBeNull()
  @IdOf('organization')
  onBehalfOfOrganizationId?: string | null;

  /** The title at the time of signing. */
  @MayBeNull()
  @IsText()
  title?: Text | null;

  /** When the signature is planned, as far as that is known. */
  @MayBeNull()
  @IsPartialDate('2017-11')
  planned?: string | null;

  /** When it was signed, as far as that is known; with it, the party counts as having signed. */
  @MayBeNull()
  @IsPartialDate('2017-11')
  signedOn?: string | null;

  /**
   * How it is signed.
   * @example "in person"
   */
  @MayBeNull()
  @IsLine(100)
  method?: string | null;
}

/** A signatory as it is added to an agreement. */
export class CreateSignatory extends NewSignatory {
  /** The party of this agreement that the signature binds. */
  @IdOf('party')
  partyId: string;
}

/** A merge patch of a signatory. */
export class PatchSignatory extends PatchOf(CreateSignatory) {}

/** What every answer about a signatory holds. */
export class SignatoryCore extends RecordView {
  /** The id of the party, and the name of its organization. */
  party: ReferenceView;

  /** The person, where it is known. */
  person: ReferenceView | null;

  /** The person in whose place this one signs. */
  onBehalfOfPerson: ReferenceView | null;

  /** The organization that is signed for, where that is not the party itself. */
  onBehalfOfOrganization: ReferenceView | null;

  /**
   * When the signature is planned.
   * @example "2017-11"
   */
  planned: string | null;

  /**
   * When it was signed.
   * @example "2017-11"
   */
  signedOn: string | null;

  /**
   * How it is signed.
   * @example "in person"
   */
  method: string | null;
}

/** A signatory in a list. */
export class SignatoryItem extends SignatoryCore {
  /**
   * The title at the time, in the language chosen by `Accept-Language`.
   * @example "Rector"
   */
  title: string | null;
}

/** A signatory in a list of parties. */
export class SignatoryOfParty extends PickType(SignatoryItem, ['id', 'person', 'title', 'signedOn']) {}

/** A signatory with the title in every language. */
export class SignatoryView extends SignatoryCore {
  /** The title at the time of signing. */
  @IsText()
  title: Text | null;
}

/** A signatory as the agreement and the party show it. */
export class SignatoryPart extends PartOf(SignatoryView) {}

/** One page of the signatories of an agreement. */
export class SignatoryPage extends PageOf(SignatoryItem) {}

/** Which signatories of an agreement to list. */
export class SignatoryQuery extends ListQuery {
  /**
   * Only those who sign for this party.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOf('party')
  party?: string;
}
