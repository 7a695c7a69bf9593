export { SearchModule } from './search.module.js';
export { Words } from './words.service.js';
