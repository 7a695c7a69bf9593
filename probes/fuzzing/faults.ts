import type { Operation } from './document.js';
import { type Keys, addMember, placesIn, putAt, takeOut, valueAt } from './places.js';
import type { Random } from './random.js';
import { ADDRESS_PARTS, STRANGE_QUERIES, TEXTS, encode, formsOf } from './texts.js';
import { STRANGE_BODIES, STRANGE_HEADERS, STRANGE_MEMBERS, VALUES } from './values.js';

/** A request that would be accepted, but for one fault. */
export interface Fault {
  readonly method: string;
  readonly template: string;
  /** Where the fault is, and what. */
  readonly where: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string | Buffer | undefined;
}

/** A request that would be accepted. */
export interface Sound {
  readonly operation: Operation;
  readonly path: string;
  readonly body: unknown;
}

/** Made when it is chosen: there are thousands, and few of them are. */
type Change = () => Pick<Fault, 'where'> & Partial<Pick<Fault, 'path' | 'headers' | 'body'>>;

const LONGEST_QUERY = 12_000;

/** The faults of one request, so many of each kind. */
export function faultsOf(sound: Sound, random: Random, each: number): Fault[] {
  const { operation, path, body } = sound;
  const { method, template } = operation;
  const kinds = [inAddress, inQuery, inHeaders, inBody, inMembers];
  const changes = kinds.flatMap((kind) => random.choose(kind(sound, random), each));
  const text = body === undefined ? undefined : JSON.stringify(body);
  return changes.map((change) => ({ method, template, path, headers: {}, body: text, ...change() }));
}

function inAddress({ operation: { template }, path }: Sound): Change[] {
  const names = template.split('/');
  return names.flatMap((name, index) => {
    if (!name.includes('{')) return [];
    return ADDRESS_PARTS.map((value) => () => {
      const parts = path.split('/');
      parts[index] = name.replace(/\{\w+\}/, () => value);
      return { where: `${name} ${show(value)}`, path: parts.join('/') };
    });
  });
}

function inQuery({ operation: { parameters }, path }: Sound): Change[] {
  const names = parameters.filter((one) => one.in === 'query').map(({ name }) => name);
  const asked = names.flatMap((name) => [
    ...TEXTS.map((text) => `${name}=${encode(text)}`),
    ...formsOf(name),
  ]);
  const all = [...asked.filter((query) => query.length < LONGEST_QUERY), ...STRANGE_QUERIES];
  return all.map((query) => () => ({ where: `?${show(query)}`, path: `${path}?${query}` }));
}

function inHeaders({ operation: { parameters } }: Sound): Change[] {
  const strange = Object.entries(STRANGE_HEADERS).flatMap(([name, values]) =>
    values.map((value) => () => ({ where: `${name}: ${show(value)}`, headers: { [name]: value } })),
  );
  const missing = (): ReturnType<Change> => ({
    where: 'without a token',
    headers: { authorization: undefined },
  });
  const unmatched = parameters.some(({ name }) => name === 'If-Match')
    ? [(): ReturnType<Change> => ({ where: 'without If-Match', headers: { 'if-match': undefined } })]
    : [];
  return [...strange, missing, ...unmatched];
}

function inBody({ operation, body }: Sound): Change[] {
  const whole =
    operation.method === 'GET'
      ? []
      : STRANGE_BODIES.map((text) => () => ({ where: `body ${show(String(text))}`, body: text }));
  if (body === undefined) return whole;
  const places = placesIn(body);
  const replaced = places.flatMap((keys) =>
    VALUES.map((value) => () => ({
      where: `${pointer(keys)} ${show(value)}`,
      body: putAt(body, keys, value),
    })),
  );
  const left = places.map((keys) => () => ({ where: `without ${pointer(keys)}`, body: takeOut(body, keys) }));
  return [...whole, ...replaced, ...left];
}

function inMembers({ body }: Sound, random: Random): Change[] {
  if (body === undefined) return [];
  const objects = [[], ...placesIn(body)].filter((keys) => isObject(valueAt(body, keys)));
  const twice = (keys: Keys): string[] =>
    Object.keys(valueAt(body, keys) as object).map((key) => `${JSON.stringify(key)}:${random.one(VALUES)}`);
  return objects.flatMap((keys) =>
    [...STRANGE_MEMBERS, ...twice(keys)].map((member) => () => ({
      where: `${pointer(keys)} with ${show(member)}`,
      body: addMember(body, keys, member),
    })),
  );
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function pointer(keys: Keys): string {
  return `/${keys.join('/')}`;
}

function show(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}… (${text.length})` : text).slice(1, -1);
}
