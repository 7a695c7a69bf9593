import { readFile, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SAMPLE, STORY } from '../src/openapi.example-ids.js';
import type { Answer } from './answer.js';
import {
  type BrunoRequest,
  type Variables,
  fillIn,
  headersOf,
  keep,
  readCollection,
  readEnvironment,
  readRequests,
} from './bruno.js';
import { storyFiles } from '../../cli/src/demo/demo.contents.js';
import { openDemo } from './demo.js';
import { type Example, examplesOf } from './examples.js';
import { type Office, openOffice } from './office.js';
import { RecordedAnswers } from './recorded-answers.js';

const ANSWERS = 'apps/api/src/openapi.answers.json';

/** What is put away can be brought back. */
const TURNS = ['get', 'post', 'put', 'patch', 'delete', 'restore'];

/** Addresses of private calendars are secrets that are told once, and merges get their id when they are made. */
const TOLD_ONCE = /\/v1\/calendars\/private\/|\/merges\/\{mergeId\}/;

describe('who opens Swagger UI or Bruno for the first time', () => {
  let office: Office;
  let examples: Example[];
  let toldOnce: Example[];
  const answers = new RecordedAnswers();
  /** What the examples were answered, by their addresses as they are documented. */
  const answered = new Map<string, Answer>();

  beforeAll(async () => {
    office = await openOffice({
      PROTECTED_KEY: Buffer.alloc(32).toString('base64'),
      SECURITY_CONTACT: 'mailto:security@example.org',
    });
    office.setTime('2026-11-22T09:00:00Z');
    await openDemo(office, 'guiyang-naples-rome');
    const all = examplesOf(JSON.parse(await readFile('apps/api/openapi.json', 'utf8')));
    [toldOnce, examples] = [true, false].map((is) =>
      all.filter(({ path }) => TOLD_ONCE.test(path) === is),
    ) as [Example[], Example[]];
  }, 120_000);
  afterAll(() => office.close());

  it('finds all that has to be said filled in', () => {
    expect(examples.flatMap(({ of, lacking }) => (lacking.length > 0 ? [[of, lacking]] : []))).toEqual([]);
  });

  it('records nothing that the demo has already', async () => {
    const dossiers = await Promise.all((await storyFiles()).map((file) => readFile(file, 'utf8')));
    const names = examples.flatMap(({ method, body }) => (method === 'post' ? namesIn(body) : []));
    expect(names.length).toBeGreaterThan(10);
    expect(names.filter((name) => dossiers.some((text) => text.includes(`text: ${name},`)))).toEqual([]);
  });

  it('can send each of them as it stands', async () => {
    const refused: string[] = [];
    for (const example of examples.toSorted((a, b) => turnOf(a) - turnOf(b))) {
      const answer = await send(example);
      answered.set(example.path, answer);
      if (answer.status >= 300) refused.push(`${example.of}: ${answer.status} ${answer.text}`);
      else await record(example, answer);
    }
    expect(refused).toEqual([]);
  }, 120_000);

  it('is shown of every answer one that the demo gives; “npm test -- tries-it-out -u” writes them anew', async () => {
    const recorded = answers.all();
    if (isRewriting()) await writeFile(ANSWERS, `${JSON.stringify(recorded, null, 2)}\n`);
    expect(recorded).toEqual(JSON.parse(await readFile(ANSWERS, 'utf8')));
  });

  it('can send each request of the Bruno collection, from top to bottom', async () => {
    const variables = await readEnvironment();
    const refused: string[] = [];
    for (const request of await readRequests()) {
      const answer = await sendFromBruno(request, variables);
      if (answer.status >= 300) refused.push(`${request.of}: ${answer.status} ${answer.text}`);
      else keep(request, answer, variables);
    }
    expect(refused).toEqual([]);
  }, 120_000);

  it('finds in the Bruno collection what the demo has, and needs to give it nothing but the token', async () => {
    const { url, token, ...ids } = await readEnvironment();
    const known: string[] = [...Object.values(SAMPLE), ...Object.values(STORY)];
    expect([url, token, Object.values(ids).filter((id) => !known.includes(id))]).toEqual([
      'http://localhost:3000',
      '',
      [],
    ]);
    expect((await readCollection()).auth).toEqual({ mode: 'bearer', bearer: { token: '{{token}}' } });
    const requests = await readRequests();
    expect(requests.filter(({ of, meta }) => !of.endsWith(`/${meta.name}.bru`))).toEqual([]);
    expect(requests.filter((request) => queryOf(request) !== shownQueryOf(request))).toEqual([]);
  });

  it('can take back each merge, and read the calendar whose address it was told', async () => {
    const secret = /\/private\/([\w-]+)/.exec(answered.get('/v1/calendar-links')!.text)![1]!;
    const merged = (path: string): string =>
      answered.get(path.replace('/merges/{mergeId}/undo', '/merge'))!.body.id;
    const sent = toldOnce.map(async (example) => {
      const isMerge = example.path.includes('mergeId');
      const known = isMerge ? merged(example.path) : secret;
      const url = example.url.replace(isMerge ? SAMPLE.merge : /(?<=private\/)[^.]+/, known);
      return [example.of, (await send({ ...example, url })).status];
    });
    expect([sent.length, await Promise.all(sent)]).toEqual([8, toldOnce.map(({ of }) => [of, 200])]);
  });

  function sendFromBruno(request: BrunoRequest, variables: Variables): Promise<Answer> {
    const { method, auth } = request.http;
    const caller = auth === 'inherit' ? office : office.stranger;
    const path = encodeURI(fillIn(request.path, variables));
    const headers = headersOf(request, variables);
    if (method === 'get' || method === 'delete') return caller[method](path, headers);
    const body = request.body && JSON.parse(fillIn(request.body.json, variables));
    return caller[method as 'post'](path, body, headers);
  }

  /** Lists are read as a whole, for the row of the record whose address is shown. */
  async function record(example: Example, answer: Answer): Promise<void> {
    const schema = example.answers[answer.status];
    if (!schema || !isJson(answer)) return;
    const whole = example.method === 'get' && answer.body.nextCursor !== undefined;
    const shown = whole ? await send({ ...example, url: withLimit(example.url) }) : answer;
    answers.keep(`${answer.status} ${schema}`, example, shown.body);
  }

  function send({ method, url, headers, body }: Example): Promise<Answer> {
    if (method === 'get' || method === 'delete') return office[method](url, headers);
    return office[method as 'post'](url, body, headers);
  }
});

function turnOf({ method, path }: Example): number {
  return TURNS.indexOf(path.endsWith('/restore') ? 'restore' : method);
}

function queryOf({ path }: BrunoRequest): string {
  return path.split('?')[1] ?? '';
}

/** The parameters as Bruno lists them; it sends those of the address. */
function shownQueryOf({ params = [] }: BrunoRequest): string {
  return params.map(({ name, value }) => `${name}=${value}`).join('&');
}

function withLimit(url: string): string {
  return `${url}${url.includes('?') ? '&' : '?'}limit=200`;
}

function isJson({ headers }: Answer): boolean {
  return /^application\/json\b/.test(headers['content-type'] ?? '');
}

/** Whether jest was told to take what is found for what is right. */
function isRewriting(): boolean {
  const state = Reflect.get(expect.getState(), 'snapshotState') as object;
  return Reflect.get(state, '_updateSnapshot') === 'all';
}

function namesIn(body: unknown): string[] {
  const { names = [] } = (body ?? {}) as { names?: { text: string }[] };
  return names.map(({ text }) => text);
}
