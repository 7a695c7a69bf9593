/** A backup cannot be written, read or restored; the message says why, for an operator. */
export class BackupError extends Error {}

/** What a backup is whose bytes are not as they were written. */
export function damaged(how: string, cause?: unknown): BackupError {
  return new BackupError(`It is damaged or cut short: ${how}.`, { cause });
}
