/** The deadline of a request, and that of shutting down, as they are where nothing is configured. */
export const REQUEST_DEADLINE_MS = 10_000;
export const SHUTDOWN_DEADLINE_MS = 10_000;

/** What a busy machine may add to a wait before it is called late. */
export const GRACE_MS = 1000;
