export { agreementsConcerning } from './agreements/agreement-concerns.js';
export { agreementReference } from './agreements/agreements.fragments.js';
export { AgreementsModule } from './agreements.module.js';
export { obligationReference } from './obligations/obligations.fragments.js';
