import { declareParts } from '#platform';
import { Agreement } from './agreement.entity.js';
import { CreateAgreement } from './agreements.dto.js';

/** An agreement as its writers know it. */
export const AGREEMENT = { entity: Agreement, name: 'agreement', input: CreateAgreement };

declareParts('agreements', {
  parties: ['agreement_parties', 'agreement_id'],
  signatories: ['agreement_signatories', 'agreement_id'],
  obligations: ['agreement_obligations', 'agreement_id'],
  links: ['agreement_links', 'agreement_id'],
});
declareParts('agreement_parties', {
  signatories: ['agreement_signatories', 'party_id'],
  obligations: ['agreement_obligations', 'party_id'],
});
