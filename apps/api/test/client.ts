import supertest from 'supertest';
import type { Answer, Headers, Method, Recorded } from './answer.js';
import type { Documented } from './documented.js';

/** Asks the server as one caller, and holds every answer against the OpenAPI document. */
export class Client {
  constructor(
    /** Where the server answers. */
    readonly url: string,
    private readonly documented: Documented,
    private readonly token: string | undefined,
  ) {}

  get(path: string, headers?: Headers): Promise<Answer> {
    return this.ask('get', path, undefined, headers);
  }

  post(path: string, body: unknown = {}, headers?: Headers): Promise<Answer> {
    return this.ask('post', path, body, headers);
  }

  put(path: string, body: unknown, headers?: Headers): Promise<Answer> {
    return this.ask('put', path, body, headers);
  }

  patch(path: string, body: unknown, headers?: Headers): Promise<Answer> {
    return this.ask('patch', path, body, headers);
  }

  delete(path: string, headers?: Headers): Promise<Answer> {
    return this.ask('delete', path, undefined, headers);
  }

  /**
   * Records something that must be accepted.
   * @returns the record as it was answered, with its entity tag and address beside it
   */
  async record(path: string, body: object): Promise<Recorded> {
    const answer = await this.post(path, body);
    if (answer.status !== 201) throw new Error(`POST ${path} answered ${answer.status}: ${answer.text}`);
    return { ...answer.body, tag: answer.headers.etag, at: answer.headers.location };
  }

  /** Reads a record again, as `record` gave it. */
  async reread({ at }: Recorded): Promise<Recorded> {
    const { body, headers } = await this.get(at);
    return { ...body, tag: headers.etag, at };
  }

  /** Patches a record in the version that was read. */
  change({ at, tag }: Recorded, patch: object): Promise<Answer> {
    return this.patch(at, patch, { 'if-match': tag });
  }

  /** Moves a record to another status. */
  move({ at }: Recorded, to: string): Promise<Answer> {
    return this.post(`${at}/transitions`, { to });
  }

  /**
   * Asks for what no documented operation allows: an unknown address, a wrong method, an unreadable request.
   * Only that a refusal is a problem document is checked.
   */
  async misuse(method: Method, path: string, body?: string | Buffer, headers: Headers = {}): Promise<Answer> {
    const answer = await this.send(method, path, body, headers);
    this.documented.checkProblem(answer);
    return answer;
  }

  private async ask(method: Method, path: string, body: unknown, headers: Headers = {}): Promise<Answer> {
    const answer = await this.send(method, path, body, headers);
    this.documented.check(method, path, answer);
    return answer;
  }

  private async send(method: Method, path: string, body: unknown, headers: Headers): Promise<Answer> {
    const request = supertest(this.url)[method](path);
    if (this.token) request.auth(this.token, { type: 'bearer' });
    if (body !== undefined) request.type('application/json').serialize(asText);
    request.set(headers);
    const answer = await request.send(body as object | string);
    return answer;
  }
}

/** Strings and bytes go as they are, so that a test can send what is not JSON. */
function asText(body: unknown): string {
  return typeof body === 'string' || Buffer.isBuffer(body) ? (body as string) : JSON.stringify(body);
}
