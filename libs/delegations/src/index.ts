export { DelegationWithMembersView } from './delegations.dto.js';
export { delegationWithMembers } from './delegations.fragments.js';
export { DelegationsModule } from './delegations.module.js';
export { GroupDto, GroupItem } from './members.dto.js';
