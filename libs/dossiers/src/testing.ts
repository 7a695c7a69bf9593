export { aWorkbook, partsOf } from './tables/workbook.fixture.js';
export { KNOWN_WORDS } from './briefings/page/words.js';
export { documentedProperties } from './imports/documented.js';
export { readDossiers } from './imports/dossier-text.js';
export { APPLE, GOOGLE, INDICO, OUTLOOK, PRETALX } from './agenda-imports/exports.fixture.js';
