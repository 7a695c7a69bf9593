import type { CanActivate, Type } from '@nestjs/common';
import { type NestFastifyApplication, FastifyAdapter } from '@nestjs/platform-fastify';
import { NestFactory } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Admission, TokenGuard } from '#identity';
import {
  AddressIdsGuard,
  AnswerInterceptor,
  BODY_LIMIT,
  type Config,
  InputPipe,
  ProblemFilter,
  Routes,
  announceDeprecations,
  acceptBytes,
  acceptJsonBodies,
  acceptStreams,
  refuseEncodedBodies,
  refuseMalformedQueries,
  refuseUnacceptable,
} from '#platform';
import { NamedFiltersGuard } from '#records';
import { AppModule } from './app.module.js';
import { compressAnswers } from './compression.js';
import { connectionLimits } from './connections.js';
import { allowOrigins, shareWith } from './cors.js';
import { serveDocumentation } from './documentation.js';
import { withoutSlash } from './addresses.js';
import { answerOddities, rejectConnection, rejectRequest } from './rejections.js';
import { securityHeaders } from './security-headers.js';
import { limitServer } from './shedding.js';
import { requestIdOf } from './telemetry/request-id.js';
import type { Watch } from './telemetry/request-watch.js';
import { type LogTarget, type Surroundings, openTelemetry } from './telemetry/telemetry.js';
import { UnaskedQueryGuard } from './unasked-query.guard.js';

/** What is not a part of the interface that has versions. */
const BESIDE = ['/', 'health/{*path}', 'problems', 'problems/{*path}', '.well-known/{*path}'];

/** What the server is taught before the office is built on it. */
const PREPARATIONS = [
  announceDeprecations,
  acceptJsonBodies,
  acceptStreams,
  acceptBytes,
  refuseEncodedBodies,
  refuseMalformedQueries,
  answerOddities,
];

/**
 * Builds the server, the same for `npm start` and for the tests. It does not listen yet, nor open its database.
 * @param databaseUrl where the data is
 * @param log where it writes its log, unless as lines of JSON to the standard output
 * @param features those of the office, unless others are named
 * @param surroundings what metrics tell of what it stands on
 */
export async function createServer(
  config: Config,
  databaseUrl: string,
  log?: LogTarget,
  features?: readonly Type<object>[],
  surroundings: Surroundings = {},
): Promise<NestFastifyApplication> {
  const adapter = createAdapter(config, (request, reply) => telemetry.watch(request, reply));
  const server = adapter.getInstance<FastifyInstance>();
  // First, so that it sees what the limits refuse.
  const telemetry = await openTelemetry(server, config, log);
  await limitServer(server, config.limits);
  for (const prepare of PREPARATIONS) prepare(server);
  await compressAnswers(server);
  const office = AppModule.of(config, databaseUrl, features);
  const app = await NestFactory.create<NestFastifyApplication>(office, adapter, {
    bodyParser: false,
    logger: telemetry.logger,
    abortOnError: false,
  });
  await keepDoor(app, server, config);
  app.useSecurityHeaders(securityHeaders(config));
  app.setGlobalPrefix('v1', { exclude: BESIDE });
  app.useGlobalGuards(...guardsOf(app));
  app.useGlobalInterceptors(app.get(AnswerInterceptor));
  app.useGlobalPipes(new InputPipe());
  app.useGlobalFilters(app.get(ProblemFilter));
  serveDocumentation(app);
  telemetry.measure(app, surroundings);
  return app;
}

function guardsOf(app: NestFastifyApplication): CanActivate[] {
  const ids = new AddressIdsGuard(app.get(Routes));
  return [app.get(TokenGuard), ids, new UnaskedQueryGuard(), app.get(NamedFiltersGuard)];
}

/** Who is let in, and to be answered how, is found out before anything of a body is read. */
async function keepDoor(app: NestFastifyApplication, server: FastifyInstance, config: Config): Promise<void> {
  app.get(Routes).follow(server);
  await app.get(Admission).follow(server);
  refuseUnacceptable(server);
  allowOrigins(app, config);
}

function createAdapter({ trustedProxies, limits, corsOrigins }: Config, watch: Watch): FastifyAdapter {
  const share = (request: FastifyRequest, reply: FastifyReply): void =>
    shareWith(corsOrigins, request, reply);
  return new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    trustProxy: trustedProxies.length > 0 && [...trustedProxies],
    ...connectionLimits(limits),
    rewriteUrl: withoutSlash,
    routerOptions: { maxParamLength: 500 },
    genReqId: requestIdOf,
    frameworkErrors: rejectRequest(watch, share),
    clientErrorHandler: rejectConnection,
  });
}
