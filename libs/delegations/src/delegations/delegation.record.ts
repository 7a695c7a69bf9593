import { recordKind } from '#records';
import { CreateDelegation, PatchDelegation } from './delegation-input.dto.js';
import { DelegationQuery } from './delegation-query.dto.js';
import { DelegationPage, DelegationView } from './delegation-view.dto.js';
import { Delegation } from './delegation.entity.js';
import { DELEGATION_CONSTRAINTS, DELEGATION_PROBLEMS, delegationLifecycle } from './delegation.rules.js';

/** Who travels together, for whom and why. */
export const DELEGATION = recordKind({
  name: 'delegation',
  entity: Delegation,
  path: 'delegations',
  tag: 'Delegations',
  area: 'delegations',
  says: {
    list: 'Lists delegations, by name.',
    read: 'Reads one delegation with its members.',
    create: 'Records a delegation with its members.',
  },
  lifecycle: delegationLifecycle,
  problems: DELEGATION_PROBLEMS,
  constraints: DELEGATION_CONSTRAINTS,
  create: CreateDelegation,
  patch: PatchDelegation,
  query: DelegationQuery,
  view: DelegationView,
  page: DelegationPage,
});
