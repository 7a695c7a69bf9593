import { once } from 'node:events';
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Office, openOffice } from './office.js';
import { waitUntil } from './programs.js';

const [TRACE, SPAN] = ['4bf92f3577b34da6a3ce929d0e0e4736', '00f067aa0ba902b7'];

interface Sent {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly attributes: readonly { readonly key: string; readonly value: object }[];
}

interface Batch {
  readonly resourceSpans: readonly {
    readonly resource: Pick<Sent, 'attributes'>;
    readonly scopeSpans: readonly { readonly spans: readonly Sent[] }[];
  }[];
}

describe('traces', () => {
  let collector: Server;
  let office: Office;
  const sent: { batch: Batch; path: string | undefined }[] = [];

  beforeAll(async () => {
    const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
      sent.push({ batch: JSON.parse(await text(request)) as Batch, path: request.url });
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    };
    collector = createServer((request, response) => void take(request, response));
    collector.listen(0, '127.0.0.1');
    await once(collector, 'listening');
    const { port } = collector.address() as AddressInfo;
    const OTEL_EXPORTER_OTLP_ENDPOINT = `http://127.0.0.1:${port}`;
    office = await openOffice({ OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_SERVICE_NAME: 'office' });
  });
  beforeEach(() => {
    sent.length = 0;
  });
  afterAll(async () => {
    await office.close();
    collector.closeAllConnections();
    collector.close();
  });

  /** The spans of one trace, once that of its request is there. */
  const spansOf = async (traceId: string): Promise<Sent[]> => {
    const known = (): Sent[] =>
      sent
        .flatMap(({ batch }) => batch.resourceSpans)
        .flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans))
        .filter((span) => span.traceId === traceId);
    await waitUntil(async () => known().some(({ parentSpanId }) => parentSpanId === SPAN));
    return known();
  };

  const named = (trace: string, flags = '01'): Record<string, string> => ({
    traceparent: `00-${trace}-${SPAN}-${flags}`,
  });

  it('lead from the caller through the request to each statement, by names and never values', async () => {
    const names = [{ text: 'Guiyang', lang: 'en', kind: 'official' }];
    const { status, headers } = await office.post('/v1/topics', { names }, named(TRACE));
    expect(status).toBe(201);
    const spans = await spansOf(TRACE);
    const parents = new Map(spans.map(({ spanId, name }) => [spanId, name]));
    const tree = spans.map(({ name, parentSpanId }) => [parents.get(parentSpanId!) ?? 'caller', name]);
    expect(tree).toEqual(
      expect.arrayContaining([
        ['caller', 'POST /v1/topics'],
        ['POST /v1/topics', 'transaction'],
        ['transaction', 'insert into topics'],
        ['transaction', 'topic'],
      ]),
    );
    const request = spans.find(({ name }) => name === 'POST /v1/topics')!;
    expect(new Map(request.attributes.map(({ key, value }) => [key, Object.values(value)[0]]))).toEqual(
      new Map<string, unknown>([
        ['http.request.method', 'POST'],
        ['http.route', '/v1/topics'],
        ['url.path', '/v1/topics'],
        ['url.scheme', 'http'],
        ['client.address', '127.0.0.1'],
        ['corteo.request_id', headers['x-request-id']],
        ['http.response.status_code', 201],
        ['user.id', expect.any(String)],
      ]),
    );
    expect(JSON.stringify(sent)).not.toContain('Guiyang');
    expect(JSON.stringify(sent)).not.toContain('corteo_');
  });

  it('go to the collector in the name of the service', async () => {
    const trace = 'a'.repeat(32);
    await office.get('/v1/topics', named(trace));
    await spansOf(trace);
    expect(new Set(sent.map(({ path }) => path))).toEqual(new Set(['/v1/traces']));
    const { attributes } = sent[0]!.batch.resourceSpans[0]!.resource;
    expect(attributes).toContainEqual({ key: 'service.name', value: { stringValue: 'office' } });
  });

  it('are made neither of health checks nor where the caller makes none', async () => {
    const [unwanted, wanted] = ['b'.repeat(32), 'c'.repeat(32)];
    await office.get('/v1/topics', named(unwanted, '00'));
    await office.get('/health/ready', named(wanted));
    await office.get('/v1/topics', named(wanted));
    const spans = await spansOf(wanted);
    expect(spans.filter(({ parentSpanId }) => parentSpanId === SPAN).map(({ name }) => name)).toEqual([
      'GET /v1/topics',
    ]);
    expect(JSON.stringify(sent)).not.toContain(unwanted);
  });
});
