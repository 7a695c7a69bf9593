import { Global, Module } from '@nestjs/common';
import { CONFIG, Clock, type Config, Database, ProblemCatalog } from '#platform';
import { Admission } from './admission.js';
import { AuditTrail } from './audit/audit-trail.js';
import { RefusedRequests } from './audit/refused-requests.js';
import { Deputies } from './deputies.js';
import { ISSUED_TOKENS, Identities } from './identities.js';
import { IDENTITY_PROBLEMS } from './identity.problems.js';
import type { IssuedTokens } from './oidc/issued-tokens.js';
import { OIDC_PROBLEMS } from './oidc/oidc.problems.js';
import { TimedWork } from './timed-work.js';
import { TokenGuard } from './token.guard.js';
import { Tokens } from './tokens.js';

/** What reads tokens of an identity provider is loaded only where there is one. */
const issuedTokens = {
  provide: ISSUED_TOKENS,
  inject: [CONFIG, Database, Clock, AuditTrail],
  useFactory: async (
    { openId }: Config,
    database: Database,
    clock: Clock,
    audit: AuditTrail,
  ): Promise<IssuedTokens | null> =>
    openId
      ? new (await import('./oidc/issued-tokens.js')).IssuedTokens(openId, database, clock, audit)
      : null,
};

/** Who calls, and what they may do. */
@Global()
@Module({
  providers: [
    Admission,
    AuditTrail,
    Deputies,
    Identities,
    RefusedRequests,
    TimedWork,
    TokenGuard,
    Tokens,
    issuedTokens,
  ],
  exports: [Admission, AuditTrail, Deputies, TimedWork, TokenGuard, Tokens],
})
export class IdentityModule {
  constructor(problems: ProblemCatalog) {
    problems.add(IDENTITY_PROBLEMS);
    problems.add(OIDC_PROBLEMS);
  }
}
