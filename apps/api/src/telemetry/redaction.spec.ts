import { describe, expect, it } from '@jest/globals';
import { redact } from './redaction.js';

const SECRET = 'hAkvQ3n-9_zW';

/** Lines as they are written, and what is left of them. */
const LINES: readonly (readonly [what: string, said: unknown, left: unknown])[] = [
  ['a token', { msg: `no corteo_${SECRET} here` }, { msg: 'no corteo_[redacted] here' }],
  ['an encoded token', { msg: `/v1?x=corteo%5F${SECRET}` }, { msg: '/v1?x=corteo_[redacted]' }],
  ['a token of encoded letters', { msg: `/%63o%72teo_${SECRET}` }, { msg: '/corteo_[redacted]' }],
  ['a token after an encoded slash', { msg: `/a%2Fcorteo_${SECRET}` }, { msg: '/a%2Fcorteo_[redacted]' }],
  ['a token as an id', { requestId: `corteo_${SECRET}` }, { requestId: 'corteo_[redacted]' }],
  ['credentials', { msg: `sent bearer ${SECRET}.` }, { msg: 'sent bearer [redacted]' }],
  ['Basic credentials', { msg: `Basic ${SECRET}==, too` }, { msg: 'Basic [redacted], too' }],
  ['a header', { headers: { authorization: SECRET } }, { headers: { authorization: '[redacted]' } }],
  ['a header in words', { msg: `Authorization: ${SECRET} x` }, { msg: 'Authorization: [redacted] x' }],
  ['a cookie', { 'set-cookie': `a="${SECRET}"` }, { 'set-cookie': '[redacted]' }],
  ['a member', { accessToken: `x "${SECRET}" \\` }, { accessToken: '[redacted]' }],
  [
    'JSON in a text',
    { msg: JSON.stringify({ password: `a "${SECRET}`, name: 'Ada' }) },
    { msg: JSON.stringify({ password: '[redacted]', name: 'Ada' }) },
  ],
  [
    'a password in an address',
    { msg: `connect postgres://corteo:${SECRET}@db:5432/corteo` },
    { msg: 'connect postgres://corteo:[redacted]@db:5432/corteo' },
  ],
  [
    'a parameter',
    { msg: `/a?from=2018&access_token=${SECRET}&key=${SECRET}#x` },
    { msg: '/a?from=2018&access_token=[redacted]&key=[redacted]#x' },
  ],
];

/** What a secret may be called. */
const NAMES =
  'authorization Proxy-Authorization cookie Set-Cookie password PASSWD clientSecret token accessToken signature credentials apiKey x-api-key api_key'.split(
    ' ',
  );

const HARMLESS = [
  { msg: 'Corteo answers at http://127.0.0.1:3000, Swagger UI at http://127.0.0.1:3000/docs' },
  { context: 'Http', requestId: 'c2xRPwZkQm1v', route: '/v1/tokens', caller: '0190', status: 200 },
  { msg: 'The Idempotency-Key is still running', key: 'of a map' },
];

describe('a line of the log', () => {
  it.each(LINES)('holds no secret: %s', (_, said, left) => {
    expect(JSON.parse(redact(JSON.stringify(said)))).toEqual(left);
  });

  it.each(NAMES)('holds no secret that is called %s', (name) => {
    const said = { [name]: SECRET, msg: `${name}=${SECRET} ${name}: ${SECRET} /a?${name}=${SECRET}` };
    expect(redact(JSON.stringify(said))).not.toContain(SECRET);
    for (const part of Object.entries(said)) {
      const alone = JSON.stringify(Object.fromEntries([part]));
      expect(redact(alone)).not.toContain(SECRET);
    }
  });

  it.each(HARMLESS)('stays as it is without one: %j', (said) => {
    expect(redact(JSON.stringify(said))).toBe(JSON.stringify(said));
  });
});
