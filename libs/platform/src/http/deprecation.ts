import type { FastifyInstance } from 'fastify';
import { setOnRoute } from './route-settings.js';

/** What is said of a route that will go. */
export interface Deprecation {
  /** The day since which it should no longer be used: `2027-03-01`. */
  readonly since: string;
  /** The day on which it goes. */
  readonly sunset: string;
  /** The page that tells what to use instead. */
  readonly link: string;
}

/** What a route that will go has among its settings. */
export interface DeprecatedRoute {
  readonly deprecation?: Deprecation;
}

/** A route that will go: its answers say so (RFC 9745, RFC 8594), and so does the OpenAPI document. */
export const Deprecated = (deprecation: Deprecation): MethodDecorator =>
  setOnRoute({ deprecation } satisfies DeprecatedRoute);

/** Adds to the answers of routes that will go what is said of them, also where they refuse. */
export function announceDeprecations(server: FastifyInstance): void {
  server.addHook('onSend', async (request, reply) => {
    const { deprecation } = request.routeOptions.config as DeprecatedRoute;
    if (!deprecation) return;
    const { since, sunset, link } = deprecation;
    const links = [reply.getHeader('link'), `<${link}>; rel="deprecation"; type="text/html"`];
    void reply.headers({
      deprecation: `@${Date.parse(since) / 1000}`,
      sunset: new Date(sunset).toUTCString(),
      link: links.filter((one) => one !== undefined).join(', '),
    });
  });
}
