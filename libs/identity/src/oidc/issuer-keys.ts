import { Logger } from '@nestjs/common';
import { type JWTVerifyGetKey, createRemoteJWKSet, errors } from 'jose';
import { type Clock, discoveryAddress, isSecure } from '#platform';
import { issuerAway } from './oidc.problems.js';

/** How many milliseconds each of the two answers of the issuer may take. */
const TIMEOUT = 2500;
/** The issuer is asked again after this many milliseconds at the earliest, whoever invents keys meanwhile. */
const COOLDOWN = 5000;
/** Keys that the issuer has withdrawn are forgotten after this many milliseconds. */
const FRESH_FOR = 600_000;

/** The keys that an issuer publishes: read when they are needed, kept while it is away. */
export class IssuerKeys {
  private readonly logger = new Logger('Identity');
  private keys: ReturnType<typeof createRemoteJWKSet> | undefined;
  private readAt = -Infinity;
  private askedAt = -Infinity;
  private isAway = false;
  private asking: Promise<void> | undefined;

  constructor(
    private readonly issuer: string,
    private readonly clock: Clock,
  ) {}

  /**
   * The key that a token says it is signed with.
   * @throws JWKSNoMatchingKey where the issuer has none of that name
   * @throws Refusal `identity.issuer-away` where it cannot be asked
   */
  readonly find: JWTVerifyGetKey = async (header, token) => {
    if (this.since(this.readAt) >= FRESH_FOR) await this.renew();
    if (!this.keys) throw issuerAway();
    try {
      return await this.keys(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      await this.ask();
      if (this.isAway) throw issuerAway();
      return this.keys(header, token);
    }
  };

  // While the issuer is known to be away, nobody whose key is known waits for it.
  private async renew(): Promise<void> {
    const asked = this.ask();
    if (!this.keys || !this.isAway) await asked;
  }

  /** Reads the keys again, once for all who wait, unless that was tried just now. */
  private ask(): Promise<void> {
    if (!this.asking && this.since(this.askedAt) < COOLDOWN) return Promise.resolve();
    return (this.asking ??= this.read().finally(() => {
      this.askedAt = this.clock.now().getTime();
      this.asking = undefined;
    }));
  }

  private async read(): Promise<void> {
    try {
      const options = { timeoutDuration: TIMEOUT, cooldownDuration: Infinity, cacheMaxAge: Infinity };
      const keys = createRemoteJWKSet(await this.discover(), options);
      await keys.reload();
      this.keys = keys;
      this.readAt = this.clock.now().getTime();
      this.isAway = false;
    } catch (error) {
      this.isAway = true;
      this.logger.error(`The keys of ${this.issuer} cannot be read: ${reasonOf(error)}`);
    }
  }

  private async discover(): Promise<URL> {
    const address = discoveryAddress(this.issuer);
    const answer = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT) });
    if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
    const { issuer, jwks_uri: keys } = (await answer.json()) as Readonly<Record<string, unknown>>;
    if (issuer !== this.issuer) throw new Error(`${address} names another issuer: ${String(issuer)}`);
    const url = URL.parse(String(keys));
    if (!url || !isSecure(url)) throw new Error(`${address} names no safe address of its keys`);
    return url;
  }

  // A clock that was set back must not keep the issuer from being asked.
  private since(at: number): number {
    return Math.abs(this.clock.now().getTime() - at);
  }
}

function reasonOf(error: unknown): string {
  const { message, cause } = error as Error;
  return cause instanceof Error ? `${message} (${cause.message})` : message;
}
