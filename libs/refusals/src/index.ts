export type { Explanation } from './explanation.js';
export type { FieldError } from './field-error.js';
export * from './one-of.js';
export * from './problem.js';
export * from './refusal.js';
