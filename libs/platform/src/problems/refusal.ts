/** Why something is refused, in words that know no HTTP. */
export type RefusalKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'unknown'
  | 'conflict'
  | 'contradictory'
  | 'stale'
  | 'unconditional'
  | 'unavailable';

interface Problem {
  readonly kind: RefusalKind;
  readonly title: string;
}

const catalog = new Map<string, Problem>();

/**
 * Declares the refusals that a feature can raise, by stable code; callers can read each at `/problems/{code}`.
 * The codes come back as a type, so that only declared ones can be raised.
 */
export function defineProblems<const P extends Record<string, readonly [RefusalKind, string]>>(
  problems: P,
): keyof P & string {
  for (const [code, [kind, title]] of Object.entries(problems)) catalog.set(code, { kind, title });
  return undefined as never;
}

/** The declared problem of a code, if there is one. */
export function findProblem(code: string): Problem | undefined {
  return catalog.get(code);
}

/** One field at fault: a JSON pointer into the body, or `?name` for a query parameter. */
export interface FieldError {
  readonly pointer: string;
  readonly detail: string;
  readonly code: string;
}

/** A request that the rules of the domain refuse: nothing of it was done. */
export class Refusal extends Error {
  readonly kind: RefusalKind;
  readonly title: string;

  /**
   * @param code a code declared with `defineProblems`
   * @param detail what is wrong and what would help, for an organizer
   * @param facts further members of the answer, such as `allowed` or `missing`
   */
  constructor(
    readonly code: string,
    detail: string,
    readonly facts: Readonly<Record<string, unknown>> = {},
  ) {
    super(detail);
    const problem = catalog.get(code);
    if (!problem) throw new Error(`The problem ${code} is not declared.`);
    this.kind = problem.kind;
    this.title = problem.title;
  }
}

defineProblems({
  'request.invalid': ['invalid', 'The request has fields that cannot be accepted'],
  'record.unknown': ['unknown', 'There is no such record'],
  'record.stale': ['stale', 'The record has changed since it was read'],
  'record.version-required': ['unconditional', 'The change must say which version it is based on'],
});

/** Refuses input, naming every field at fault. */
export function invalid(errors: readonly FieldError[]): Refusal {
  const first = errors[0]!;
  const detail =
    errors.length === 1
      ? first.detail
      : `${errors.length} fields cannot be accepted; the first: ${first.detail}`;
  return new Refusal('request.invalid', detail, { errors: errors.slice(0, 100) });
}

/** Refuses input where a rule found fields at fault. */
export function assertValid(errors: readonly FieldError[]): void {
  if (errors.length > 0) throw invalid(errors);
}

/** Refuses to speak of a record that is not there for this caller. */
export function unknownRecord(what: string): Refusal {
  return new Refusal('record.unknown', `There is no ${what} with this id.`);
}
