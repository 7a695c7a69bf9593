import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { FastifyInstance } from 'fastify';
import { DossierOutline } from '#dossiers';
import type { RouteAccess } from '#identity';
import { CONFIG, type Config, type OfferingRoute, ProblemCatalog, Routes } from '#platform';
import { Kinds } from '#records';
import { keepCompressed } from './compression.js';
import { DossierSchema } from './dossier-schema.js';
import { closeSchemas, countInWholes, orderEnumerations } from './openapi.schemas.js';
import { documentHeaders } from './openapi.headers.js';
import { spreadEventPaths } from './openapi.events.js';
import { exemplifyAnswers } from './openapi.answers.js';
import { exemplify } from './openapi.examples.js';
import { documentGroups } from './openapi.groups.js';
import { nameOperations } from './openapi.operation-ids.js';
import { documentOnce } from './openapi.once.js';
import { orderDocument } from './openapi.order.js';
import { documentKinds } from './openapi.kinds.js';
import { documentLimits } from './openapi.limits.js';
import { documentNames } from './openapi.names.js';
import { documentMerged } from './openapi.merged.js';
import { documentPaths } from './openapi.paths.js';
import { documentProblems } from './openapi.problems.js';
import { documentDeprecations } from './openapi.deprecations.js';
import { documentScopes } from './openapi.scopes.js';
import { shareParts } from './openapi.shared.js';
import { documentStatuses } from './openapi.statuses.js';
import { dropUnused } from './openapi.unused.js';
import { describeEntries, exemplifiedValues, nameConstants, orderProperties } from './openapi.values.js';
import { documentSignIn, signInOptions } from './sign-in.js';
import { PAGE } from './swagger-ui.js';

const DESCRIPTION = `Delegations, visits and forums of an international-relations office.

Every record has an \`id\`, a \`version\` and an entity tag; changes send the tag back as \`If-Match\`.
Dates may be as vague as the office knows them: \`2018-07-12\`, \`2018-07\`, \`2018\`, \`201X\`; \`2018-23\` is an autumn,
\`2018-34\` a quarter, \`2018-40\` half a year.
Names are kept in every language and script; \`Accept-Language\` chooses the one to show.
Refusals are \`application/problem+json\` with a stable \`code\` that \`/problems/{code}\` explains.
Every answer says in \`X-Request-Id\` what the log knows the request by; a plain id of your own is taken over.`;

const TOKEN =
  'An access token of the office: `corteo_` and letters and digits, which say nothing by themselves.';

/** The operator, as far as this server names one. */
const CONTACT = { name: 'Whoever runs this server', url: '/.well-known/security.txt' };

/** The OpenAPI 3.1 document of the server, as it is committed and served. */
export function createDocument(app: NestFastifyApplication): OpenAPIObject {
  const outline = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Corteo')
    .setDescription(DESCRIPTION)
    .setVersion('1')
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addServer('/', 'This server.')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'corteo_…', description: TOKEN })
    .addSecurityRequirements('bearer')
    .build();
  const document = SwaggerModule.createDocument(app, outline, { autoTagControllers: false });
  document.info.contact = CONTACT;
  return chaptersOf(app).reduce((described, describe) => describe(described), document);
}

type Chapter = (document: OpenAPIObject) => OpenAPIObject;

const OF_VALUES: readonly Chapter[] = [describeEntries, exemplifiedValues, nameConstants, orderProperties];

/** What is said of operations and values besides what their classes say: first what they are, last where they stand. */
function chaptersOf(app: NestFastifyApplication): Chapter[] {
  const [kinds, problems, routes] = [app.get(Kinds).all(), app.get(ProblemCatalog), app.get(Routes)];
  return [
    spreadEventPaths,
    documentGroups,
    nameOperations,
    closeSchemas,
    countInWholes,
    orderEnumerations,
    (document) => documentScopes(document, routes),
    (document) => documentDeprecations(document, routes),
    (document) => documentProblems(document, problems),
    documentMerged,
    (document) => documentKinds(document, kinds),
    (document) => documentStatuses(document, kinds),
    ...OF_VALUES,
    documentNames,
    documentHeaders,
    (document) => documentLimits(document, routes),
    (document) => documentOnce(document, routes),
    (document) => documentPaths(document, problems),
    (document) => documentSignIn(document, app.get<Config>(CONFIG)),
    exemplify,
    exemplifyAnswers,
    dropUnused,
    orderDocument,
    shareParts,
  ];
}

/** The JSON Schema of dossiers, as it is committed and served. */
export function createDossierSchema(app: NestFastifyApplication, document: OpenAPIObject): object {
  return new DossierSchema(document, app.get(DossierOutline).top).compose();
}

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

/** Serves the document at /openapi.json, the schema of dossiers made of it, and Swagger UI at /docs, from this server alone. */
export function serveDocumentation(app: NestFastifyApplication): void {
  let composed: OpenAPIObject | undefined;
  let text: Buffer | undefined;
  const compose = (): OpenAPIObject => (composed ??= createDocument(app));
  const server: FastifyInstance = app.getHttpAdapter().getInstance();
  openDocumentation(server);
  // Swagger's own route would write it out again for everybody who asks.
  server.get('/openapi.json', { config: offering('application/json') }, (_request, reply) =>
    reply.type('application/json').send((text ??= Buffer.from(JSON.stringify(compose())))),
  );
  let schema: Buffer | undefined;
  server.get(
    '/schemas/dossier.json',
    { config: offering('application/schema+json', 'application/json') },
    (_request, reply) =>
      reply
        .type('application/schema+json')
        .send((schema ??= Buffer.from(JSON.stringify(createDossierSchema(app, compose()))))),
  );
  SwaggerModule.setup('docs', app, compose, {
    raw: false,
    customSiteTitle: 'Corteo',
    swaggerOptions: {
      ...PAGE,
      ...signInOptions(app.get<Config>(CONFIG)),
    },
  });
}
