import type { CreateAgreement } from './agreements/agreement-input.dto.js';

export { AGREEMENT_KINDS, BINDINGS, RENEWAL_MODES } from './agreements/agreement.rules.js';
export { AGREEMENT_LINK_KINDS } from './links/agreement-links.dto.js';

/** The body that records an agreement: the joint laboratory on advanced manufacturing, without parties unless told otherwise. */
export function anAgreement(overrides: Partial<CreateAgreement> = {}): CreateAgreement {
  return {
    names: [{ text: 'China-Italy Joint Lab on Advanced Manufacturing', lang: 'en', kind: 'official' }],
    kind: 'joint_lab',
    ...overrides,
  };
}
