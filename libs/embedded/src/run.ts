import { spawn } from 'node:child_process';

/** How a program ended, and what it said, trimmed: its complaint where it failed. */
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
    // A group of its own: a Ctrl-C in the terminal is meant for us, and would cut short what stops Postgres.
    const child = spawn(program, args, { cwd: '/', env: ENVIRONMENT, detached: true });
    let [said, complained] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (complained += text));
    child.on('error', (error) => resolve({ ok: false, output: error.message }));
    child.on('close', (code, signal) => {
      const complaint = complained || `${program} ended by ${signal ?? `code ${code}`}`;
      resolve({ ok: code === 0, output: (code === 0 ? said : complaint).trim() });
    });
    // A program that ends without reading its input breaks the pipe, which its outcome tells already.
    child.stdin.on('error', () => undefined).end(input);
  });
}
