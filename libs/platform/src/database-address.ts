import type { Environment } from './settings.js';

/** The server, the database and what else is said of the connection: what stands behind the “@”. */
const TARGET = /^(?:\[[\da-f:.]+\]|[^@/?#:\s[\]]*)(?::\d{1,5})?(?:\/[^/?#@\s]*)?(?:\?(?:\w+=[^#\s]*)?)?$/i;

/**
 * The address of a Postgres database. A password may stand in it as it is, as long as there is one way to read that.
 * @param password that of addresses which hold none
 */
export function readDatabaseAddress(
  environment: Environment,
  name: string,
  password: string | undefined,
  problems: string[],
): string | undefined {
  const text = environment[name] || undefined;
  if (text === undefined) return undefined;
  const [scheme, rest] = /^(postgres(?:ql)?:\/\/)(.*)$/su.exec(text)?.slice(1) ?? [];
  const readings = rest === undefined ? [] : readingsOf(rest);
  const address = readings.length === 1 ? write(scheme!, readings[0]!, password) : undefined;
  if (address === undefined) problems.push(explain(name, readings.length));
  return address;
}

interface Reading {
  /** Nobody, where it names none. */
  readonly who: string | undefined;
  readonly target: string;
}

/** Every “@” may be the one before the server. */
function readingsOf(rest: string): Reading[] {
  const ends = [...rest.matchAll(/@/g)].map(({ index }) => index);
  const named = ends.map((end) => ({ who: rest.slice(0, end), target: rest.slice(end + 1) }));
  return [{ who: undefined, target: rest }, ...named].filter(({ target }) => TARGET.test(target));
}

function write(scheme: string, { who, target }: Reading, otherwise: string | undefined): string | undefined {
  if (who === undefined) return `${scheme}${target}`.replace(/\/$/, '');
  const [user, said] = /^([^:]*)(?::(.*))?$/su.exec(who)!.slice(1) as [string, string?];
  const password = said ? encode(said) : otherwise && encodeURIComponent(otherwise);
  const words = [encode(user), ...(password ? [password] : [])].join(':');
  return isEncoded(words) ? `${scheme}${words}@${target}`.replace(/\/$/, '') : undefined;
}

/** Writes what cannot stand in an address in its other form, and leaves what has it already. */
function encode(text: string): string {
  return text.replaceAll(/%(?![\da-f]{2})/gi, '%25').replaceAll(/[^%]+/g, encodeURIComponent);
}

function isEncoded(text: string): boolean {
  try {
    return decodeURIComponent(text) !== '';
  } catch {
    return false;
  }
}

function explain(name: string, readings: number): string {
  const form = 'postgres://user:password@server:5432/database';
  const why =
    readings > 1
      ? `${name} can be read in more than one way.`
      : `${name} must be an address such as ${form}.`;
  return `${why} In a user or password, write @ as %40, / as %2F, : as %3A, ? as %3F, # as %23 and % as %25, or give the password in DATABASE_PASSWORD, as it is.`;
}
