export { AccessModule } from './access.module.js';
export { assertMayGive } from './tokens/given-rights.js';
