export type { Explanation } from './explanation.js';
export * from './field-code.js';
export type { FaultCode, FieldError } from './field-error.js';
export * from './one-of.js';
export * from './problem.js';
export * from './refusal.js';
