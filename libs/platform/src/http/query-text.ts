import type { FastifyInstance } from 'fastify';
import { Refusal } from '#refusals';
import { HTTP_PROBLEMS } from './http.problems.js';

/** Makes the server refuse parameters that are not percent-encoded UTF-8: its parser would take them as they are. */
export function refuseMalformedQueries(server: FastifyInstance): void {
  server.addHook('onRequest', (request, _reply, done) => {
    done(
      isEncoded(readPart(request.url))
        ? undefined
        : new Refusal(HTTP_PROBLEMS['request.malformed'], MALFORMED),
    );
  });
}

const MALFORMED = 'The parameters of the address are not percent-encoded UTF-8.';

/** What of an address is read: those who follow one to a calendar append parameters of their own, in any encoding. */
function readPart(url: string): string {
  const path = url.split('?')[0]!;
  return CALENDAR.test(path) ? path : url;
}

const CALENDAR = /\.(?:ics|ifb|jcal\.json|jscalendar\.json)$/;

function isEncoded(url: string): boolean {
  try {
    decodeURIComponent(url);
    return true;
  } catch {
    return false;
  }
}
