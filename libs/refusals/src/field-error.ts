import type { FieldCode } from './field-code.js';
import type { ProblemCode } from './problem.js';

/** The rule that a field breaks; or the problem of a record, where that is one of several that are written at once. */
export type FaultCode = FieldCode | ProblemCode;

/** One field at fault: a JSON pointer into the body, or `?name` for a query parameter. */
export interface FieldError<C extends FaultCode = FieldCode> {
  readonly pointer: string;
  readonly detail: string;
  readonly code: C;
}
