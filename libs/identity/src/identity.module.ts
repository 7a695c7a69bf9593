import { Global, Module } from '@nestjs/common';
import { ProblemCatalog } from '#platform';
import { Admission } from './admission.js';
import { AuditTrail } from './audit/audit-trail.js';
import { RefusedRequests } from './audit/refused-requests.js';
import { Deputies } from './deputies.js';
import { IDENTITY_PROBLEMS } from './identity.problems.js';
import { TokenGuard } from './token.guard.js';
import { Tokens } from './tokens.js';

/** Who calls, and what they may do. */
@Global()
@Module({
  providers: [Admission, AuditTrail, Deputies, RefusedRequests, TokenGuard, Tokens],
  exports: [Admission, AuditTrail, Deputies, TokenGuard, Tokens],
})
export class IdentityModule {
  constructor(problems: ProblemCatalog) {
    problems.add(IDENTITY_PROBLEMS);
  }
}
