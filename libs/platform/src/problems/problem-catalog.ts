import { Injectable } from '@nestjs/common';
import { type Problem, type Problems, RECORD_PROBLEMS } from '#refusals';
import { DATABASE_PROBLEMS } from '../database/database.problems.js';
import { HTTP_PROBLEMS } from '../http/http.problems.js';

/** Every problem that the server can answer with, by its code: those of the platform, and what is added to them. */
@Injectable()
export class ProblemCatalog {
  private readonly known = new Map<string, Problem>();

  constructor() {
    for (const problems of [RECORD_PROBLEMS, HTTP_PROBLEMS, DATABASE_PROBLEMS]) this.add(problems);
  }

  /** Adds problems; a code means one thing. */
  add(problems: Problems): void {
    for (const problem of Object.values(problems)) {
      if (this.known.has(problem.code)) throw new Error(`The problem ${problem.code} is declared twice.`);
      this.known.set(problem.code, problem);
    }
  }

  /** The problem of a code, if there is one. */
  find(code: string): Problem | undefined {
    return this.known.get(code);
  }

  /** All of them, by code. */
  all(): Problem[] {
    return [...this.known.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
  }
}
