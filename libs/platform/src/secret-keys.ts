import { type KeyObject, createSecretKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Environment } from './settings.js';

const KEY = /^[A-Za-z\d+/]{43}=$/;

/**
 * Reads keys of 32 bytes, one in base64 on each line; empty lines and those that begin with `#` say nothing.
 * @returns null where another line is no key, or where there is none
 */
export function parseKeys(text: string): KeyObject[] | null {
  const lines = text.split('\n').map((line) => line.trim());
  const said = lines.filter((line) => line !== '' && !line.startsWith('#'));
  if (said.length === 0 || !said.every((line) => KEY.test(line))) return null;
  return said.map((line) => createSecretKey(line, 'base64'));
}

/** The keys that protected data are encrypted with, and the file that they stand in. */
export interface ProtectedKeyring {
  /** The first of them writes, all of them read; none, where protected data are not kept. */
  readonly protectedKeys: readonly KeyObject[];
  /** Where they are read again, so that they can be changed while the server runs. */
  readonly protectedKeyFile: string | undefined;
}

/** Reads `PROTECTED_KEY` or `PROTECTED_KEY_FILE`; what is wrong with them is said without what stands in them. */
export function readKeyring(environment: Environment, problems: string[]): ProtectedKeyring {
  const key = environment.PROTECTED_KEY || undefined;
  const file = environment.PROTECTED_KEY_FILE || undefined;
  const none = { protectedKeys: [], protectedKeyFile: file };
  if (key && file) {
    problems.push('PROTECTED_KEY and PROTECTED_KEY_FILE cannot both be given.');
    return none;
  }
  const name = key ? 'PROTECTED_KEY' : 'PROTECTED_KEY_FILE';
  const text = key ?? (file && readText(file));
  if (!key && !file) return none;
  const keys = text === undefined ? null : parseKeys(text);
  if (!keys || (key && keys.length > 1)) problems.push(`${name} ${key ? MUST_BE_KEY : MUST_NAME_KEYS}`);
  return { ...none, protectedKeys: keys ?? [] };
}

const MUST_BE_KEY = 'must be 32 bytes in base64, as `openssl rand -base64 32` makes them.';
const MUST_NAME_KEYS =
  'must name a file that can be read, with keys of 32 bytes in base64, one on each line, as `openssl rand -base64 32` makes them.';

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
