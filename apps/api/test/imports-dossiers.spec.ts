import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answer, Recorded } from './answer.js';
import type { Client } from './client.js';
import { type Office, openOffice } from './office.js';

const YAML = { 'content-type': 'application/yaml' };

/** A story: a delegation in Naples, told by an article. */
function story(key: string, { ends = '2018-07-13', city = key } = {}): string {
  return `
dossier: ${key}
title: A delegation in ${city}
places:
  city:
    match: { name: ${city} }
    names: [{ text: ${city}, lang: en, kind: official }]
    kind: city
    timeZone: Europe/Rome
organizations:
  office:
    names: [{ text: Office of ${city}, lang: en, kind: official }]
    kind: municipality
    founded: 1950
    place: city
people:
  head:
    names: [{ text: Head of ${key}, lang: en, kind: official }]
    phone: +390812
    positions:
      - { organization: office, title: { en: Deputy Mayor } }
delegations:
  guests:
    names: [{ text: Guests of ${key}, lang: en, kind: official }]
    kind: official
    organizations: [office]
    members:
      first: { person: head, role: head }
visits:
  visit:
    names: [{ text: Visit of ${key}, lang: en, kind: official }]
    delegations: [guests]
    starts: 2018-07-12
    ends: ${ends}
    legs:
      - { place: city, starts: 2018-07-12, ends: 2018-07-12 }
      - { place: city, starts: 2018-07-13, ends: 2018-07-13 }
    status: completed
    agenda:
      welcome: { kind: meeting, title: { en: Welcome }, leg: 0, on: 2018-07-12, hostOrganizations: [office] }
      keynote: { kind: keynote, title: { en: Keynote }, parent: welcome }
    participants:
      - { agendaItem: keynote, person: head, side: guest, role: speaker }
    citations:
      - { source: article, field: starts, locator: { paragraph: 2 } }
outcomes:
  idea: { agendaItem: visit.welcome, kind: idea, text: { en: A laboratory } }
sources:
  article: { names: [{ text: Article on ${key}, lang: en, kind: official }], kind: article, language: en }
citations:
  of-welcome: { record: visits.visit.agenda.welcome, source: article, verification: verified }
`;
}

describe('an organizer who imports a story', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office.close());

  function send(text: string, query = '', headers = {}): Promise<Answer> {
    return office.post(`/v1/dossiers${query}`, text, { ...YAML, ...headers });
  }

  async function take(text: string): Promise<Recorded> {
    const { status, body } = await send(text);
    if (status !== 200) throw new Error(JSON.stringify(body, null, 1));
    return body;
  }

  function idOf(plan: Recorded, path: string): string {
    return plan.entries.find((entry: Recorded) => entry.path === path).id;
  }

  function outcomes(plan: Recorded): Record<string, number> {
    const sums = { created: 0, changed: 0, unchanged: 0, doubtful: 0 };
    for (const kind of plan.kinds)
      for (const outcome of Object.keys(sums) as (keyof typeof sums)[]) sums[outcome] += kind[outcome];
    return sums;
  }

  it('finds all of it recorded, and referring to each other', async () => {
    const plan = await take(story('one'));
    expect(outcomes(plan)).toEqual({ created: 14, changed: 0, unchanged: 0, doubtful: 0 });
    const { body } = await office.get(`/v1/visits/${idOf(plan, 'visits/visit')}`);
    expect(body).toMatchObject({
      name: 'Visit of one',
      status: 'completed',
      delegations: [{ id: idOf(plan, 'delegations/guests') }],
      legs: [{ place: { name: 'one' } }, { place: { name: 'one' } }],
      agenda: [
        { id: idOf(plan, 'visits/visit/agenda/welcome'), on: '2018-07-12', leg: { position: 0 } },
        { id: idOf(plan, 'visits/visit/agenda/keynote'), parent: { title: 'Welcome' } },
      ],
    });
    const office1 = (await office.get(`/v1/organizations/${idOf(plan, 'organizations/office')}`)).body;
    expect([office1.founded, office1.place.name]).toEqual(['1950', 'one']);
    const head = (await office.get(`/v1/people/${idOf(plan, 'people/head')}`)).body;
    expect([head.phone, head.positions[0].title]).toEqual(['+390812', { en: 'Deputy Mayor' }]);
  });

  it('is told where each record stands in the file', async () => {
    const { body } = await send(story('lines'), '?dry-run=true');
    expect(
      body.entries.map(({ line, path, kind, outcome }: Recorded) => [line, path, kind, outcome]).slice(0, 3),
    ).toEqual([
      [5, 'places/city', 'place', 'created'],
      [11, 'organizations/office', 'organization', 'created'],
      [17, 'people/head', 'person', 'created'],
    ]);
  });

  it('changes nothing by importing it again', async () => {
    const first = await take(story('twice'));
    const before = await office.get(`/v1/visits/${idOf(first, 'visits/visit')}`);
    const second = await take(story('twice'));
    expect(outcomes(second)).toEqual({ created: 0, changed: 0, unchanged: 14, doubtful: 0 });
    expect(second.entries.map(({ id }: Recorded) => id).sort()).toEqual(
      first.entries.map(({ id }: Recorded) => id).sort(),
    );
    const after = await office.get(`/v1/visits/${idOf(first, 'visits/visit')}`);
    expect(after.headers.etag).toBe(before.headers.etag);
  });

  it('changes what was edited, and is told what', async () => {
    const first = await take(story('edited'));
    const edited = story('edited', { ends: '2018-07-14' })
      .replace('status: completed', 'status: closed')
      .replace('{ en: Welcome }', '{ en: Reception, it: Ricevimento }')
      .replace('founded: 1950', '')
      .replace('- { place: city, starts: 2018-07-13, ends: 2018-07-13 }', '');
    const plan = await take(edited);
    const changes = plan.entries.flatMap(({ path, changes: changed }: Recorded) =>
      changed.map(({ field, from, to }: Recorded) => [path, field, from, to]),
    );
    expect(changes.filter(([, field]: string[]) => field !== 'legs')).toEqual([
      ['organizations/office', 'founded', '1950', null],
      ['visits/visit', 'ends', '2018-07-13', '2018-07-14'],
      ['visits/visit', 'status', 'completed', 'closed'],
      ['visits/visit/agenda/welcome', 'title', { en: 'Welcome' }, { en: 'Reception', it: 'Ricevimento' }],
    ]);
    const visit = (await office.get(`/v1/visits/${idOf(first, 'visits/visit')}`)).body;
    expect([visit.ends, visit.status, visit.legs.length]).toEqual(['2018-07-14', 'closed', 1]);
    expect(outcomes(await take(edited))).toEqual({ created: 0, changed: 0, unchanged: 14, doubtful: 0 });
  });

  it('moves an item to the leg that its file says now', async () => {
    const first = await take(story('legs'));
    const legOf = async (): Promise<number> => {
      const { body } = await office.get(`/v1/visits/${idOf(first, 'visits/visit')}`);
      return body.agenda[0].leg.position;
    };
    const moved = story('legs').replace('leg: 0', 'leg: 1');
    const plan = await take(moved);
    expect([outcomes(plan), await legOf()]).toEqual([
      { created: 0, changed: 1, unchanged: 13, doubtful: 0 },
      1,
    ]);
    expect(outcomes(await take(moved)).unchanged).toBe(14);
  });

  it('finds the entries of a list again wherever they stand in it', async () => {
    const listed = (people: readonly string[]): string => `dossier: listed
people:
${['a', 'b', 'c'].map((key) => `  ${key}: { names: [{ text: ${key}, lang: en, kind: official }] }`).join('\n')}
sources:
  article: { names: [{ text: Listed, lang: en, kind: official }], kind: article }
visits:
  visit:
    names: [{ text: Listed, lang: en, kind: official }]
    participants:
${people.map((person) => `      - { person: ${person}, side: guest, role: attendee }`).join('\n')}
    citations:
${people.map((page) => `      - { source: article, field: names, locator: { page: ${page.charCodeAt(0)} } }`).join('\n')}
`;
    const isPart = ({ path }: Recorded): boolean => path.startsWith('visits/visit/');
    const first = (await take(listed(['a', 'b']))).entries.filter(isPart);
    const [a, b, , ofB] = first.map(({ id }: Recorded) => id);
    const grown = await take(listed(['c', 'a', 'b']));
    expect(
      grown.entries.filter(isPart).map(({ outcome, id }: Recorded) => [outcome, [a, b].includes(id)]),
    ).toEqual([
      ['created', false],
      ['unchanged', true],
      ['unchanged', true],
      ['created', false],
      ['unchanged', false],
      ['unchanged', false],
    ]);
    expect(outcomes(await take(listed(['c', 'a', 'b'])))).toMatchObject({ created: 0, changed: 0 });
    const shrunk = await take(listed(['b']));
    expect([
      shrunk.entries.filter(isPart).map(({ id }: Recorded) => id),
      shrunk.left.map(({ kind }: Recorded) => kind).sort(),
    ]).toEqual([
      [b, ofB],
      ['citation', 'citation', 'participation', 'participation'],
    ]);
  });

  it('clears what is taken out of the file, or is told that it always holds something', async () => {
    const text = (facts: string): string => `dossier: cleared
topics:
  trade: { names: [{ text: Trade, lang: en, kind: official }] }
agreements:
  pact: { names: [{ text: Pact, lang: en, kind: official }]${facts} }
`;
    const lists = ', topics: [trade], authenticLanguages: [en], signed: 2018';
    const { id } = (await take(text(`${lists}, binding: binding`))).entries.at(-1);
    const { status, body } = await send(text(''));
    expect([status, body.errors]).toEqual([
      400,
      [
        {
          pointer: '/agreements/pact/binding',
          detail: 'It was taken out of the file, and always holds something: say what it is to be.',
          code: 'never-empty',
          file: null,
          line: 5,
          column: 3,
        },
      ],
    ]);
    await take(text(', binding: binding'));
    const pact = (await office.get(`/v1/agreements/${id}`)).body;
    expect([pact.topics, pact.authenticLanguages, pact.signed]).toEqual([[], [], null]);
  });

  it('adds what the file has more, and leaves what it has no longer', async () => {
    await take(story('grown'));
    const grown = story('grown')
      .replace('      keynote: {', '      dinner: { kind: meal, title: { en: Dinner } }\n      keynote: {')
      .replace(/\n {6}- \{ agendaItem.*\n/, '\n')
      .replace('    participants:\n', '');
    const plan = await take(grown);
    expect(outcomes(plan)).toEqual({ created: 1, changed: 0, unchanged: 13, doubtful: 0 });
    expect(plan.left).toEqual([
      {
        dossier: 'grown',
        path: 'visits/visit/participants/1',
        kind: 'participation',
        id: expect.any(String),
      },
    ]);
  });

  describe('after somebody changed a record in Corteo', () => {
    it('keeps that, and is told', async () => {
      const first = await take(story('kept'));
      const visit = await office.reread({ at: `/v1/visits/${idOf(first, 'visits/visit')}` });
      await office.change(visit, { ends: '2018-07-20' });
      const plan = await take(story('kept'));
      const entry = plan.entries.find(({ path }: Recorded) => path === 'visits/visit');
      expect([entry.outcome, entry.changes, entry.contested, entry.kept]).toEqual([
        'unchanged',
        [],
        [],
        [{ field: 'ends', from: '2018-07-20', to: '2018-07-13' }],
      ]);
      expect((await office.reread(visit)).ends).toBe('2018-07-20');
    });

    it('overwrites it neither where the file was edited, too, until one of them gives way', async () => {
      const first = await take(story('contested'));
      const visit = await office.reread({ at: `/v1/visits/${idOf(first, 'visits/visit')}` });
      await office.change(visit, { ends: '2018-07-20' });
      const edited = story('contested', { ends: '2018-07-21' });
      for (const again of [1, 2]) {
        const plan = await take(edited);
        const entry = plan.entries.find(({ path }: Recorded) => path === 'visits/visit');
        expect([again, entry.outcome, entry.contested]).toEqual([
          again,
          'doubtful',
          [{ field: 'ends', from: '2018-07-20', to: '2018-07-21' }],
        ]);
      }
      const plan = await take(story('contested', { ends: '2018-07-20' }));
      expect(outcomes(plan)).toEqual({ created: 0, changed: 0, unchanged: 14, doubtful: 0 });
    });

    it('changes other fields of the same record', async () => {
      const first = await take(story('beside'));
      const visit = await office.reread({ at: `/v1/visits/${idOf(first, 'visits/visit')}` });
      await office.change(visit, { summary: { en: 'Noted by hand' } });
      await take(story('beside', { ends: '2018-07-15' }));
      const { summary, ends } = await office.reread(visit);
      expect([summary, ends]).toEqual([{ en: 'Noted by hand' }, '2018-07-15']);
    });

    it('brings nothing back that was put away', async () => {
      const first = await take(story('away'));
      const outcome = await office.reread({ at: `/v1/outcomes/${idOf(first, 'outcomes/idea')}` });
      await office.delete(outcome.at, { 'if-match': outcome.tag });
      const plan = await take(story('away').replace('A laboratory', 'Two laboratories'));
      const entry = plan.entries.find(({ path }: Recorded) => path === 'outcomes/idea');
      expect([entry.outcome, entry.archived, entry.changes]).toEqual(['doubtful', true, []]);
    });
  });

  describe('names a record that may exist', () => {
    const places = (match: string, name: string): string => `
dossier: match-${name}
places:
  here:
    match: ${match}
    names: [{ text: ${name}, lang: en, kind: official }]
    kind: city
`;

    it('and refers to it where there is one, whatever it says itself', async () => {
      const there = await office.record('/v1/places', {
        names: [
          { text: 'Città di Prova', lang: 'it', kind: 'official' },
          { text: 'Testtown', lang: 'en', kind: 'alias' },
        ],
        kind: 'district',
      });
      const plan = await take(places('{ name: citta di prova }', 'Testtown'));
      expect(plan.entries).toEqual([
        {
          dossier: 'match-Testtown',
          path: 'places/here',
          line: 4,
          kind: 'place',
          id: there.id,
          outcome: 'doubtful',
          changes: [],
          contested: [
            {
              field: 'names',
              from: there.names,
              to: [{ text: 'Testtown', lang: 'en', kind: 'official' }],
            },
            { field: 'kind', from: 'district', to: 'city' },
          ],
          kept: [],
          archived: false,
        },
      ]);
      expect((await office.reread(there)).kind).toBe('district');
    });

    it('and creates it where there is none', async () => {
      const plan = await take(places('{ name: Nowhere }', 'Nowhere'));
      expect(plan.entries[0].outcome).toBe('created');
    });

    it('and is asked which where there are several', async () => {
      const two = [1, 2].map(() =>
        office.record('/v1/places', {
          names: [{ text: 'Twinville', lang: 'en', kind: 'official' }],
          kind: 'city',
        }),
      );
      const ids = (await Promise.all(two)).map(({ id }) => id).sort();
      const { status, body } = await send(places('{ name: Twinville }', 'Twinville'));
      expect([status, body.code, body.errors]).toEqual([
        400,
        'dossier.invalid',
        [
          {
            pointer: '/places/here/match',
            detail: 'Several records of the kind place are called so; say which by { id: … }.',
            code: 'ambiguous',
            file: null,
            line: 5,
            column: 5,
            candidates: ids.map((id) => ({ id, name: 'Twinville' })),
          },
        ],
      ]);
      const plan = await take(places(`{ id: ${ids[1]} }`, 'Twinville'));
      expect(plan.entries[0].id).toBe(ids[1]);
    });

    it('by its key in another dossier', async () => {
      const first = await take(story('origin'));
      const plan = await take(places('{ key: origin/places.city }', 'origin'));
      expect(plan.entries[0].id).toBe(idOf(first, 'places/city'));
    });
  });

  describe('is told each fault by line and path', () => {
    it.each([
      ['an unknown section', ['places:', 'placs:'], 4, '/placs', 'unknown-section'],
      [
        'an unknown field',
        ['founded: 1950', 'fuonded: 1950'],
        14,
        '/organizations/office/fuonded',
        'unknown-field',
      ],
      [
        'a key that is not there',
        ['place: city\n', 'place: town\n'],
        15,
        '/organizations/office/place',
        'unknown-key',
      ],
      ['a missing field', ['    kind: municipality\n', ''], 11, '/organizations/office/kind', 'in'],
      ['a word of no list', ['kind: municipality', 'kind: castle'], 13, '/organizations/office/kind', 'in'],
      [
        'a date that does not exist',
        ['starts: 2018-07-12\n', 'starts: 2018-07-32\n'],
        33,
        '/visits/visit/starts',
        'partial-date',
      ],
      [
        'a value deep inside',
        ['role: head }', 'role: boss }'],
        28,
        '/delegations/guests/members/first/role',
        'in',
      ],
      [
        'a leg that is not there',
        ['leg: 0', 'leg: 7'],
        40,
        '/visits/visit/agenda/welcome/leg',
        'unknown-leg',
      ],
      [
        'a rule of the domain',
        ['ends: 2018-07-13\n', 'ends: 2018-07-01\n'],
        34,
        '/visits/visit/ends',
        'end-before-start',
      ],
      ['an impossible key', ['  office:', '  "of.fice":'], 11, '/organizations/of.fice', 'key'],
    ])('%s', async (_, [from, to], line, pointer, code) => {
      const key = `fault-${line}`;
      const { status, body } = await send(story(key).replace(from!, to!));
      const [fault] = body.errors;
      expect([status, fault.line, fault.pointer, fault.code]).toEqual([400, line, pointer, code]);
      const { body: found } = await office.get(`/v1/visits?q=${key}`);
      expect(found.items).toEqual([]);
    });

    it('all of them at once', async () => {
      const wrong = story('many')
        .replace('kind: municipality', 'kind: castle')
        .replace('role: head }', 'role: boss }');
      const { body } = await send(wrong);
      expect(body.errors.map(({ line }: Recorded) => line)).toEqual([13, 28]);
      const both = await send(
        story('many').replace('kind: meeting', 'kind: x').replace('kind: idea', 'kind: y'),
      );
      expect(both.body.errors.map(({ line }: Recorded) => line)).toEqual([40, 47]);
    });

    it('those of its fields as well as those of its references', async () => {
      const { body } = await send(`
dossier: both
places:
  a: { names: [{ text: A, lang: en, kind: official }], kind: citty, parent: nowhere }
  b: { match: { name: Not There } }
`);
      expect(body.errors.map(({ pointer, code }: Recorded) => [pointer, code]).sort()).toEqual([
        ['/places/a/kind', 'in'],
        ['/places/a/parent', 'unknown-key'],
        ['/places/b/match', 'unknown-reference'],
      ]);
    });

    it('what must not refer to each other all around', async () => {
      const { body } = await send(`
dossier: circle
places:
  a: { names: [{ text: A, lang: en, kind: official }], kind: city, parent: b }
  b: { names: [{ text: B, lang: en, kind: official }], kind: city, parent: a }
`);
      expect(body.errors[0]).toMatchObject({
        code: 'place.circle',
        line: 4,
      });
    });

    it.each([
      ['what is no YAML', 'dossier: [', 'syntax'],
      ['a key given twice', 'dossier: a\ndossier: b', 'syntax'],
      ['nothing', '', 'empty'],
      ['a list', '- a', 'object'],
    ])('%s', async (_, text, code) => {
      const { status, body } = await send(text);
      expect([status, body.code, body.errors[0].code]).toEqual([400, 'dossier.unreadable', code]);
    });

    const place = '{ names: [{ text: A, lang: en, kind: official }], kind: city }';

    it.each([
      ['a key twice', `a: ${place}\n  a: ${place}`, [4, 3, 'The key a stands here twice.']],
      ['an alias of nothing', `a: { kind: city, notes: *note }`, [3, 27, 'There is no &note before.']],
      [
        'a merge',
        `a: &a ${place}\n  b: { <<: *a, kind: zone }`,
        [4, 8, 'YAML 1.2 has no merges (<<): write the fields out, or repeat a whole value (&name, *name).'],
      ],
    ])('%s in YAML, by its line and column', async (_, entries, fault) => {
      const { body } = await send(`dossier: yaml\nplaces:\n  ${entries}\n`, '?dry-run=true');
      expect(body.errors.map(({ line, column, detail }: Recorded) => [line, column, detail])).toEqual([
        fault,
      ]);
    });

    it.each([
      [
        'a topic where there is none',
        'topics: [greenhouses]',
        'There is no topic greenhouses here, nor any other.',
      ],
      [
        'a leg by a key',
        'agenda: [{ kind: meeting, title: { en: A }, leg: first }]',
        'A leg is told by its position, as in leg: 0 for the first one.',
      ],
    ])('%s, with what would help', async (_, field, detail) => {
      const names = '[{ text: V, lang: en, kind: official }]';
      const { body } = await send(
        `{ dossier: help, visits: { v: { names: ${names}, ${field} } } }`,
        '?dry-run=true',
      );
      expect(body.errors.map((fault: Recorded) => fault.detail)).toEqual([detail]);
    });

    it('an id that two entries are to have', async () => {
      const id = '019a8f3e-4c00-7000-8000-00000000abce';
      const twice = ['places', 'forumSeries', 'places'].map((section, at) => {
        const names = [{ text: `Twice ${at}`, lang: 'en', kind: 'official' }];
        return {
          dossier: 'ids',
          [section]: { [`k${at}`]: { id, names, ...(section === 'places' ? { kind: 'zone' } : {}) } },
        };
      });
      const [one, other, third] = twice as [Recorded, Recorded, Recorded];
      for (const both of [
        { ...one, ...other },
        { ...one, places: { ...one.places, ...third.places } },
      ]) {
        const { status, body } = await send(JSON.stringify(both));
        const faults = body.errors.map(({ code }: Recorded) => code);
        expect([status, faults]).toEqual([400, ['taken-id']]);
      }
    });

    it('a dossier without a key', async () => {
      const { body } = await send('places: {}');
      expect(body.errors[0]).toMatchObject({ pointer: '/dossier', code: 'dossier-key' });
    });
  });

  it('is only told what would be in a dry run, also with a key', async () => {
    const dry = await send(story('dry'), '?dry-run=true', { 'idempotency-key': 'dry-run' });
    expect([dry.status, dry.body.dryRun, outcomes(dry.body).created]).toEqual([200, true, 14]);
    expect(dry.body.entries.every(({ id }: Recorded) => id === null)).toBe(true);
    const { body } = await office.get('/v1/visits?q=dry');
    expect(body.items).toEqual([]);
  });

  it('may write keys and names without quotes, whatever they look like', async () => {
    const of = (key: string, match = '') => `
dossier: ${key}
organizations: { 0365: { ${match} names: [{ text: 0365, lang: en, kind: official }], kind: company } }
`;
    const first = await take(of('0118'));
    expect(first.entries[0].path).toBe('organizations/0365');
    for (const [key, match] of [
      ['0119', 'match: { name: 0365 },'],
      ['true', 'match: { key: 0118/organizations.0365 },'],
    ] as const) {
      const { entries } = await take(of(key, match));
      expect(entries.map(({ dossier, id }: Recorded) => [dossier, id])).toEqual([[key, first.entries[0].id]]);
    }
  });

  it('may send several at once, in each of its forms', async () => {
    const stream = `${story('first')}---${story('second')}`;
    expect(outcomes(await take(stream)).created).toBe(28);
    const place = (name: string) => ({
      dossier: name,
      places: { p: { names: [{ text: name, lang: 'en', kind: 'official' }], kind: 'city' } },
    });
    const lines = `${JSON.stringify(place('l1'))}\r\n\r\n${JSON.stringify(place('l2'))}\r\n`;
    const asLines = await office.post('/v1/dossiers', lines, { 'content-type': 'application/jsonl' });
    expect(asLines.body.entries.map(({ line }: Recorded) => line)).toEqual([1, 3]);
    const asJson = await office.post('/v1/dossiers', place('j1'));
    expect(asJson.body.entries[0].outcome).toBe('created');
  });

  it('finds it once where it is imported on two instances at once', async () => {
    const other = await office.openAnother();
    try {
      const both = [office, other].map((one) => one.post('/v1/dossiers', story('raced'), YAML));
      const plans = (await Promise.all(both)).map(({ body }) => outcomes(body));
      expect(plans.map(({ created }) => created).sort((a, b) => a! - b!)).toEqual([0, 14]);
    } finally {
      await other.close();
    }
  });

  it('has records of its own where the same dossier became others that it may not see', async () => {
    const text = story('hidden').replace(
      '    status: completed',
      '    status: completed\n    visibility: confidential',
    );
    const other = await office.as({ label: 'Another organizer', role: 'organizer' });
    const visitOf = async (one: Client): Promise<string> => {
      const { body } = await one.post('/v1/dossiers', text, YAML);
      return idOf(body, 'visits/visit');
    };
    const [own, others] = [await visitOf(other), await visitOf(office)];
    expect([await visitOf(other), await visitOf(office)]).toEqual([own, others]);
    expect((await other.get(`/v1/visits/${own}`)).status).toBe(200);
  });

  it('may fix ids as an admin; others are not even told which are taken', async () => {
    const id = '019a8f3e-4c00-7000-8000-00000000abcd';
    const text = story('fixed').replace('  visit:\n', `  visit:\n    id: ${id}\n`);
    await take(text);
    expect((await office.get(`/v1/visits/${id}`)).body.name).toBe('Visit of fixed');
    const codesOf = ({ body }: Answer): string[] => body.errors.map(({ code }: Recorded) => code);
    const other = text.replaceAll('fixed', 'other');
    expect(codesOf(await send(other))).toEqual(['taken-id']);
    const organizer = await office.as({ label: 'Organizer', role: 'organizer' });
    expect(codesOf(await organizer.post('/v1/dossiers', other, YAML))).toEqual(['fixed-id']);
  });

  it('is refused without a token to write', async () => {
    const answers = [office.reader, office.stranger].map((one) =>
      one.post('/v1/dossiers', story('no'), YAML),
    );
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([403, 401]);
  });

  describe('is refused, and nothing is recorded, where a file is hostile', () => {
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x,x,x]',
      ...'bcdefghij'.split('').map((name, at) => {
        const last = 'abcdefghij'[at];
        return `${name}: &${name} [${Array.from({ length: 10 }, () => `*${last}`).join(',')}]`;
      }),
    ].join('\n');

    const lines = (number: number, write: (at: number) => string): string =>
      Array.from({ length: number }, (_, at) => write(at)).join('\n');

    it.each([
      ['aliases of aliases', `dossier: bomb\n${bomb}`, 400],
      ['brackets in brackets', `dossier: ${'['.repeat(20_000)}`, 400],
      [
        'a map of 280 000 keys',
        `{${Array.from({ length: 280_000 }, (_, key) => `"k${key}":1`).join(',')}}`,
        400,
      ],
      ['a list of 100 000 nothings', `dossier: [${','.repeat(100_000)}`, 400],
      ['a map of 40 000 unknown sections', `dossier: s\n${lines(40_000, (at) => `k${at}: 1`)}`, 400],
      ['the same key 40 000 times', `dossier: s\n${lines(40_000, () => 'places: {}')}`, 400],
      ['more than ten megabytes', `dossier: a\n# ${'x'.repeat(11 * 1024 * 1024)}`, 413],
      ['bytes that are no text', Buffer.from([0x64, 0xff, 0xfe]), 400],
      ['a tag', 'dossier: !!js/function "a"', 400],
      [
        'NUL in a name',
        'dossier: nul\nplaces: { a: { names: [{ text: "a\\0b", lang: en, kind: official }], kind: city } }',
        400,
      ],
      [
        'a key that reaches into the program',
        'dossier: p\nplaces: { a: { __proto__: { kind: city } } }',
        400,
      ],
      [
        'ten thousand names',
        `dossier: n\nplaces: { a: { kind: city, names: [${'{ text: a, lang: en, kind: official },'.repeat(10_000)}] } }`,
        400,
      ],
    ])('%s', async (_, body, status) => {
      const answer = await office.misuse('post', '/v1/dossiers', body, YAML);
      expect(answer.status).toBe(status);
    });
  });
});
