import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** The header in which a caller names its request, and every answer says how it is known in the log. */
export const REQUEST_ID = 'x-request-id';

const ACCEPTED = /^[\w.-]{1,64}$/;

/** What a request is known by: the id that its caller gave it, where it is plain and short, or else one of our own. */
export function requestIdOf({ headers }: IncomingMessage): string {
  const given = headers[REQUEST_ID];
  return typeof given === 'string' && ACCEPTED.test(given) ? given : inventRequestId();
}

/** An id that no other request has. */
export function inventRequestId(): string {
  return randomBytes(9).toString('base64url');
}
