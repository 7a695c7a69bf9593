export * from './admission.js';
export * from './identity.module.js';
export * from './identity.problems.js';
export * from './office-caller.js';
export * from './roles.js';
export * from './route-access.js';
export * from './token.guard.js';
export * from './tokens.js';
