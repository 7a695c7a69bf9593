export { DuplicatesModule } from './duplicates.module.js';
export { MergesModule } from './merges/merges.module.js';
