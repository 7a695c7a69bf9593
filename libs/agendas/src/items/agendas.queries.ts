import { Inject, Injectable } from '@nestjs/common';
import { isOrganization } from '#directory';
import { object, shownText, sql } from '#platform';
import { type KindList, RecordQueries, RecordReader, statusHistory } from '#records';
import { ITEM_CONFLICTS, type ItemConflicts } from '../conflicts/item-conflicts.js';
import { AGENDA_ITEM } from './agenda-item.record.js';
import type { AgendaItemQuery } from './agenda-query.dto.js';
import { agendaItemCore, agendaItemFields } from './agenda.fragments.js';

const agenda: KindList<AgendaItemQuery> = {
  item: object({
    ...agendaItemCore(sql`e`),
    title: shownText(sql`e.title`),
    abstract: shownText(sql`e.abstract`),
  }),
  filters: {
    kind: sql`e.kind = :kind`,
    status: sql`e.status = :status`,
    audience: sql`e.audience = :audience`,
    leg: sql`e.leg_id = :leg`,
    parent: sql`e.parent_id = :parent`,
    place: sql`e.place_id in (select within.id from public.places_within(:place) within)`,
    organization: sql`e.id in (select h.item_id from agenda_item_hosts h where ${isOrganization(sql`h.organization_id`)})`,
    topic: sql`e.id in (select t.item_id from agenda_item_topics t where t.topic_id = :topic)`,
  },
  sorts: { position: { key: sql`e.position`, type: sql`integer`, id: sql`e.id` } },
};

/** Reads agendas. */
@Injectable()
export class AgendaQueries extends RecordQueries<typeof AGENDA_ITEM> {
  constructor(reader: RecordReader, @Inject(ITEM_CONFLICTS) conflictsOf: ItemConflicts) {
    const conflicts = conflictsOf(sql`select e.id`);
    const one = { ...agendaItemFields(sql`e`), conflicts, statusHistory: statusHistory(sql`e.id`) };
    super(reader, AGENDA_ITEM, { one: object(one), list: agenda });
  }
}
