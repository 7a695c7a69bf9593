import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Office, openOffice } from './office.js';
import { type PackedClient, packClient } from './packed-client.js';

const README = 'clients/typescript/README.md';

/** A visit under one of many names. */
const aVisit = (number: number) => ({
  names: [{ text: `Visit ${number}`, lang: 'en', kind: 'official' }],
  direction: 'incoming',
  starts: '2027-04',
  timeZone: 'Europe/Rome',
});

/** A request as the server gets it, and how it was answered. */
interface Sent {
  readonly method: string;
  readonly path: string;
  readonly tag: string | null;
  readonly key: string | null;
}

describe('who builds on the client', () => {
  let office: Office;
  let client: PackedClient;
  let token: string;
  let corteo: any;
  let sent: Sent[];
  /** What becomes of the next requests, in their order, instead of an answer that arrives. */
  let failures: ((request: Request) => Promise<Response>)[];

  beforeAll(async () => {
    [office, client] = await Promise.all([openOffice(), packClient()]);
    ({ token } = (await office.post('/v1/tokens', { label: 'Programs', role: 'admin', days: 1 })).body);
    corteo = connect({});
  }, 120_000);
  beforeEach(() => {
    sent = [];
    failures = [];
  });
  afterAll(async () => {
    await client.drop();
    await office.close();
  });

  const connect = (options: object) =>
    new client.exports.Corteo({ url: `${office.url}/`, token, fetch: watch, ...options });

  const watch = (request: Request): Promise<Response> => {
    const { method, url, headers } = request;
    sent.push({
      method,
      path: new URL(url).pathname,
      tag: headers.get('if-match'),
      key: headers.get('idempotency-key'),
    });
    return failures.length > 0 ? failures.shift()!(request) : fetch(request);
  };

  const lose = async (request: Request): Promise<Response> => {
    await (await fetch(request)).arrayBuffer();
    throw new TypeError('fetch failed');
  };

  const thrownBy = (call: Promise<unknown>): Promise<any> =>
    call.then(
      () => new Error('nothing was thrown'),
      (error: unknown) => error,
    );

  it('installs a package that holds what is compiled, and says what it is', async () => {
    const own = client.files.filter((file) => !file.startsWith('dist/generated/'));
    const modules = ['corteo', 'delivery', 'index', 'pages', 'problems', 'tags'];
    expect(own.toSorted()).toEqual(
      [
        'LICENSE',
        'README.md',
        ...modules.flatMap((name) => [`dist/${name}.d.ts`, `dist/${name}.js`]),
        'package.json',
      ].toSorted(),
    );
    expect(client.files.filter((file) => /generated[/][^/]+[.]gen[.]/.test(file)).toSorted()).toEqual([
      'dist/generated/client.gen.d.ts',
      'dist/generated/client.gen.js',
      'dist/generated/sdk.gen.d.ts',
      'dist/generated/sdk.gen.js',
      'dist/generated/types.gen.d.ts',
      'dist/generated/types.gen.js',
    ]);
    const { dependencies, license } = JSON.parse(await readFile('clients/typescript/package.json', 'utf8'));
    expect([dependencies, license]).toEqual([undefined, 'Apache-2.0']);
    expect(await readFile('clients/typescript/LICENSE', 'utf8')).toBe(await readFile('LICENSE', 'utf8'));
  });

  it('finds a method for every operation', async () => {
    const { paths } = JSON.parse(await readFile('apps/api/openapi.json', 'utf8'));
    const operations: string[] = Object.values<any>(paths).flatMap((methods) =>
      Object.values<any>(methods).map(({ operationId }) => operationId),
    );
    expect(operations.filter((id) => typeof corteo[id] !== 'function')).toEqual([]);
  });

  it('can compile and run every example of its README as it stands', async () => {
    const text = await readFile(README, 'utf8');
    const examples = [...text.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code]) => code);
    const said = await client.run(examples.join('\n'), { CORTEO_URL: office.url, CORTEO_TOKEN: token });
    expect(said.split('\n')).toEqual([
      '2027-04-12 working 3',
      'visit.not-ready host, delegation',
      'Visit of the partner region requested',
      'BEGIN:VCALENDAR',
      'person created',
      'null',
      '',
    ]);
  }, 60_000);

  it('sends back the tag of what was recorded, changed, moved, archived or read', async () => {
    const { id } = await corteo.createVisit({ body: aVisit(1) });
    const path = { id };
    await corteo.patchVisit({ path, body: { category: 'working' } });
    await corteo.patchVisit({ path, body: { category: 'study' } });
    await corteo.transitionVisit({ path, body: { to: 'planned' } });
    await corteo.archiveVisit({ path });
    await corteo.restoreVisit({ path });
    const other = connect({});
    await other.readVisit({ path });
    await other.transitionVisit({ path, body: { to: 'cancelled' } });
    expect(sent.map(({ method, tag }) => [method, tag?.split('-')[0]])).toEqual([
      ['POST', undefined],
      ['PATCH', '"1'],
      ['PATCH', '"2'],
      ['POST', '"3'],
      ['DELETE', '"4'],
      ['POST', undefined],
      ['GET', undefined],
      ['POST', '"6'],
    ]);
  });

  it('sends the tag of what something is made of, and remembers those of parts that are added', async () => {
    const { id } = await corteo.createVisit({ body: aVisit(5) });
    const item = { kind: 'meeting', title: { en: 'A meeting' }, on: '2027-04' };
    const added = await corteo.createVisitAgendaItem({ path: { eventId: id }, body: item });
    await corteo.patchVisitAgendaItem({ path: { eventId: id, id: added.id }, body: { on: '2027-04-12' } });
    const outcome = await corteo.createOutcome({
      body: { eventId: id, kind: 'commitment', text: { en: 'A reply' } },
    });
    await corteo.followUpOutcome({ path: { id: outcome.id }, body: { due: '2027-05' } });
    expect(sent.map(({ method, tag }) => [method, tag?.split('-')[0]])).toEqual([
      ['POST', undefined],
      ['POST', undefined],
      ['PATCH', '"1'],
      ['POST', undefined],
      ['POST', '"1'],
    ]);
  });

  it('sends back tags as they come with what was compressed', async () => {
    const agenda = Array.from({ length: 40 }, (_, at) => ({ kind: 'meeting', title: { en: `Talk ${at}` } }));
    const { id } = await corteo.createVisit({ body: { ...aVisit(4), agenda } });
    await corteo.readVisit({ path: { id } });
    expect((await corteo.patchVisit({ path: { id }, body: { category: 'study' } })).version).toBe(2);
    expect(sent.at(-1)!.tag).toMatch(/^"1-.*-(br|gzip)"$/);
  });

  it('is told what was changed by others, or was never read', async () => {
    const { isProblem, CorteoProblem } = client.exports;
    const { id } = await corteo.createVisit({ body: aVisit(2) });
    const patch = { path: { id }, body: { category: 'working' } };
    const unseen = await thrownBy(connect({}).patchVisit(patch));
    expect([unseen.code, unseen.status]).toEqual(['record.version-required', 428]);
    await office.patch(`/v1/visits/${id}`, { category: 'study' }, { 'if-match': '*' });
    const stale = await thrownBy(corteo.patchVisit(patch));
    expect(stale).toBeInstanceOf(CorteoProblem);
    expect([stale.code, stale.status, stale.problem.currentTag.split('-')[0]]).toEqual([
      'record.stale',
      412,
      '"2',
    ]);
    expect([
      isProblem(stale),
      isProblem(stale, 'record.stale'),
      isProblem(stale, 'record.unknown'),
      isProblem(new Error('no')),
    ]).toEqual([true, true, false, false]);
    await corteo.readVisit({ path: { id } });
    expect((await corteo.patchVisit(patch)).version).toBe(3);
  });

  it('is told every field at fault, and what a move lacks', async () => {
    const invalid = await thrownBy(corteo.createVisit({ body: { ...aVisit(3), starts: '2027-13' } }));
    expect([invalid.code, invalid.errors.map(({ pointer }: any) => pointer)]).toEqual([
      'request.invalid',
      ['/starts'],
    ]);
    const { id } = await corteo.createVisit({ body: { ...aVisit(3), status: 'planned' } });
    const early = await thrownBy(corteo.transitionVisit({ path: { id }, body: { to: 'confirmed' } }));
    expect([early.code, early.missing]).toEqual([
      'visit.not-ready',
      ['dates to the day', 'host', 'delegation'],
    ]);
  });

  it('reads a list to its end, or as far as it likes', async () => {
    for (const number of [11, 12, 13, 14, 15]) await corteo.createTopic({ body: aTopic(number) });
    sent = [];
    const names = async (limit: number, enough = Infinity) => {
      const found: string[] = [];
      for await (const { name } of corteo.pages((page: object) =>
        corteo.listTopics({ query: { ...page, limit, sort: 'name' } }),
      ))
        if (found.push(name) === enough) break;
      return found;
    };
    const all = ['Topic 11', 'Topic 12', 'Topic 13', 'Topic 14', 'Topic 15'];
    expect([await names(2), sent.length]).toEqual([all, 3]);
    expect([await names(2, 3), sent.length]).toEqual([all.slice(0, 3), 5]);
  });

  it('has what failed in passing done once', async () => {
    const busy = async () => new Response('', { status: 503, headers: { 'retry-after': '0' } });
    const running = async () =>
      new Response(JSON.stringify({ code: 'idempotency.in-progress', detail: 'It is running.' }), {
        status: 409,
        headers: { 'content-type': 'application/problem+json' },
      });
    for (const [index, failure] of [busy, running].entries()) {
      failures = [lose, failure];
      sent = [];
      const topic = aTopic(40 + index);
      const { id } = await corteo.createTopic({ body: topic });
      expect(sent.map(({ method }) => method)).toEqual(['POST', 'POST', 'POST']);
      expect(new Set(sent.map(({ key }) => key)).size).toBe(1);
      const { items } = await corteo.listTopics({ query: { q: topic.names[0]!.text } });
      expect(items.map((one: any) => one.id)).toEqual([id]);
    }
  });

  it('is told of answers that are not those of the server, whatever their status', async () => {
    const { UnexpectedAnswer } = client.exports;
    const path = { id: '01a224e0-4d7c-7a09-a0bd-521459792c51' };
    const answers: [body: string, status: number, type?: string][] = [
      ['<h1>Sign in</h1>', 200, 'text/html; charset=utf-8'],
      ['{"id":', 200, 'application/json'],
      ['<h1>Away</h1>', 404, 'text/html'],
      ['{"message":"no"}', 403, 'application/json'],
      ['{"code":', 409, 'application/problem+json'],
      ['{"code":5,"detail":{}}', 409, 'application/problem+json'],
      ['null', 409, 'application/problem+json'],
    ];
    for (const [body, status, type] of answers) {
      const foreign = async () => new Response(body, { status, headers: { 'content-type': type! } });
      for (const ask of [() => corteo.readVisit({ path }), () => corteo.createVisit({ body: aVisit(6) })]) {
        failures = [foreign];
        sent = [];
        const error = await thrownBy(ask());
        expect([error instanceof UnexpectedAnswer, error.status, sent.length]).toEqual([true, status, 1]);
      }
    }
    failures = [async () => new Response(new Blob(['no type']))];
    expect(await thrownBy(corteo.readVisit({ path }))).toBeInstanceOf(UnexpectedAnswer);
  });

  it('gets a page where it asks for one', async () => {
    const headers = { Accept: 'text/html' };
    expect(await corteo.readProblem({ path: { code: 'record.stale' }, headers })).toMatch(
      /^<!doctype html>/i,
    );
  });

  it('sends tags back to a server below a path of a proxy', async () => {
    const behind = connect({
      url: `${office.url}/office/v1/corteo/`,
      fetch: (request: Request) => watch(new Request(request.url.replace('/office/v1/corteo', ''), request)),
    });
    const { id } = await behind.createVisit({ body: aVisit(7) });
    const path = { id };
    await behind.patchVisit({ path, body: { category: 'working' } });
    await behind.transitionVisit({ path, body: { to: 'planned' } });
    expect((await behind.patchVisit({ path, body: { category: 'study' } })).version).toBe(4);
  });

  it('has nothing changed twice, and waits no longer than is asked of it', async () => {
    const { id } = await corteo.createTopic({ body: aTopic(22) });
    const patch = { path: { id }, body: { names: aTopic(23).names } };
    const lost = async () => Promise.reject(new TypeError('fetch failed'));
    const proxy = async () => new Response('<h1>Away</h1>', { status: 502 });
    const limited = async () => new Response('', { status: 429, headers: { 'retry-after': '3600' } });
    for (const failure of [lost, proxy, limited]) {
      failures = [failure];
      sent = [];
      const error = await thrownBy(corteo.patchTopic(patch));
      expect([error.name, error.status, sent.length]).toEqual(
        failure === lost
          ? ['TypeError', undefined, 1]
          : ['UnexpectedAnswer', failure === proxy ? 502 : 429, 1],
      );
    }
  });

  it('gets what is shown once without a key', async () => {
    const made = await corteo.createToken({ body: { label: 'Once', role: 'viewer', days: 1 } });
    expect(typeof made.token).toBe('string');
    expect(sent.map(({ key }) => key === null)).toEqual([false, true]);
    failures = [fetch, lose];
    sent = [];
    const lost = await thrownBy(corteo.createToken({ body: { label: 'Lost', role: 'viewer', days: 1 } }));
    expect([lost.name, sent.length]).toEqual(['TypeError', 2]);
  });

  it('gets calendars and contacts as text', async () => {
    const { id } = await corteo.createVisit({
      body: { ...aVisit(31), starts: '2027-04-12', ends: '2027-04-13' },
    });
    const calendar = await corteo.readVisitCalendar({ path: { id }, query: { draft: true } });
    expect(calendar).toMatch(/^BEGIN:VCALENDAR\r\n[^]*SUMMARY:.*Visit 31\r\n/);
    expect(await corteo.readVisitContacts({ path: { id } })).toBe('');
  });

  it('sends files as they are, as what they are said to be', async () => {
    const query = { 'dry-run': true };
    const importFile = async (type: string, body: unknown, of?: string): Promise<unknown> => {
      const asked = of === undefined ? query : { ...query, of };
      const { entries } = await corteo.importDossiers({
        query: asked,
        body,
        headers: { 'Content-Type': type },
      });
      return entries.map(({ kind }: { kind: string }) => kind);
    };
    const topics = { a: { names: [{ text: 'Sample topic', lang: 'en', kind: 'official' }] } };
    const card = 'BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Sample colleague\r\nEND:VCARD\r\n';
    expect([
      await importFile('text/csv', 'Name\nSample colleague\n', 'people'),
      await importFile('text/vcard', new Blob([card])),
      await importFile('application/json', { dossier: 'sample', topics }),
      await importFile('application/yaml', JSON.stringify({ dossier: 'sample', topics })),
    ]).toEqual([['person'], ['person'], ['topic'], ['topic']]);
    const names = [{ text: 'Minutes', lang: 'en', kind: 'official' }];
    const { id } = await corteo.createSource({ body: { names, kind: 'report' } });
    const headers = { 'Content-Type': 'text/plain' };
    const { document } = await corteo.putSourceDocument({
      path: { id },
      headers,
      body: new Blob(['Minutes.\n']),
    });
    expect(document.mediaType).toBe('text/plain');
  });

  it('can give a token when it is asked for, and a language', async () => {
    const italian = connect({ token: async () => token, language: 'it' });
    const names = [
      { text: 'Naples', lang: 'en', kind: 'official' },
      { text: 'Napoli', lang: 'it', kind: 'official' },
    ];
    const { id } = await italian.createPlace({ body: { names, kind: 'city', timeZone: 'Europe/Rome' } });
    expect((await italian.readPlace({ path: { id } })).name).toBe('Napoli');
    const none = await thrownBy(connect({ token: undefined }).readPlace({ path: { id } }));
    expect([none.code, none.status]).toEqual(['identity.required', 401]);
  });
});

function aTopic(number: number) {
  return { names: [{ text: `Topic ${number}`, lang: 'en', kind: 'official' }] };
}
