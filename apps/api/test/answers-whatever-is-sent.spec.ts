import type { OpenAPIObject } from '@nestjs/swagger';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ID_OR_NAME, MOST_NAMES } from '#platform';
import { Tokens } from '#identity';
import { anAgreement } from '#agreements/testing';
import { anEntry } from '#briefings/testing';
import { aPerson, aPlace, aTopic, anOrganization } from '#directory/testing';
import type { Answer, Method, Recorded } from './answer.js';
import { aVisit } from './known.js';
import { readDocument } from './document.js';
import { type Office, openOffice } from './office.js';
import { type Field, type Shape, fieldsOf, resolve, sampleOf, takes, withValue } from './shapes.js';

const MISSING = '019a8f3e-4c00-7000-8000-00000000ffff';
const STRANGE_NAMES = [
  'name:',
  'name: ',
  'name:x',
  'name:%',
  `name:${MISSING}`,
  'name:a,name:b',
  `name:${'a'.repeat(2000)}`,
];
const STRANGE_IDS = [
  'x',
  '',
  '7',
  'null',
  MISSING,
  MISSING.toUpperCase(),
  `{${MISSING}}`,
  MISSING.replaceAll('-', ''),
  `${MISSING}0`,
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
];
const STRANGE_TIMES = [
  '2027-05-10T10:00:60Z',
  '2027-05-10T10:00:00',
  '2027-W19-1T10:00:00Z',
  '0000-01-01T00:00:00Z',
  '0001-01-01T00:00:00Z',
  '9999-12-31T23:59:59Z',
  '+275760-09-13T00:00:00Z',
  '2027-05-10T10:00:00+23:59',
];
const STRANGE_DATES = [
  '0000',
  '9999-12-31',
  '2027-02-30',
  '2027-W19',
  '99999',
  '-001',
  '0000-01-01',
  '9XXX',
  '275760-09-13',
];
const STRANGE_TEXTS = ['\u200b', 'a\0b', '\ud800', 'a'.repeat(20_001), "'; drop table events; --", '%', '\\'];
const STRANGE_NUMBERS = [-1, 0, 1.5, 1e300, 2_147_483_648, Number.MAX_SAFE_INTEGER];
const WRONG: Readonly<Record<string, readonly unknown[]>> = {
  string: [7, true, {}],
  number: ['45.1', true, {}],
  integer: ['7', 'x', true],
  boolean: ['true', 0, 'yes'],
  array: ['x', {}, [null], [[]]],
  object: ['x', 5, []],
};

interface Request {
  readonly method: Method;
  readonly path: string;
  readonly template: string;
  readonly body?: unknown;
}

describe('the server', () => {
  let office: Office;
  let document: OpenAPIObject;
  const ids: Record<string, string> = {};
  let others: string[];
  let authorization: Readonly<Record<string, string>>;

  beforeAll(async () => {
    office = await openOffice({ PROTECTED_KEY: Buffer.alloc(32).toString('base64') });
    const { token } = await office.provider(Tokens).create({ label: 'Walker', role: 'admin' });
    authorization = { authorization: `Bearer ${token}`, 'corteo-reason': 'walks' };
    document = await readDocument(office.url);
    ids.event = (await office.record('/v1/visits', aVisit())).id;
    ids.otherPlace = (await office.record('/v1/places', aPlace())).id;
    ids.otherAgreement = (await office.record('/v1/agreements', anAgreement())).id;
    ids.actors = (await office.get('/v1/me')).body.actor.id;
    const colleague = await office.as({ label: 'Colleague', role: 'viewer' });
    ids.otherActor = (await colleague.get('/v1/me')).body.actor.id;
    for (const [kind, body] of Object.entries(TWINS))
      ids[`twins/${kind}`] = (await office.record(`/v1/${kind}`, { ...body(), names: TOO_MANY })).id;
    for (const path of WHOLES_FIRST) await recordSample(path);
    const { body: entry } = await office.get(`/v1/entries/${ids.entries}`);
    ids['entries/questions'] = entry.openQuestions[0].id;
    ids.otherEntry = (await office.record('/v1/entries', anEntry({ placeId: ids.places! }))).id;
    for (const [template, { post, patch }] of Object.entries(document.paths))
      if (post && document.paths[`${template}/{id}`] && patch === undefined) await recordSample(template);
    others = [ids.visits!, ids.places!, ids.people!];
  });
  afterAll(() => office.close());

  it('knows one record of every kind to try everything on', () => {
    const kinds = Object.keys(document.paths).filter((path) => path.endsWith('/restore'));
    const missing = kinds.filter((path) => !ids[kindOf(path.replace(/\/\{\w+\}\/restore$/, ''))]);
    expect(missing).toEqual([]);
  });

  it('answers every operation at every strange address', async () => {
    const strange = [...STRANGE_IDS, 'a'.repeat(400), '%00', '%F0%9F%8F%9B'].filter((id) => id !== '');
    const requests = operations().flatMap(({ method, template, body }) =>
      [...template.matchAll(/\{(\w+)\}/g)].flatMap(([, name]) =>
        [...strange, ...others].filter(isTurnOf(template)).map((id) => ({
          method,
          template,
          path: addressOf(template, { [name!]: id.startsWith('{') ? encodeURIComponent(id) : id }),
          body,
        })),
      ),
    );
    expect(requests.length).toBeGreaterThan(500);
    expect(await faultsIn(requests)).toEqual([]);
  }, 120_000);

  it('answers every list with every strange parameter', async () => {
    const requests = operations()
      .filter(({ method }) => method === 'get')
      .flatMap(({ template }) => {
        const { parameters = [] } = document.paths[template]!.get!;
        const named = parameters.flatMap((one) => ('in' in one && one.in === 'query' ? [one] : []));
        return named.flatMap(({ name, schema }) =>
          strangeFor(schema as Shape).map((value) => ({
            method: 'get' as const,
            template,
            path: `${addressOf(template)}?${name}=${encodeURIComponent(String(value).toWellFormed())}`,
          })),
        );
      });
    expect(requests.length).toBeGreaterThan(500);
    expect(await faultsIn(requests)).toEqual([]);
  }, 120_000);

  it('refuses every field of a type that the document does not name, and names it', async () => {
    const requests = bodies().flatMap(({ operation, fields }) =>
      fields.flatMap((field) => wrongFor(field.shape).map((value) => ({ operation, field, value }))),
    );
    expect(requests.length).toBeGreaterThan(1500);
    const wrong = await inTurn(requests, async ({ operation, field, value }) => {
      const answer = await send({ ...operation, body: withValue(operation.body, field.path, value) });
      const pointers: string[] = (answer.body?.errors ?? []).map(({ pointer }: Recorded) => pointer);
      const at = `/${field.path.join('/')}`;
      const named = pointers.some((pointer) => pointer.startsWith(at) || at.startsWith(`${pointer}/`));
      if (answer.status === 400 && named) return null;
      return `${operation.method} ${operation.template} ${at} ${JSON.stringify(value)}: ${answer.text.slice(0, 300)}`;
    });
    expect(wrong).toEqual([]);
  }, 120_000);

  it('answers every body with every strange value', async () => {
    const requests = bodies().flatMap(({ operation, fields }) =>
      fields.flatMap(({ path, shape }) =>
        strangeIn(shape).map((value) => ({ ...operation, body: withValue(operation.body, path, value) })),
      ),
    );
    expect(requests.length).toBeGreaterThan(500);
    expect(await faultsIn(requests)).toEqual([]);
  }, 120_000);

  function operations(): Request[] {
    return Object.entries(document.paths).flatMap(([template, item]) =>
      (['get', 'put', 'post', 'patch', 'delete'] as const).flatMap((method) =>
        item[method] && template.startsWith('/v1/')
          ? [{ method, template, path: addressOf(template), body: sampleBody(template, method) }]
          : [],
      ),
    );
  }

  /** Each shape of a body once, wherever it is sent to. */
  function bodies(): { operation: Request; fields: Field[] }[] {
    const seen = new Set<string>();
    return operations().flatMap((operation) => {
      const shape = shapeOf(operation.template, operation.method);
      if (!shape?.$ref || seen.has(shape.$ref)) return [];
      seen.add(shape.$ref);
      return [{ operation, fields: fieldsOf(document, shape) }];
    });
  }

  function shapeOf(template: string, method: Method): Shape | undefined {
    const body = document.paths[template]?.[method as 'post']?.requestBody;
    return body && 'content' in body ? body.content['application/json']?.schema : undefined;
  }

  function sampleBody(template: string, method: Method): object | undefined {
    const shape = shapeOf(template, method);
    if (!shape) return method === 'post' ? {} : undefined;
    const sample = sampleOf(document, shape, (field) => idFor(field)) as object;
    return { ...sample, ...(method === 'post' ? FURTHER[shape.$ref?.split('/').at(-1) ?? '']?.(ids) : {}) };
  }

  function idFor(field: string): string {
    const name = field.replace(/Ids?$/, '');
    return ids[REFERENCES[name] ?? `${name}s`] ?? ids[name] ?? MISSING;
  }

  async function recordSample(template: string): Promise<void> {
    if (ids[kindOf(template)]) return;
    const recorded = await office.record(addressOf(template), sampleBody(template, 'post')!);
    ids[kindOf(template)] = recorded.id;
  }

  function addressOf(template: string, given: Readonly<Record<string, string>> = {}): string {
    const segments = template.split('/');
    return segments
      .map((segment, at) => {
        const name = /^\{(\w+)\}/.exec(segment)?.[1];
        if (!name) return segment;
        const known =
          ids[kindOf(segments.slice(0, at).join('/'))] ?? { number: '1', kind: 'visits' }[name] ?? 'x';
        return segment.replace(/^\{\w+\}/, given[name] ?? known);
      })
      .join('/');
  }

  function strangeIn(shape: Shape): unknown[] {
    const texts = strangeFor(shape);
    if (takes(shape, 'array')) {
      const [one] = shape.items ? strangeFor(resolve(document, shape.items)) : [];
      const inner = shape.items ? sampleOf(document, shape.items, () => ids.places!) : 'x';
      return [
        [],
        [inner, inner],
        Array.from({ length: 501 }, () => inner),
        ...(one === undefined ? [] : [[one]]),
        null,
      ];
    }
    if (takes(shape, 'object'))
      return [{}, { en: '' }, { xx: 'x' }, { __proto__: null, constructor: 'x' }, null];
    return [...texts, null];
  }

  function strangeFor(shape: Shape): (string | number)[] {
    if (takes(shape, 'integer') || takes(shape, 'number')) return STRANGE_NUMBERS;
    if (shape.format === 'uuid') return [...STRANGE_IDS, ...others];
    if (shape.format === ID_OR_NAME) return [...STRANGE_IDS, ...others, ...STRANGE_NAMES];
    if (shape.format === 'date-time') return STRANGE_TIMES;
    if (shape.pattern) return [...STRANGE_DATES, ...STRANGE_TIMES.slice(0, 2), 'P99999999Y', '\u200b'];
    return takes(shape, 'array') && shape.items
      ? strangeFor(resolve(document, shape.items))
      : [...STRANGE_TEXTS, '9999-12-31', '0000-01-01'];
  }

  /** What went wrong here, rather than with the request. */
  function faultsIn(requests: readonly Request[]): Promise<string[]> {
    return inTurn(requests, async (request) => {
      const { status, text } = await send(request);
      const { method, path, body } = request;
      return status < 500 ? null : `${method} ${path} ${JSON.stringify(body)?.slice(0, 300)}: ${text}`;
    });
  }

  /** Without a client that parses: there are thousands. */
  async function send({ method, path, body }: Request): Promise<Answer> {
    // What is taken away is tried on no record: the others need them.
    const match = { put: '*', patch: '*', delete: '"0-none"' }[method as 'patch'];
    const answer = await fetch(`${office.url}${path}`, {
      method: method.toUpperCase(),
      headers: {
        ...authorization,
        ...(match ? { 'if-match': match } : {}),
        'content-type': 'application/json',
      },
      body: body === undefined ? null : JSON.stringify(body),
    });
    const text = await answer.text();
    const isProblem = answer.headers.get('content-type')?.startsWith('application/problem+json');
    return { status: answer.status, headers: {}, text, body: isProblem ? JSON.parse(text) : undefined };
  }
});

/** Of many values some at each address, so that over all of them each has its turn many times. */
function isTurnOf(template: string): (_: unknown, index: number) => boolean {
  return (_, index) => (index + template.length) % 3 === 0;
}

/** A few at once: one request after the other would take too long. Gives what is not null, up to twenty. */
async function inTurn<T>(all: readonly T[], act: (one: T) => Promise<string | null>): Promise<string[]> {
  const waiting = all[Symbol.iterator]();
  const found: string[] = [];
  const worker = async (): Promise<void> => {
    for (const one of waiting) {
      const said = await act(one);
      if (said !== null) found.push(said);
    }
  };
  await Promise.all(Array.from({ length: 8 }, worker));
  return found.slice(0, 20);
}

function wrongFor(shape: Shape): unknown[] {
  if (shape.enum) return ['foo', 7, ''];
  const type = Object.keys(WRONG).find((one) => takes(shape, one));
  return type ? [...WRONG[type]!] : [];
}

/** `visits` of `/v1/visits`, `visits/agenda` of the agenda of one. */
function kindOf(template: string): string {
  return template.replace('/v1/', '').replaceAll(/\/\{\w+\}/g, '');
}

const WHOLES_FIRST = [
  'places',
  'topics',
  'organizations',
  'people',
  'delegations',
  'visits',
  'forum-series',
  'forums',
  'agreements',
  'standing-follow-ups',
  'sources',
  'entries',
].map((path) => `/v1/${path}`);

/** Which kind a reference is to, where its field is not named after that. */
const REFERENCES: Readonly<Record<string, string>> = {
  person: 'people',
  focalPoint: 'people',
  party: 'agreements/parties',
  agendaItem: 'visits/agenda',
  obligation: 'agreements/obligations',
  replaces: 'delegations/members',
  fromPlace: 'places',
  toPlace: 'otherPlace',
  series: 'forum-series',
  record: 'places',
  translationOf: 'sources',
  entry: 'entries',
  item: 'visits/agenda',
  speaker: 'people',
};

/** What would be merged into the others, again and again: each is refused at last, since it has all names that there may be. */
const TWINS = { places: aPlace, topics: aTopic, organizations: anOrganization, people: aPerson };
const TOO_MANY = Array.from({ length: MOST_NAMES }, (_, at) => ({
  text: `Twin ${at}`,
  lang: 'en',
  kind: 'official',
}));
const mergeOf = (kind: keyof typeof TWINS) => (ids: Readonly<Record<string, string>>) => ({
  fromId: ids[`twins/${kind}`],
  take: { names: 'from' },
});

/** What a body needs besides its required fields. */
const FURTHER: Readonly<Record<string, (ids: Readonly<Record<string, string>>) => object>> = {
  CreateRelation: ({ places }) => ({ kind: 'present_in', toPlaceId: places }),
  CreateMember: () => ({ placeholder: { en: 'interpreter' } }),
  CreateParticipation: ({ people }) => ({ personId: people }),
  CreateAgreementLink: ({ otherAgreement }) => ({ toId: otherAgreement }),
  CreateEventLink: ({ event }) => ({ toId: event }),
  CreateOutcome: ({ visits }) => ({ kind: 'commitment', eventId: visits }),
  CreateFollowUp: ({ visits }) => ({ eventId: visits }),
  CreateRelationship: ({ places, otherPlace }) => ({ fromPlaceId: places, toPlaceId: otherPlace }),
  CreateEntry: ({ places }) => anEntry({ placeId: places!, openQuestions: [{ text: { en: 'When?' } }] }),
  CreateEntryLink: ({ otherEntry }) => ({ toId: otherEntry }),
  CreateCalendarLink: () => ({ subject: { kind: 'office' } }),
  CreateToken: () => ({ organizationIds: [] }),
  CreateDeputy: ({ otherActor }) => ({ principalId: otherActor }),
  MergePlace: mergeOf('places'),
  MergeTopic: mergeOf('topics'),
  MergeOrganization: mergeOf('organizations'),
  MergePerson: mergeOf('people'),
  CreateFigure: () => ({ quantity: { value: 3, qualifier: 'exact' } }),
};
