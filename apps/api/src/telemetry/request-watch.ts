import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { documentedPath } from '#platform';
import { REQUEST_ID } from './request-id.js';

/** A request that has come to its end, well or not. */
export interface EndedRequest {
  readonly request: FastifyRequest;
  /** Its address as the document writes it; none where nothing is there. */
  readonly route: string | undefined;
  /** Of the answer; none where the caller went away before there was one. */
  readonly status: number | undefined;
  readonly milliseconds: number;
  /** What was written to its connection, headers included. */
  readonly bytes: number;
  readonly address: string;
  /** Whether the connection was lost before the answer was sent. */
  readonly isAborted: boolean;
}

/** Looks at every request. */
export interface RequestObserver {
  begin?(request: FastifyRequest): void;
  end(ended: EndedRequest): void;
}

/** Begins to watch a request: its answer names it, and observers hear of its end. */
export type Watch = (request: FastifyRequest, reply: FastifyReply) => void;

/** Makes the watch that observers share, so that each request is timed once. */
export function watchFor(observers: readonly RequestObserver[]): Watch {
  return (request, reply) => {
    void reply.header(REQUEST_ID, request.id);
    if (observers.length === 0) return;
    const { socket } = request.raw;
    const begun = performance.now();
    const written = socket.bytesWritten;
    const address = request.ip;
    for (const observer of observers) observer.begin?.(request);
    reply.raw.once('close', () => {
      const ended = {
        request,
        route: documentedPath(request),
        status: reply.raw.headersSent ? reply.raw.statusCode : undefined,
        milliseconds: performance.now() - begun,
        bytes: socket.bytesWritten - written,
        address,
        isAborted: !reply.raw.writableFinished,
      };
      for (const observer of observers) observer.end(ended);
    });
  };
}

/** Watches all that the server answers; first of all hooks, so that it sees what others refuse. */
export function watchRequests(server: FastifyInstance, watch: Watch): void {
  server.addHook('onRequest', (request, reply, done) => {
    watch(request, reply);
    done();
  });
}
