import { PickType } from '@nestjs/swagger';
import { IdOf, IsOneOf, PatchOf } from '#platform';
import { ListQuery, PageOf, RecordInput, RecordView } from '#records';
import { AgreementReferenceView } from '../agreements/agreement-reference.dto.js';

export const AGREEMENT_LINK_KINDS = ['renews', 'replaces', 'amends', 'implements', 'preceded_by'] as const;

/** A link as it is recorded. */
export class CreateAgreementLink extends RecordInput {
  /** The agreement to link to. */
  @IdOf('agreement')
  toId: string;

  /**
   * What the one agreement does to the other, or that it came before.
   * @example "renews"
   */
  @IsOneOf(AGREEMENT_LINK_KINDS)
  kind: (typeof AGREEMENT_LINK_KINDS)[number];
}

/** A merge patch of a link. */
export class PatchAgreementLink extends PatchOf(PickType(CreateAgreementLink, ['kind', 'notes'])) {}

/** A link between two agreements. */
export class AgreementLinkView extends RecordView {
  /**
   * What the one agreement does to the other, or that it came before.
   * @example "renews"
   */
  kind: (typeof AGREEMENT_LINK_KINDS)[number];

  /** The agreement it links to. */
  to: AgreementReferenceView;
}

/** A link between two agreements, as it stands in one of them. */
export class AgreementLinkSummary {
  /**
   * The id of the link.
   * @example "019a8f3e-4c00-7000-8000-000000000004"
   */
  id: string;

  /**
   * What the one agreement does to the other, or that it came before.
   * @example "renews"
   */
  kind: (typeof AGREEMENT_LINK_KINDS)[number];

  /** The other agreement. */
  agreement: AgreementReferenceView;
}

/** One page of links. */
export class AgreementLinkPage extends PageOf(AgreementLinkView) {}

/** Which links of an agreement to list. */
export class AgreementLinkQuery extends ListQuery {}
