export { AgreementConcerns } from './agreements/agreement-concerns.js';
export { AGREEMENT } from './agreements/agreement.record.js';
export { AGREEMENT_STATUSES } from './agreements/agreement.rules.js';
export { AgreementReferenceView } from './agreements/agreement-reference.dto.js';
export { agreementReference, agreementsOf } from './agreements/agreements.fragments.js';
export { hasBound } from './agreements/terms.fragments.js';
export { AgreementsModule } from './agreements.module.js';
export { OBLIGATION } from './obligations/obligation.record.js';
export { obligationReference } from './obligations/obligations.fragments.js';
