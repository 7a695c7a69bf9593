import { Global, Module } from '@nestjs/common';
import { ProblemCatalog } from '#platform';
import { IDENTITY_PROBLEMS, TokenGuard } from './token.guard.js';
import { Tokens } from './tokens.js';

/** Who calls, and what they may do. */
@Global()
@Module({ providers: [TokenGuard, Tokens], exports: [TokenGuard, Tokens] })
export class IdentityModule {
  constructor(problems: ProblemCatalog) {
    problems.add(IDENTITY_PROBLEMS);
  }
}
