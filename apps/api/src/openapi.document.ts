import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { DossierOutline } from '#dossiers';
import { ProblemCatalog, Routes, readConfig } from '#platform';
import { Kinds } from '#records';
import { DossierSchema } from './dossier-schema.js';
import { createServer } from './http.js';
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

const DESCRIPTION = `Delegations, visits and forums of an international-relations office.

Every record has an \`id\`, a \`version\` and an entity tag; changes send the tag back as \`If-Match\`.
Dates may be as vague as the office knows them: \`2018-07-12\`, \`2018-07\`, \`2018\`, \`201X\`; \`2018-23\` is an autumn,
\`2018-34\` a quarter, \`2018-40\` half a year.
Names are kept in every language and script; \`Accept-Language\` chooses the one to show.
Where a filter takes an id or a name, \`name:\` is followed by the whole name of a record in use, in any language or script,
whatever its case and accents: 400 tells what comes close where no record has it, 409 the candidates where several have.
Refusals are \`application/problem+json\` with a stable \`code\` that \`/problems/{code}\` explains.
Every answer says in \`X-Request-Id\` what the log knows the request by; a plain id of your own is taken over.`;

const TOKEN =
  'An access token of the office: `corteo_` and letters and digits, which say nothing by themselves.';

/** The operator, as far as this server names one. */
const CONTACT = { name: 'Whoever runs this server', url: '/.well-known/security.txt' };

/** The OpenAPI 3.1 document of a server. */
export function createDocument(app: NestFastifyApplication): OpenAPIObject {
  return shareParts(describe(app));
}

/** The document with everything written out where it belongs. */
function describe(app: NestFastifyApplication): OpenAPIObject {
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
  return chaptersOf(app).reduce((described, chapter) => chapter(described), document);
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
    exemplify,
    exemplifyAnswers,
    dropUnused,
    orderDocument,
  ];
}

/** The JSON Schema of dossiers. */
function createDossierSchema(app: NestFastifyApplication, document: OpenAPIObject): object {
  return new DossierSchema(document, app.get(DossierOutline).top).compose();
}

/** What `npm run openapi` writes, by file; the server that is described never opens its database. */
export async function composeDocuments(): Promise<Readonly<Record<string, string>>> {
  const app = await createServer(readConfig({}), 'postgres://nobody@127.0.0.1:1/nothing', ['error']);
  try {
    // What callers need is told by the routes.
    await app.init();
    const document = describe(app);
    const dossiers = toText(createDossierSchema(app, document));
    return {
      'apps/api/openapi.json': toText(shareParts(document)),
      'apps/api/dossier.schema.json': dossiers,
    };
  } finally {
    await app.close();
  }
}

function toText(document: object): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}
