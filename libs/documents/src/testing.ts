export { MEDIA_TYPES } from './document.rules.js';
