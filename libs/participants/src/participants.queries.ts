import { Inject, Injectable } from '@nestjs/common';
import { ITEM_CONFLICTS, type ItemConflicts } from '#agendas';
import { isOrganization } from '#directory';
import { object, shownText, sql } from '#platform';
import { type KindList, RECORDED_SORT, RecordQueries, RecordReader, statusHistory } from '#records';
import { participationCore, participationTexts } from './participants.fragments.js';
import type { ParticipationQuery } from './participation-query.dto.js';
import { PARTICIPATION } from './participation.record.js';

const shownGroup = object({
  label: shownText(sql`e."group" -> 'label'`),
  quantity: sql`e."group" -> 'quantity'`,
});

const participations: KindList<ParticipationQuery> = {
  item: object({
    ...participationCore(sql`e`),
    group: sql`case when e."group" is not null then ${shownGroup} end`,
    placeholder: shownText(sql`e.placeholder`),
    onBehalfOf: shownText(sql`e.on_behalf_of`),
    title: shownText(sql`e.title`),
  }),
  filters: {
    side: sql`e.side = :side`,
    role: sql`e.role = :role`,
    response: sql`e.response = :response`,
    person: sql`e.person_id = :person`,
    organization: isOrganization(sql`e.organization_id`),
    delegation: sql`e.delegation_id = :delegation`,
    agendaItem: sql`e.agenda_item_id = :agendaItem`,
  },
  sorts: RECORDED_SORT,
};

/** Reads participations. */
@Injectable()
export class ParticipationQueries extends RecordQueries<typeof PARTICIPATION> {
  constructor(reader: RecordReader, @Inject(ITEM_CONFLICTS) conflictsOf: ItemConflicts) {
    const one = object({
      ...participationCore(sql`e`),
      ...participationTexts(sql`e`),
      conflicts: conflictsOf(sql`select e.agenda_item_id`),
      statusHistory: statusHistory(sql`e.id`),
    });
    super(reader, PARTICIPATION, { one, list: participations });
  }
}
