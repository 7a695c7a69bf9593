import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aPlace, named } from '#directory/testing';
import { type AuditEntry, AuditTrail, OFFICE, ROLE_NAMES, Tokens } from '#identity';
import { Database } from '#platform';
import autocannon from 'autocannon';
import { waitUntil } from './programs.js';
import { type Office, openOffice } from './office.js';
import { runCommand } from './programs.js';

const AT = '2026-11-22T09:00:00Z';
const UNKNOWN = '019a8f3e-4c00-7000-8000-0000000000ff';

describe('the audit', () => {
  let office: Office;

  beforeAll(async () => {
    office = await openOffice({
      OFFICE_NAME: 'Office <of> Naples',
      DATA_PROTECTION_CONTACT: 'mailto:privacy@example.org',
      RETENTION: 'audit=1000',
      PUBLIC_URL: 'https://corteo.example.org',
    });
  });
  afterAll(() => office.close());

  describe('as a list', () => {
    const PERSON = '019a8f3e-4c00-7000-8000-000000000001';
    let reader: string;
    let system: string;

    beforeAll(async () => {
      const [one] = await office
        .provider(Database)
        .transaction((tx) => tx.query<[{ id: string }]>(`select id from actors where name = 'Reader'`));
      [reader, system] = [one.id, OFFICE.actor!.id];
      const audit = office.provider(AuditTrail);
      const told: readonly AuditEntry[] = [
        {
          action: 'protected.read',
          actorId: reader,
          subjectKind: 'person',
          subjectId: PERSON,
          reason: 'dinner',
        },
        { action: 'token.made', caller: OFFICE, address: '192.0.2.1', details: { label: 'Branch' } },
        {
          action: 'token.revoked',
          caller: { ...OFFICE, onBehalfOf: { id: reader, name: 'Reader', roles: [] } },
        },
        { action: 'token.expired-use', actorId: null, address: '192.0.2.1', count: 12 },
      ];
      // Its first use is noted by then, as of today.
      await waitUntil(
        async () => (await office.get('/v1/audit-events?action=token.first-used')).body.items.length > 0,
      );
      for (const [at, entry] of told.entries()) {
        office.setTime(`2026-11-22T09:0${at}:00Z`);
        await audit.record(entry);
      }
    });
    /** What was done that day; the tokens of the callers were made later. */
    const THAT_DAY = 'to=2026-11-23T00:00:00Z';
    const list = async (query: string): Promise<string[]> => {
      const { body } = await office.get(
        `/v1/audit-events?${query.includes('to=') ? query : `${THAT_DAY}&${query}`}`,
      );
      return body.items.map(({ action }: { action: string }) => action);
    };

    it('tells who did what, to what, why and from where', async () => {
      const { body } = await office.get('/v1/audit-events?count=true&action=protected.read');
      expect(body).toEqual({
        items: [
          {
            id: expect.any(String),
            at: '2026-11-22T09:00:00.000Z',
            action: 'protected.read',
            by: { id: reader, name: 'Reader' },
            onBehalfOf: null,
            tokenId: null,
            address: null,
            subjectKind: 'person',
            subjectId: PERSON,
            reason: 'dinner',
            details: {},
            count: 1,
          },
        ],
        nextCursor: null,
        total: 1,
      });
    });

    it('is found by what was done, by whom, to what, from where and when, newest first', async () => {
      const [refusal, revocation, creation, reading] = [
        'token.expired-use',
        'token.revoked',
        'token.made',
        'protected.read',
      ];
      const found = {
        '': [refusal, revocation, creation, reading],
        'action=token.made&action=token.revoked': [revocation, creation],
        [`actor=${reader}`]: [revocation, reading],
        [`actor=${system}`]: [revocation, creation],
        [`subject=${PERSON}`]: [reading],
        'address=192.0.2.1': [refusal, creation],
        'from=2026-11-22T09:01:00Z&to=2026-11-22T10:03:00%2B01:00': [revocation, creation],
      };
      const lists = await Promise.all(Object.keys(found).map(list));
      expect(lists).toEqual(Object.values(found));
    });

    it('is read page by page', async () => {
      const first = (await office.get(`/v1/audit-events?limit=3&${THAT_DAY}`)).body;
      const second = (await office.get(`/v1/audit-events?limit=3&${THAT_DAY}&cursor=${first.nextCursor}`))
        .body;
      expect([first.items.length, second.items.length, second.nextCursor]).toEqual([3, 1, null]);
    });

    it.each(['action=unheard-of', 'actor=Reader', 'from=yesterday', 'archived=include'])(
      'refuses what it does not understand: %s',
      async (query) => expect((await office.get(`/v1/audit-events?${query}`)).status).toBe(400),
    );
  });

  describe('of refusals', () => {
    beforeAll(() => office.setTime(AT));

    /** What the audit tells of an action, once it was written. */
    const told = async (action: string): Promise<{ details: { route: string } }[]> => {
      await office.provider(AuditTrail).flush();
      return office
        .provider(Database)
        .transaction((tx) =>
          tx.query('select * from audit_events where action = $1 order by at, id', [action]),
        );
    };

    it('has one entry for what strangers ask again and again', async () => {
      for (let times = 0; times < 20; times++) await office.stranger.get('/v1/places');
      expect(await told('access.unauthenticated')).toMatchObject([
        {
          actor_id: null,
          token_id: null,
          address: '127.0.0.1',
          count: 20,
          details: { method: 'GET', route: '/v1/places', needed: 'directory:read' },
        },
      ]);
    });

    it('stays small however often strangers are refused, and counts them all', async () => {
      const { non2xx } = await autocannon({
        url: `${office.url}/v1/topics`,
        amount: 10_000,
        connections: 20,
      });
      const rows = await told('access.unauthenticated');
      expect([non2xx, rows.filter(({ details: { route } }) => route === '/v1/topics')]).toMatchObject([
        10_000,
        [{ count: 10_000 }],
      ]);
    });

    it('tells who lacked what for which address', async () => {
      await office.reader.post('/v1/places', aPlace());
      const [{ id }] = await office
        .provider(Database)
        .transaction((tx) => tx.query<[{ id: string }]>(`select id from actors where name = 'Reader'`));
      expect(await told('access.forbidden')).toMatchObject([
        {
          actor_id: id,
          token_id: expect.any(String),
          address: '127.0.0.1',
          count: 1,
          details: { method: 'POST', route: '/v1/places', needed: 'directory:write' },
        },
      ]);
    });

    it('tells of records that are hidden from who asked, not of those that are not there', async () => {
      const [shown, hidden] = [
        await office.record('/v1/visits', { names: named('Visit') }),
        await office.record('/v1/visits', { names: named('Visit'), visibility: 'confidential' }),
      ];
      const away = await office.record('/v1/visits', { names: named('Visit') });
      await office.delete(away.at, { 'if-match': away.tag });
      for (const caller of [office, office.reader]) {
        await caller.get(`/v1/forums/${hidden.id.toUpperCase()}`);
        await caller.get(`/v1/forums/${shown.id}`);
        await caller.get(away.at);
        await caller.get(`/v1/forums/${UNKNOWN}`);
      }
      expect(await told('access.hidden')).toMatchObject([
        { subject_id: hidden.id, count: 1, details: { method: 'GET', route: '/v1/forums/{id}' } },
      ]);
    });
  });

  describe('the record of processing activities', () => {
    beforeAll(() => office.setTime(AT));

    it('says who answers, what is done with which data, who sees them, and for how long', async () => {
      const { body } = await office.get('/v1/processing-record');
      expect([body.asOf, body.controller, body.activities.at(-1)]).toEqual([
        '2026-11-22',
        { name: 'Office <of> Naples', contact: 'mailto:privacy@example.org' },
        {
          purpose: 'To be able to say who saw and did what',
          people: ['users of Corteo', 'strangers whose requests were refused'],
          data: ['who, when, from which network address, for which reason'],
          recipients: ['admin'],
          others: [],
          kept: '1000 days; refusals 90 days',
        },
      ]);
    });

    it('says which measures are taken as the server is configured', async () => {
      const measure = async (one: Office, words: string): Promise<boolean> =>
        (await one.get('/v1/processing-record')).body.measures.find((it: { measure: string }) =>
          it.measure.includes(words),
        ).inPlace;
      const other = await openOffice({ RATE_LIMIT_FAILURES: '0' });
      const measures = ['TLS', 'too often', 'Backups'];
      const told = (one: Office) => Promise.all(measures.map((words) => measure(one, words)));
      expect([await told(office), await told(other)]).toEqual([
        [true, true, false],
        [false, false, false],
      ]);
      await other.close();
    });

    it('is a page where a page is wanted, which runs nothing', async () => {
      const { text, headers } = await office.get('/v1/processing-record', { accept: 'text/html' });
      expect(text).toContain('<dd>Office &lt;of&gt; Naples</dd>');
      expect([headers['content-type'], headers.vary]).toEqual([
        'text/html; charset=utf-8',
        'Accept, Authorization, Accept-Encoding',
      ]);
      expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-/);
    });
  });

  describe('on the command line', () => {
    const run = (...words: string[]): ReturnType<typeof runCommand> =>
      runCommand(words, {
        DATABASE_URL: office.databaseUrl,
        DATABASE_MIGRATION_URL: office.migrationUrl,
        OFFICE_NAME: 'Naples',
      });

    it('tells what is too old before it goes', async () => {
      const { code, said } = await run('retention', '--dry-run');
      const lines = said.trim().split('\n');
      const kinds = lines.slice(0, -1).map((line) => /^(\w+) +(\d+) {2}/.exec(line)?.slice(1));
      expect([code, kinds, lines.at(-1)]).toEqual([
        0,
        [
          ['audit', '0'],
          ['refusals', '0'],
          ['tokens', '0'],
          ['addresses', '0'],
          ['deputies', '0'],
          ['sources', '0'],
          ['documents', '0'],
          ['answers', '0'],
          ['people', '0'],
        ],
        'Nothing was removed.',
      ]);
    });

    it('draws up the record of processing activities', async () => {
      const { code, said } = await run('processing-record');
      expect([code, JSON.parse(said).controller]).toEqual([0, { name: 'Naples', contact: null }]);
    });
  });

  it.each(ROLE_NAMES)(
    'is for administrators alone, who may draw up the record of processing: %s',
    async (role) => {
      const { token } = await office.provider(Tokens).create({ label: role, role });
      const headers = { authorization: `Bearer ${token}` };
      const paths = ['/v1/audit-events', '/v1/processing-record'];
      const answers = await Promise.all(paths.map((path) => fetch(office.url + path, { headers })));
      expect(answers.map(({ status }) => status)).toEqual(paths.map(() => (role === 'admin' ? 200 : 403)));
    },
  );
});
