import { Agreement } from './agreement.entity.js';
import { CreateAgreement } from './agreements.dto.js';

/** An agreement as its writers know it. */
export const AGREEMENT = {
  entity: Agreement,
  name: 'agreement',
  input: CreateAgreement,
  parts: [
    { table: 'agreement_parties', column: 'agreement_id', name: 'parties' },
    { table: 'agreement_signatories', column: 'agreement_id', name: 'signatories' },
    { table: 'agreement_obligations', column: 'agreement_id', name: 'obligations' },
    { table: 'agreement_links', column: 'agreement_id', name: 'links' },
  ],
};
