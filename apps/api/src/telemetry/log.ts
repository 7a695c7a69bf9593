import { type DestinationStream, type Logger, destination, pino, stdTimeFunctions } from 'pino';
import type { LogLevel } from '#platform';
import { redact } from './redaction.js';

/** Where lines of JSON go, by level. */
export type Log = Logger;

/**
 * Opens the log.
 * @param level the least grave lines that it holds
 * @param stream where they go, unless to the standard output
 */
export function openLog(level: LogLevel, stream: DestinationStream = toStandardOutput()): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      hooks: { streamWrite: redact },
    },
    stream,
  );
}

// A line waits for others a fifth of a second at most, and pino writes what waits when the process ends. A reader that
// stands still costs lines, not memory.
function toStandardOutput(): DestinationStream {
  return destination({
    fd: 1,
    sync: false,
    minLength: 8192,
    periodicFlush: 200,
    maxLength: 16 * 1024 * 1024,
  });
}
