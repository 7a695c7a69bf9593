export { AccessModule } from './access.module.js';
export { assertMayGive } from './tokens/given-rights.rules.js';
