import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { RouteAccess } from '#identity';
import type { Config } from '#platform';
import { vary } from './vary.js';

/** What pages of other origins may send. */
const ALLOWED_HEADERS = [
  'Accept-Language',
  'Authorization',
  'Content-Disposition',
  'Content-Type',
  'Corteo-On-Behalf-Of',
  'Corteo-Reason',
  'Idempotency-Key',
  'If-Match',
  'If-None-Match',
  'traceparent',
  'X-Request-Id',
];

/** What they may read, besides what every page may. */
const EXPOSED_HEADERS = [
  'Allow',
  'Content-Disposition',
  'Deprecation',
  'ETag',
  'Link',
  'Location',
  'RateLimit-Limit',
  'RateLimit-Remaining',
  'RateLimit-Reset',
  'Retry-After',
  'Sunset',
  'WWW-Authenticate',
  'X-Corteo-Beyond-Limit',
  'X-Corteo-Large',
  'X-Corteo-Took-Along',
  'X-Corteo-Undated',
  'X-Request-Id',
];

/** For how many seconds a browser need not ask again. */
const REMEMBERED = 3600;

const ALLOWED_ORIGIN = 'access-control-allow-origin';

const OPEN: RouteAccess = { open: 'to-anybody' };

/** Lets web pages of the configured origins call the interface; they send a token themselves, and no cookie. */
export function allowOrigins(app: NestFastifyApplication, { corsOrigins }: Config): void {
  if (corsOrigins.length === 0) return;
  const server: FastifyInstance = app.getHttpAdapter().getInstance();
  server.addHook('onRoute', (route) => {
    if (route.url === '*') route.config = { ...route.config, ...OPEN };
  });
  app.enableCors({
    origin: (origin: string | undefined, decide: (error: Error | null, isAllowed: boolean) => void) =>
      decide(null, origin !== undefined && corsOrigins.includes(origin)),
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    allowedHeaders: ALLOWED_HEADERS,
    exposedHeaders: EXPOSED_HEADERS,
    maxAge: REMEMBERED,
    // What is no preflight is refused as everything else is, with a problem.
    strictPreflight: false,
  });
  server.addHook('onSend', (request, reply, payload, done) => {
    shareWith(corsOrigins, request, reply);
    done(null, payload);
  });
}

/** Lets a page of one of these origins read an answer, also where it was given before anybody asked for the origin. */
export function shareWith(
  origins: readonly string[],
  { headers: { origin } }: FastifyRequest,
  reply: FastifyReply,
): void {
  if (origins.length === 0) return;
  vary(reply, 'Origin');
  if (origin === undefined || !origins.includes(origin) || reply.hasHeader(ALLOWED_ORIGIN)) return;
  void reply.headers({
    [ALLOWED_ORIGIN]: origin,
    'access-control-expose-headers': EXPOSED_HEADERS.join(', '),
  });
}
