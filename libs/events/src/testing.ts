export { EVENT_KINDS, LINK_KINDS, VISIBILITIES } from './event.rules.js';
