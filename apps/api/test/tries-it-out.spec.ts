import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { named } from '#directory/testing';
import { type Office, openOffice } from './office.js';

interface Described {
  paths: Record<string, { post?: { requestBody?: { content: Record<string, { example?: object }> } } }>;
}

describe('who opens Swagger UI for the first time', () => {
  let office: Office;
  let examples: [path: string, example: object | undefined][];

  beforeAll(async () => {
    office = await openOffice();
    const document = JSON.parse(await readFile('apps/api/openapi.json', 'utf8')) as Described;
    examples = Object.entries(document.paths)
      .filter(([path, { post }]) => post && !path.includes('{'))
      .map(([path, { post }]) => [path, post!.requestBody?.content['application/json']?.example]);
  });
  afterAll(() => office.close());

  it('finds a body for everything that can be recorded', () => {
    expect(examples.filter(([, example]) => !example)).toEqual([]);
  });

  it('records each of them as it stands, of a visit of its own where it is of one', async () => {
    const visit = await office.record('/v1/visits', { names: named('Guiyang delegation in Naples') });
    const statuses = await Promise.all(
      examples.map(async ([path, example]) => [
        path,
        (await office.post(path, of(visit.id, example))).status,
      ]),
    );
    expect(statuses).toEqual(examples.map(([path]) => [path, 201]));
  });
});

/** The example with the id of a visit that there is. */
function of(visitId: string, example: object | undefined): object {
  const text = JSON.stringify(example ?? {}).replace(/("eventId":")[^"]+/, `$1${visitId}`);
  return JSON.parse(text) as object;
}
