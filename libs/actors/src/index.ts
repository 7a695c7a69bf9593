export { ActorsModule } from './actors.module.js';
