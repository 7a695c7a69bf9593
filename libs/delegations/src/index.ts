export { DelegationsModule } from './delegations.module.js';
export { DelegationWithMembersView } from './delegations/delegation-view.dto.js';
export { DelegationsService } from './delegations/delegations.service.js';
export { delegationFields } from './delegations/delegations.fragments.js';
export { GroupDto } from './members/member-input.dto.js';
export { GroupItem } from './members/member-view.dto.js';
