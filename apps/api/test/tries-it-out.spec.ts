import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answer } from './answer.js';
import { storyFiles } from '../../cli/src/demo/demo.contents.js';
import { openDemo } from './demo.js';
import { type Example, examplesOf } from './examples.js';
import { type Office, openOffice } from './office.js';

/** What is put away can be brought back. */
const TURNS = ['get', 'post', 'put', 'patch', 'delete', 'restore'];

describe('who opens Swagger UI for the first time', () => {
  let office: Office;
  let examples: Example[];

  beforeAll(async () => {
    office = await openOffice({
      PROTECTED_KEY: Buffer.alloc(32).toString('base64'),
      SECURITY_CONTACT: 'mailto:security@example.org',
    });
    await openDemo(office, 'guiyang-naples-rome');
    examples = examplesOf(JSON.parse(await readFile('apps/api/openapi.json', 'utf8')));
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
      const { status, text } = await send(example);
      if (status >= 300) refused.push(`${example.of}: ${status} ${text}`);
    }
    expect(refused).toEqual([]);
  }, 120_000);

  function send({ method, url, headers, body }: Example): Promise<Answer> {
    if (method === 'get' || method === 'delete') return office[method](url, headers);
    return office[method as 'post'](url, body, headers);
  }
});

function turnOf({ method, path }: Example): number {
  return TURNS.indexOf(path.endsWith('/restore') ? 'restore' : method);
}

function namesIn(body: unknown): string[] {
  const { names = [] } = (body ?? {}) as { names?: { text: string }[] };
  return names.map(({ text }) => text);
}
