import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import type { Answer, Headers, Method } from './answer.js';

const COLLECTION = 'clients/bruno';

interface Pair {
  readonly name: string;
  readonly value: string;
}

interface Bru {
  readonly meta: { readonly name: string; readonly seq: string };
  readonly http: { readonly method: Method; readonly url: string; readonly auth: string };
  readonly params?: readonly Pair[];
  readonly headers?: readonly Pair[];
  readonly body?: { readonly json: string };
  readonly vars?: { readonly res?: readonly Pair[] };
}

interface Language {
  bruToJsonV2(text: string): Bru;
  bruToEnvJsonV2(text: string): { readonly variables: readonly Pair[] };
  collectionBruToJson(text: string): any;
}

const language = createRequire(resolve('package.json'))('@usebruno/lang') as Language;

/** What requests refer to as `{{name}}`. */
export type Variables = Record<string, string>;

/** A request of the collection, as Bruno would send it. */
export interface BrunoRequest extends Bru {
  readonly of: string;
  readonly path: string;
}

/** The requests of every journey, in the order of the folders and of the requests in them. */
export async function readRequests(): Promise<BrunoRequest[]> {
  const folders = await Promise.all(globSync(`${COLLECTION}/*/folder.bru`).map(readFolder));
  const inOrder = folders.toSorted((a, b) => a.seq - b.seq);
  return (await Promise.all(inOrder.map(({ folder }) => readJourney(folder)))).flat();
}

/** What is known before the first request: the variables of the environment “demo”. */
export async function readEnvironment(): Promise<Variables> {
  const text = await readFile(join(COLLECTION, 'environments/demo.bru'), 'utf8');
  const { variables } = language.bruToEnvJsonV2(text);
  return Object.fromEntries(variables.map(({ name, value }) => [name, value]));
}

/** What holds for all requests of the collection. */
export async function readCollection(): Promise<any> {
  return language.collectionBruToJson(await readFile(join(COLLECTION, 'collection.bru'), 'utf8'));
}

/** Puts the values of variables in their places. */
export function fillIn(text: string, variables: Variables): string {
  return text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => {
    if (variables[name] === undefined) throw new Error(`Nothing has set ${name}.`);
    return variables[name];
  });
}

/** The headers of a request, by their names. */
export function headersOf({ headers = [] }: Bru, variables: Variables): Headers {
  return Object.fromEntries(headers.map(({ name, value }) => [name.toLowerCase(), fillIn(value, variables)]));
}

/** Keeps what later requests refer to, such as `res.body.items[0].id`. */
export function keep({ vars }: Bru, res: Answer, variables: Variables): void {
  for (const { name, value } of vars?.res ?? []) {
    const found = value
      .split(/[.[\]]+/)
      .slice(1)
      .filter(Boolean)
      .reduce<any>((part, key) => part?.[key], res);
    if (typeof found !== 'string') throw new Error(`There is no ${value} to keep as ${name}.`);
    variables[name] = found;
  }
}

async function readFolder(file: string): Promise<{ folder: string; seq: number }> {
  const { meta } = language.collectionBruToJson(await readFile(file, 'utf8'));
  return { folder: dirname(file), seq: Number(meta.seq) };
}

async function readJourney(folder: string): Promise<BrunoRequest[]> {
  const files = globSync(`${folder}/*.bru`).filter((file) => basename(file) !== 'folder.bru');
  const requests = await Promise.all(
    files.map(async (file) => toRequest(file, language.bruToJsonV2(await readFile(file, 'utf8')))),
  );
  return requests.toSorted((a, b) => Number(a.meta.seq) - Number(b.meta.seq));
}

function toRequest(file: string, bru: Bru): BrunoRequest {
  return { ...bru, of: file.slice(COLLECTION.length + 1), path: bru.http.url.replace('{{url}}', '') };
}
