export { FORUM_STATUSES } from './forum.rules.js';
export { ForumsModule } from './forums.module.js';
