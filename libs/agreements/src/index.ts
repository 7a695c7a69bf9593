export { AgreementConcerns } from './agreements/agreement-concerns.js';
export { AGREEMENT } from './agreements/agreement.record.js';
export { AGREEMENT_STATUSES } from './agreements/agreement.rules.js';
export { AgreementReferenceView } from './agreements/agreement-reference.dto.js';
export { AgreementItem } from './agreements/agreement-view.dto.js';
export { agreementReference, agreementsOf } from './agreements/agreements.fragments.js';
export {
  expiringFields,
  hasBound,
  isRunning,
  termEnds,
  termEndsAbout,
} from './agreements/terms.fragments.js';
export { partyReferences } from './parties/parties.fragments.js';
export { AgreementsModule } from './agreements.module.js';
export { ObligationItem } from './obligations/obligations.dto.js';
export { OBLIGATION_STATUSES } from './obligations/obligation.rules.js';
export { OBLIGATION } from './obligations/obligation.record.js';
export {
  isOverdue as isObligationOverdue,
  obligationReference,
} from './obligations/obligations.fragments.js';
