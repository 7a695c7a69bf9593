import { recordKind } from '#records';
import { AGREEMENT } from '../agreements/agreement.record.js';
import { PARTY } from '../parties/party.record.js';
import { Obligation } from './obligation.entity.js';
import { OBLIGATION_CONSTRAINTS, obligationLifecycle } from './obligation.rules.js';
import {
  CreateObligation,
  ObligationPage,
  ObligationQuery,
  PatchObligation,
  SingleObligationView,
} from './obligations.dto.js';

/** What a party of an agreement, or all of them, have promised to do. */
export const OBLIGATION = recordKind({
  name: 'obligation',
  entity: Obligation,
  path: 'obligations',
  tag: 'Agreements',
  says: { list: 'Lists the obligations of an agreement, as they were recorded.' },
  within: AGREEMENT,
  along: [['partyId', PARTY]],
  lifecycle: obligationLifecycle,
  constraints: OBLIGATION_CONSTRAINTS,
  create: CreateObligation,
  patch: PatchObligation,
  query: ObligationQuery,
  view: SingleObligationView,
  page: ObligationPage,
});
