import { expect, it } from '@jest/globals';
import { Clock, type Database, readConfig } from '#platform';
import type { AuditTrail } from '../audit/audit-trail.js';
import { IssuedTokens } from './issued-tokens.js';

it('A word of the issuer stands for no role that there is not', () => {
  const config = readConfig({
    OIDC_ISSUER: 'https://login.example.org',
    OIDC_AUDIENCE: 'https://corteo.example.org',
    OIDC_ROLES: 'staff=viewer,boss=owner',
  });
  expect(() => new IssuedTokens(config.openId!, {} as Database, new Clock(), {} as AuditTrail)).toThrow(
    'OIDC_ROLES names the role owner, which there is not; there are viewer, organizer, protocol, legal, admin, partner.',
  );
});
