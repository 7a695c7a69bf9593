import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from '#refusals';
import { HTTP_PROBLEMS } from './http.problems.js';
import { setOnRoute } from './route-settings.js';

/** What a header such as `Accept` or `Accept-Encoding` names, each with how much it is liked, from 0 to 1. */
export function likingsIn(header: string): ReadonlyMap<string, number> {
  return new Map(header.split(',').map(likingOf));
}

function likingOf(range: string): [name: string, liking: number] {
  const [name = '', ...parameters] = range
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  const quality = parameters.find((parameter) => parameter.startsWith('q='));
  return [name, quality ? Number(quality.slice(2)) || 0 : 1];
}

/** How much a media type is liked: by its own name, or else as one of its family, or else as any. */
export function likingFor(type: string, liked: ReadonlyMap<string, number>): number {
  return liked.get(type) ?? liked.get(`${type.split('/')[0]}/*`) ?? liked.get('*/*') ?? 0;
}

/** A route that answers in these media types, where that is not JSON alone: none, where they are not known beforehand. */
export const Offers = (...types: readonly string[]): MethodDecorator & ClassDecorator =>
  setOnRoute({ offers: types } satisfies OfferingRoute);

export interface OfferingRoute {
  readonly offers?: readonly string[];
}

const JSON_ALONE = ['application/json'];

/** The media types that the route of a request answers in. */
export function offersOf({ routeOptions }: Pick<FastifyRequest, 'routeOptions'>): readonly string[] {
  return (routeOptions.config as OfferingRoute).offers ?? JSON_ALONE;
}

/** Refuses what asks for an answer in a form that its route does not have (RFC 9110 §12.5.1), before anything is done. */
export function refuseUnacceptable(server: FastifyInstance): void {
  server.addHook('onRequest', (request, _reply, done) => done(unacceptable(request)));
}

function unacceptable(request: FastifyRequest): Refusal | undefined {
  const { accept } = request.headers;
  if (!accept || accept === '*/*' || request.is404 || request.method === 'DELETE') return undefined;
  const offered = offersOf(request);
  if (offered.length === 0) return undefined;
  const liked = likingsIn(accept);
  if (offered.some((type) => likingFor(type, liked) > 0)) return undefined;
  return new Refusal(
    HTTP_PROBLEMS['request.not-acceptable'],
    `This address answers as ${offered.join(' or ')}, which “Accept” does not ask for.`,
  );
}
