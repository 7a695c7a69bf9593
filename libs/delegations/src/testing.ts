import type { CreateDelegation } from './delegations/delegation-input.dto.js';
import type { CreateMember } from './members/member-input.dto.js';

export { DELEGATION_KINDS } from './delegations/delegation.rules.js';
export { MEMBER_ROLES } from './members/member.rules.js';

/** The body that records a delegation, valid as it is. */
export function aDelegation(overrides: Partial<CreateDelegation> = {}): CreateDelegation {
  return {
    names: [{ text: 'Guiyang delegation', lang: 'en', kind: 'official' }],
    kind: 'official',
    ...overrides,
  };
}

/** The body that adds a member to a delegation, valid as it is: give `placeholder: null` with another subject. */
export function aMember(overrides: Partial<CreateMember> = {}): CreateMember {
  return { placeholder: { en: 'interpreter, to be named' }, role: 'interpreter', ...overrides };
}
