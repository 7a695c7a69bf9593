import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Office, openOffice } from './office.js';

const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

describe('whoever comes to the address of the server', () => {
  let office: Office;
  let caller: Office['stranger'];

  beforeAll(async () => {
    office = await openOffice();
    caller = office.stranger;
  });
  afterAll(() => office.close());

  it('is told where to go on, and finds something everywhere', async () => {
    const { body, headers } = await caller.get('/');
    expect([headers['content-type'], headers.vary]).toEqual([
      'application/json; charset=utf-8',
      'Accept, Accept-Encoding',
    ]);
    const { name, about, ...links } = body as Record<string, string>;
    expect([name, typeof about]).toEqual(['Corteo', 'string']);
    const statuses = await Promise.all(
      Object.entries(links).map(async ([what, path]) => [what, (await caller.misuse('get', path)).status]),
    );
    expect(Object.fromEntries(statuses)).toEqual({
      documentation: 200,
      openapi: 200,
      me: 401,
      calendar: 200,
      problems: 200,
      health: 200,
    });
  });

  it('sees a page in a browser, with the same links and nothing from elsewhere', async () => {
    const { body } = await caller.get('/');
    const { text, headers } = await caller.get('/', { accept: BROWSER });
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-/);
    const { documentation, openapi, calendar, problems, health } = body as Record<string, string>;
    const links = [...text.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, path]) => path);
    expect(links).toEqual([documentation, openapi, calendar, problems, health]);
  });
});
