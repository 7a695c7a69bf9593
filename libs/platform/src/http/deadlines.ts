import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { UUIDS } from '#vocabulary';
import { type CallingRequest, callerOf, rightsOf } from '../caller.js';
import type { Limits } from '../limits.js';
import { type Waiting, whileWaiting } from '../waiting.js';
import { timesOf } from './raw-body.js';

/** Gives everything that is done for a request the time that its caller waits, without the time that its body takes. */
export function limitRequests(server: FastifyInstance, limits: Limits): void {
  server.addHook('onRequest', (request, _reply, done) => {
    keepOpen(request.raw, timesOf(request));
    whileWaiting(waitingFor(request, limits), done);
  });
  // Whoever reads a body calls back from the connection, which serves many requests.
  server.addHook('preValidation', (request, _reply, done) =>
    request.body === undefined ? done() : whileWaiting(waitingFor(request, limits), done),
  );
}

/** Nothing passes on a connection while its answer is made: one that may take longer keeps it open as much longer. */
function keepOpen({ socket }: IncomingMessage, times: number): void {
  if (times > 1 && socket.timeout) socket.setTimeout(socket.timeout * times);
}

function waitingFor(request: FastifyRequest & CallingRequest, limits: Limits): Waiting {
  const { method, url } = request;
  const times = timesOf(request);
  const now = performance.now();
  const record = method === 'GET' ? undefined : url.match(UUIDS)?.[0].toLowerCase();
  return {
    until: now + limits.request * times,
    lockUntil: now + limits.lock * times,
    record,
    // Asked when it is needed: at the door, nobody has looked at the token yet.
    origin: request,
    rights: () => rightsOf(callerOf(request)),
  };
}
