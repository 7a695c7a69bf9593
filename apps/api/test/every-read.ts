import type { Answer } from './answer.js';
import type { Client } from './client.js';
import { readDocument } from './document.js';

interface Parameter {
  readonly in: string;
  readonly name: string;
  readonly schema?: { readonly format?: string };
}

interface Operation {
  readonly parameters?: readonly Parameter[];
}

/** Every read of the OpenAPI document, by the template of its path. */
export type Reads = ReadonlyMap<string, Operation>;

export async function readsOf(url: string): Promise<Reads> {
  const { paths } = (await readDocument(url)) as { paths: Record<string, { get?: Operation }> };
  return new Map(
    Object.entries(paths).flatMap(([path, { get }]) =>
      get && path.startsWith('/v1/') ? [[path, get] as const] : [],
    ),
  );
}

/** Every address of the document where something is, found by reading the lists that lead there. */
export async function findAddresses(reads: Reads, admin: Client): Promise<string[]> {
  const found = new Set<string>();
  const templates = [...reads.keys()].toSorted((a, b) => a.split('{').length - b.split('{').length);
  for (const template of templates)
    for (const address of addressesOf(template, found).filter((one) => !found.has(one))) {
      found.add(address);
      if (!reads.has(`${template}/{id}`) && !reads.has(`${template}/{number}`)) continue;
      const ids = await idsIn(admin, address, reads.get(template)!);
      ids.forEach((id) => found.add(`${address}/${id}`));
    }
  return [...found].filter((address) => templates.some((template) => patternOf(template).test(address)));
}

async function idsIn(admin: Client, address: string, { parameters = [] }: Operation): Promise<string[]> {
  if (!parameters.some(({ name }) => name === 'cursor') || address.endsWith('/schedule')) return [];
  const { body } = await admin.get(`${address}?limit=200${address === '/v1/timeline' ? '&place=0' : ''}`);
  return (body.items ?? []).map((item: { id: string; number?: number }) => item.number ?? item.id);
}

/** The addresses of a template: each placeholder but the last one stands for what was found before. */
function addressesOf(template: string, found: ReadonlySet<string>): string[] {
  const last = template.lastIndexOf('}');
  if (last < 0) return [template];
  const [whole, rest] = [template.slice(0, last + 1), template.slice(last + 1)];
  const pattern = patternOf(whole);
  return [...found].filter((address) => pattern.test(address)).map((address) => address + rest);
}

/** The addresses of a template. */
export function patternOf(template: string): RegExp {
  return new RegExp(`^${template.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/.]+')}$`);
}

/** Runs some work for each of many, a few at a time. */
export async function forEach<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const waiting = [...all];
  const next = async (): Promise<void> => {
    for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) await work(one);
  };
  await Promise.all(Array.from({ length: 6 }, next));
}

/** All that an answer tells: its status, its headers and its body. */
export function toldBy({ headers, text, body }: Answer): string {
  return (
    JSON.stringify(headers) +
    (text ?? (Buffer.isBuffer(body) ? body.toString('latin1') : JSON.stringify(body)))
  );
}
