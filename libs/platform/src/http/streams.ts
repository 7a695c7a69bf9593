import { type FastifyInstance, type FastifyRequest, errorCodes } from 'fastify';
import { setOnRoute } from './route-settings.js';

interface StreamedRoute {
  readonly streamed?: boolean;
}

/** A route whose body or answer passes in pieces: it takes as long as bytes keep coming, or are taken. */
export const IsStreamed = (): MethodDecorator => setOnRoute({ streamed: true } satisfies StreamedRoute);

/** Whether the body or the answer of a request passes in pieces. */
export function isStreamed({ routeOptions }: FastifyRequest): boolean {
  return (routeOptions.config as StreamedRoute).streamed === true;
}

/** Hands bodies of every type on to the routes that are streamed, unread; others take none but those they know. */
export function acceptStreams(server: FastifyInstance): void {
  server.addContentTypeParser('*', (request, payload, done) => {
    if (isStreamed(request)) done(null, payload);
    else done(new errorCodes.FST_ERR_CTP_INVALID_MEDIA_TYPE());
  });
}
