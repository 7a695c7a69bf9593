export { BusyView } from './busy/busy.dto.js';
export { isSeen, seenOrBusy } from './busy/busy-items.fragments.js';
export {
  CONFLICT_KINDS,
  CONFLICT_SEVERITIES,
  type ConflictKind,
  type ConflictSeverity,
} from './conflicts/conflict.rules.js';
export { ConflictView } from './conflicts/conflicts.dto.js';
export { ITEM_CONFLICTS, type ItemConflicts } from './conflicts/item-conflicts.js';
export { CreateAgendaItem, EventAgendaItem } from './items/agenda-input.dto.js';
export { AgendaItem } from './items/agenda-item.entity.js';
export { AGENDA_ITEM } from './items/agenda-item.record.js';
export { AgendaItemReference, AgendaItemView, ItemParticipantView } from './items/agenda-view.dto.js';
export {
  agendaItemCount,
  agendaItemFields,
  agendaItemReference,
  agendaItemsOf,
  sequenceWithWhole,
  firstDay,
  lastDay,
  isUnsettled,
  itemBegins,
} from './items/agenda.fragments.js';
export {
  AUDIENCES,
  type Audience,
  type DayPart,
  ITEM_KINDS,
  type ItemKind,
  type ItemStatus,
  type Standing,
} from './items/agenda-item.rules.js';
export { ITEM_PARTICIPANTS, type ItemParticipants } from './items/item-participants.js';
export { ITEMS_BY_PARTICIPANT, ItemConcerns, isItemAt, placeOfItem } from './items/item-concerns.js';
export { AgendaWriter } from './items/agendas.writer.js';
export { readTime, timesAfter } from './items/item-time.rules.js';
export { ItemZonesWriter } from './items/item-zones.writer.js';
export { RoomBookingsWriter } from './rooms/room-bookings.writer.js';
export { AgendasModule } from './agendas.module.js';
