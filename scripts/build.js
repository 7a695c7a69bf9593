import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const FOLDERS = ['apps', 'libs', 'migrations', 'checks', 'bench', 'probes'];
const SETTINGS = ['package.json', 'package-lock.json', 'tsconfig.json', 'nest-cli.json'];

/** In the build, which begins by removing it: what was cut short has none. */
const STAMP = 'dist/.sources';

/**
 * Builds, unless the build there is was made of the sources as they are.
 * @returns the exit code
 */
export function ensureBuilt() {
  if (isCurrent()) return 0;
  const release = takeTurn();
  try {
    // Whoever had the turn before may have built the same.
    return isCurrent() ? 0 : build();
  } finally {
    release();
  }
}

function isCurrent() {
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === describeSources();
}

function build() {
  const compiler = 'node_modules/@nestjs/cli/bin/nest.js';
  if (!existsSync(compiler)) {
    console.error('This is not built, and the compiler is not installed: run “npm ci” without --omit=dev.');
    return 1;
  }
  // Before the build: what is edited meanwhile is not in it.
  const sources = describeSources();
  rmSync(STAMP, { force: true });
  console.error('Corteo is being built, which takes some seconds.');
  const options = { stdio: ['ignore', 2, 2] };
  const { status } = spawnSync(process.execPath, [compiler, 'build'], options);
  if (status === 0) writeFileSync(STAMP, sources);
  return status ?? 1;
}

/** The name, age and size of every source in one word: another one where some were edited, added or taken away. */
function describeSources() {
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name)),
  );
  const known = [...files, ...SETTINGS]
    .toSorted((a, b) => a.localeCompare(b))
    .map((file) => {
      const { mtimeMs, size } = statSync(file);
      return `${file} ${mtimeMs} ${size}`;
    });
  return createHash('sha256').update(known.join('\n')).digest('hex');
}

/**
 * Waits until nobody else builds. The lock is an empty SQLite database: the operating system lets go of it when its
 * owner dies.
 */
function takeTurn() {
  mkdirSync('var', { recursive: true });
  const lock = new DatabaseSync('var/build.lock', { timeout: 10 * 60_000 });
  lock.exec('begin exclusive');
  return () => lock.close();
}
