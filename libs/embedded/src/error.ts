/** What the program cannot put right by itself; its message is meant for whoever operates the installation. */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';
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
  [
    /Permission denied/,
    'Every folder above it must let the user pass that Postgres runs as (chmod a+x); as root that is the user "postgres".',
  ],
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
};
