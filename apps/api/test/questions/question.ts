import type { Answer, Recorded } from '../answer.js';
import type { Client } from '../client.js';

/**
 * A request, what of its answer is looked at, and what must stand there. The address starts from names; of `{event/id}` the
 * first row of the answer before it tells the value. A list is looked at row by row, by pointers such as `metric/it`.
 */
type Request = readonly [address: string, look: Look, tells: unknown];
type Look = readonly string[] | ((answer: Recorded) => unknown);

/** What an organizer asks, and the one or two requests that answer it. */
export interface Question {
  readonly asks: string;
  readonly requests: readonly [Request] | readonly [Request, Request];
  /** What the answer lacks. */
  readonly missing?: string;
}

/** Asks the requests of a question in a language, and tells what each of them answered. */
export async function ask(office: Client, { requests }: Question, language: string): Promise<unknown[]> {
  const told: unknown[] = [];
  let row: Recorded;
  for (const [address, look] of requests) {
    const answer = await read(office, filledIn(address, row), language);
    row ??= answer.items[0];
    told.push(typeof look === 'function' ? look(answer) : lookAt(answer, look));
  }
  return told;
}

/** What must be told to the requests of a question. */
export function answerOf({ requests }: Question): unknown[] {
  return requests.map(([, , tells]) => tells);
}

/** Looks at the rows of a list that pass a test. */
export function rowsWith(test: (row: Recorded) => boolean, pointers: readonly string[]): Look {
  return ({ items }) => lookAt({ items: items.filter(test) }, pointers);
}

async function read(office: Client, address: string, language: string): Promise<Recorded> {
  const { status, body, text }: Answer = await office.get(encodeURI(address), {
    'accept-language': language,
  });
  if (status !== 200) throw new Error(`GET ${address} answered ${text}`);
  if (body.nextCursor) throw new Error(`GET ${address} answered in several pages.`);
  return body;
}

function filledIn(address: string, row: Recorded): string {
  return address.replaceAll(/\{([^}]+)\}/g, (_all, pointer: string) => valueAt(row, pointer));
}

function lookAt(answer: Recorded, pointers: readonly string[]): unknown {
  const look = (one: Recorded): unknown => {
    const values = pointers.map((pointer) => named(valueAt(one, pointer)));
    return values.length === 1 ? values[0] : values;
  };
  return answer.items ? answer.items.map(look) : look(answer);
}

/** The value at a pointer; null where something on the way there is not given. */
function valueAt(one: Recorded, pointer: string): Recorded {
  return pointer.split('/').reduce((value, step) => value?.[step], one) ?? null;
}

/** References as names, and all else without its ids, which are others each time. */
function named(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(named);
  if (typeof value !== 'object' || value === null) return value;
  const { id, ...rest } = value as Recorded;
  if (id && typeof rest.name === 'string') return rest.name;
  return Object.fromEntries(Object.entries(rest).map(([name, held]) => [name, named(held)]));
}
