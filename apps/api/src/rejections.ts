import { STATUS_CODES, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { describeRejected } from '#platform';
import { REQUEST_ID, inventRequestId } from './telemetry/request-id.js';
import type { Watch } from './telemetry/request-watch.js';

const HEADERS = { 'content-type': 'application/problem+json', 'x-content-type-options': 'nosniff' };

type Reject = (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => void;

/** Answers what the router cannot read, such as bad percent-encoding, which no hook sees. */
export function rejectRequest(watch: Watch): Reject {
  return (error, request, reply) => {
    watch(request, reply);
    const { status, body } = describeRejected(error.statusCode ?? 400, error, request.url);
    void reply.status(status).headers(HEADERS).send(JSON.stringify(body));
  };
}

/** What the parser and the watch over connections find, by their codes. */
const STATUSES: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/** Callers that do not take the answer are not waited for. */
const TAKEN_WITHIN = 1000;

/**
 * Answers what is not readable as HTTP, such as a header that is too large, or did not arrive in time. A connection
 * on which nobody has asked anything, such as one that a browser keeps ready, is closed without a word.
 */
export function rejectConnection(error: Error & { code?: string }, socket: Socket): void {
  if (!socket.writable || socket.bytesRead === 0 || isAnswering(socket)) return void socket.destroy();
  const status = STATUSES[error.code ?? ''] ?? 400;
  const { body } = describeRejected(status, error, '');
  const text = JSON.stringify(body);
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    ...Object.entries(HEADERS).map(([name, value]) => `${name}: ${value}`),
    `${REQUEST_ID}: ${inventRequestId()}`,
    `content-length: ${Buffer.byteLength(text)}`,
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${text}`);
  setTimeout(() => socket.destroy(), TAKEN_WITHIN).unref();
}

/** Whether part of another answer is on its way, which this one would corrupt; Node itself looks at it so. */
function isAnswering(socket: Socket): boolean {
  const answer = Reflect.get(socket, '_httpMessage') as ServerResponse | null | undefined;
  return answer?.headersSent ?? false;
}
