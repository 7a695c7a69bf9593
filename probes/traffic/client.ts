import { Agent, type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http';

/** What came back; where nothing did, the status is 0 and the error says why. */
export interface Answer {
  readonly status: number;
  /** Milliseconds from sending to the last byte. */
  readonly ms: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  readonly error: string | undefined;
}

/** What came back, and the JSON in it; undefined where there is none. */
export interface Reply<T> extends Answer {
  readonly json: T | undefined;
}

/** What is sent along. */
export interface Sent {
  /** What is undefined here is left out, also what would be sent otherwise. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
  /** Sent as it is where it is text or bytes, else as JSON. */
  readonly body?: unknown;
  readonly timeout?: number;
}

interface Settings {
  readonly token?: string;
  readonly sockets?: number;
}

/** Sends requests to a server over connections of its own; what goes wrong is an answer, too. */
export class Client {
  private readonly agent: Agent;
  private readonly token: string | undefined;

  constructor(
    private readonly url: string,
    { token, sockets = 64 }: Settings = {},
  ) {
    this.agent = new Agent({ keepAlive: true, maxSockets: sockets });
    this.token = token;
  }

  /** One request; its path goes out byte for byte. */
  send(method: string, path: string, { headers, body, timeout = 30_000 }: Sent = {}): Promise<Answer> {
    const start = performance.now();
    const payload = toBytes(body);
    const all = { ...this.headersFor(method, payload), ...headers };
    const given = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
    return new Promise((resolve) => {
      const end = (answer: Partial<Answer>): void =>
        resolve({
          status: 0,
          headers: {},
          text: '',
          error: undefined,
          ...answer,
          ms: performance.now() - start,
        });
      const fail = (error: NodeJS.ErrnoException): void => end({ error: error.code ?? error.message });
      try {
        const { hostname, port } = new URL(this.url);
        const options = { hostname, port, method, path, headers: given as Record<string, string> };
        const sent = request({ ...options, agent: this.agent }, (response) => receive(response, end, fail));
        sent.setTimeout(timeout, () => sent.destroy(new Error('no answer in time')));
        sent.on('error', fail);
        sent.end(payload);
      } catch (error) {
        fail(error as NodeJS.ErrnoException);
      }
    });
  }

  /** One request, and the JSON that came back. */
  async json<T>(method: string, path: string, sent?: Sent): Promise<Reply<T>> {
    const answer = await this.send(method, path, sent);
    return { ...answer, json: parse(answer.text) as T | undefined };
  }

  /** Makes a record that a probe needs, and gives its id. */
  async make(path: string, body: unknown): Promise<string> {
    const { status, text, error, json } = await this.json<{ id: string }>('POST', path, { body });
    if (status !== 201) throw new Error(`POST ${path}: ${error ?? status} ${text.slice(0, 300)}`);
    return json!.id;
  }

  /** Closes its connections. */
  close(): void {
    this.agent.destroy();
  }

  private headersFor(method: string, payload: Buffer | undefined): Record<string, string | undefined> {
    const type = method === 'PATCH' ? 'application/merge-patch+json' : 'application/json';
    return {
      authorization: this.token && `Bearer ${this.token}`,
      ...(payload && { 'content-type': type, 'content-length': String(payload.length) }),
    };
  }
}

function receive(
  response: IncomingMessage,
  end: (answer: Partial<Answer>) => void,
  fail: (error: Error) => void,
): void {
  const chunks: Buffer[] = [];
  response.on('data', (chunk: Buffer) => chunks.push(chunk));
  response.on('error', fail);
  response.on('end', () =>
    end({ status: response.statusCode!, headers: response.headers, text: Buffer.concat(chunks).toString() }),
  );
}

/** What a text holds as JSON; undefined where it is none. */
export function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function toBytes(body: unknown): Buffer | undefined {
  if (body === undefined) return undefined;
  if (Buffer.isBuffer(body)) return body;
  return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
}
