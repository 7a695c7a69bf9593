import { statfs } from 'node:fs/promises';

/** What the program cannot put right by itself; its message is meant for whoever operates the installation. */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';
}

/** The data of a cluster are no longer where they were. */
export class ClusterGoneError extends EmbeddedPostgresError {
  constructor(folder: string) {
    super(`The data in ${folder} are gone. Put them back, or restore a backup, and start again.`);
  }
}

/** A segment of the write-ahead log: with less, Postgres cannot go on. */
const LEAST_ROOM = 16 * 1024 * 1024;

/** Whether it failed because the disk is full. A log that could not be written does not say so. */
export async function isFullDisk(error: Error, folder: string): Promise<boolean> {
  if (/No space left on device|no room left|[Dd]isk quota/.test(error.message)) return true;
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize < LEAST_ROOM;
  } catch {
    return false;
  }
}

/**
 * Puts a failure of the file system into words; any other error passes unchanged.
 * @param error whatever was thrown
 * @param folder the folder of the cluster, absolute
 */
export function explainFailure(error: unknown, folder: string): unknown {
  const code = (error as NodeJS.ErrnoException | null)?.code ?? '';
  const advice = ADVICE[code];
  if (advice === undefined) return error;
  const said = (error as Error).message;
  return new EmbeddedPostgresError(`The database in ${folder} ${advice} (${said})`, { cause: error });
}

/**
 * Puts what a Postgres program said into words, with advice where its reason is a known one.
 * @param what the full sentence that says what failed
 * @param said the program's own words
 */
export function explainRefusal(what: string, said: string): EmbeddedPostgresError {
  const advice = KNOWN_REASONS.filter(([reason]) => reason.test(said)).map(([, text]) => text);
  return new EmbeddedPostgresError([what, said, ...advice].join(' '));
}

const KNOWN_REASONS: [reason: RegExp, advice: string][] = [
  [/No space left on device|Disk quota exceeded/, 'The disk is full: make room.'],
  [/Permission denied/, 'Every folder above it must let the user pass that Postgres runs as (chmod a+x).'],
  [
    /shared librar|Library not loaded/i,
    'Run "npm rebuild", which lets the npm packages finish their installation, or set DATABASE_URL.',
  ],
];

const BELONGS_TO_ANOTHER =
  'belongs to another user: run this as the user that created it, or choose another folder.';

const ADVICE: Record<string, string> = {
  EACCES: BELONGS_TO_ANOTHER,
  EPERM: BELONGS_TO_ANOTHER,
  EROFS: 'lies on a read-only disk: choose another folder.',
  ENOSPC: 'has no room left on its disk: make room and start again.',
  EDQUOT: 'has used up its disk quota: make room and start again.',
  ENOTDIR: 'cannot be made: part of that path is a file.',
  EEXIST: 'cannot be made: that path is a file.',
  ENOENT: 'cannot be made or has gone: choose another folder, on a disk that keeps files.',
};
