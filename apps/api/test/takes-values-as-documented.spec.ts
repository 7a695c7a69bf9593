import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anAgreement } from '#agreements/testing';
import { aPlace, anOrganization, named } from '#directory/testing';
import { type Office, openOffice } from './office.js';

describe('an address on the web', () => {
  let office: Office;

  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office.close());

  const answers = async (url: unknown) => [
    await office.post('/v1/organizations', { ...anOrganization(), website: url }),
    await office.post('/v1/agreements', { ...anAgreement(), document: { url } }),
  ];

  it.each([
    'http://sharepoint/sites/ir/mou.pdf',
    'http://my_org.example.org',
    'https://archive:8443/x?id=1#top',
    'http://192.168.0.10/mou.pdf',
    'http://[2001:db8::1]:8080/',
    'https://città.example.org/',
    'HTTPS://EXAMPLE.ORG',
    'http://localhost',
    'https://example.org.',
  ])('may be one within the office: %s', async (url) => {
    const [organization, agreement] = await answers(url);
    expect([organization!.body.website, agreement!.body.document?.url]).toEqual([url, url]);
  });

  it.each([
    'sharepoint/sites',
    'ftp://example.org',
    'https:example.org',
    'https://',
    'http:///x',
    'http://?q',
    'https://exa mple.org',
    'https://example..org',
    'https://example.org\n.evil.example',
    'javascript:alert(1)',
    'http://host:99999/',
    5,
    `https://example.org/${'a'.repeat(2000)}`,
  ])('is none: %s', async (url) => {
    const [organization, agreement] = await answers(url);
    expect([organization!.status, organization!.body.errors[0].pointer]).toEqual([400, '/website']);
    expect([agreement!.status, agreement!.body.errors[0].pointer]).toEqual([400, '/document/url']);
  });

  it.each([
    [{ latitude: '45.1', longitude: '9.1' }, ['/latitude', '/longitude']],
    [{ latitude: true, longitude: [9] }, ['/latitude', '/longitude']],
    [{ latitude: 90.1, longitude: -180.1 }, ['/latitude', '/longitude']],
    [{ capacity: '7' }, ['/capacity']],
    [{ latitude: 45.1 }, ['']],
    [{ longitude: 0 }, ['']],
  ])('is beside coordinates, which are numbers, both or none: %j', async (coordinates, pointers) => {
    const { status, body } = await office.post('/v1/places', { ...aPlace(), ...coordinates });
    expect([status, body.errors.map(({ pointer }: { pointer: string }) => pointer)]).toEqual([400, pointers]);
  });

  it.each([
    ['/v1/outcomes', { text: { en: 'x' }, kind: 'idea' }],
    ['/v1/delegations', { names: named('d'), members: [{}] }],
    ['/v1/visits', { names: named('v'), participants: [{ side: 'host', role: 'host' }] }],
    ['/v1/visits', {}],
    ['/v1/travel-times', { minutes: 5, fromPlaceId: '019a8f3e-4c00-7000-8000-000000000001' }],
  ])('is not what is left out: one omission is one error, in %s %j', async (path, body) => {
    const answer = await office.post(path, body);
    expect([answer.status, answer.body.errors.length]).toEqual([400, 1]);
  });

  it('is not left out of what asks for one of several, either', async () => {
    const organization = await office.record('/v1/organizations', anOrganization());
    const answers = [
      await office.post(`${organization.at}/relations`, { kind: 'founded_by' }),
      await office.post(`${organization.at}/relations`, { kind: 'present_in' }),
      await office.get('/v1/timeline'),
    ];
    expect(
      answers.map(({ body: { errors } }) => errors.map(({ pointer }: { pointer: string }) => pointer)),
    ).toEqual([[''], ['/toPlaceId'], ['?']]);
  });
});
