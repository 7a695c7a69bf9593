import { Injectable } from '@nestjs/common';
import { itemConflicts } from '#agendas';
import { type EventAt, assertVisible } from '#events';
import {
  type Caller,
  Database,
  type Json,
  type ListDefinition,
  Lists,
  RECORDED_SORT,
  type Transaction,
  type TransitionsView,
  describeMoves,
  lazily,
  object,
  shownText,
  sql,
  statement,
  statusHistory,
  unknownRecord,
} from '#platform';
import type { SingleParticipationView } from './participants.dto.js';
import { participationCore, participationTexts } from './participants.fragments.js';
import type { ParticipationPage, ParticipationQuery } from './participation-query.dto.js';
import { type ParticipationResponse, responseLifecycle } from './participation.rules.js';

/** One participation at its own address, as row `p`. */
export const oneParticipationRow = sql`from visible_participations(:caller) p join visible_events(:caller) own on own.id = p.event_id
  where p.id = :id and own.id = :eventId and own.kind = :kind and (:archived or p.archived_at is null)`;

const oneParticipation = lazily(() => {
  const single = object({
    ...participationCore(sql`p`),
    ...participationTexts(sql`p`),
    conflicts: itemConflicts(sql`select p.agenda_item_id`),
    statusHistory: statusHistory(sql`p.id`),
  });
  return statement('participation', sql`select p.version, ${single} ${oneParticipationRow}`);
});

const standing = statement('participation-standing', sql`select to_json(p.response) ${oneParticipationRow}`);

const shownGroup = object({
  label: shownText(sql`e."group" -> 'label'`),
  quantity: sql`e."group" -> 'quantity'`,
});

const participations: ListDefinition<ParticipationQuery> = {
  name: 'participants',
  from: sql`visible_participations(:caller) e join visible_events(:caller) own on own.id = e.event_id`,
  item: object({
    ...participationCore(sql`e`),
    group: sql`case when e."group" is not null then ${shownGroup} end`,
    onBehalfOf: shownText(sql`e.on_behalf_of`),
    title: shownText(sql`e.title`),
  }),
  where: sql`own.id = :eventId and own.kind = :kind`,
  filters: {
    side: sql`e.side = :side`,
    role: sql`e.role = :role`,
    response: sql`e.response = :response`,
    person: sql`e.person_id = :person`,
    organization: sql`e.organization_id = :organization`,
    delegation: sql`e.delegation_id = :delegation`,
    agendaItem: sql`e.agenda_item_id = :agendaItem`,
  },
  sorts: RECORDED_SORT,
};

/** Reads participations. */
@Injectable()
export class ParticipationQueries {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
  ) {}

  /** One participation in an event; unknown where there is none for this caller. */
  async read(
    id: string,
    at: EventAt,
    caller: Caller,
    tx?: Transaction,
  ): Promise<Json<SingleParticipationView>> {
    const values = { id, ...at };
    const found = await this.database.readRecord<SingleParticipationView>(
      oneParticipation(),
      caller,
      values,
      tx,
    );
    if (!found) throw unknownRecord('participation');
    return found;
  }

  /** A page of the participations in an event. */
  async list(at: EventAt, query: ParticipationQuery, caller: Caller): Promise<Json<ParticipationPage>> {
    await assertVisible(this.database, at, caller);
    return this.lists.read(participations, query, caller, { ...at });
  }

  /** Where a response stands, and the moves open to it. */
  async readTransitions(id: string, at: EventAt, caller: Caller): Promise<TransitionsView> {
    const response = await this.database.readValue<ParticipationResponse>(standing, caller, { id, ...at });
    if (!response) throw unknownRecord('participation');
    return describeMoves(responseLifecycle, response);
  }
}
