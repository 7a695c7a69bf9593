import type { LogLevel, Type } from '@nestjs/common';
import { type NestFastifyApplication, FastifyAdapter } from '@nestjs/platform-fastify';
import { NestFactory } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { Admission, TokenGuard } from '#identity';
import {
  AnswerInterceptor,
  BODY_LIMIT,
  type Config,
  InputPipe,
  ProblemFilter,
  Routes,
  acceptJsonBodies,
  refuseMalformedQueries,
  spellIdsAlike,
} from '#platform';
import { AppModule } from './app.module.js';
import { connectionLimits } from './connections.js';
import { serveDocumentation } from './documentation.js';
import { rejectConnection, rejectRequest } from './rejections.js';
import { securityHeaders } from './security-headers.js';
import { limitServer } from './shedding.js';

/** What is not a part of the interface that has versions. */
const BESIDE = ['health/{*path}', 'problems', 'problems/{*path}', '.well-known/{*path}'];

/**
 * Builds the server, the same for `npm start` and for the tests. It does not listen yet, nor open its database.
 * @param databaseUrl where the data is
 * @param logger what it writes to the log
 * @param features those of the office, unless others are named
 */
export async function createServer(
  config: Config,
  databaseUrl: string,
  logger: LogLevel[] = ['fatal', 'error', 'warn', 'log'],
  features?: readonly Type<object>[],
): Promise<NestFastifyApplication> {
  const adapter = createAdapter(config);
  const server = adapter.getInstance<FastifyInstance>();
  await limitServer(server, config.limits);
  for (const prepare of [acceptJsonBodies, refuseMalformedQueries, spellIdsAlike]) prepare(server);
  const office = AppModule.of(config, databaseUrl, features);
  const app = await NestFactory.create<NestFastifyApplication>(office, adapter, {
    bodyParser: false,
    logger,
  });
  app.get(Routes).follow(server);
  await app.get(Admission).follow(server);
  app.useSecurityHeaders(securityHeaders(config));
  app.setGlobalPrefix('v1', { exclude: BESIDE });
  app.useGlobalGuards(app.get(TokenGuard));
  app.useGlobalInterceptors(app.get(AnswerInterceptor));
  app.useGlobalPipes(new InputPipe());
  app.useGlobalFilters(app.get(ProblemFilter));
  serveDocumentation(app);
  return app;
}

function createAdapter({ trustedProxies, limits }: Config): FastifyAdapter {
  return new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    trustProxy: trustedProxies.length > 0 && [...trustedProxies],
    ...connectionLimits(limits),
    routerOptions: { maxParamLength: 500 },
    frameworkErrors: rejectRequest,
    clientErrorHandler: rejectConnection,
  });
}
