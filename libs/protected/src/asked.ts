import { type ExecutionContext, createParamDecorator } from '@nestjs/common';
import { VISIBLE, isOneLine } from '#vocabulary';
import { type Caller, type CallingRequest, callerOf } from '#platform';
import { reasonMissing } from './protected.problems.js';

/** The header in which whoever asks for protected data says why. */
export const REASON_HEADER = 'Corteo-Reason';
const LONGEST = 500;

/** Who asks for protected data, and why. */
export interface Asked {
  readonly caller: Caller;
  readonly reason: string;
}

/** Who asks and why, as a parameter of a route; without a reason the request is refused. */
export const AskedBy = createParamDecorator((_: unknown, context: ExecutionContext): Asked => {
  const request = context.switchToHttp().getRequest<CallingRequest>();
  const reason = readReason(request.headers[REASON_HEADER.toLowerCase()] as string | undefined);
  if (reason === null) throw reasonMissing();
  return { caller: callerOf(request), reason };
});

/**
 * Reads a reason as it comes in a header: its bytes are UTF-8, or it is written as RFC 8187 has it (`UTF-8''visa%20office`),
 * since many programs send no other letters than English ones.
 * @returns null where there is none that can be kept
 */
export function readReason(header = ''): string | null {
  const reason = (/^utf-8'[\w-]*'/i.test(header) ? unescaped(header) : asUtf8(header))?.trim();
  const isGiven = reason && VISIBLE.test(reason) && isOneLine(reason) && [...reason].length <= LONGEST;
  return isGiven ? reason : null;
}

function unescaped(header: string): string | null {
  try {
    return decodeURIComponent(header.split("'").slice(2).join("'"));
  } catch {
    return null;
  }
}

// Node hands on one character for each byte.
function asUtf8(header: string): string {
  const bytes = Buffer.from(header, 'latin1');
  const text = bytes.toString('utf8');
  return text.includes('\ufffd') ? header : text;
}
