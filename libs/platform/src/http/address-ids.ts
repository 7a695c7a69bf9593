import type { FastifyInstance } from 'fastify';
import { canonicalId } from './references.js';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Makes the server read the ids in addresses as it reads those in bodies and queries: in capitals they are the same. */
export function spellIdsAlike(server: FastifyInstance): void {
  server.addHook('preValidation', (request, _reply, done) => {
    const params = request.params as Record<string, string>;
    for (const [name, value] of Object.entries(params)) {
      if (UUID.test(value)) params[name] = canonicalId(value);
    }
    done();
  });
}
