export { EVENT_KINDS, MODES } from './events/event.rules.js';
export { EVENT_LINK_KINDS } from './links/event-link.rules.js';
