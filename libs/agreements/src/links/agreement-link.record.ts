import { sql } from '#platform';
import { nameOf, recordKind } from '#records';
import { AGREEMENT } from '../agreements/agreement.record.js';
import { AgreementLink } from './agreement-link.entity.js';
import { AGREEMENT_LINK_CONSTRAINTS, AGREEMENT_LINK_PROBLEMS } from './agreement-link.rules.js';
import {
  AgreementLinkPage,
  AgreementLinkQuery,
  AgreementLinkView,
  CreateAgreementLink,
  PatchAgreementLink,
} from './agreement-links.dto.js';

/** What one agreement has to do with an earlier one. */
export const AGREEMENT_LINK = recordKind({
  name: 'agreement link',
  plural: 'links',
  entity: AgreementLink,
  path: 'links',
  tag: 'Agreements',
  says: {
    list: 'Lists the links from an agreement to others.',
    create: 'Links an agreement to another.',
    patch: 'Changes what kind of link it is.',
  },
  called: (row) => nameOf(sql`visible_agreements(:caller)`, sql`${row}.to_id`),
  within: AGREEMENT,
  problems: AGREEMENT_LINK_PROBLEMS,
  constraints: AGREEMENT_LINK_CONSTRAINTS,
  create: CreateAgreementLink,
  patch: PatchAgreementLink,
  query: AgreementLinkQuery,
  view: AgreementLinkView,
  page: AgreementLinkPage,
});
