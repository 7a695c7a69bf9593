import { readConfig } from '#platform';
import { createDocument, createDossierSchema } from './documentation.js';
import { createServer } from './http.js';

/** What `npm run openapi` writes, by file; the server that is described never opens its database. */
export async function composeDocuments(): Promise<Readonly<Record<string, string>>> {
  const app = await createServer(readConfig({}), 'postgres://nobody@127.0.0.1:1/nothing', ['error']);
  try {
    // What callers need is told by the routes.
    await app.init();
    const document = createDocument(app);
    return {
      'apps/api/openapi.json': toText(document),
      'apps/api/dossier.schema.json': toText(createDossierSchema(app, document)),
    };
  } finally {
    await app.close();
  }
}

function toText(document: object): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}
