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

const INSTANCE = randomBytes(6).toString('base64url');
let invented = 0;

/** An id that no other request has: that of this process, and a number. */
export function inventRequestId(): string {
  return `${INSTANCE}.${(invented++).toString(36)}`;
}
