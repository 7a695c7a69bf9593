import type { Problem, ProblemCode } from './generated/types.gen.js';

/** A refusal or failure that the server has told. */
export class CorteoProblem<Code extends ProblemCode = ProblemCode> extends Error {
  override readonly name = 'CorteoProblem';
  readonly code: Code;
  readonly status: number;
  /** Every field at fault, with the rule that it breaks as a `FieldCode`. */
  readonly errors: NonNullable<Problem['errors']>;
  /** The moves that are allowed from here. */
  readonly allowed: NonNullable<Problem['allowed']>;
  /** What the move still lacks. */
  readonly missing: NonNullable<Problem['missing']>;

  constructor(
    /** All that the server told, with what some kinds of problem tell besides. */
    readonly problem: Problem & { readonly code: Code },
  ) {
    super(problem.detail);
    this.code = problem.code;
    this.status = problem.status;
    this.errors = problem.errors ?? [];
    this.allowed = problem.allowed ?? [];
    this.missing = problem.missing ?? [];
  }
}

/** What stands between may answer too, a proxy for one, and tells no problem of Corteo. */
export class UnexpectedAnswer extends Error {
  override readonly name = 'UnexpectedAnswer';

  constructor(
    readonly status: number,
    readonly body: unknown,
  ) {
    super(`The server answered ${status}.`);
  }
}

/** Whether an error is a problem that the server has told, with one of these codes where any is given. */
export function isProblem<Code extends ProblemCode = ProblemCode>(
  error: unknown,
  ...codes: readonly Code[]
): error is CorteoProblem<Code> {
  return error instanceof CorteoProblem && (codes.length === 0 || codes.includes(error.code as Code));
}

/** What is thrown for an answer, from its body as it was read; a failure of the network stays what it is. */
export function toError(body: unknown, answer: Response | undefined): unknown {
  if (!answer) return body;
  if (answer.ok)
    return body instanceof SyntaxError ? new UnexpectedAnswer(answer.status, body.message) : body;
  return isTold(body) ? new CorteoProblem(body) : new UnexpectedAnswer(answer.status, body);
}

/**
 * Lets an answer pass that is what was asked for, or a refusal; where somebody has to sign in first, a page may come instead.
 * @throws UnexpectedAnswer for what is of no type, and for a page that nobody asked for
 */
export async function expectAnswer(answer: Response, { headers }: Request): Promise<Response> {
  const type = answer.headers.get('content-type');
  const isExpected = type?.startsWith('text/html') ? headers.get('accept')?.includes('text/html') : type;
  if (!answer.ok || answer.status === 204 || isExpected) return answer;
  throw new UnexpectedAnswer(answer.status, await answer.text());
}

/** The code of a problem that an answer tells, which can still be read afterwards. */
export async function readCode(answer: Response): Promise<ProblemCode | undefined> {
  if (!answer.headers.get('content-type')?.startsWith('application/problem+json')) return undefined;
  // What cannot be read is told by whoever reads it for good.
  const body: unknown = await answer
    .clone()
    .json()
    .catch(() => undefined);
  return isTold(body) ? body.code : undefined;
}

function isTold(body: unknown): body is Problem {
  const { code, detail } = (body ?? {}) as Partial<Problem>;
  return typeof code === 'string' && typeof detail === 'string';
}
