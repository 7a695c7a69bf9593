import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from '#refusals';
import { HTTP_PROBLEMS } from './http.problems.js';

/** Makes the server refuse bodies that are compressed, in words, before they are read as what they are not. */
export function refuseEncodedBodies(server: FastifyInstance): void {
  server.addHook('preParsing', async (request) => {
    const encoding = request.headers['content-encoding'];
    if (!encoding || encoding.toLowerCase() === 'identity' || !hasBody(request)) return;
    throw new Refusal(
      HTTP_PROBLEMS['request.media-type'],
      `Send the body as it is: it cannot be read in the Content-Encoding “${encoding}”.`,
    );
  });
}

function hasBody({ headers }: FastifyRequest): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}
