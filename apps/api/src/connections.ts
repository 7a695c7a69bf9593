import type { IncomingMessage, Server, ServerOptions, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Limits } from '#platform';

/** How often connections are looked at. */
const EVERY = 1000;

/** What Fastify, and the server of Node below it, are told of the limits of connections. */
export function connectionLimits({ headers, body, idle }: Limits): {
  readonly connectionTimeout: number;
  readonly keepAliveTimeout: number;
  readonly http: ServerOptions;
  readonly forceCloseConnections: 'idle';
  readonly return503OnClosing: false;
} {
  return {
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    // Later than the rest, so that what is too slow is told so.
    connectionTimeout: body + 2 * EVERY,
    keepAliveTimeout: idle,
    // Bodies have a limit of their own. Node would refuse requests without a host without a word: answerOddities does.
    http: {
      requestTimeout: 0,
      headersTimeout: headers,
      connectionsCheckingInterval: EVERY,
      requireHostHeader: false,
    },
  };
}

/** How many answers are owed: asked for, and not taken yet. */
export type OwedAnswers = () => number;

/** Whether the body or the answer of a request passes in pieces, and so may take as long as bytes keep passing. */
export type IsPassing = (request: IncomingMessage) => boolean;

/** How many bytes of it must pass in a millisecond, once it has taken as long as others may. */
const LEAST_RATE = 64;

/** Closes the connections of callers who take no answer, or too slowly. */
export function closeSlowReaders(
  server: Server,
  { answer: limit }: Limits,
  isPassing: IsPassing = () => false,
): OwedAnswers {
  const answers = new Map<ServerResponse, { looks: number; readonly before: number }>();
  server.on('request', ({ socket }, answer: ServerResponse) => {
    answers.set(answer, { looks: 0, before: takenFrom(socket) });
    answer.once('close', () => answers.delete(answer));
  });
  server.on('timeout', cut);
  lookAgain(server, () => {
    for (const [answer, seen] of answers) {
      const { req, socket } = answer;
      if (!answer.headersSent || !socket) continue;
      const taken = isPassing(req) ? takenFrom(socket) - seen.before : 0;
      if (seen.looks++ * EVERY >= limit + taken / LEAST_RATE) cut(socket);
    }
  });
  return () => answers.size;
}

/** How long a caller may go on sending what nobody reads any more, so that they hear the answer. */
const UNHEARD = 2000;

/** Closes the connections of callers whose body does not arrive in time, and tells them so. */
export function closeSlowSenders(server: Server, { body: limit }: Limits, isPassing: IsPassing): void {
  const bodies = new Set<Sending>();
  server.on('request', (request, answer) => {
    if (!hasBody(request)) return;
    bodies.add({ request, answer, looks: 0, looksAnswered: 0, before: request.socket.bytesRead });
  });
  lookAgain(server, () => {
    for (const sending of bodies) {
      const { request, answer, before } = sending;
      const { complete, socket } = request;
      if (complete || socket.destroyed) {
        bodies.delete(sending);
        continue;
      }
      const came = isPassing(request) ? socket.bytesRead - before : 0;
      if (sending.looks++ * EVERY >= limit + came / LEAST_RATE) server.emit('clientError', tooSlow(), socket);
      else if (isPassing(request) && answer.writableFinished && sending.looksAnswered++ * EVERY >= UNHEARD)
        cut(socket);
    }
  });
}

interface Sending {
  readonly request: IncomingMessage;
  readonly answer: ServerResponse;
  /** How many bytes the connection had brought before. */
  readonly before: number;
  looks: number;
  looksAnswered: number;
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;
}

function tooSlow(): Error {
  // As Node tells it where one limit holds for all requests.
  return Object.assign(new Error('The body did not arrive in time.'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' });
}

function takenFrom({ bytesWritten, writableLength }: Socket): number {
  return bytesWritten - writableLength;
}

function lookAgain(server: Server, look: () => void): void {
  const timer = setInterval(look, EVERY).unref();
  server.once('close', () => clearInterval(timer));
}

/** The system would keep what is not taken, and try to send it, long after the connection is closed. */
function cut(socket: Socket | null): void {
  if (socket?.writableLength) socket.resetAndDestroy();
  else socket?.destroy();
}
