import type { FastifyInstance } from 'fastify';
import { Refusal } from '#refusals';
import { assertBounded } from './bound-json.js';
import { HTTP_PROBLEMS } from './http.problems.js';
import { JSON_BODY, takesBytes } from './raw-body.js';
import { isSecret, unreadableSecret } from './secret-body.js';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Makes the server read JSON and JSON Merge Patch, and nothing else, with one parser. */
export function acceptJsonBodies(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser([...JSON_BODY.types], { parseAs: 'buffer' }, (request, body, done) => {
    try {
      if (takesBytes(request)) done(null, body);
      else done(null, body.length === 0 ? undefined : readJson(body as Buffer));
    } catch (error) {
      done(isSecret(request) ? unreadableSecret() : (error as Error));
    }
  });
}

function readJson(body: Buffer): unknown {
  assertBounded(body);
  try {
    return JSON.parse(utf8.decode(body));
  } catch (error) {
    throw new Refusal(
      HTTP_PROBLEMS['request.malformed-json'],
      `The body cannot be read as JSON in UTF-8: ${(error as Error).message}`,
    );
  }
}
