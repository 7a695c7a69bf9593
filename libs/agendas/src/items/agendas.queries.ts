import { Inject, Injectable } from '@nestjs/common';
import { isWithin } from '#directory';
import { object, sql } from '#platform';
import { type FiltersOf, RecordQueries, RecordReader, statusHistory } from '#records';
import { ITEM_CONFLICTS, type ItemConflicts } from '../conflicts/item-conflicts.js';
import { AGENDA_ITEM } from './agenda-item.record.js';
import type { ItemQuery } from './agenda-query.dto.js';
import { agendaItemFields, listedItemFields } from './agenda.fragments.js';
import { ItemConcerns, placeOfItem } from './item-concerns.js';
import { ITEM_PARTICIPANTS, type ItemParticipants } from './item-participants.js';

/** The conditions of the parameters that every list of agenda items has. */
export function itemFilters(concerns: ItemConcerns): FiltersOf<ItemQuery> {
  return {
    kind: sql`e.kind = :kind`,
    status: sql`e.status = :status`,
    audience: sql`e.audience = :audience`,
    ...concerns.filters(),
    // Also of what was put away, whose place is not noted of its event.
    place: isWithin(placeOfItem(sql`e`)),
  };
}

/** Reads agendas. */
@Injectable()
export class AgendaQueries extends RecordQueries<typeof AGENDA_ITEM> {
  constructor(
    reader: RecordReader,
    concerns: ItemConcerns,
    @Inject(ITEM_CONFLICTS) conflictsOf: ItemConflicts,
    @Inject(ITEM_PARTICIPANTS) participantsOf: ItemParticipants,
  ) {
    const conflicts = conflictsOf(sql`select e.id`);
    const one = { ...agendaItemFields(sql`e`), conflicts, statusHistory: statusHistory(sql`e.id`) };
    super(reader, AGENDA_ITEM, {
      one: object(one),
      list: {
        item: object(listedItemFields(participantsOf)),
        filters: { ...itemFilters(concerns), leg: sql`e.leg_id = :leg`, parent: sql`e.parent_id = :parent` },
        sorts: { position: { key: sql`e.position`, type: sql`integer`, id: sql`e.id` } },
      },
    });
  }
}
