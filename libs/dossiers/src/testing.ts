export { aWorkbook, pack, partsOf } from './tables/workbook.fixture.js';
export { KNOWN_WORDS } from './briefings/page/words.js';
export { readDossiers } from './imports/dossier-text.js';
