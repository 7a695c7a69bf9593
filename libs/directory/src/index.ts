export { DirectoryModule } from './directory.module.js';
export { retellingsOf } from './places/places.fragments.js';
