import { createFetch } from './delivery.js';
import { createClient, createConfig, jsonBodySerializer } from './generated/client/index.js';
import { Operations } from './generated/sdk.gen.js';
import { type Page, type PageRequest, readPages } from './pages.js';
import { expectAnswer, toError } from './problems.js';
import { Tags } from './tags.js';

/** Where the server is, and who asks. */
export interface CorteoOptions {
  /** The address of the server, such as `https://corteo.example.org`. */
  readonly url: string;
  /** The access token, or what gives it; without one, only what is public can be read. */
  readonly token?: string | (() => string | Promise<string>);
  /** The languages to choose names in, as `Accept-Language` has them: `it, en;q=0.5`. */
  readonly language?: string;
  /** How often a request is sent again that failed in passing: 2, unless something else is said. */
  readonly retries?: number;
  /** What sends requests, instead of the `fetch` of the platform. */
  readonly fetch?: typeof fetch;
}

/** Files are sent as they are; whatever else is sent is JSON. */
function toBody(body: unknown): unknown {
  return typeof body === 'string' || body instanceof Blob ? body : jsonBodySerializer.bodySerializer(body);
}

/**
 * Calls a server of Corteo: a method for each of its operations, which gives what was asked for, or throws.
 * @throws CorteoProblem where the server refuses or fails
 */
export class Corteo extends Operations {
  constructor({ url, token, language, retries = 2, fetch = globalThis.fetch }: CorteoOptions) {
    const client = createClient(
      createConfig({
        baseUrl: url.replace(/[/]+$/, ''),
        ...(token === undefined ? {} : { auth: typeof token === 'string' ? token : () => token() }),
        ...(language === undefined ? {} : { headers: { 'Accept-Language': language } }),
        fetch: createFetch({ fetch: (...request) => fetch(...request), retries, tags: new Tags() }),
        bodySerializer: toBody,
        throwOnError: true,
      }),
    );
    client.interceptors.response.use(expectAnswer);
    client.interceptors.error.use(toError);
    super({ client });
  }

  /**
   * Gives the records of a list one by one, over as many pages as there are:
   * `corteo.pages((page) => corteo.listVisits({ query: { ...page, status: ['planned'] } }))`.
   */
  pages<Item>(read: (page: PageRequest) => Promise<Page<Item>>): AsyncGenerator<Item, void, undefined> {
    return readPages(read);
  }
}
