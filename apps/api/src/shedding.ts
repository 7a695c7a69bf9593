import type { IncomingMessage } from 'node:http';
import underPressure from '@fastify/under-pressure';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { HTTP_PROBLEMS, type Limits, isStreamed, limitRequests } from '#platform';
import { Refusal } from '#refusals';
import { type OwedAnswers, closeSlowReaders, closeSlowSenders } from './connections.js';

/** Milliseconds by which the event loop is late, on the average of a second. */
const MOST_DELAY = 400;

/** It is late for other reasons where it owes fewer answers, such as its own start: nothing is won by refusing them. */
const FEW_ANSWERS = 32;

/** Limits how long requests may take, and how many of them are begun. */
export async function limitServer(server: FastifyInstance, limits: Limits): Promise<void> {
  const streamed = new WeakSet<IncomingMessage>();
  const isPassing = (request: IncomingMessage): boolean => streamed.has(request);
  await shedLoad(server, closeSlowReaders(server.server, limits, isPassing));
  closeSlowSenders(server.server, limits, isPassing);
  server.addHook('onRequest', (request, _reply, done) => {
    if (isStreamed(request)) streamed.add(request.raw);
    done();
  });
  limitRequests(server, limits);
}

/** Refuses at once what would only make everybody wait longer; health is always told. */
export async function shedLoad(server: FastifyInstance, owed: OwedAnswers): Promise<void> {
  await server.register(underPressure, {
    maxEventLoopDelay: MOST_DELAY,
    pressureHandler: ({ url }: FastifyRequest) =>
      owed() <= FEW_ANSWERS || url.startsWith('/health/') ? undefined : Promise.reject(serverBusy()),
  });
}

function serverBusy(): Refusal {
  return new Refusal(
    HTTP_PROBLEMS['server.busy'],
    'The server has more to do than it can at once; nothing was done. Please try again shortly.',
  );
}
