export { DocumentedEntity } from './documented.entity.js';
export { DocumentView } from './documents.dto.js';
export { documentOf } from './documents.fragments.js';
export { DocumentsModule } from './documents.module.js';
export { DocumentsOf } from './documents.routes.js';
