export * from './duration.js';
export * from './expectation.js';
export type { Fault } from './fault.js';
export * from './lifecycle.js';
export * from './line.js';
export * from './name.js';
export * from './partial-date.js';
export * from './quantity.js';
export * from './text.js';
