import { type IncomingMessage, STATUS_CODES, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { HTTP_PROBLEMS, describe, describeRejected } from '#platform';
import { Refusal } from '#refusals';
import { REQUEST_ID, inventRequestId } from './telemetry/request-id.js';
import type { Watch } from './telemetry/request-watch.js';

const HEADERS = { 'content-type': 'application/problem+json', 'x-content-type-options': 'nosniff' };

type Share = (request: FastifyRequest, reply: FastifyReply) => void;

type Reject = (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => void;

/**
 * Answers what the router cannot read, such as bad percent-encoding, which no hook sees.
 * @param share lets pages of other origins read the answer
 */
export function rejectRequest(watch: Watch, share: Share): Reject {
  return (error, request, reply) => {
    watch(request, reply);
    share(request, reply);
    const { status, body } = describeRejected(error.statusCode ?? 400, error, request.url);
    void reply.status(status).headers(HEADERS).send(JSON.stringify(body));
  };
}

/** What the parser and the watch over connections find, by their codes. */
const STATUSES: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/**
 * Answers what is not readable as HTTP, such as a header that is too large, or did not arrive in time. A connection
 * on which nobody has asked anything, such as one that a browser keeps ready, is closed without a word.
 */
export function rejectConnection(error: Error & { code?: string }, socket: Socket): void {
  if (!socket.writable || socket.bytesRead === 0 || isAnswering(socket)) return void socket.destroy();
  const status = STATUSES[error.code ?? ''] ?? 400;
  endWith(socket, status, describeRejected(status, error, '').body);
}

/** Whether part of another answer is on its way, which this one would corrupt; Node itself looks at it so. */
function isAnswering(socket: Socket): boolean {
  const answer = Reflect.get(socket, '_httpMessage') as ServerResponse | null | undefined;
  return answer?.headersSent ?? false;
}

/** Answers what Node itself would answer with an empty body, or not at all. */
export function answerOddities(server: FastifyInstance): void {
  server.server.on('checkExpectation', refuseExpectation).on('connect', refuseTunnel);
  server.addHook('onRequest', ({ raw }, _reply, done) => done(hostFault(raw)));
}

function refuseExpectation({ url = '' }: IncomingMessage, response: ServerResponse): void {
  const refusal = new Refusal(
    HTTP_PROBLEMS['request.malformed'],
    'No expectation is met here but 100-continue.',
  );
  const { status, body } = describe(refusal, url, 417);
  response.writeHead(status, { ...HEADERS, [REQUEST_ID]: inventRequestId(), connection: 'close' });
  response.end(JSON.stringify(body));
}

const METHODS = { allow: 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS' };

function refuseTunnel({ url = '' }: IncomingMessage, socket: Socket): void {
  socket.on('error', () => undefined);
  const refusal = new Refusal(HTTP_PROBLEMS['route.method-not-allowed'], 'CONNECT is not known here.');
  endWith(socket, 405, describe(refusal, url).body, METHODS);
}

/** What is wrong with the host that a request names (RFC 9112 §3.2). */
function hostFault({ httpVersion, rawHeaders }: IncomingMessage): Refusal | undefined {
  const hosts = rawHeaders.filter((text, index) => index % 2 === 0 && text.toLowerCase() === 'host').length;
  if (hosts === 1 || (hosts === 0 && httpVersion === '1.0')) return undefined;
  return new Refusal(
    HTTP_PROBLEMS['request.malformed'],
    'The request must name one host, in one header Host.',
  );
}

/** Callers that do not take the answer are not waited for. */
const TAKEN_WITHIN = 1000;

function endWith(
  socket: Socket,
  status: number,
  body: object,
  others: Readonly<Record<string, string>> = {},
): void {
  const text = JSON.stringify(body);
  const headers = {
    ...HEADERS,
    ...others,
    [REQUEST_ID]: inventRequestId(),
    'content-length': Buffer.byteLength(text),
    connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  socket.end([`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, '', text].join('\r\n'));
  setTimeout(() => socket.destroy(), TAKEN_WITHIN).unref();
}
