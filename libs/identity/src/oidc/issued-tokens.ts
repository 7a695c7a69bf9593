import { hash } from 'node:crypto';
import { Logger } from '@nestjs/common';
import { type JWTVerifyResult, decodeJwt, errors, jwtVerify } from 'jose';
import { type Clock, ConfigurationError, type Database, type OpenIdConfig } from '#platform';
import { Refusal } from '#refusals';
import type { AuditTrail } from '../audit/audit-trail.js';
import { ROLE_NAMES, scopesOf } from '../roles.js';
import { TokenMemory } from '../token-memory.js';
import type { Identity } from '../token.js';
import {
  type Claims,
  chosenScopes,
  fallbackName,
  givesAccess,
  nameOf,
  organizationsOf,
  roleOf,
  subjectOf,
} from './claims.js';
import { IssuerKeys } from './issuer-keys.js';
import { issuerAway, lacksRole, tokenExpired } from './oidc.problems.js';
import { Users } from './users.js';

/** Signatures by keys of which nobody else knows the secret half. */
const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA'];
/** How many seconds the clocks of the issuer and of this machine may differ. */
const TOLERANCE = 60;
/** Access tokens of an identity provider (RFC 9068): checked against its keys, then from memory for half a minute. */
export class IssuedTokens {
  private readonly logger = new Logger('Identity');
  private readonly keys: IssuerKeys;
  private readonly users: Users;
  private readonly memory = new TokenMemory();

  /** @throws ConfigurationError where its words stand for roles that there are not */
  constructor(
    private readonly config: OpenIdConfig,
    database: Database,
    private readonly clock: Clock,
    audit: AuditTrail,
  ) {
    assertRoles(config);
    this.keys = new IssuerKeys(config.issuer, clock);
    this.users = new Users(database, clock, audit);
  }

  /**
   * Whom a token stands for, or null where it is not one of the issuer for Corteo.
   * @param admit is asked before a token is looked at that was not valid when it was last sent here
   * @throws Refusal where it is one, but has ended or gives no role, and where the issuer cannot be asked
   */
  async identify(token: string, admit?: () => Promise<void>): Promise<Identity | null> {
    const key = hash('sha256', token, 'hex');
    const now = this.clock.now().getTime();
    const known = this.memory.find(key, now);
    if (known?.holds) return known.identity;
    if (!known) await admit?.();
    const { moment } = this.memory;
    const claims = await this.check(token);
    const identity = claims && (await this.identityOf(key, claims));
    if (identity) this.memory.keep(key, identity, now, moment);
    return identity;
  }

  /** What a valid token says, or null. */
  private async check(token: string): Promise<Claims | null> {
    const { payload, protectedHeader } = (await this.verify(token)) ?? {};
    if (!payload || !givesAccess(protectedHeader!.typ, payload, this.clock.now())) return null;
    return payload;
  }

  private async verify(token: string): Promise<JWTVerifyResult | null> {
    const { issuer, audience } = this.config;
    try {
      // Whose token it is not need not be found out with keys.
      if (decodeJwt(token).iss !== issuer) return null;
      return await jwtVerify(token, this.keys.find, {
        issuer,
        audience,
        algorithms: ALGORITHMS,
        clockTolerance: TOLERANCE,
        currentDate: this.clock.now(),
        requiredClaims: ['sub', 'exp'],
      });
    } catch (error) {
      return this.explain(error);
    }
  }

  private explain(error: unknown): null {
    if (error instanceof errors.JWTExpired) throw tokenExpired();
    if (error instanceof errors.JOSEError) return null;
    if (error instanceof Refusal) throw error;
    this.logger.error(`A key of ${this.config.issuer} cannot be used: ${(error as Error).message}`);
    throw issuerAway();
  }

  private async identityOf(token: string, claims: Claims): Promise<Identity | null> {
    const { issuer, rolesClaim, roles, organizationsClaim } = this.config;
    const subject = subjectOf(claims);
    if (subject === null) return null;
    const role = roleOf(claims, rolesClaim, roles);
    if (!role) {
      await this.users.dismiss({ issuer, subject });
      throw lacksRole(rolesClaim);
    }
    const user = { issuer, subject, name: nameOf(claims), fallback: fallbackName(subject, claims), role };
    return {
      token,
      actor: await this.users.meet(user),
      role,
      scopes: scopesOf(role, chosenScopes(claims)),
      organizations: organizationsOf(claims, organizationsClaim),
      endsAt: (Number(claims.exp) + TOLERANCE) * 1000,
    };
  }
}

function assertRoles({ roles }: OpenIdConfig): void {
  const unknown = roles?.values().find((role) => !(ROLE_NAMES as string[]).includes(role));
  if (unknown)
    throw new ConfigurationError(
      `OIDC_ROLES names the role ${unknown}, which there is not; there are ${ROLE_NAMES.join(', ')}.`,
    );
}
