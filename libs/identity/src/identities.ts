import { Inject, Injectable } from '@nestjs/common';
import { Refusal } from '#refusals';
import { IDENTITY_PROBLEMS } from './identity.problems.js';
import type { IssuedTokens } from './oidc/issued-tokens.js';
import type { Identity } from './token.js';
import { Tokens } from './tokens.js';

/** The access tokens of the identity provider; null where none is configured. */
export const ISSUED_TOKENS = Symbol('issued tokens');

/** Whom access tokens stand for: those of the house, and those of its identity provider. */
@Injectable()
export class Identities {
  constructor(
    private readonly tokens: Tokens,
    @Inject(ISSUED_TOKENS) private readonly issued: IssuedTokens | null,
  ) {}

  /**
   * Whom a token stands for.
   * @param admit is asked before a token is looked at that was not valid when it was last sent here
   * @throws Refusal `identity.…` where it does not stand for anybody, or that cannot be found out
   */
  async identify(token: string, admit: () => Promise<void>): Promise<Identity> {
    const source = this.issued && isJwt(token) ? this.issued : this.tokens;
    const identity = await source.identify(token, admit);
    if (identity) return identity;
    throw new Refusal(
      IDENTITY_PROBLEMS['identity.invalid'],
      'The access token is unknown, revoked, or not sent as “Bearer …”.',
    );
  }
}

function isJwt(token: string): boolean {
  return /^[\w-]+\.[\w-]+\.[\w-]*$/.test(token);
}
