import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Office, openOffice } from './office.js';

const names = [{ text: 'Napoli', lang: 'it', kind: 'official' }];
const MISSING = '019a8f3e-4c00-7000-8000-00000000ffff';

type Row = readonly [what: string, path: string, body: object, pointer: string, code: string];

/** An object of so many fields. */
function many(fields: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length: fields }, (_, at) => [`en-x-a${at}`, 'x']));
}

/** Objects within objects. */
function nested(depth: number): string {
  return `${'{"names":'.repeat(depth)}1${'}'.repeat(depth)}`;
}

/** An object with one more field, whatever that means elsewhere. */
function own(object: object, name: string): object {
  return JSON.parse(JSON.stringify(object).replace('{', `{"${name}":"x",`)) as object;
}

/** Bodies that a record cannot be made of: what is wrong, where it is sent, and the first field that is named. */
const BAD_RECORDS: readonly Row[] = [
  ['a field that is not known', '/v1/places', { names, kind: 'city', mayor: 1 }, '/mayor', 'unknown-field'],
  ['a prototype', '/v1/places', JSON.parse('{"__proto__":{"kind":"city"}}'), '/__proto__', 'unknown-field'],
  ...Object.getOwnPropertyNames(Object.prototype).flatMap((name): Row[] => [
    [`a field ${name}`, '/v1/topics', own({ names }, name), `/${name}`, 'unknown-field'],
    [
      `a name with a field ${name}`,
      '/v1/topics',
      { names: [own(names[0]!, name)] },
      `/names/0/${name}`,
      'unknown-field',
    ],
  ]),
  ...[[], [{ url: 'https://example.org' }]].map((document): Row => [
    'a list for an object',
    '/v1/agreements',
    { names, kind: 'mou', document },
    '/document',
    'object',
  ]),
  ['names that are null', '/v1/places', { names: null, kind: 'city' }, '/names', 'array'],
  ['names that are an object', '/v1/places', { names: { it: 'Napoli' }, kind: 'city' }, '/names', 'array'],
  ['no names', '/v1/places', { names: [], kind: 'city' }, '/names', 'list-length'],
  ['no name at all', '/v1/places', { kind: 'city' }, '/names', 'array'],
  ['a list of lists', '/v1/places', { names: [names], kind: 'city' }, '/names/0', 'list-entry'],
  ['null in a list', '/v1/places', { names: [null], kind: 'city' }, '/names/0', 'list-entry'],
  ['the NUL character', '/v1/places', place({ address: 'a\0b' }), '/address', 'nul-character'],
  ['half a character', '/v1/places', place({ address: '\ud83d' }), '/address', 'lone-surrogate'],
  ['a name of a megabyte', '/v1/places', named('n'.repeat(1_000_000)), '/names/0/text', 'max-length'],
  ['a blank name', '/v1/places', named(' \t'), '/names/0/text', 'matches'],
  ['an unknown kind', '/v1/places', { names, kind: 'planet' }, '/kind', 'in'],
  ['an unknown zone', '/v1/places', place({ timeZone: 'Europe/Napoli' }), '/timeZone', 'time-zone'],
  ['a number of 2^53', '/v1/places', place({ capacity: 2 ** 53 }), '/capacity', 'max'],
  ['a fraction of a seat', '/v1/places', place({ capacity: 1.5 }), '/capacity', 'int'],
  ['a number as text', '/v1/places', place({ capacity: '12' }), '/capacity', 'int'],
  ['an id that is no UUID', '/v1/places', place({ parentId: 'Naples' }), '/parentId', 'uuid'],
  ['an unknown parent', '/v1/places', place({ parentId: MISSING }), '/parentId', 'unknown-reference'],
  [
    'an id twice',
    '/v1/places',
    place({ containedInIds: [MISSING, MISSING] }),
    '/containedInIds',
    'array-unique',
  ],
  [
    'a list of lists of objectives',
    '/v1/visits',
    { names, objectives: [[{ en: 'a' }]] },
    '/objectives/0',
    'list-entry',
  ],
  ['the 30th of February', '/v1/visits', { names, starts: '2018-02-30' }, '/starts', 'partial-date'],
  ['the 13th month', '/v1/visits', { names, starts: '2018-13' }, '/starts', 'partial-date'],
  ['the year 10000', '/v1/forums', { names, ends: '10000-01-01' }, '/ends', 'partial-date'],
  ['the year 0', '/v1/forums', { names, starts: '0000' }, '/starts', 'partial-date'],
  ['an instant as a day', '/v1/forums', { names, starts: '2018-07-12T00:00:00Z' }, '/starts', 'partial-date'],
  ['a number as a date', '/v1/forums', { names, starts: 2018 }, '/starts', 'partial-date'],
  [
    'an end before the start',
    '/v1/visits',
    { names, starts: '2018-07-13', ends: '2018-07-12' },
    '/ends',
    'end-before-start',
  ],
  [
    'an end before the month',
    '/v1/forums',
    { names, starts: '2018-07', ends: '2018-06' },
    '/ends',
    'end-before-start',
  ],
  ['an offset as a zone', '/v1/visits', { names, timeZone: '+02:00' }, '/timeZone', 'time-zone'],
  [
    '2^53 of something',
    '/v1/delegations',
    { names, declaredSize: exactly(2 ** 53) },
    '/declaredSize/value',
    'quantity',
  ],
  [
    'less than nothing',
    '/v1/delegations',
    { names, declaredSize: exactly(-1) },
    '/declaredSize/value',
    'quantity',
  ],
  [
    'three decimals',
    '/v1/delegations',
    { names, declaredSize: exactly(0.125) },
    '/declaredSize/value',
    'quantity',
  ],
  ['a number for a quantity', '/v1/delegations', { names, declaredSize: 6 }, '/declaredSize', 'quantity'],
  [
    'a quantity of a quantity',
    '/v1/forums',
    { names, expectedAttendance: [{ category: { en: 'a' }, quantity: exactly(2 ** 53) }] },
    '/expectedAttendance/0/quantity/value',
    'quantity',
  ],
  [
    'half a character in a name',
    '/v1/people',
    { names: [{ ...names[0], text: 'a\ud83d' }] },
    '/names/0/text',
    'lone-surrogate',
  ],
  [
    'half a character in a text',
    '/v1/visits',
    { names, summary: { en: '\udc00' } },
    '/summary/en',
    'lone-surrogate',
  ],
  [
    'a name in no language',
    '/v1/people',
    { names: [{ ...names[0], lang: 'Italian language' }] },
    '/names/0/lang',
    'language',
  ],
  ['a text without a language', '/v1/visits', { names, summary: 'Exploratory' }, '/summary', 'text'],
  ['an empty text', '/v1/visits', { names, summary: {} }, '/summary', 'text'],
  ['an unknown status', '/v1/visits', { names, status: 'held' }, '/status', 'in'],
  ['a field of forums', '/v1/visits', { names, edition: 1 }, '/edition', 'unknown-field'],
  ['an id of its own', '/v1/visits', { names, id: MISSING }, '/id', 'unknown-field'],
  ['201 fields', '/v1/visits', { names, ...many(201) }, '', 'too-many'],
  ['201 languages', '/v1/visits', { names, summary: many(201) }, '/summary', 'too-many'],
  ['201 fields of a name', '/v1/topics', { names: [{ ...names[0], ...many(201) }] }, '/names/0', 'too-many'],
  ['501 topics', '/v1/visits', { names, topicIds: Array(501).fill(MISSING) }, '/topicIds', 'too-many'],
  [
    'an item at no time',
    '/v1/visits',
    agenda({ startsAt: '2018-07-12T24:30:00+02:00' }),
    '/agenda/0/startsAt',
    'instant',
  ],
  [
    'an item on no day',
    '/v1/visits',
    agenda({ startsAt: '2018-02-30T09:30:00' }),
    '/agenda/0/startsAt',
    'instant',
  ],
  [
    'an item in no zone',
    '/v1/visits',
    agenda({ startsAt: '2018-07-12T09:30:00Z' }),
    '/agenda/0/startsAt',
    'time-zone-unknown',
  ],
  [
    'an item on a day that is not',
    '/v1/visits',
    agenda({ on: '2019-02-29' }),
    '/agenda/0/on',
    'partial-date',
  ],
  [
    'an item with an unknown host',
    '/v1/visits',
    agenda({ hostOrganizationIds: [MISSING] }),
    '/agenda/0/hostOrganizationIds/0',
    'unknown-reference',
  ],
  [
    'a participant that nothing is',
    '/v1/visits',
    agenda({ participants: [{ personId: MISSING, side: 'guest', role: 'attendee' }] }),
    '/agenda/0/participants/0/personId',
    'unknown-reference',
  ],
  [
    'a leg in an unknown place',
    '/v1/visits',
    { names, legs: [{}, { placeId: MISSING }] },
    '/legs/1/placeId',
    'unknown-reference',
  ],
];
describe('bad input', () => {
  let office: Office;

  beforeAll(async () => {
    office = await openOffice();
  });

  afterAll(() => office.close());

  it.each(BAD_RECORDS)('names the field at fault: %s', async (_, path, body, pointer, code) => {
    const answer = await office.post(path, body);
    const [first] = answer.body.errors;
    expect([answer.status, first.pointer, first.code]).toEqual([400, pointer, code]);
  });

  it('judges an e-mail address that holds half of a character', async () => {
    const { status, body } = await office.post('/v1/people', { names: [], email: '\ud800@example.org' });
    expect([status, body.errors.map(({ pointer }: { pointer: string }) => pointer)]).toEqual([
      400,
      ['/email', '/names'],
    ]);
  });

  it('costs no more than its bounds: a body of many thousand fields holds up nobody', async () => {
    const begun = performance.now();
    const { body } = await office.post('/v1/topics', { names, ...many(50_000) });
    expect([body.errors, performance.now() - begun < 2_000]).toEqual([
      [
        {
          pointer: '',
          detail: 'At most 200 fields are accepted in one object; these are 50001.',
          code: 'too-many',
        },
      ],
      true,
    ]);
  });

  it.each([
    ['in one object', { names, ...many(50_000) }, '', 'these are 50001.'],
    ['in a name', { names: [names[0], { ...names[0], ...many(40_000) }] }, '/names/1', 'these are 40003.'],
    ['in a text', { names, 'a/b': many(40_000) }, '/a~1b', 'these are 40000.'],
    ['in many objects', { names: Array(300).fill(many(150)) }, '', 'At most 10 000 fields and entries'],
    [
      'in many lists',
      { names, a: Array.from({ length: 400 }, () => ({ b: Array(400).fill(1) })) },
      '',
      'At most 10 000 fields',
    ],
    ['in a list', { names: Array(100_000).fill(1) }, '/names', 'these are 100000.'],
    ['within each other', nested(100_000), '/names'.repeat(32), 'Nothing is nested deeper than 32.'],
    ['within each other 33 times', nested(33), '/names'.repeat(32), 'Nothing is nested deeper than 32.'],
  ])('refuses more than anybody needs before it is looked at: %s', async (_, body, pointer, detail) => {
    const sent = typeof body === 'string' ? body : JSON.stringify(body);
    const [first, repeatable] = [
      await office.misuse('post', '/v1/topics', sent),
      await office.misuse('post', '/v1/topics', sent, {
        'idempotency-key': `key ${detail}`.replaceAll(' ', '-'),
      }),
    ];
    expect([first.status, first.body.errors]).toEqual([
      400,
      [
        {
          pointer,
          detail: expect.stringContaining(detail),
          code: expect.stringMatching(/^too-(many|deep)$/),
        },
      ],
    ]);
    expect(repeatable.body).toEqual(first.body);
  });

  it('names every field at fault at once', async () => {
    const { body } = await office.post('/v1/places', place({ kind: 'planet', capacity: -1, mayor: 1 }));
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual([
      '/capacity',
      '/kind',
      '/mayor',
    ]);
  });

  it('refuses 10 000 agenda items, and quickly', async () => {
    const item = { kind: 'meeting', title: { en: 'Meeting' }, participants: [] };
    const body = { names, agenda: Array.from({ length: 10_000 }, () => item) };
    const start = performance.now();
    const answer = await office.post('/v1/visits', body);
    expect(answer.body.errors).toEqual([
      {
        pointer: '/agenda',
        detail: 'At most 500 entries are accepted in one request; these are 10000.',
        code: 'too-many',
      },
    ]);
    expect([answer.status, performance.now() - start < 2000]).toEqual([400, true]);
  });

  it('names a hundred fields at fault, and no more', async () => {
    const body = { names, agenda: Array.from({ length: 500 }, () => ({ kind: 'meeting' })) };
    const answer = await office.post('/v1/visits', body);
    expect([answer.status, answer.body.errors.length]).toEqual([400, 100]);
  });

  it('refuses every one of the fields it names, all at once', async () => {
    const answer = await office.post('/v1/visits', {
      names: [],
      starts: '2018-02-30',
      timeZone: 'Europe/Napoli',
      legs: [{ ends: '10000' }],
      agenda: [{ kind: 'party', title: {}, participants: [{ side: 'left', role: 'host' }] }],
    });
    expect(answer.body.errors.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual([
      '/agenda/0/kind',
      '/agenda/0/participants/0/side',
      '/agenda/0/title',
      '/legs/0/ends',
      '/names',
      '/starts',
      '/timeZone',
    ]);
  });

  it('keeps none of it', async () => {
    const lists = ['places', 'people', 'delegations', 'visits', 'forums', 'events'];
    const found = await Promise.all(lists.map((list) => office.get(`/v1/${list}?count=true`)));
    expect(found.map(({ body }) => body)).toEqual(
      lists.map(() => ({ items: [], nextCursor: null, total: 0 })),
    );
  });
});

function exactly(value: number): object {
  return { value, qualifier: 'exact' };
}

function agenda(item: object): object {
  return { names, agenda: [{ kind: 'meeting', title: { en: 'Welcome' }, ...item }] };
}

function place(fields: object): object {
  return { names, kind: 'city', ...fields };
}

function named(text: string): object {
  return place({ names: [{ text, lang: 'it', kind: 'official' }] });
}
