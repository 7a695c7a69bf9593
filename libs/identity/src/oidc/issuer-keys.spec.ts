import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { type JWK, exportJWK, generateKeyPair } from 'jose';
import { Clock } from '#platform';
import { setClock } from '#platform/testing';
import { IssuerKeys } from './issuer-keys.js';

const AWAY = { code: 'identity.issuer-away' };
const UNKNOWN = { code: 'ERR_JWKS_NO_MATCHING_KEY' };

describe('the keys of an issuer', () => {
  let server: Server;
  let url: string;
  let published: Record<string, unknown>;
  let jwk: JWK;
  let mode: 'up' | 'broken' | 'hung';
  let asked: string[];
  let clock: Clock;
  let time: number;
  let keys: IssuerKeys;

  beforeAll(async () => {
    jwk = await exportJWK((await generateKeyPair('ES256', { extractable: true })).publicKey);
    server = createServer((request, response) => {
      asked.push(request.url!);
      if (mode === 'hung') return;
      const body = published[request.url!];
      response.writeHead(mode === 'up' && body ? 200 : 500).end(JSON.stringify(body));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    jest.spyOn(Logger.prototype, 'error').mockReturnValue();
  });
  beforeEach(() => {
    publish({ kid: 'a' });
    [mode, asked, clock, time] = ['up', [], new Clock(), Date.parse('2026-11-27T09:00:00Z')];
    pass(0);
    keys = new IssuerKeys(url, clock);
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  const publish = (...known: JWK[]): void => {
    published = {
      '/.well-known/openid-configuration': { issuer: url, jwks_uri: `${url}/keys` },
      '/keys': { keys: known.map((one) => ({ ...jwk, alg: 'ES256', ...one })) },
    };
  };
  const pass = (seconds: number): void => {
    time += seconds * 1000;
    setClock(clock, new Date(time).toISOString());
  };
  const find = (kid: string): Promise<string> =>
    Promise.resolve(keys.find({ alg: 'ES256', kid }, { payload: '', signature: '' })).then(() => 'found');

  it('are read once, for all who wait, and then kept', async () => {
    expect(await Promise.all([find('a'), find('a'), find('a')])).toEqual(['found', 'found', 'found']);
    await find('a');
    expect(asked).toEqual(['/.well-known/openid-configuration', '/keys']);
  });

  it('are read again for one that is not known, but not as often as somebody invents some', async () => {
    await find('a');
    publish({ kid: 'a' }, { kid: 'b' });
    for (let invented = 0; invented < 50; invented++)
      await expect(find(`invented ${invented}`)).rejects.toMatchObject(UNKNOWN);
    expect(asked.length).toBe(2);
    pass(5);
    expect(await Promise.all([find('b'), find('b')])).toEqual(['found', 'found']);
    await expect(find('c')).rejects.toMatchObject(UNKNOWN);
    expect(asked.length).toBe(4);
  });

  it('are forgotten within ten minutes after they were withdrawn', async () => {
    await find('a');
    publish({ kid: 'b' });
    pass(599);
    expect(await find('a')).toBe('found');
    pass(1);
    await expect(find('a')).rejects.toMatchObject(UNKNOWN);
  });

  it('are kept while the issuer is away, which is asked again every few seconds', async () => {
    await find('a');
    mode = 'broken';
    pass(600);
    expect(await find('a')).toBe('found');
    await expect(find('b')).rejects.toMatchObject(AWAY);
    expect(asked.length).toBe(3);
    pass(5);
    expect(await find('a')).toBe('found');
    await expect(find('b')).rejects.toMatchObject(AWAY);
    expect(asked.length).toBe(4);
    [mode, asked] = ['up', []];
    pass(5);
    await expect(find('b')).rejects.toMatchObject(UNKNOWN);
  });

  it('are waited for no longer than a few seconds, and then by nobody for a while', async () => {
    mode = 'hung';
    const started = performance.now();
    await expect(find('a')).rejects.toMatchObject(AWAY);
    expect(performance.now() - started).toBeLessThan(4000);
    await expect(find('a')).rejects.toMatchObject(AWAY);
    expect(asked.length).toBe(1);
  });

  it('are read although the clock was set back', async () => {
    await find('a');
    publish({ kid: 'b' });
    pass(-86_400);
    expect(await find('b')).toBe('found');
  });

  it.each([
    ['of another issuer', { issuer: 'https://other.example.org' }],
    ['of the same issuer in other words', { issuer: 'URL/' }],
    ['at an address that is not safe', { jwks_uri: 'http://example.org/keys' }],
    ['at no address', { jwks_uri: undefined }],
  ])('are not taken %s', async (_, said) => {
    const document = { issuer: url, jwks_uri: `${url}/keys`, ...said };
    const issuer = document.issuer.replace('URL', url);
    published['/.well-known/openid-configuration'] = { ...document, issuer };
    await expect(find('a')).rejects.toMatchObject(AWAY);
    expect(asked).toEqual(['/.well-known/openid-configuration']);
  });

  it.each([[{}], [{ keys: 'none' }], [null]])('are none where %j is published', async (body) => {
    published['/keys'] = body;
    await expect(find('a')).rejects.toMatchObject(AWAY);
  });
});
