import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OpenAPIObject } from '@nestjs/swagger';
import { anAgreement } from '#agreements/testing';
import { aPerson, aPlace, anOrganization, named } from '#directory/testing';
import { ANY_KIND, ID_OR_NAME } from '#platform';
import type { Recorded } from './answer.js';
import { readDocument } from './document.js';
import { type Office, openOffice } from './office.js';

/** The kinds of record that have names, each with where it is recorded and what it needs besides names. */
type Fields = (others: Readonly<Record<string, Recorded>>, number: number) => object;

const KINDS: Readonly<Record<string, readonly [path: string, fields: object | Fields]>> = {
  place: ['/v1/places', { kind: 'city' }],
  topic: ['/v1/topics', {}],
  organization: ['/v1/organizations', { kind: 'company' }],
  person: ['/v1/people', {}],
  delegation: ['/v1/delegations', {}],
  event: ['/v1/visits', {}],
  'forum series': ['/v1/forum-series', {}],
  agreement: ['/v1/agreements', {}],
  source: ['/v1/sources', { kind: 'article' }],
  entry: ['/v1/entries', ({ place }) => ({ kind: 'term', placeId: place!.id })],
  relationship: [
    '/v1/relationships',
    ({ place, organization }, number) => ({
      kind: ['axis', 'sister', 'friendship'][number],
      fromPlaceId: place!.id,
      toOrganizationId: organization!.id,
    }),
  ],
};

/** Filters that take an id only, since what they refer to has no names. */
const IDS_ONLY = [
  'agenda: leg',
  'agenda: parent',
  'audit-events: actor',
  'audit-events: subject',
  'events: responsible',
  'follow-ups: outcome',
  'forums: responsible',
  'outcomes: agendaItem',
  'participants: agendaItem',
  'signatories: party',
  'visits: responsible',
];

interface Filter {
  readonly path: string;
  readonly name: string;
  readonly format: string;
}

describe('a name in the place of an id', () => {
  let office: Office;
  let filters: Filter[];
  const only: Record<string, Recorded> = {};

  beforeAll(async () => {
    office = await openOffice();
    const document = await readDocument(office.url);
    for (const [kind, [path, fields]] of Object.entries(KINDS)) {
      const own = (number: number) =>
        typeof fields === 'function' ? (fields as Fields)(only, number) : fields;
      only[kind] = await office.record(path, { names: named(`Only ${kind}`), ...own(0) });
      for (const number of [1, 2])
        await office.record(path, { names: named(`Twice ${kind}`), ...own(number) });
    }
    const forum = await office.record('/v1/forums', { names: named('A forum') });
    filters = filtersOf(document, {
      forums: forum.id,
      visits: only['event']!.id,
      delegation: only['delegation']!.id,
    });
  });
  afterAll(() => office.close());

  const ask = (path: string, parameter: string, value: string) =>
    office.get(`${path}?${path === '/v1/search' ? 'q=a&' : ''}${parameter}=${encodeURIComponent(value)}`);

  it('is taken by every filter by what has names', () => {
    const others = filters.filter(({ format }) => format === 'uuid');
    const called = new Set(others.map(({ path, name }) => `${path.split('/').at(-1)}: ${name}`));
    expect([filters.length > 80, [...called].toSorted()]).toEqual([true, IDS_ONLY]);
  });

  it('answers at every filter as the id does; with an unknown one 400, where several have it 409', async () => {
    const asked = new Set<string>();
    const wrong: unknown[] = [];
    // What is within visits and forums is asked in one way.
    const named = filters.filter(
      ({ format, path }) => format === ID_OR_NAME && !path.startsWith('/v1/forums/'),
    );
    while (named.length > 0) {
      for (const { kind, fault } of await Promise.all(named.splice(0, 8).map(askAll))) {
        asked.add(kind);
        if (fault) wrong.push(fault);
      }
    }
    expect([wrong, [...asked].toSorted()]).toEqual([[], [...Object.keys(KINDS), ANY_KIND].toSorted()]);
  });

  async function askAll({ path, name }: Filter): Promise<{ kind: string; fault: unknown }> {
    const value = (one: string): string => (name === 'between' ? `${one},${one}` : one);
    const unknown = await ask(path, name, value('name:Nobody has this'));
    const [error] = unknown.body.errors;
    const [kind] = /(?<=There is no )[\w ]+?(?= or | with )/.exec(error.detail)! as unknown as [string];
    const asked = kind === ANY_KIND ? 'agreement' : kind;
    const [byName, byId, ambiguous, empty] = await Promise.all([
      ask(path, name, value(`name:ONLY  ${asked}`)),
      ask(path, name, value(only[asked]!.id)),
      ask(path, name, value(`name:Twice ${asked}`)),
      ask(path, name, 'name:'),
    ]);
    const { code, candidateCount, candidates } = ambiguous.body;
    const found = [
      [unknown.status, error.pointer, error.code],
      [byName.status, withoutSource(byName.text) === withoutSource(byId.text)],
      [ambiguous.status, code, candidateCount, candidates?.length],
      [empty.status, empty.body.errors?.[0].pointer, empty.body.errors?.[0].code],
    ];
    const right = [
      [400, `?${name}`, 'unknown-name'],
      [200, true],
      [409, 'request.ambiguous-name', 2, 2],
      [400, `?${name}`, 'uuid'],
    ];
    return { kind, fault: isDeepStrictEqual(found, right) ? null : [path, name, found] };
  }

  describe('of places', () => {
    let beijing: Recorded;
    const find = (name: string) => ask('/v1/places', 'within', `name:${name}`);

    beforeAll(async () => {
      const names = [
        ...named('北京', 'zh-Hans'),
        ...named('Pechino', 'it'),
        { text: 'Pékin', lang: 'fr', kind: 'alias' },
      ];
      beijing = await office.record('/v1/places', { ...aPlace(), names });
      await office.record('/v1/places', aPlace({ names: named('Chaoyang'), parentId: beijing.id }));
      await office.record('/v1/places', aPlace({ names: named('Haidian'), parentId: beijing.id }));
    });

    it.each(['北京', 'Pechino', 'PECHINO', 'pekin', ' Pékin '])(
      'is any of its names, whole: %s',
      async (name) => {
        const { status, body } = await find(name);
        const [first, second] = body.items as Recorded[];
        expect([status, first?.name, second?.name]).toEqual([200, 'Chaoyang', 'Haidian']);
      },
    );

    it('is no part of a name, and tells what comes close', async () => {
      const { status, body } = await find('Pechin');
      expect([status, body.errors]).toEqual([
        400,
        [
          {
            pointer: '?within',
            detail: 'There is no place with the name “Pechin”. What comes close: “北京”.',
            code: 'unknown-name',
          },
        ],
      ]);
    });

    it('leads on to the next page, as the id does', async () => {
      const first = await office.get('/v1/places?limit=1&within=name:Pechino');
      const link = /<([^>]+)>/.exec(first.headers['link'] as string)![1]!;
      const next = await office.get(link);
      const byId = await office.get(
        `/v1/places?limit=1&within=${beijing.id}&cursor=${first.body.nextCursor}`,
      );
      expect([next.status, next.body.items.length, next.body]).toEqual([200, 1, byId.body]);
    });

    it('tells of candidates what they are and what they are part of', async () => {
      const [one, other] = [
        await office.record('/v1/places', aPlace({ names: named('Springfield'), parentId: beijing.id })),
        await office.record('/v1/places', aPlace({ names: named('SPRINGFIELD'), kind: 'venue' })),
      ];
      const { body } = await find('springfield');
      expect(body.candidates).toEqual([
        {
          id: one.id,
          name: 'Springfield',
          record: 'place',
          kind: 'city',
          within: { id: beijing.id, name: beijing.name },
        },
        { id: other.id, name: 'SPRINGFIELD', record: 'place', kind: 'venue', within: null },
      ]);
      await office.delete(other.at, { 'if-match': '*' });
      expect((await find('springfield')).status).toBe(200);
    });

    it('is looked up after everything else that is at fault has been told', async () => {
      const { status, body } = await office.get('/v1/places?within=name:Springfeld&limit=0');
      expect([status, body.errors.map(({ pointer }: { pointer: string }) => pointer)]).toEqual([
        400,
        ['?limit'],
      ]);
    });
  });

  it('is that of a person or of an organization, where a filter takes both', async () => {
    const person = await office.record('/v1/people', aPerson({ names: named('Prima') }));
    await office.record('/v1/organizations', anOrganization({ names: named('Prima') }));
    const { status, body } = await ask('/v1/outcomes', 'by', 'name:prima');
    expect([status, body.candidates.map(({ record }: { record: string }) => record).toSorted()]).toEqual([
      409,
      ['organization', 'person'],
    ]);
    expect((await ask('/v1/follow-ups', 'owner', 'name:prima')).status).toBe(409);
    await office.delete(person.at, { 'if-match': '*' });
    expect((await ask('/v1/outcomes', 'by', 'name:prima')).status).toBe(200);
  });

  it('is one of each of two places', async () => {
    const names = ['Torino, città', 'Beijing'];
    const places = await Promise.all(
      names.map((name) => office.record('/v1/places', aPlace({ names: named(name) }))),
    );
    const home = await Promise.all(
      places.map(({ id }) => office.record('/v1/organizations', anOrganization({ placeId: id }))),
    );
    const parties = home.map(({ id }) => ({ organizationId: id }));
    const agreement = await office.record('/v1/agreements', { ...anAgreement(), parties });
    const found = async (between: string) =>
      (await ask('/v1/agreements', 'between', between)).body.items[0]?.id;
    expect([
      await found('name:torino, citta,name:Beijing'),
      await found(`${places[1]!.id},name:Torino, città`),
      await found(`name:Torino, città,${places[1]!.id.toUpperCase()}`),
    ]).toEqual([agreement.id, agreement.id, agreement.id]);
  });

  it('is looked up for whoever reads the public feed, among what they may see', async () => {
    expect((await office.stranger.get('/v1/calendars/forums.ics?place=name:only place')).status).toBe(200);
    const { status, body } = await office.stranger.get(
      '/v1/calendars/forums.ics?series=name:only forum series',
    );
    expect([status, body.errors[0].code]).toEqual([400, 'unknown-name']);
  });
});

/** A text without what of a calendar tells the address that it was asked at. */
function withoutSource(text: string): string {
  return text.replace(/SOURCE[^\r]*\r\n(?: [^\r]*\r\n)*/g, '');
}

/** Every filter of the document by an id, at an address that is there. */
function filtersOf(
  { paths }: OpenAPIObject,
  ids: { forums: string; visits: string; delegation: string },
): Filter[] {
  return Object.entries(paths).flatMap(([template, { get }]) =>
    (get?.parameters ?? []).flatMap((parameter) => {
      if (!('schema' in parameter) || parameter.in !== 'query') return [];
      const { format } = parameter.schema as { format?: string };
      if (format !== 'uuid' && format !== ID_OR_NAME) return [];
      const path = template
        .replace(/\{delegationId\}/, ids.delegation)
        .replace(/\{eventId\}/, template.startsWith('/v1/forums') ? ids.forums : ids.visits);
      return [{ path, name: parameter.name, format }];
    }),
  );
}
