import { createPublicKey } from 'node:crypto';
import { generateKeyPair } from 'jose';
import type { Issuer } from './issuer.js';

const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
/** In seconds, as tokens tell time. */
export const NOW = Math.floor(Date.now() / 1000);

/** Tokens that are not valid, each in one way. */
export const INVALID: readonly (readonly [what: string, make: (issuer: Issuer) => Promise<string>])[] = [
  ['for somebody else', (issuer) => issuer.sign({ aud: 'https://other.example.org' })],
  ['for nobody', (issuer) => issuer.sign({ aud: undefined })],
  ['of another issuer', (issuer) => issuer.sign({ iss: 'https://other.example.org' })],
  ['of the issuer in other words', (issuer) => issuer.sign({ iss: `${issuer.url}/` })],
  ['of no issuer', (issuer) => issuer.sign({ iss: undefined })],
  ['about nobody', (issuer) => issuer.sign({ sub: undefined })],
  ['about what cannot be kept', (issuer) => issuer.sign({ sub: 'a\u0000' })],
  ['without end', (issuer) => issuer.sign({ exp: undefined })],
  ['that lasts for days', (issuer) => issuer.sign({ exp: NOW + 172_800 })],
  ['that is not valid yet', (issuer) => issuer.sign({ nbf: NOW + 300 })],
  ['that is bound to a key', (issuer) => issuer.sign({ cnf: { jkt: 'key' } })],
  ['of another type', (issuer) => issuer.sign({}, { typ: 'logout+jwt' })],
  [
    'by another key of the same name',
    async (issuer) => issuer.sign({}, {}, (await generateKeyPair('RS256')).privateKey),
  ],
  ['by a key that the issuer has not', (issuer) => issuer.sign({}, { kid: 'unknown' })],
  [
    'by an algorithm that is not taken',
    async (issuer) => issuer.sign({}, { alg: 'ES384' }, (await generateKeyPair('ES384')).privateKey),
  ],
  [
    'whose claims were changed',
    async (issuer) => withClaims(await issuer.sign({}), { sub: 'boss', roles: ['admin'] }),
  ],
  ['without a signature', async (issuer) => unsigned(await issuer.sign({}), 'none')],
  ['without a signature, in capitals', async (issuer) => unsigned(await issuer.sign({}), 'NONE')],
  ['with the signature left out', async (issuer) => (await issuer.sign({})).replace(/[^.]+$/, '')],
  ['signed with what everybody knows', signedWithPublicKey],
  ['of whoever signed in, not of what they may', async (issuer) => (await issuer.signIn('anna')).id_token],
  ['of nothing', () => Promise.resolve('a.b.c')],
  ['of a number', () => Promise.resolve(`${encoded({ alg: 'RS256' })}.${encoded([7])}.x`)],
];

function withClaims(token: string, claims: object): string {
  const [header, payload, signature] = token.split('.');
  const said = JSON.parse(Buffer.from(payload!, 'base64url').toString()) as object;
  return [header, encoded({ ...said, ...claims }), signature].join('.');
}

function unsigned(token: string, alg: string): string {
  return [encoded({ alg, typ: 'at+jwt' }), token.split('.')[1], ''].join('.');
}

function signedWithPublicKey(issuer: Issuer): Promise<string> {
  const { n, e, kty } = issuer.key.jwk;
  const pem = createPublicKey({ key: { n, e, kty }, format: 'jwk' }).export({ type: 'spki', format: 'pem' });
  return issuer.sign({}, { alg: 'HS256' }, Buffer.from(pem));
}
