import { AGENDA_ITEM } from '#agendas';
import { AGREEMENT, OBLIGATION } from '#agreements';
import { ENTRY } from '#briefings';
import { EVENT } from '#events';
import { recordKind } from '#records';
import { OUTCOME } from '../outcomes/outcome.record.js';
import { CreateFollowUp, PatchFollowUp } from './follow-up-input.dto.js';
import { FollowUpQuery } from './follow-up-query.dto.js';
import { FollowUpPage, FollowUpView } from './follow-up-view.dto.js';
import { FollowUp } from './follow-up.entity.js';
import { FOLLOW_UP_CONSTRAINTS, FOLLOW_UP_PROBLEMS, followUpLifecycle } from './follow-up.rules.js';

/** Something to be seen to; it goes where what it comes from goes. */
export const FOLLOW_UP = recordKind({
  name: 'follow-up',
  entity: FollowUp,
  path: 'follow-ups',
  tag: 'Follow-ups',
  area: 'follow-ups',
  says: {
    list: 'Lists follow-ups, the most urgent first.',
    move: 'Moves a follow-up to another status; to block or to waive it takes a reason.',
  },
  along: [
    ['concernedEventId', EVENT],
    ['agendaItemId', AGENDA_ITEM],
    ['concernedAgreementId', AGREEMENT],
    ['obligationId', OBLIGATION],
    ['outcomeId', OUTCOME],
    ['entryId', ENTRY],
  ],
  lifecycle: followUpLifecycle,
  problems: FOLLOW_UP_PROBLEMS,
  constraints: FOLLOW_UP_CONSTRAINTS,
  create: CreateFollowUp,
  patch: PatchFollowUp,
  query: FollowUpQuery,
  view: FollowUpView,
  page: FollowUpPage,
});
