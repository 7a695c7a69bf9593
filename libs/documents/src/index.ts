export { DocumentedEntity } from './documented.entity.js';
export { MEDIA_TYPES } from './document.rules.js';
export { DocumentView } from './documents.dto.js';
export { unescapeXml } from './document-text.js';
export { documentOf } from './documents.fragments.js';
export { Documents } from './documents.js';
export { DocumentsModule } from './documents.module.js';
export { DocumentsOf } from './documents.routes.js';
export { MOST_UNPACKED, NotUnpacked, type Part, type Unpackable, unpack } from './packed-file.js';
