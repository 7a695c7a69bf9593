import { readFileSync } from 'node:fs';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { FastifyInstance } from 'fastify';
import type { RouteAccess } from '#identity';
import { CONFIG, type Config, type OfferingRoute, onFirstUse } from '#platform';
import { keepCompressed } from './compression.js';
import { documentSignIn, signInOptions } from './sign-in.js';
import { PAGE } from './swagger-ui.js';

const OPEN: RouteAccess & OfferingRoute = { open: 'to-anybody', offers: [] };

const offering = (...offers: string[]): OfferingRoute => ({ offers });

/** Everybody reads the documentation, and it stays as it is. */
function openDocumentation(server: FastifyInstance): void {
  const compressed = keepCompressed();
  server.addHook('onRoute', (route) => {
    if (/^\/(?:docs|openapi\.json|schemas)\b/.test(route.url)) {
      route.config = { ...OPEN, ...route.config };
      route.onSend = [route.onSend ?? [], compressed].flat();
    }
  });
}

/**
 * Serves the document at /openapi.json, the schema of dossiers, and Swagger UI at /docs, from this server alone: as they
 * are committed, since to compose them would hold everybody up for a second.
 */
export function serveDocumentation(app: NestFastifyApplication): void {
  const config = app.get<Config>(CONFIG);
  const document = onFirstUse(() => documentSignIn(readCommitted('openapi.json') as OpenAPIObject, config));
  const text = onFirstUse(() => Buffer.from(JSON.stringify(document())));
  const schema = onFirstUse(() => Buffer.from(JSON.stringify(readCommitted('dossier.schema.json'))));
  const server: FastifyInstance = app.getHttpAdapter().getInstance();
  openDocumentation(server);
  // Swagger's own route would write it out again for everybody who asks.
  server.get('/openapi.json', { config: offering('application/json') }, (_request, reply) =>
    reply.type('application/json').send(text()),
  );
  server.get(
    '/schemas/dossier.json',
    { config: offering('application/schema+json', 'application/json') },
    (_request, reply) => reply.type('application/schema+json').send(schema()),
  );
  // What is given here would be read as a part of the page, and all of it laid out at once.
  SwaggerModule.setup('docs', app, {} as OpenAPIObject, {
    raw: false,
    swaggerUrl: '/openapi.json',
    customSiteTitle: 'Corteo',
    swaggerOptions: { ...PAGE, ...signInOptions(config) },
  });
}

/** What `npm run openapi` wrote, of which the build has a copy. */
function readCommitted(file: string): object {
  return JSON.parse(readFileSync(new URL(`../${file}`, import.meta.url), 'utf8')) as object;
}
