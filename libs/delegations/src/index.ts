export { DelegationsModule } from './delegations.module.js';
export { DelegationWithMembersView } from './delegations/delegations.dto.js';
export { delegationWithMembers } from './delegations/delegations.fragments.js';
export { GroupDto, GroupItem } from './members/members.dto.js';
