import type { FaultCode, FieldError } from './field-error.js';
import { type Problem, type ProblemCode, type RefusalKind, defineProblems } from './problem.js';

/** What any kind of record can be refused for. */
export const RECORD_PROBLEMS = defineProblems({
  'request.invalid': [
    'invalid',
    'The request has fields that cannot be accepted',
    'A field is missing, is not known here, or holds what cannot be kept.',
    'Each entry of `errors` names one field by its `pointer`, and says what it takes: mend all of them, and send the request again.',
  ],
  'record.unknown': [
    'unknown',
    'There is no such record',
    'Nothing has this id, or nothing that you may see: both answer the same. What was put away is found only where it is asked for.',
    'Look for the record in the list of its kind, by its name (`q`). Ask for what was put away by `?archived=include`, and whoever gave you the token whether you may see the record.',
  ],
  'record.unknown-reference': [
    'invalid',
    'The request refers to a record that does not exist',
    'A record refers only to what is there, so that nothing leads nowhere.',
    'Look for the record that is meant by its name, and send its id; or record it first.',
  ],
  'record.archived-reference': [
    'conflict',
    'The request refers to a record that is archived',
    'Nothing new refers to what was put away. What referred to it before still does.',
    'Restore the record that `errors` names (`POST …/restore`), or name another one.',
  ],
  'record.archived': [
    'conflict',
    'The record is archived',
    'What was put away stays as it is until it is restored.',
    'Restore the record first (`POST …/restore`), then change it.',
  ],
  'record.visibility-fixed': [
    'forbidden',
    'Who may see a record is for the office to say',
    'Partners of the office see what the office shows them, and cannot widen it.',
    'Leave `visibility` away, or ask somebody of the office to set it.',
  ],
  'record.field-unseen': [
    'forbidden',
    'Whoever changes a field must be shown what it holds',
    'Notes, and how people are reached, are not shown to everybody who may change the record; what one does not see, one would write over.',
    'Leave the field out, or ask somebody of the office to change it.',
  ],
  'record.out-of-sight': [
    'conflict',
    'Whoever writes the record would not see it afterwards',
    'The answer to a write is the record, and nobody puts one out of their own sight by mistake.',
    'Name yourself in `visibleTo` as well, and let a colleague who sees the record take you out later. A partner names an organization that it acts for.',
  ],
  'record.stale': [
    'stale',
    'The record has changed since it was read',
    'Somebody has changed the record since you read it, and your change would have written over theirs.',
    'Read the record again, see what has changed (`changedBy`, `changedAt`), and send your change with its tag of today (`currentTag`) as `If-Match`.',
  ],
  'record.unreadable-version': [
    'invalid',
    'The change does not say readably which version it is based on',
    '`If-Match` says which version a change is based on, so that no change of others is lost. What it holds is no entity tag.',
    'Send the `ETag` of the record to the letter, with its quotation marks.',
  ],
  'record.version-required': [
    'unconditional',
    'The change must say which version it is based on',
    'A change says which version it is based on, so that no change of others is lost.',
    'Read the record, and send its `ETag` as `If-Match`; or `*`, where any version will do.',
  ],
});

/** What is told of a refusal besides: the fields at fault, and what its problem says of itself. */
interface Facts extends Readonly<Record<string, unknown>> {
  readonly errors?: readonly FieldError<FaultCode>[];
}

/** A request that the rules of the domain refuse: nothing of it was done. */
export class Refusal extends Error {
  readonly code: ProblemCode;
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
    readonly facts: Facts = {},
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

/** Whether something is refused because the record is not there for the caller. */
export function isUnknown(error: unknown): boolean {
  return error instanceof Refusal && error.problem === RECORD_PROBLEMS['record.unknown'];
}

/** Refuses what would hide a record from who writes it. */
export function outOfSight(what: string): Refusal {
  return new Refusal(
    RECORD_PROBLEMS['record.out-of-sight'],
    `You would not see this ${what} afterwards, so nothing was done: keep yourself among those who do.`,
  );
}

/** Refuses to change what was put away. */
export function archivedRecord(what: string): Refusal {
  return new Refusal(RECORD_PROBLEMS['record.archived'], `This ${what} is archived; restore it first.`);
}
