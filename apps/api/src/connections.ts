import type { Server, ServerOptions, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Limits } from '#platform';

/** How often connections are looked at. */
const EVERY = 1000;

/** What Fastify, and the server of Node below it, are told of the limits of connections. */
export function connectionLimits({ headers, body, idle }: Limits): {
  readonly requestTimeout: number;
  readonly connectionTimeout: number;
  readonly keepAliveTimeout: number;
  readonly http: ServerOptions;
  readonly forceCloseConnections: 'idle';
  readonly return503OnClosing: false;
} {
  return {
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    requestTimeout: body,
    // Later than the rest, so that what is too slow is told so.
    connectionTimeout: body + 2 * EVERY,
    keepAliveTimeout: idle,
    // Node would refuse requests without a host without a word: answerOddities does.
    http: { headersTimeout: headers, connectionsCheckingInterval: EVERY, requireHostHeader: false },
  };
}

/** How many answers are owed: asked for, and not taken yet. */
export type OwedAnswers = () => number;

/** Closes the connections of callers who take no answer, or too slowly. */
export function closeSlowReaders(server: Server, { answer: limit }: Limits): OwedAnswers {
  const answers = new Map<ServerResponse, number>();
  server.on('request', (_request, answer: ServerResponse) => {
    answers.set(answer, 0);
    answer.once('close', () => answers.delete(answer));
  });
  server.on('timeout', cut);
  const timer = setInterval(() => {
    for (const [answer, looks] of answers) {
      if (!answer.headersSent) continue;
      if (looks * EVERY >= limit) cut(answer.socket);
      answers.set(answer, looks + 1);
    }
  }, EVERY).unref();
  server.once('close', () => clearInterval(timer));
  return () => answers.size;
}

/** The system would keep what is not taken, and try to send it, long after the connection is closed. */
function cut(socket: Socket | null): void {
  if (socket?.writableLength) socket.resetAndDestroy();
  else socket?.destroy();
}
