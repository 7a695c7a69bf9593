import { expect } from '@jest/globals';
import type { Problem } from './problem.js';

/** A problem that says in some sentences why, and what helps. */
export function explained(problem: Pick<Problem, 'code' | 'kind' | 'title'>): Problem {
  const sentences = expect.stringMatching(/^[A-Z`].*\.$/) as unknown as string;
  return { ...problem, why: sentences, help: sentences };
}
