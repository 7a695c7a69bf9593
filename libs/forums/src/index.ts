export { FORUM_STATUSES, type ForumStatus } from './forum.rules.js';
export { ForumsModule } from './forums.module.js';
