export { FORMATS, FORUM_STATUSES } from './forum.rules.js';
export { FREQUENCIES } from './series/forum-series.dto.js';
