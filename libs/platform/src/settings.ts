import { isIP } from 'node:net';
import { isTimeZone } from '#icalendar';
import { isURL } from 'class-validator';

/** Variables by name, as a process has them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The same without the spaces around what is set, so that what is blank is not set. A password is taken as it is. */
export function tidy(environment: Environment): Environment {
  const read = (known: Environment, name: string): string | undefined =>
    name === 'DATABASE_PASSWORD' ? known[name] : known[name]?.trim();
  return new Proxy(environment, { get: read });
}

/** A whole number within bounds. */
export function readNumber(
  environment: Environment,
  name: string,
  [otherwise, least, most]: readonly [otherwise: number, least: number, most: number],
  problems: string[],
): number {
  const told = environment[name] || `${otherwise}`;
  const value = Number(told);
  if (!/^\d+$/.test(told) || value < least || value > most)
    problems.push(`${name} must be a whole number from ${least} to ${most}.`);
  return value;
}

/** Addresses and networks, with commas between them. */
export function readNetworks(environment: Environment, name: string, problems: string[]): string[] {
  const networks = (environment[name] ?? '').split(',').flatMap((part) => part.trim() || []);
  if (!networks.every(isNetwork))
    problems.push(
      `${name} must be addresses or networks of proxies with commas between them, as in 10.0.0.1, fd00::/8.`,
    );
  return networks;
}

function isNetwork(text: string): boolean {
  const [address, bits, ...more] = text.split('/');
  const most = { 4: 32, 6: 128, 0: -1 }[isIP(address!) as 0 | 4 | 6];
  return (
    more.length === 0 && (bits === undefined ? most > 0 : /^\d{1,3}$/.test(bits) && Number(bits) <= most)
  );
}

/** Origins of web pages, with commas between them. */
export function readOrigins(environment: Environment, name: string, problems: string[]): string[] {
  const origins = (environment[name] ?? '').split(',').flatMap((part) => part.trim() || []);
  if (!origins.every(isOrigin))
    problems.push(
      `${name} must be origins with commas between them, each a scheme and a host without a slash behind it, as in https://app.example.org, http://localhost:5173; “*” is none.`,
    );
  return origins;
}

function isOrigin(text: string): boolean {
  return /^https?:\/\/[^*]+$/.test(text) && URL.canParse(text) && new URL(text).origin === text;
}

/** An IANA time zone. */
export function readZone(
  environment: Environment,
  name: string,
  otherwise: string,
  problems: string[],
): string {
  const value = environment[name] || otherwise;
  if (!isTimeZone(value)) problems.push(`${name} must be an IANA time zone such as Europe/Rome.`);
  return value;
}

/** An address of one of some protocols, without a slash at its end. */
export function readUrl(
  environment: Environment,
  name: string,
  protocols: string[],
  problems: string[],
): string | undefined {
  const value = environment[name] || undefined;
  const form = { protocols, require_protocol: true, require_tld: false, require_host: false };
  if (value && !isURL(value, form)) {
    const beginnings = protocols.map((protocol) => `${protocol}://`).join(' or ');
    problems.push(`${name} must be an address that starts with ${beginnings}.`);
  }
  return value?.replace(/\/$/, '');
}

/** An address of the web with `{names}` in it, each of them at least once and no other. */
export function readPattern(
  environment: Environment,
  name: string,
  parts: readonly string[],
  problems: string[],
): string | undefined {
  const pattern = environment[name] || undefined;
  if (!pattern) return undefined;
  const filled = parts.reduce((text, part) => text.replaceAll(`{${part}}`, 'x'), pattern);
  const isWhole = parts.every((part) => pattern.includes(`{${part}}`)) && !/[{}\s]/.test(filled);
  if (!isWhole) {
    const needed = parts.map((part) => `{${part}}`).join(' and ');
    problems.push(
      `${name} must hold ${needed}, and no other braces or spaces, as in https://example.org/{kind}/{id}.`,
    );
  }
  readUrl({ [name]: filled }, name, ['http', 'https'], problems);
  return pattern;
}

/** How to reach somebody, as RFC 9116 has it. */
export function readContact(environment: Environment, name: string, problems: string[]): string | undefined {
  const contact = environment[name] || undefined;
  if (contact && !/^(?:https:\/\/|mailto:|tel:)[!-~]+$/.test(contact))
    problems.push(`${name} must begin with https://, mailto: or tel:, as in mailto:security@example.org.`);
  return contact;
}
