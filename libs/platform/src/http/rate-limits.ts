import { Inject, Injectable } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '#refusals';
import type { CallingRequest } from '../caller.js';
import { CONFIG, type Config } from '../config.js';
import { HTTP_PROBLEMS } from './http.problems.js';

/** What is counted: requests by their token, requests of an address without one, and its tokens that are not known. */
export type Counted = keyof Config['rateLimits'];

type Limiter = ReturnType<FastifyInstance['createRateLimit']>;
type Count = Exclude<Awaited<ReturnType<Limiter>>, { isAllowed: true }>;

const WINDOW = 60_000;
/** Tokens, or addresses, that are counted at once. */
const COUNTED_AT_MOST = 10_000;

const WORDS: Readonly<Record<Counted, string>> = {
  token: 'requests with this access token',
  address: 'requests without an access token from this address',
  failures:
    'requests with unknown access tokens from this address; those that have been used here before still work',
};

/** Counts requests, in the memory of this instance, and refuses those beyond the limits of the configuration. */
@Injectable()
export class RateLimits {
  private readonly limiters = new Map<Counted, Limiter>();

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Makes it ready to count the requests to a server. */
  async follow(server: FastifyInstance): Promise<void> {
    const limited = (Object.entries(this.config.rateLimits) as [Counted, number][]).filter(
      ([, max]) => max > 0,
    );
    if (limited.length === 0) return;
    const { default: rateLimit } = await import('@fastify/rate-limit');
    await server.register(rateLimit, { global: false, cache: COUNTED_AT_MOST });
    for (const [counted, max] of limited)
      this.limiters.set(counted, server.createRateLimit({ max, timeWindow: WINDOW, ...KEYS[counted] }));
  }

  /**
   * Counts a request, and tells its answer how many more there may be.
   * @throws Refusal `request.too-many`
   */
  async count(counted: Counted, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    await this.judge(counted, request, reply, true);
  }

  /**
   * Looks whether there have been too many already, without counting this one.
   * @throws Refusal `request.too-many`
   */
  async look(counted: Counted, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    await this.judge(counted, request, reply, false);
  }

  private async judge(
    counted: Counted,
    request: FastifyRequest,
    reply: FastifyReply,
    increment: boolean,
  ): Promise<void> {
    const limiter = this.limiters.get(counted);
    if (!limiter) return;
    const count = (await limiter(request, { increment })) as Count;
    if (increment || count.isExceeded) tell(reply, count);
    if (count.isExceeded) throw tooMany(counted, count);
  }
}

/** What a request is counted by: its address (the network of 64 bits, of version 6), where nothing else is said. */
const KEYS: Readonly<Record<Counted, { keyGenerator?: (request: FastifyRequest) => string }>> = {
  token: { keyGenerator: (request) => (request as CallingRequest).token! },
  address: {},
  failures: {},
};

function tell(reply: FastifyReply, { max, remaining, ttlInSeconds, isExceeded }: Count): void {
  void reply.header('ratelimit-limit', max);
  void reply.header('ratelimit-remaining', remaining);
  void reply.header('ratelimit-reset', ttlInSeconds);
  if (isExceeded) void reply.header('retry-after', ttlInSeconds);
}

function tooMany(counted: Counted, { max, ttlInSeconds }: Count): Refusal {
  return new Refusal(
    HTTP_PROBLEMS['request.too-many'],
    `A minute takes at most ${max} ${WORDS[counted]}. Go on in ${ttlInSeconds} seconds.`,
  );
}
