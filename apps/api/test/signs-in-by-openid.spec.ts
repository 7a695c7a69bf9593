import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answer } from './answer.js';
import { AUDIENCE, CLIENT_ID, Issuer } from './issuer.js';
import { type Office, openOffice } from './office.js';

describe('whoever signs in at the identity provider', () => {
  let issuer: Issuer;
  let office: Office;
  let other: Office;
  const claims = new Map<string, Readonly<Record<string, unknown>>>();

  beforeAll(async () => {
    issuer = await Issuer.open((subject) => claims.get(subject) ?? { roles: ['viewer'] });
    office = await openOffice({
      OIDC_ISSUER: issuer.url,
      OIDC_AUDIENCE: AUDIENCE,
      OIDC_CLIENT_ID: CLIENT_ID,
    });
    other = await office.openAnother();
  });
  afterAll(async () => {
    await Promise.all([other.close(), issuer.close()]);
    await office.close();
  });

  const bearing = (token: string) => ({ authorization: `Bearer ${token}` });
  const ask = (token: string, at = office, path = '/v1/topics'): Promise<Answer> =>
    at.stranger.misuse('get', path, undefined, bearing(token));
  const record = (token: string): Promise<Answer> =>
    office.stranger.post(
      '/v1/topics',
      { names: [{ text: 'Robotics', lang: 'en', kind: 'official' }] },
      bearing(token),
    );
  const statusOf = async (token: string, at = office): Promise<number> => (await ask(token, at)).status;

  it('writes as an actor of its own, which both instances know', async () => {
    claims.set('anna', { roles: ['organizer'], name: 'Anna' });
    const { access_token: token } = await issuer.signIn('anna');
    const { status, body } = await record(token);
    expect([status, body.createdBy.name]).toEqual([201, 'Anna']);
    expect(await statusOf(token, other)).toBe(200);
  });

  it('may be a program', async () => {
    expect(await statusOf(await issuer.grantProgram())).toBe(200);
  });
});
