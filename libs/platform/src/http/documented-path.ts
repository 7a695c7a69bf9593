import type { FastifyRequest } from 'fastify';

/** A parameter of an address, and what it may be. */
const PARAMETER = /:(\w+)(?:\(([^)]*)\))?/g;

/** A parameter that is one of a few words stands in the document once for each. */
const IS_ONE_OF_WORDS = /^\^[\w|-]+\$$/;

/**
 * The address that a request came to as the document writes it, such as `/v1/visits/{id}`: by this the log, metrics, traces
 * and the audit tell requests, and never by what was sent.
 * @returns nothing where nothing is at the address
 */
export function documentedPath({
  routeOptions: { url },
  params,
}: Pick<FastifyRequest, 'routeOptions' | 'params'>): string | undefined {
  return url?.replace(PARAMETER, (_, name: string, values?: string) =>
    IS_ONE_OF_WORDS.test(values ?? '') ? (params as Record<string, string>)[name]! : `{${name}}`,
  );
}
