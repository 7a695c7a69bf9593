import { type Config, chooseFolder, readConfig } from '#platform';
import { keepKeyFile } from './demo.files.js';

/**
 * The configuration of the demo, which keeps to a database of its own, whatever Corteo runs on otherwise.
 * A key for protected profiles is made where none is given, and an example is the contact where none is named.
 * @param database the address of one; without it, the demo has a Postgres of its own
 */
export function readDemoConfig(
  environment: Readonly<Record<string, string | undefined>>,
  database?: string,
): Config {
  const { PROTECTED_KEY, PROTECTED_KEY_FILE, SECURITY_CONTACT } = environment;
  const config = readConfig({
    ...environment,
    ...(PROTECTED_KEY || PROTECTED_KEY_FILE ? {} : { PROTECTED_KEY_FILE: keepKeyFile() }),
    SECURITY_CONTACT: SECURITY_CONTACT || 'mailto:security@example.org',
    DATABASE_URL: database,
    DATABASE_MIGRATION_URL: undefined,
    DATABASE_PASSWORD: database && environment.DATABASE_PASSWORD,
    DATA_FOLDER: undefined,
  });
  return { ...config, dataFolder: chooseFolder('demo', config.stateFolder) };
}
