export { DelegationsModule } from './delegations.module.js';
export { DelegationItem, DelegationWithMembersView } from './delegations/delegation-view.dto.js';
export { DELEGATION } from './delegations/delegation.record.js';
export { DelegationsService } from './delegations/delegations.service.js';
export { delegationFields, isTravelling } from './delegations/delegations.fragments.js';
export { GroupDto } from './members/member-input.dto.js';
export { GroupItem, MemberItem } from './members/member-view.dto.js';
export type { MemberRole } from './members/member.rules.js';
