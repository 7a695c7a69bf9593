import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { readConfig } from '#platform';

type Service = { environment: Record<string, string> };

/** What a container has no use for: the image says where it listens, and there is no Postgres in it. */
const NOT_IN_COMPOSE = ['HOST', 'PORT', 'DATA_FOLDER', 'STATE_FOLDER'];

/** The name of every variable that the configuration asks for. */
function settings(): string[] {
  const asked = new Set<string>();
  const noted = (known: object): object =>
    new Proxy(known, { get: (_, name: string) => (asked.add(name), Reflect.get(known, name)) });
  const provider = { OIDC_ISSUER: 'https://login.example.org', OIDC_AUDIENCE: 'https://corteo.example.org' };
  readConfig(noted({}) as Record<string, string>);
  readConfig(noted({ METRICS_PORT: '1', ...provider }) as Record<string, string>);
  return [...asked].toSorted();
}

describe('every command of npm', () => {
  let scripts: [string, string][];

  beforeAll(async () => {
    const known = JSON.parse(await readFile('package.json', 'utf8')) as { scripts: Record<string, string> };
    scripts = Object.entries(known.scripts);
  });

  it('says first what is not installed', () => {
    expect(scripts.filter(([, script]) => !script.startsWith('node scripts/ready.js '))).toEqual([]);
  });

  it('is there where a document names it', async () => {
    const files = globSync('{*,.ci/*,{docs,libs,probes,bench,docker}/*}.md');
    const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
    const named = texts.flatMap((text) => [
      ...text.matchAll(/\bnpm run (?:--silent )?([\w-]+(?::[\w-]+)*)/g),
    ]);
    const names = new Set(scripts.map(([name]) => name));
    expect(named.map(([, name]) => name).filter((name) => !names.has(name!))).toEqual([]);
  });
});

describe('docker/compose.yaml', () => {
  let services: Record<string, Service>;

  beforeAll(async () => {
    const text = await readFile('docker/compose.yaml', 'utf8');
    ({ services } = parse(text, { merge: true }) as { services: Record<string, Service> });
  });

  it('hands on whatever can be set', () => {
    const known = settings().filter((name) => !NOT_IN_COMPOSE.includes(name));
    expect(known.filter((name) => !(name in services.app!.environment))).toEqual([]);
    expect(
      Object.entries(services.app!.environment).filter(([name, value]) => !value.startsWith(`\${${name}`)),
    ).toEqual([]);
  });

  it.each(['app', 'demo'])('has %s answer at the address that it is reached at', (name) => {
    const { environment, ports } = services[name] as Service & { ports: string[] };
    expect([environment.PUBLIC_URL, ports]).toEqual([
      '${PUBLIC_URL:-http://localhost:${PORT:-3000}}',
      ['127.0.0.1:${PORT:-3000}:3000'],
    ]);
  });
});

describe('docs/operations.md', () => {
  it('tells of whatever can be set, and of nothing else', async () => {
    const text = await readFile('docs/operations.md', 'utf8');
    const table = text.slice(text.indexOf('## What can be set'), text.indexOf('## Its Postgres'));
    const told = table.split('\n').flatMap((row) => {
      const [, first = ''] = row.split('|');
      return [...first.matchAll(/`([A-Z_]+)`/g)].map(([, name]) => name!);
    });
    expect(told.toSorted()).toEqual(settings());
  });
});
