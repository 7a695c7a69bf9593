import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aRelationship, anEntry } from '#briefings/testing';
import { aDelegation, aMember } from '#delegations/testing';
import type { Recorded } from './answer.js';
import { aVisit } from './known.js';
import { readDocument } from './document.js';
import { type Office, openOffice } from './office.js';

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly schema: { enum?: string[]; type?: string; items?: { enum?: string[] } };
}

/** Addresses of what lists need: an event, and whatever else they are within. */
const WHOLES: Readonly<Record<string, object>> = {
  visits: aVisit(),
  forums: aVisit(),
  delegations: { ...aDelegation(), members: [aMember()] },
  organizations: { names: aDelegation().names, kind: 'other' },
  people: { names: aDelegation().names },
  agreements: { names: aDelegation().names },
  places: { names: aDelegation().names, kind: 'city' },
};

describe('a filter', () => {
  let office: Office;
  let lists: [path: string, parameter: Parameter][];
  const ids: Record<string, Recorded> = {};

  beforeAll(async () => {
    office = await openOffice();
    const { paths } = await readDocument(office.url);
    for (const [path, body] of Object.entries(WHOLES))
      ids[path] = (await office.record(`/v1/${path}`, body)).id;
    const toPlaceId = (await office.record('/v1/places', WHOLES.places!)).id;
    const between = aRelationship({ fromPlaceId: ids.places as string, toPlaceId });
    ids.relationships = (await office.record('/v1/relationships', between)).id;
    ids.entries = (await office.record('/v1/entries', anEntry({ placeId: ids.places as string }))).id;
    lists = Object.entries(paths).flatMap(([path, { get }]) =>
      ((get?.parameters ?? []) as Parameter[])
        .filter((parameter) => parameter.in === 'query')
        .map((parameter): [string, Parameter] => [addressOf(path, ids), parameter]),
    );
  });
  afterAll(() => office.close());

  it('by an unknown word of a closed list is refused with the list, in every list that has one', async () => {
    const closed = lists.flatMap(([path, { name, schema }]) => {
      const words = schema.enum ?? schema.items?.enum;
      return words ? [{ path, name, words }] : [];
    });
    expect(closed.length).toBeGreaterThan(40);
    for (const { path, name, words } of closed) {
      for (const word of ['foo', '', words[0]!.toUpperCase(), `${words[0]} `]) {
        const { status, body } = await office.get(`${path}?${name}=${encodeURIComponent(word)}`);
        const error = body.errors?.find(({ pointer }: Recorded) => pointer.split('/')[0] === `?${name}`);
        expect([path, word, status, error?.code]).toEqual([path, word, 400, 'in']);
        for (const known of words) expect(error.detail).toContain(known);
      }
    }
  });

  it('that is given twice says so, unless it takes several', async () => {
    expect(lists.length).toBeGreaterThan(200);
    for (const [path, { name, schema }] of lists) {
      const answer = await office.get(`${path}?${name}=one&${name}=two`, { 'corteo-reason': 'To see' });
      const errors = answer.body.errors?.filter(({ pointer }: Recorded) => pointer.startsWith(`?${name}`));
      const codes = errors?.map(({ code }: Recorded) => code);
      const code = schema.type === 'array' ? 'in' : 'given-twice';
      expect([path, name, answer.status, codes]).toEqual([path, name, 400, [code]]);
    }
  });

  it('to a day before the one it starts from is refused, wherever a range is asked for', async () => {
    const ranges = lists.flatMap(([path, { name }]) =>
      /(?:^f|F)rom$/.test(name)
        ? [{ path, first: name, last: name.replace(/from$/i, (from) => (from === 'from' ? 'to' : 'To')) }]
        : [],
    );
    expect(ranges.length).toBeGreaterThan(10);
    for (const { path, first, last } of ranges) {
      const [day, before] = path.endsWith('audit-events')
        ? ['2018-07-13T00:00:00%2B02:00', '2018-07-12T21:59:59Z']
        : ['2018-07-13', '2018-07-12'];
      const { status, body } = await office.get(`${path}?${first}=${day}&${last}=${before}`);
      const errors = body.errors?.filter(({ code }: Recorded) => code === 'end-before-start');
      expect([path, status, errors]).toEqual([
        path,
        400,
        [
          {
            pointer: `?${last}`,
            detail: `must not be before ${first}, ${decodeURIComponent(day)}; it is ${before}.`,
            code: 'end-before-start',
          },
        ],
      ]);
    }
  });

  it('by what sources say is understood by every list of records', async () => {
    const asked = lists.filter(([, { name }]) => name === 'verification').map(([path]) => path);
    const needed: Readonly<Record<string, string>> = {
      '/v1/timeline': `place=${ids.places}&`,
      [`/v1/people/${ids.people}/schedule`]: 'from=2018-07-01&to=2018-07-31&',
      [`/v1/places/${ids.places}/schedule`]: 'from=2018-07-01&to=2018-07-31&',
    };
    const found = await Promise.all(
      asked.map(async (path) => {
        const query = `${needed[path] ?? ''}verification=disputed&verification=verified&archived=include`;
        const { status, body } = await office.get(`${path}?${query}`);
        return [path, status, body.items];
      }),
    );
    expect(found).toEqual(asked.map((path) => [path, 200, []]));
    expect(asked.length).toBeGreaterThan(25);
  });

  it('takes several statuses of both kinds of event, and none that is of neither', async () => {
    const all = await office.get('/v1/events?status=requested&status=announced');
    expect([all.status, all.body.items.length]).toEqual([200, 2]);
    const mixed = await office.get('/v1/events?status=planned&status=signed');
    expect([mixed.status, mixed.body.errors[0].pointer]).toEqual([400, '?status']);
    const ofTheOther = await office.get('/v1/visits?status=announced');
    expect([ofTheOther.status, ofTheOther.body.errors[0].pointer]).toEqual([400, '?status']);
  });

  it('is not what moves a record, but the words are as closed there', async () => {
    const visit = await office.record('/v1/visits', aVisit());
    for (const to of ['foo', 'Planned', 'signed', 'announced']) {
      const { status, body } = await office.post(`${visit.at}/transitions`, { to });
      expect([status, body.errors?.[0].pointer]).toEqual([400, '/to']);
      expect(body.detail).toContain('requested, planned, confirmed');
    }
  });
});

function addressOf(path: string, ids: Readonly<Record<string, Recorded>>): string {
  const kind = path.split('/')[2]!;
  return path.replace('{number}', '1').replaceAll(/\{\w+\}/g, () => ids[kind] ?? randomUUID());
}
