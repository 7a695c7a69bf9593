import { once } from 'node:events';
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AuditTrail } from '#identity';
import { Database } from '#platform';
import { openLog } from '../src/telemetry/log.js';
import { type Office, openOffice } from './office.js';
import { waitUntil } from './programs.js';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

const [TRACE, SPAN] = ['4bf92f3577b34da6a3ce929d0e0e4736', '00f067aa0ba902b7'];

/** Stands for ids, secrets and values in addresses, and is none of any. */
const SECRET = '5ec4e75ec4e75ec4e75ec4e7';

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
  const lines: string[] = [];

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
    office = await openOffice(
      { OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_SERVICE_NAME: 'office', METRICS_PORT: '0' },
      undefined,
      { log: openLog('info', { write: (line) => void lines.push(line) }) },
    );
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

  it('call each request by its documented address, as the log, the metrics and the audit do', async () => {
    const trace = 'd'.repeat(32);
    const documented = Object.entries(office.document.paths)
      .flatMap(([path, operations]) =>
        METHODS.filter((method) => operations[method]).map((method) => ({ method, path })),
      )
      .filter(({ path }) => !path.startsWith('/health/'));
    const asked = documented.map(({ method, path }) => `${method.toUpperCase()} ${path}`).sort();
    const metrics = /Metrics are at (http:[^"]+)/.exec(lines.join(''))![1]!;
    lines.length = 0;
    for (const { method, path } of documented)
      await office.reader.misuse(
        method,
        `${path.replaceAll(/\{\w+\}/g, SECRET)}?q=${SECRET}`,
        undefined,
        named(trace),
      );
    const logged = (): string[] =>
      lines
        .map((line) => JSON.parse(line))
        .flatMap(({ method, route }) => (route ? `${method} ${route}` : []));
    const traced = (): string[] => requestsIn(sent, trace);
    await waitUntil(async () => logged().length >= asked.length && traced().length >= asked.length);
    expect([logged().sort(), traced().sort()]).toEqual([asked, asked]);
    const measured = await (await fetch(metrics)).text();
    const labels = [...measured.matchAll(/_count\{method="(\w+)",route="([^"]+)"/g)].map(([, ...told]) =>
      told.join(' '),
    );
    expect(asked.filter((one) => !labels.includes(one))).toEqual([]);
    await office.provider(AuditTrail).flush();
    const audited = await office
      .provider(Database)
      .transaction((tx) =>
        tx.query<{ details: Record<string, string> }[]>(
          `select details from audit_events where details ? 'route'`,
        ),
      );
    const refused = audited.map(({ details: { method, route } }) => `${method} ${route}`);
    expect([refused.length > 50, refused.filter((one) => !asked.includes(one))]).toEqual([true, []]);
    expect(JSON.stringify([lines, sent, measured, audited])).not.toContain(SECRET);
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

/** What the spans of requests of one trace are called by, each as method and route. */
function requestsIn(sent: readonly { readonly batch: Batch }[], traceId: string): string[] {
  return sent
    .flatMap(({ batch }) => batch.resourceSpans)
    .flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans))
    .filter((span) => span.traceId === traceId && span.parentSpanId === SPAN)
    .map(({ name }) => name);
}
