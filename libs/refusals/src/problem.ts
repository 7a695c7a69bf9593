/** Why something is refused, in words that know no HTTP. */
export type RefusalKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'unknown'
  | 'gone'
  | 'conflict'
  | 'contradictory'
  | 'stale'
  | 'unconditional'
  | 'oversized'
  | 'unsupported'
  | 'excessive'
  | 'unavailable';

/** One way in which a request can be refused; callers can read it at `/problems/{code}`. */
export interface Problem<C extends string = string> {
  /** Stable: programs decide by it. */
  readonly code: C;
  readonly kind: RefusalKind;
  readonly title: string;
}

/** Problems by their code. */
export type Problems = Readonly<Record<string, Problem>>;

/**
 * Declares problems by their code: `{ 'place.circle': ['conflict', 'The place would lie in itself'] }`.
 * @returns the problems by code, so that one which is not declared does not compile
 */
export function defineProblems<const P extends Readonly<Record<string, readonly [RefusalKind, string]>>>(
  declared: P,
): { readonly [C in keyof P & string]: Problem<C> } {
  const problems = Object.entries(declared).map(([code, [kind, title]]) => [code, { code, kind, title }]);
  return Object.fromEntries(problems) as { readonly [C in keyof P & string]: Problem<C> };
}

/** What a kind of record with a lifecycle is refused for: a move that its table does not know, or that is not ready. */
export interface MoveProblems {
  readonly illegal: Problem;
  readonly unready: Problem;
}

/**
 * The problems of moving a kind of record from one status to another: `visit.illegal-move`, `visit.not-ready`.
 * @param name its word in messages
 * @param code what its codes begin with
 */
export function moveProblems(name: string, code = name): MoveProblems {
  return {
    illegal: { code: `${code}.illegal-move`, kind: 'conflict', title: `The ${name} cannot make this move` },
    unready: { code: `${code}.not-ready`, kind: 'conflict', title: `The ${name} is not ready for this move` },
  };
}

/** What a violated constraint of the database means: a problem, or fields at fault with the code of their rule. */
export type Violation =
  | { readonly problem: Problem; readonly detail: string }
  | { readonly code: string; readonly detail: string; readonly pointers: readonly string[] };

/** Violations by the name of the constraint. */
export type Constraints = Readonly<Record<string, Violation>>;
