import { runInNewContext } from 'node:vm';
import { describe, expect, it } from '@jest/globals';
import { type SwaggerUi, openDailyWork, readAsJson, resolveLittle, showTag } from './swagger-ui.js';

/** A function as the browser gets it: written out, beside nothing but what stands in the page. */
const inBrowser = <F>(written: F, page: object = {}): F =>
  runInNewContext(`(${String(written)})`, { URL, ...page }) as F;

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
    const get = { schema: { $ref: '#/components/schemas/Visit' } };
    const document = {
      components: { schemas: { Visit: { items: visit }, Leg: { items: leg }, Place: place } },
      paths: { '/v1/visits': { get, post: {} }, '/v1/places': {} },
    };
    const asked: unknown[] = [];
    const ui = { fn: { resolveSubtree: (...of: unknown[]) => Promise.resolve(asked.push(...of)) } };
    const { fn } = inBrowser(resolveLittle)(ui as unknown as SwaggerUi) as Pick<SwaggerUi, 'fn'>;
    await fn.resolveSubtree(document, ['paths', '/v1/visits', 'get'], {});
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

  it('reads the document as JSON', () => {
    const read: object[] = [];
    const ui = {
      specActions: { updateJsonSpec: (document: object) => read.push(document) },
      specSelectors: { specStr: () => '{"kept":true}' },
    };
    const { parseToJson } = (inBrowser(readAsJson)() as Plugin).statePlugins.spec.wrapActions;
    parseToJson(null, ui)('{"given":true}');
    parseToJson(null, ui)();
    expect(JSON.stringify(read)).toBe('[{"given":true},{"kept":true}]');
  });
});

interface Plugin {
  readonly statePlugins: {
    spec: { wrapActions: { parseToJson(yaml: unknown, ui: object): (text?: string) => void } };
  };
}
