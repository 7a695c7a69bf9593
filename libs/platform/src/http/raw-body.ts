import { type FastifyInstance, type FastifyRequest, errorCodes } from 'fastify';
import { BODY_LIMIT } from './body-limit.js';
import { setOnRoute } from './route-settings.js';

/** How a route takes its body. */
interface RawRoute {
  /** The media types that it takes as bytes, whatever other routes make of them. */
  readonly raw?: readonly string[];
  readonly rawLimit?: number;
  readonly times?: number;
}

/**
 * A route that takes its body as bytes.
 * @param types the media types that it takes
 * @param limit how many bytes it takes at most
 * @param times how many times as long as others its requests may take
 */
export const TakesBytes = (types: readonly string[], limit: number, times = 1): MethodDecorator =>
  setOnRoute({ raw: types, rawLimit: limit, times } satisfies RawRoute);

/** What the body of a request may be, as its route takes it. */
export interface TakenBody {
  /** The media types that it may be of. */
  readonly types: readonly string[];
  /** How many bytes it may have. */
  readonly limit: number;
}

/** What most routes take. */
export const JSON_BODY: TakenBody = {
  types: ['application/json', 'application/merge-patch+json'],
  limit: BODY_LIMIT,
};

/** What the route that a request came to takes. */
export function bodyTakenBy({ routeOptions }: FastifyRequest): TakenBody {
  const { raw, rawLimit } = (routeOptions?.config ?? {}) as RawRoute;
  return { types: raw ?? JSON_BODY.types, limit: rawLimit ?? JSON_BODY.limit };
}

/** How many times as long as others a request may take. */
export function timesOf({ routeOptions }: FastifyRequest): number {
  return (routeOptions.config as RawRoute).times ?? 1;
}

/** Whether the route that a request came to takes its body as bytes. */
export function takesBytes({ routeOptions, headers }: FastifyRequest): boolean {
  const { raw } = routeOptions.config as RawRoute;
  return raw?.includes(mediaTypeOf(headers['content-type'])) ?? false;
}

/** `text/csv` of `Text/CSV; charset=utf-8`. */
export function mediaTypeOf(header: string | undefined): string {
  return (header ?? '').split(';')[0]!.trim().toLowerCase();
}

/** `iso-8859-1` of `text/csv; charset="ISO-8859-1"`; null where none is said. */
export function charsetOf(header: string | undefined): string | null {
  return /;\s*charset="?([^\s";]+)/i.exec(header ?? '')?.[1]!.toLowerCase() ?? null;
}

/** Makes the server hand on bodies as bytes, of the types that routes take so, and of no others. */
export function acceptBytes(server: FastifyInstance): void {
  const known = new Set<string>();
  // A body of another type is not read, and a request without one is asked for its type by nobody else.
  server.addHook('preParsing', async (request) => {
    const { raw } = request.routeOptions.config as RawRoute;
    if (raw && !takesBytes(request)) throw new errorCodes.FST_ERR_CTP_INVALID_MEDIA_TYPE();
  });
  server.addHook('onRoute', (route) => {
    const { raw = [], rawLimit } = (route.config ?? {}) as RawRoute;
    if (rawLimit) route.bodyLimit = rawLimit;
    for (const type of raw.filter((one) => !known.has(one) && !server.hasContentTypeParser(one))) {
      known.add(type);
      server.addContentTypeParser(type, { parseAs: 'buffer' }, (request, body, done) => {
        if (takesBytes(request)) done(null, body);
        else done(new errorCodes.FST_ERR_CTP_INVALID_MEDIA_TYPE());
      });
    }
  });
}
