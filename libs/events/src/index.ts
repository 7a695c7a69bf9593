export { addEventFilter, eventList, eventsConcerning } from './event-list.js';
export { At, type EventAt, assertVisible, lockEvent, partAt, requireEvent } from './event-path.js';
export { AnyEventQuery, EventQuery } from './event-query.dto.js';
export { Event, EventLeg } from './event.entity.js';
export { type Dates, EVENT_ROUTE, dateErrors, hasDays } from './event.rules.js';
export { CreateEvent, DateChange, EventItem, EventView } from './events.dto.js';
export { eventFields, eventItemFields, eventReference, topicsOf } from './events.fragments.js';
export { EventsModule } from './events.module.js';
export { type EventPatch, EventWriter, type RecordedEvent } from './events.writer.js';
