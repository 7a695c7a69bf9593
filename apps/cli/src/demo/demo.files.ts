import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { parseEnv } from 'node:util';

const ENVIRONMENT_FILE = 'var/demo.env';
const KEY_FILE = 'var/demo.key';

/** The file with the key that the demo encrypts protected profiles with: made the first time, for its user only. */
export function keepKeyFile(): string {
  if (existsSync(KEY_FILE)) return KEY_FILE;
  mkdirSync(dirname(KEY_FILE), { recursive: true });
  writeFileSync(KEY_FILE, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600 });
  return KEY_FILE;
}

/** The token that an earlier run wrote down. */
export async function readToken(): Promise<string | undefined> {
  const text = await readFile(ENVIRONMENT_FILE, 'utf8').catch(() => '');
  return parseEnv(text).CORTEO_TOKEN;
}

/** Writes down how to reach the demo, for its user only. */
export async function writeEnvironment(url: string, token: string): Promise<void> {
  await mkdir(dirname(ENVIRONMENT_FILE), { recursive: true });
  // Removed first: only a new file gets the mode.
  await rm(ENVIRONMENT_FILE, { force: true });
  await writeFile(ENVIRONMENT_FILE, `CORTEO_URL=${url}\nCORTEO_TOKEN=${token}\n`, { mode: 0o600 });
}
