export const MEBIBYTE = 1024 * 1024;

/** How many bytes the body of a request may have. */
export const BODY_LIMIT = MEBIBYTE;

/** As much of a body is read, and forgotten, for an answer to reach a caller who is known. */
const PASSED_OVER = 8 * MEBIBYTE;

/**
 * Whether the connection outlasts a body that is too large. A caller who still sends would see it break, and not the
 * answer, if it were closed; one that sends more than is read for that has it closed.
 */
export function isPassedOver(headers: Readonly<Record<string, string | string[] | undefined>>): boolean {
  return Number(headers['content-length'] ?? Infinity) <= PASSED_OVER;
}
