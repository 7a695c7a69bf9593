export { MEDIA_TYPES } from './document.rules.js';
export { type PackedPart, pack } from './packed.fixture.js';
