export { SearchModule } from './search.module.js';
export { COUNTED_WORDS, Words } from './words.service.js';
