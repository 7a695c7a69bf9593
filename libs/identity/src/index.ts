export * from './identity.module.js';
export * from './office-caller.js';
export * from './token.guard.js';
export * from './tokens.js';
