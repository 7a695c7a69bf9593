export const MEBIBYTE = 1024 * 1024;

/** How many bytes the body of a request may have. */
export const BODY_LIMIT = MEBIBYTE;
