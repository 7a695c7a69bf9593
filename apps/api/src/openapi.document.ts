import { readConfig } from '#platform';
import { createDocument } from './documentation.js';
import { createServer } from './http.js';

/** Builds the OpenAPI document as `npm run openapi` writes it; the server it describes never opens its database. */
export async function composeDocument(): Promise<string> {
  const app = await createServer(readConfig({}), 'postgres://nobody@127.0.0.1:1/nothing', ['error']);
  try {
    return `${JSON.stringify(createDocument(app), null, 2)}\n`;
  } finally {
    await app.close();
  }
}
