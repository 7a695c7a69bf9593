import { Global, Module } from '@nestjs/common';
import { ProblemCatalog } from '#platform';
import { Admission } from './admission.js';
<<<<<<< HEAD
import { Deputies } from './deputies.js';
=======
import { AuditTrail } from './audit/audit-trail.js';
import { RefusedRequests } from './audit/refused-requests.js';
>>>>>>> a205b9a (Keep an audit apart from the log)
import { IDENTITY_PROBLEMS } from './identity.problems.js';
import { TokenGuard } from './token.guard.js';
import { Tokens } from './tokens.js';

/** Who calls, and what they may do. */
@Global()
@Module({
<<<<<<< HEAD
  providers: [Admission, AuditTrail, Deputies, RefusedRequests, TokenGuard, Tokens],
  exports: [Admission, AuditTrail, Deputies, TokenGuard, Tokens],
=======
  providers: [Admission, AuditTrail, RefusedRequests, TokenGuard, Tokens],
  exports: [Admission, AuditTrail, TokenGuard, Tokens],
>>>>>>> a205b9a (Keep an audit apart from the log)
})
export class IdentityModule {
  constructor(problems: ProblemCatalog) {
    problems.add(IDENTITY_PROBLEMS);
  }
}
