import { recordKind } from '#records';
import { CreateAgreement, PatchAgreement } from './agreement-input.dto.js';
import { AgreementQuery } from './agreement-query.dto.js';
import { AgreementPage, AgreementView } from './agreement-view.dto.js';
import { Agreement } from './agreement.entity.js';
import { AGREEMENT_CONSTRAINTS, agreementLifecycle } from './agreement.rules.js';

/** What was promised, to whom, from when and until when. */
export const AGREEMENT = recordKind({
  name: 'agreement',
  entity: Agreement,
  path: 'agreements',
  tag: 'Agreements',
  area: 'agreements',
  says: {
    list: 'Lists agreements: the register an office can print.',
    read: 'Reads one agreement with its parties, signatories, obligations and links.',
    create: 'Records an agreement with its parties, signatories and obligations.',
  },
  lifecycle: agreementLifecycle,
  constraints: AGREEMENT_CONSTRAINTS,
  create: CreateAgreement,
  patch: PatchAgreement,
  query: AgreementQuery,
  view: AgreementView,
  page: AgreementPage,
});
