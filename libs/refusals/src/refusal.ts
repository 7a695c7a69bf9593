import type { FieldError } from './field-error.js';
import { type Problem, type RefusalKind, defineProblems } from './problem.js';

/** What any kind of record can be refused for. */
export const RECORD_PROBLEMS = defineProblems({
  'request.invalid': ['invalid', 'The request has fields that cannot be accepted'],
  'record.unknown': ['unknown', 'There is no such record'],
  'record.unknown-reference': ['invalid', 'The request refers to a record that does not exist'],
  'record.archived-reference': ['conflict', 'The request refers to a record that is archived'],
  'record.archived': ['conflict', 'The record is archived'],
  'record.visibility-fixed': ['forbidden', 'Who may see a record is for the office to say'],
  'record.stale': ['stale', 'The record has changed since it was read'],
  'record.unreadable-version': ['invalid', 'The change does not say readably which version it is based on'],
  'record.version-required': ['unconditional', 'The change must say which version it is based on'],
});

/** A request that the rules of the domain refuse: nothing of it was done. */
export class Refusal extends Error {
  readonly code: string;
  readonly kind: RefusalKind;
  readonly title: string;

  /**
   * @param problem what it is refused for
   * @param detail what is wrong and what would help, for an organizer
   * @param facts further members of the answer, such as `allowed` or `missing`
   */
  constructor(
    readonly problem: Problem,
    detail: string,
    readonly facts: Readonly<Record<string, unknown>> = {},
  ) {
    super(detail);
    this.code = problem.code;
    this.kind = problem.kind;
    this.title = problem.title;
  }
}

/** Refuses input, naming every field at fault. */
export function invalid(errors: readonly FieldError[]): Refusal {
  const first = errors[0]!;
  const detail =
    errors.length === 1
      ? first.detail
      : `${errors.length} fields cannot be accepted; the first: ${first.detail}`;
  return new Refusal(RECORD_PROBLEMS['request.invalid'], detail, { errors: errors.slice(0, 100) });
}

/** Refuses input where a rule found fields at fault. */
export function assertValid(errors: readonly FieldError[]): void {
  if (errors.length > 0) throw invalid(errors);
}

/** Refuses to speak of a record that is not there for this caller. */
export function unknownRecord(what: string): Refusal {
  return new Refusal(RECORD_PROBLEMS['record.unknown'], `There is no ${what} with this id.`);
}

/** Refuses to change what was put away. */
export function archivedRecord(what: string): Refusal {
  return new Refusal(RECORD_PROBLEMS['record.archived'], `This ${what} is archived; restore it first.`);
}
