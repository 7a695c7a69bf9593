export { agendaItemCount, agendaItemFields, agendaItemReference, agendaItemsOf } from './agenda.fragments.js';
export { type Audience, ITEM_KINDS, ITEM_STATUSES, type ItemKind, type ItemStatus } from './agenda.rules.js';
export { AgendaItemReference, AgendaItemView, CreateAgendaItem, EventAgendaItem } from './agendas.dto.js';
export { ConflictView } from './conflicts.dto.js';
export { addItemConflicts, itemConflicts } from './item-conflicts.js';
export { AgendasModule } from './agendas.module.js';
export { AgendaWriter } from './agendas.writer.js';
