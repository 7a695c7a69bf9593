import { type Answer, parse } from '../traffic/client.js';
import { Tally } from '../traffic/figures.js';
import type { Fault } from './faults.js';

const SLOW_MS = 1000;
const TELLS =
  /QueryFailedError|syntax error at|invalid input syntax|relation "|violates (unique|foreign|check|not-null)|node_modules|\bat .+\.js:\d+|pg_catalog|operator does not exist|PostgresError/;

interface Problem {
  readonly type?: unknown;
  readonly title?: unknown;
  readonly status?: unknown;
  readonly code?: unknown;
}

/** Looks at answers, and keeps what is wrong with them. */
export class Judge {
  readonly statuses = new Tally();
  readonly wrong = {
    failures: [] as string[],
    silent: [] as string[],
    shapeless: [] as string[],
    slow: [] as string[],
    telling: [] as string[],
  };
  slowest = 0;

  see(fault: Fault, answer: Answer): void {
    const { status, ms, text } = answer;
    this.statuses.add(status);
    this.slowest = Math.max(this.slowest, ms);
    const what = `${fault.method} ${fault.template} ${fault.where}`;
    if (status === 0) this.wrong.silent.push(`${what}: ${answer.error}`);
    if (status >= 500) this.wrong.failures.push(`${what}: ${status}`);
    if (status >= 400 && !isProblem(answer))
      this.wrong.shapeless.push(`${what}: ${status} ${text.slice(0, 40)}`);
    if (ms > SLOW_MS) this.wrong.slow.push(`${what}: ${ms.toFixed(0)} ms`);
    if (status >= 400 && TELLS.test(text)) this.wrong.telling.push(what);
  }
}

/** Whether an error is told as a problem document of the same status, with a code. */
export function isProblem({ status, headers, text }: Answer): boolean {
  if (!headers['content-type']?.startsWith('application/problem+json')) return false;
  const problem = (parse(text) ?? {}) as Problem;
  const words = [problem.type, problem.title, problem.code];
  return problem.status === status && words.every((word) => typeof word === 'string' && word !== '');
}
