import { runInNewContext } from 'node:vm';
import { describe, expect, it } from '@jest/globals';
import { type SwaggerUi, openDailyWork, readOutline, resolveLittle, showTag } from './swagger-ui.js';

/** A function as the browser gets it: written out, beside nothing but what stands in the page. */
const inBrowser = <F>(written: F, page: object = {}): F =>
  runInNewContext(`(${String(written)})`, Object.assign(page, { URL })) as F;

const ID = '019a8f3e-4c00-7000-8000-000000000001';
const PATHS = new Map([
  ['/v1/visits', new Map([['post', {}]])],
  [
    '/v1/visits/{id}',
    new Map([
      ['get', {}],
      ['patch', {}],
      ['delete', {}],
    ]),
  ],
  ['/v1/visits/{id}/legs/{legId}', new Map([['patch', {}]])],
]);

function show(answer: Partial<Parameters<typeof showTag>[0]>): unknown[][] {
  const changed: unknown[][] = [];
  const ui = {
    specSelectors: { specJson: () => new Map([['paths', PATHS]]) },
    specActions: { changeParam: (...change: unknown[]) => void changed.push(change) },
  };
  const given = {
    url: `http://x/v1/visits/${ID}?fields=name`,
    ok: true,
    headers: { etag: '"2-x"' },
    ...answer,
  };
  expect(inBrowser(showTag, { ui })(given)).toBe(given);
  return JSON.parse(JSON.stringify(changed)) as unknown[][];
}

describe('Swagger UI', () => {
  it('opens the groups of daily work', () => {
    const opened: string[] = [];
    inBrowser(openDailyWork, {
      ui: { layoutActions: { show: ([, group]: string[]) => opened.push(group!) } },
    })();
    expect(opened).toEqual(['Visits', 'Follow-ups', 'Calendars']);
  });

  it('puts the tag that was shown, and its ids, where the changes of the same address ask for them', () => {
    expect(show({})).toEqual(
      ['patch', 'delete'].flatMap((method) => [
        [['/v1/visits/{id}', method], 'If-Match', 'header', '"2-x"'],
        [['/v1/visits/{id}', method], 'id', 'path', ID],
      ]),
    );
  });

  it.each([
    ['a refusal', { ok: false }],
    ['an answer without a tag', { headers: {} }],
    ['a list', { url: 'http://x/v1/visits' }],
    ['what has no changes', { url: `http://x/v1/visits/${ID}.ics` }],
  ])('puts no tag of %s', (_what, answer) => {
    expect(show(answer)).toEqual([]);
  });

  it('resolves an operation with what it leads to, and nothing else', async () => {
    const [visit, leg, place] = [
      { $ref: '#/components/schemas/Leg' },
      { $ref: '#/components/schemas/Visit' },
      {},
    ];
    const get = { responses: { 200: { $ref: '#/components/schemas/Visit' } } };
    const described = {
      components: { schemas: { Visit: { items: visit }, Leg: { items: leg }, Place: place } },
      paths: { '/v1/visits': { get, post: {} }, '/v1/places': {} },
    };
    const outline = { components: {}, paths: { '/v1/visits': { get: {}, post: {} } } };
    const asked: unknown[] = [];
    const ui = { fn: { resolveSubtree: (...of: unknown[]) => Promise.resolve(asked.push(...of)) } };
    const { fn } = inBrowser(resolveLittle, { described })(ui as unknown as SwaggerUi) as Pick<
      SwaggerUi,
      'fn'
    >;
    await fn.resolveSubtree(outline, ['paths', '/v1/visits', 'get'], {});
    expect(JSON.parse(JSON.stringify(asked))).toEqual([
      {
        openapi: '3.1.0',
        components: { schemas: { Visit: { items: visit }, Leg: { items: leg } } },
        paths: { '/v1/visits': { get } },
      },
      ['paths', '/v1/visits', 'get'],
      {},
    ]);
  });

  it('lays out of the document what is shown before an operation is opened, and keeps the rest', () => {
    const laidOut: object[] = [];
    const [securitySchemes, schemas] = [{ bearer: {} }, { Visit: {} }];
    const post = { summary: 'Records a visit.', tags: ['Visits'], security: [] };
    const paths = { '/v1/visits': { post: { ...post, parameters: [], requestBody: {}, responses: {} } } };
    const described = { openapi: '3.1.0', components: { securitySchemes, schemas }, paths };
    const outline = { openapi: '3.1.0', components: { securitySchemes }, paths: { '/v1/visits': { post } } };
    const page: { described?: object } = {};
    const ui = {
      specActions: { updateJsonSpec: (document: object) => laidOut.push(document) },
      specSelectors: { specStr: () => JSON.stringify(described) },
    };
    const { parseToJson } = (inBrowser(readOutline, page)() as Plugin).statePlugins.spec.wrapActions;
    parseToJson(null, ui)(JSON.stringify(described));
    parseToJson(null, ui)();
    expect(JSON.parse(JSON.stringify(laidOut))).toEqual([outline, outline]);
    expect(JSON.parse(JSON.stringify(page.described))).toEqual(described);
  });

  it('knows no operation before the document is there', () => {
    const ui = { specSelectors: { specJson: () => new Map() }, specActions: {} };
    const read = { url: 'http://x/openapi.json', ok: true, headers: { etag: '"2-x"' } };
    expect(inBrowser(showTag, { ui })(read)).toBe(read);
  });
});

interface Plugin {
  readonly statePlugins: {
    spec: { wrapActions: { parseToJson(yaml: unknown, ui: object): (text?: string) => void } };
  };
}
