import { describe, expect, it } from '@jest/globals';
import {
  type Claims,
  chosenScopes,
  fallbackName,
  givesAccess,
  nameOf,
  organizationsOf,
  roleOf,
  subjectOf,
} from './claims.js';

const NOW = new Date('2026-11-27T09:00:00Z');
const inSeconds = (seconds: number): number => NOW.getTime() / 1000 + seconds;

/** The type that a token says it has, what else it says, and whether it gives access. */
const TOKENS: readonly (readonly [type: string | undefined, claims: Claims, gives: boolean])[] = [
  ['at+jwt', {}, true],
  ['application/at+jwt', {}, true],
  ['AT+JWT', {}, true],
  ['JWT', {}, true],
  [undefined, {}, true],
  ['JWT', { typ: 'Bearer', nonce: 'n' }, true],
  ['JWT', { typ: 'ID' }, false],
  ['JWT', { typ: 'Refresh' }, false],
  ['JWT', { nonce: 'n' }, false],
  ['JWT', { at_hash: 'h' }, false],
  ['JWT', { c_hash: 'h' }, false],
  ['JWT', { s_hash: 'h' }, false],
  [undefined, { nonce: 'n', scope: 'openid' }, false],
  ['at+jwt', { nonce: 'n' }, true],
  ['at+jwt', { typ: 'ID' }, false],
  ['JWT', { token_use: 'access' }, true],
  ['JWT', { token_use: 'id' }, false],
  ['JWT', { typ: ['Bearer'] }, false],
  ['at+jwt', { cnf: { jkt: 'key' } }, false],
  ['at+jwt', { exp: inSeconds(86_400) }, true],
  ['at+jwt', { exp: inSeconds(86_401) }, false],
  ['logout+jwt', {}, false],
  ['dpop+jwt', {}, false],
  ['secevent+jwt', {}, false],
  ['', {}, false],
];

const MAPPED = new Map([
  ['intl-office', 'organizer'],
  ['dpo', 'admin'],
  ['/staff=all', 'viewer'],
]);

/** What a token says, where its roles are and what they stand for, and the role that it gives. */
const GIVEN: readonly (readonly [
  claims: Claims,
  claim: string,
  roles: typeof MAPPED | undefined,
  role: unknown,
])[] = [
  [{ roles: ['viewer'] }, 'roles', undefined, 'viewer'],
  [{ roles: 'legal' }, 'roles', undefined, 'legal'],
  [{ roles: ['viewer', 'legal', 'organizer'] }, 'roles', undefined, 'organizer'],
  [{ roles: ['protocol', 'partner'] }, 'roles', undefined, 'protocol'],
  [{ roles: ['partner'] }, 'roles', undefined, 'partner'],
  [{ roles: ['Admin', 'owner', 7, null, ['admin']] }, 'roles', undefined, null],
  [{ roles: { admin: true } }, 'roles', undefined, null],
  [{ roles: ['toString', '__proto__', 'constructor'] }, 'roles', undefined, null],
  [{}, 'roles', undefined, null],
  [{ realm_access: { roles: ['viewer'] } }, 'realm_access.roles', undefined, 'viewer'],
  [{ realm_access: 'viewer' }, 'realm_access.roles', undefined, null],
  [{ realm_access: null }, 'realm_access.roles', undefined, null],
  [{ 'https://example.org/roles': ['viewer'] }, 'https://example.org/roles', undefined, 'viewer'],
  [{ roles: ['viewer'] }, 'constructor.name', undefined, null],
  [{ groups: ['x', 'dpo', 'intl-office'] }, 'groups', MAPPED, 'admin'],
  [{ groups: ['/staff=all'] }, 'groups', MAPPED, 'viewer'],
  [{ groups: ['admin', 'organizer'] }, 'groups', MAPPED, null],
];

/** What a token says, and what its subject is called. */
const NAMED: readonly (readonly [claims: Claims, name: string | null])[] = [
  [{ name: 'Anna', preferred_username: 'a' }, 'Anna'],
  [{ preferred_username: 'anna' }, 'anna'],
  [{ preferred_username: 'anna@example.org', email: 'anna@example.org' }, null],
  [{ name: 'anna@example.org', preferred_username: 'anna' }, 'anna'],
  [{ name: '  Anna\u0000\nBianchi ' }, 'Anna Bianchi'],
  [{ name: '孙志明' }, '孙志明'],
  [{ name: '\u200b', preferred_username: '' }, null],
  [{ name: ['Anna'] }, null],
  [{ name: `${'x'.repeat(199)}🏛️🏛️` }, `${'x'.repeat(199)}🏛`],
  [{}, null],
];

describe('what a token of an issuer says', () => {
  it.each(TOKENS)('of the type %j with %j gives access: %j', (type, claims, gives) => {
    expect(givesAccess(type, { exp: inSeconds(300), ...claims }, NOW)).toBe(gives);
  });

  it.each(GIVEN)('%j at %s gives a role', (claims, claim, roles, role) => {
    expect(roleOf(claims, claim, roles)).toBe(role);
  });

  it.each(NAMED)('%j is a name', (claims, name) => {
    expect(nameOf(claims)).toBe(name);
  });

  it('calls a program as the issuer does, and somebody without a name by nothing of theirs', () => {
    expect(fallbackName('importer', { client_id: 'importer' })).toBe('importer');
    expect(fallbackName('anna@example.org', {})).toMatch(/^User [\da-f]{8}$/);
  });

  it.each([
    ['anna', 'anna'],
    ['x'.repeat(255), 'x'.repeat(255)],
    ['x'.repeat(256), null],
    ['', null],
    [' ', null],
    ['a\u0000', null],
    ['a\ud800', null],
    [7, null],
  ])('is about %j', (sub, subject) => {
    expect(subjectOf({ sub })).toBe(subject);
  });

  it.each([
    [{ scope: 'openid visits:read profile audit:read' }, ['visits:read', 'audit:read']],
    [{ scp: ['visits:read'] }, ['visits:read']],
    [{ scp: 'user_impersonation' }, null],
    [{ scope: 7 }, null],
    [{}, null],
  ])('%j narrows it to scopes', (claims, scopes) => {
    expect(chosenScopes(claims)).toEqual(scopes);
  });

  it('names organizations by their ids, and by nothing else', () => {
    const id = '019a8f3e-4c00-7000-8000-00000000000a';
    const claims = { corteo: { organizations: [id.toUpperCase(), id, 'Tsinghua', 7] } };
    expect(organizationsOf(claims, 'corteo.organizations')).toEqual([id]);
    expect(organizationsOf(claims, undefined)).toEqual([]);
  });
});
