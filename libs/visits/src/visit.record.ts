import { recordKind } from '#records';
import type { VisitingDelegationView } from './visit-delegations.dto.js';
import { shownDates } from './visit-delegations.rules.js';
import { MoveVisit } from './visit-move.dto.js';
import { Visit } from './visit.entity.js';
import { visitLifecycle } from './visit.rules.js';
import { CreateVisit, PatchVisit, VisitPage, VisitQuery, VisitView } from './visits.dto.js';

/** Delegations that come, or that we send. */
export const VISIT = recordKind({
  name: 'visit',
  entity: Visit,
  path: 'visits',
  tag: 'Visits',
  area: 'visits',
  says: {
    list: 'Lists visits, the latest first.',
    read: 'Reads one visit with everything: delegations and members, stops, agenda, participants.',
    create: 'Records a visit, with its stops, agenda and participants.',
    move: 'Moves a visit to another status; one that is completed proposes the standing follow-ups, and names what is unsettled.',
  },
  lifecycle: visitLifecycle,
  elsewhere: {
    delegationDates: ({ delegations }) => shownDates(delegations as VisitingDelegationView[]),
  },
  create: CreateVisit,
  patch: PatchVisit,
  query: VisitQuery,
  view: VisitView,
  page: VisitPage,
  move: MoveVisit,
});
