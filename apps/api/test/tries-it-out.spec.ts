import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OFFICE } from '#identity';
import { aPlace, named, naples } from '#directory/testing';
import { aSource } from '#sources/testing';
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

  it('records each of them as it stands, of records of its own where it refers to some', async () => {
    const visit = await office.record('/v1/visits', { names: named('Guiyang delegation in Naples') });
    const [from, to] = [
      await office.record('/v1/places', aPlace()),
      await office.record('/v1/places', naples()),
    ];
    const source = await office.record('/v1/sources', aSource());
    const ids = {
      eventId: visit.id,
      recordId: visit.id,
      sourceId: source.id,
      fromPlaceId: from.id,
      toPlaceId: to.id,
      placeId: from.id,
      actorId: (await office.get('/v1/me')).body.actor.id,
      principalId: OFFICE.actor!.id,
    };
    const statuses = await Promise.all(
      examples.map(async ([path, example]) => [path, (await office.post(path, of(ids, example))).status]),
    );
    // A dossier is no record: it records others.
    expect(statuses).toEqual(examples.map(([path]) => [path, path === '/v1/dossiers' ? 200 : 201]));
  });
});

/** The example with the ids of records that there are. */
function of(ids: Readonly<Record<string, string>>, example: object = {}): object {
  const known = Object.entries(ids).filter(([field]) => field in example);
  return { ...example, ...Object.fromEntries(known) };
}
