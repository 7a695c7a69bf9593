import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ConfigurationError, readConfig } from '#platform';
import { createServer } from '../src/http.js';
import { openLog } from '../src/telemetry/log.js';
import { type Office, openOffice } from './office.js';

const MADE = new Date('2026-11-22T09:00:00Z');

describe('metrics', () => {
  let office: Office;
  let address: string;

  beforeAll(async () => {
    const said: string[] = [];
    const surroundings = {
      embedded: () => ({ up: true, restarts: 2 }),
      newestBackup: async () => MADE,
    };
    const log = openLog('info', { write: (line) => void said.push(line) });
    office = await openOffice({ METRICS_PORT: '0' }, undefined, { log, surroundings });
    address = /Metrics are at (http:[^"]+)/.exec(said.join(''))![1]!;
  });
  afterAll(() => office.close());

  const scrape = async (): Promise<Map<string, number>> => {
    const text = await (await fetch(address)).text();
    const samples = text.split('\n').filter((line) => line && !line.startsWith('#'));
    return new Map(
      samples.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.split(' ').at(-1))]),
    );
  };
  const names = async (): Promise<Set<string>> =>
    new Set([...(await scrape()).keys()].map((sample) => sample.split('{')[0]!));
  const count = (labels: string): string => `corteo_http_request_duration_seconds_count{${labels}}`;

  it('are read at an address of their own alone', async () => {
    const answers = await Promise.all([
      fetch(address),
      fetch(new URL('/', address)),
      fetch(`${office.url}/metrics`),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 404, 404]);
    expect(answers[0].headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
    await Promise.all(answers.map((answer) => answer.text()));
  });

  it('count requests by method, route and status, what is not there as one', async () => {
    const before = await scrape();
    await office.get('/v1/topics?limit=1');
    await office.stranger.get('/v1/topics');
    for (const path of ['/v1/planets', '/v1/stars/1', '/v1/topics/%E0%A4%A'])
      await office.misuse('get', path);
    await office.misuse('get', '/v1/topics/a');
    const after = await scrape();
    const grown = [...after].filter(
      ([sample, value]) => sample.startsWith(count('').slice(0, -1)) && value !== before.get(sample),
    );
    expect(grown.map(([sample, value]) => [sample, value - (before.get(sample) ?? 0)]).sort()).toEqual([
      [count('method="GET",route="/v1/topics",status="200"'), 1],
      [count('method="GET",route="/v1/topics",status="401"'), 1],
      [count('method="GET",route="/v1/topics/{id}",status="404"'), 1],
      [count('method="GET",route="unknown",status="400"'), 1],
      [count('method="GET",route="unknown",status="404"'), 2],
    ]);
  });

  it('tell what the server stands on', async () => {
    for (let times = 0; times < 3; times++) await office.stranger.get('/v1/calendars/forums.ics');
    const samples = await scrape();
    const told = [
      'corteo_http_requests_in_flight',
      'corteo_database_connections{state="busy"}',
      'corteo_database_waiting',
      'corteo_feed_cache_requests_total{result="hit"}',
      'corteo_feed_cache_requests_total{result="miss"}',
      'corteo_feed_cache_entries',
      'corteo_embedded_postgres_up',
      'corteo_embedded_postgres_restarts_total',
      'corteo_newest_backup_timestamp_seconds',
    ].map((sample) => samples.get(sample));
    expect(told).toEqual([0, 0, 0, 2, 1, 1, 1, 2, MADE.getTime() / 1000]);
    expect(samples.get('corteo_database_connections{state="idle"}')).toBeGreaterThan(0);
    expect(samples.get('process_resident_memory_bytes')).toBeGreaterThan(0);
  });

  it.each(['docker/grafana.json', 'docker/alerts.yaml'])('have every name that %s asks for', async (file) => {
    const known = await names();
    const asked = namesIn(await readFile(file, 'utf8'));
    expect(asked.length).toBeGreaterThan(5);
    expect(asked.filter((name) => !known.has(name))).toEqual([]);
  });

  it('of Corteo stand on the dashboard, each of them', async () => {
    const shown = namesIn(await readFile('docker/grafana.json', 'utf8'));
    const told = [...(await names())].filter((name) => name.startsWith('corteo_'));
    expect(told.filter((name) => !shown.includes(name))).toEqual([]);
  });

  it('are drawn by a dashboard that asks which Prometheus to read', async () => {
    const { panels, templating } = JSON.parse(await readFile('docker/grafana.json', 'utf8')) as Dashboard;
    expect(templating.list[0]).toMatchObject({ name: 'datasource', type: 'datasource', query: 'prometheus' });
    const sources = panels.flatMap((panel) =>
      [panel, ...panel.targets].map(({ datasource }) => datasource.uid),
    );
    expect(new Set(sources)).toEqual(new Set(['${datasource}']));
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
  });

  it('are not begun with where their address is taken, which is told in words', async () => {
    const { port } = new URL(address);
    const config = readConfig({ METRICS_PORT: port });
    const app = await createServer(config, 'postgres://nobody@127.0.0.1:1/nothing', ['fatal']);
    await expect(app.listen(0, '127.0.0.1')).rejects.toThrow(
      new ConfigurationError(
        `Metrics cannot be served at METRICS_HOST 127.0.0.1 and METRICS_PORT ${port}: listen EADDRINUSE: address already in use 127.0.0.1:${port}.`,
      ),
    );
    await app.close();
  });
});

interface Sourced {
  readonly datasource: { readonly uid: string };
}

interface Dashboard {
  readonly templating: { readonly list: readonly object[] };
  readonly panels: readonly (Sourced & { readonly id: number; readonly targets: readonly Sourced[] })[];
}

function namesIn(text: string): string[] {
  return [...new Set(text.match(/\b(corteo|nodejs|process)_[a-z\d_]+\b/g))];
}
