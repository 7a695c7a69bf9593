import { EVENT } from '#events';
import { recordKind } from '#records';
import { ROOM_CONSTRAINTS, ROOM_PROBLEMS } from '../rooms/room-booking.rules.js';
import { explainBooking } from '../rooms/room-bookings.fragments.js';
import { CreateAgendaItem, PatchAgendaItem } from './agenda-input.dto.js';
import { AgendaItem } from './agenda-item.entity.js';
import { AgendaItemPage, AgendaItemQuery } from './agenda-query.dto.js';
import { SingleAgendaItemView } from './agenda-view.dto.js';
import { ITEM_CONSTRAINTS, ITEM_PROBLEMS, itemLifecycle } from './agenda-item.rules.js';

/** One item of the agenda of an event. */
export const AGENDA_ITEM = recordKind({
  name: 'agenda item',
  code: 'item',
  entity: AgendaItem,
  path: 'agenda',
  tag: 'Agendas',
  says: {
    list: 'Lists the agenda of an event, in order.',
    read: 'Reads one item of an agenda.',
    create: 'Adds an item to the agenda of an event.',
    patch: 'Changes an item of an agenda.',
    archive: 'Archives an item of an agenda.',
    restore: 'Restores an archived item.',
  },
  // Not independent: two changes at once of what is part of what would each wait for the item of the other.
  within: EVENT,
  along: [['parentId', 'agenda item']],
  lifecycle: itemLifecycle,
  problems: { ...ITEM_PROBLEMS, ...ROOM_PROBLEMS },
  constraints: { ...ITEM_CONSTRAINTS, ...ROOM_CONSTRAINTS },
  explanations: { agenda_items_one_booking: explainBooking },
  renamed: { on_date: 'on' },
  create: CreateAgendaItem,
  patch: PatchAgendaItem,
  query: AgendaItemQuery,
  view: SingleAgendaItemView,
  page: AgendaItemPage,
});
