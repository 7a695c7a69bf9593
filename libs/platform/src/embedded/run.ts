import { execFile } from 'node:child_process';

/** How a program ended, and what it said, trimmed: of one that failed its complaint. */
export interface Outcome {
  readonly ok: boolean;
  readonly output: string;
}

// Nothing of ours is passed on: PGDATA, LD_LIBRARY_PATH or a LANG unknown here would change what happens.
const ENVIRONMENT = {
  LC_ALL: 'C',
  TZ: 'UTC',
  PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
};

/**
 * Runs one program to its end in the C locale, from the root folder (ours may be closed to its user).
 * @param input what it reads from standard input
 * @returns how it ended; a program that is missing or cannot be run counts as failed
 */
export async function run(program: string, args: string[], input = ''): Promise<Outcome> {
  return await new Promise((resolve) => {
    const child = execFile(program, args, { cwd: '/', env: ENVIRONMENT }, (error, stdout, stderr) => {
      const output = error === null ? stdout : stderr || error.message;
      resolve({ ok: error === null, output: output.trim() });
    });
    // A program that ends without reading its input breaks the pipe, which its outcome tells already.
    child.stdin?.on('error', () => undefined).end(input);
  });
}
