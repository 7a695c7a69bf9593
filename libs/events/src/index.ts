export {
  type Concern,
  Concerns,
  EVENTS_BY_DELEGATION,
  EVENTS_BY_ITEM,
  EVENTS_BY_PARTICIPANT,
  EventConcerns,
  type IdsBy,
  type Way,
  idsBy,
} from './events/event-concerns.js';
export { CreateEvent, DateChange } from './events/event-input.dto.js';
export { eventFilters, eventList, isOfEventOrPart } from './events/event-list.js';
export { EventReferenceView } from './events/event-reference.dto.js';
export { EventQuery } from './events/event-query.dto.js';
export { EventItem, EventView } from './events/event-view.dto.js';
export { Event } from './events/event.entity.js';
export { EVENT } from './events/event.record.js';
export { MoveEvent } from './events/event-input.dto.js';
export { CALLED_OFF, EVENT_KINDS, MODES, type Mode, eventStands, isCalledOff } from './events/event.rules.js';
export {
  datedEvent,
  eventFields,
  eventItemFields,
  eventReference,
  topicsOf,
} from './events/events.fragments.js';
export { type EventPatch, EventWriter } from './events/events.writer.js';
export { type RecordedEvent, recordedEvent } from './events/recorded-event.js';
export { EventsModule } from './events.module.js';
