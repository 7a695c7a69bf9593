import { AGENDA_ITEM } from '#agendas';
import { EVENT } from '#events';
import { shownText, sql } from '#platform';
import { nameOf, recordKind } from '#records';
import { CreateParticipation, PatchParticipation } from './participation-input.dto.js';
import { ParticipationPage, ParticipationQuery } from './participation-query.dto.js';
import { SingleParticipationView } from './participation-view.dto.js';
import { Participation } from './participation.entity.js';
import {
  PARTICIPATION_CONSTRAINTS,
  PARTICIPATION_PROBLEMS,
  responseLifecycle,
} from './participation.rules.js';

/** Who takes part in an event, or in one item of its agenda. */
export const PARTICIPATION = recordKind({
  name: 'participation',
  plural: 'participants',
  entity: Participation,
  path: 'participants',
  tag: 'Participants',
  says: {
    list: 'Lists who takes part in an event and in the items of its agenda.',
    create: 'Records who takes part in an event or in an item of its agenda.',
    transitions: 'Says where a response stands and what it may become.',
    move: 'Moves a response on.',
  },
  called: (row) =>
    sql`coalesce(${nameOf(sql`visible_people(:caller)`, sql`${row}.person_id`)}, ${shownText(sql`${row}.placeholder`)}, ${shownText(sql`${row}."group" -> 'label'`)}, ${nameOf(sql`visible_delegations(:caller)`, sql`${row}.delegation_id`)}, ${nameOf(sql`visible_organizations(:caller)`, sql`${row}.organization_id`)})`,
  within: EVENT,
  independent: true,
  along: [['agendaItemId', AGENDA_ITEM]],
  lifecycle: responseLifecycle,
  statusProperty: 'response',
  problems: PARTICIPATION_PROBLEMS,
  constraints: PARTICIPATION_CONSTRAINTS,
  create: CreateParticipation,
  patch: PatchParticipation,
  query: ParticipationQuery,
  view: SingleParticipationView,
  page: ParticipationPage,
});
