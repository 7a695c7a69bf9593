export { aWorkbook, pack, partsOf } from './tables/workbook.fixture.js';
