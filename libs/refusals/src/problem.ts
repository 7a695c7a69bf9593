import type { FieldCode } from './field-code.js';
import { type ExplainedCode, type Explanation, explanationOf } from './explanation.js';

/** Why something is refused, in words that know no HTTP. */
export type RefusalKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'unknown'
  | 'unallowed'
  | 'unacceptable'
  | 'late'
  | 'gone'
  | 'conflict'
  | 'contradictory'
  | 'stale'
  | 'unconditional'
  | 'oversized'
  | 'unsupported'
  | 'excessive'
  | 'unavailable'
  | 'broken';

/** The code of a problem: what it is about, and what happened. The dot tells it from the code of a field. */
export type ProblemCode = `${string}.${string}`;

/** One way in which a request can be refused; callers can read it at `/problems/{code}`. */
export interface Problem<C extends ProblemCode = ProblemCode> extends Explanation {
  /** Stable: programs decide by it. */
  readonly code: C;
  readonly kind: RefusalKind;
  /** What happened. */
  readonly title: string;
}

/** Problems by their code. */
export type Problems = Readonly<Record<string, Problem>>;

/** What is said of a problem: why and what helps, too, unless the end of its code says it of every kind of record. */
type Declaration<C> =
  | readonly [kind: RefusalKind, title: string, why: string, help: string]
  | (C extends ExplainedCode ? readonly [kind: RefusalKind, title: string] : never);

/**
 * Declares problems by their code: what kind they are, what happened, why, and what helps.
 * `{ 'place.circle': ['conflict', 'The place would lie in itself'] }` needs no more, since every circle is explained alike.
 * @returns the problems by code, so that one which is not declared does not compile
 */
export function defineProblems<const P extends { readonly [C in keyof P]: Declaration<C> }>(
  declared: P,
): { readonly [C in keyof P & ProblemCode]: Problem<C> } {
  const entries = Object.entries<Declaration<ExplainedCode>>(declared);
  const problems = entries.map(([code, [kind, title, why, help]]) => {
    const explanation =
      why !== undefined && help !== undefined ? { why, help } : explanationOf(code as ExplainedCode);
    return [code, { code, kind, title, ...explanation }];
  });
  return Object.fromEntries(problems) as { readonly [C in keyof P & ProblemCode]: Problem<C> };
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
    illegal: {
      code: `${code}.illegal-move`,
      kind: 'conflict',
      title: `The ${name} cannot make this move`,
      why: `From the status that the ${name} has, no way leads to the one that is asked for.`,
      help: `Choose one of the statuses in \`allowed\`. \`GET …/transitions\` of the ${name} lists them, too.`,
    },
    unready: {
      code: `${code}.not-ready`,
      kind: 'conflict',
      title: `The ${name} is not ready for this move`,
      why: `The status that is asked for promises what the ${name} does not have yet.`,
      help: `Add to the ${name} what \`missing\` names, then move it again.`,
    },
  };
}

/** What a violated constraint of the database means: a problem, or fields at fault with the code of their rule. */
export type Violation =
  | { readonly problem: Problem; readonly detail: string }
  | { readonly code: FieldCode; readonly detail: string; readonly pointers: readonly string[] };

/** Violations by the name of the constraint. */
export type Constraints = Readonly<Record<string, Violation>>;
