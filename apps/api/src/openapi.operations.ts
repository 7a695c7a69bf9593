import type { OpenAPIObject } from '@nestjs/swagger';

export type PathItem = OpenAPIObject['paths'][string];
export type Operation = NonNullable<PathItem['get']>;
export type Parameter = NonNullable<Operation['parameters']>[number];

/** The methods that addresses know, in the order in which they are documented. */
export const METHODS = ['get', 'put', 'post', 'patch', 'delete'] as const;
export type Method = (typeof METHODS)[number];

/** What an operation answers, described where it stands. */
export type Answer = Extract<NonNullable<Operation['responses'][string]>, { description: string }>;

/** Says that an answer carries a header, which is described among what operations share. */
export function addHeader(answer: Answer, name: string): void {
  answer.headers = { ...answer.headers, [name]: { $ref: `#/components/headers/${name}` } };
}

/** What there is at an address, in the order of the methods. */
export function operationsOf(item: PathItem): Operation[] {
  return METHODS.map((method) => item[method]).filter((operation) => operation !== undefined);
}

/** What is no record of the office's work has no versions: who ends access never has to read it again first. */
const UNVERSIONED = /^\/v1\/(?:tokens|deputies|calendar-links|duplicates)\b/;

/** What is kept nowhere on the way, and what came of many records, has no tag. */
const UNTAGGED =
  /^\/v1\/(?:delegations\/\{id\}\/protected-sheet|dossiers|(?:visits|forums)\/\{eventId\}\/agenda\/imports)$/;

/** Whether answers at an address have an entity tag. */
export function hasTag(path: string): boolean {
  return !UNTAGGED.test(path);
}

/** Whether a change says by `If-Match` which version it is based on. */
export function isConditional(method: Method, path: string): boolean {
  return (method === 'put' || method === 'patch' || method === 'delete') && !UNVERSIONED.test(path);
}

/** What is made of a version that was seen; other POSTs record something beside it. */
const MADE_OF_VERSION = /\/(?:transitions|restore|merge|follow-up)$/;

/** Whether a POST may do so. */
export function mayBeConditional(path: string): boolean {
  return MADE_OF_VERSION.test(path) && !UNVERSIONED.test(path);
}

/** Where the body says for each of many which version it is based on. */
const MANY_VERSIONS = /\/agenda\/moves$/;

/** Whether a request may be refused for the version that it is based on. */
export function mayBeStale(method: Method, path: string): boolean {
  return (
    isConditional(method, path) || (method === 'post' && (mayBeConditional(path) || MANY_VERSIONS.test(path)))
  );
}
