import { AGENDA_ITEM } from '#agendas';
import { AGREEMENT } from '#agreements';
import { EVENT } from '#events';
import { recordKind } from '#records';
import { CreateOutcome, PatchOutcome } from './outcome-input.dto.js';
import { OutcomeQuery } from './outcome-query.dto.js';
import { OutcomePage, OutcomeView } from './outcome-view.dto.js';
import { Outcome } from './outcome.entity.js';
import { OUTCOME_PROBLEMS, outcomeLifecycle } from './outcome.rules.js';

/** What came out of an event, of an item of its agenda, or of an agreement; it goes where that goes. */
export const OUTCOME = recordKind({
  name: 'outcome',
  entity: Outcome,
  path: 'outcomes',
  tag: 'Outcomes',
  area: 'follow-ups',
  says: {
    list: 'Lists outcomes, the latest recorded first.',
    create: 'Records an outcome of an event, an agenda item or an agreement.',
  },
  along: [
    ['concernedEventId', EVENT],
    ['agendaItemId', AGENDA_ITEM],
    ['agreementId', AGREEMENT],
  ],
  lifecycle: outcomeLifecycle,
  problems: OUTCOME_PROBLEMS,
  create: CreateOutcome,
  patch: PatchOutcome,
  query: OutcomeQuery,
  view: OutcomeView,
  page: OutcomePage,
});
