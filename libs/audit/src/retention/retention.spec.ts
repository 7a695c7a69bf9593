import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AuditTrail, OFFICE, REFUSED_ACCESS, Tokens } from '#identity';
import { Clock, Database, Violations, dataSourceOptions, readConfig } from '#platform';
import { type TestDatabase, openTestDatabase, setClock } from '#platform/testing';
import { DataSource } from 'typeorm';
import { RETAINED } from './retained.js';
import { Retention } from './retention.service.js';

const DAY = 86_400_000;
const daysAgo = (days: number): string => new Date(Date.now() - days * DAY).toISOString();

const TODAY = daysAgo(0);
/** A day since when everything is too old but what is kept for two years, and one since when that is, too. */
const [LONG_AGO, LONGER_AGO] = [daysAgo(500), daysAgo(900)];

describe('what is kept for a time', () => {
  let test: TestDatabase;
  let dataSource: DataSource;
  let database: Database;
  let clock: Clock;
  let audit: AuditTrail;
  let retention: Retention;

  beforeAll(async () => {
    test = await openTestDatabase();
    // As the role that may rewrite nothing.
    dataSource = new DataSource(dataSourceOptions(test.applicationUrl, 2));
    database = new Database(dataSource, new Violations());
    await database.open();
    clock = new Clock();
    audit = new AuditTrail(database, clock);
    retention = new Retention(readConfig({ RETENTION: 'deputies=365' }), database, clock, audit);
  });
  afterAll(async () => {
    await dataSource.destroy();
    await test.drop();
  });

  const recordAt = async (at: string): Promise<void> => {
    setClock(clock, at);
    await new Tokens(database, clock, audit).create({ label: at, role: 'viewer', days: 1 });
    for (const action of REFUSED_ACCESS) await audit.record({ action, actorId: null, address: at });
    await dataSource.query(
      `insert into idempotency_keys (actor_id, key, request, at) select id, $1, '', $2 from actors where name = $1`,
      [at, at],
    );
    await dataSource.query(
      `insert into calendar_links (id, actor_id, role, scopes, organization_ids, subject_kind, audience, shows_people,
         languages, lookup_tags, label, hash, created_at, expires_at)
       select gen_random_uuid(), id, 'viewer', '{}', '{}', 'office', 'public', false, '{en}', '{en}', $1,
         sha256(convert_to($1, 'UTF8')), $2, $2 from actors where name = $1`,
      [at, at],
    );
    await dataSource.query(
      `insert into deputies (id, actor_id, principal_id, starts_at, ends_at, reason, created_at, created_by_id)
       select gen_random_uuid(), id, $2, $3::timestamptz - interval '1 day', $3, '', $3, id from actors where name = $1`,
      [at, OFFICE.actor!.id, at],
    );
    setClock(clock, TODAY);
  };
  const actions = async (): Promise<string[]> => {
    const rows = await dataSource.query<{ action: string; address: string }[]>(
      'select action, address from audit_events',
    );
    return rows.map(({ action, address }) => `${action} ${address}`);
  };

  it('goes once it is too old, as was told in advance, and the audit is told', async () => {
    for (const at of [LONG_AGO, LONGER_AGO, TODAY]) await recordAt(at);
    const counts = { audit: 1, refusals: 8, tokens: 2, addresses: 2, deputies: 2, answers: 2 };
    const none = Object.fromEntries(RETAINED.map(({ kind }) => [kind, 0]));
    expect(countsOf(await retention.run(true))).toEqual({ ...none, ...counts });
    expect(countsOf(await retention.run())).toEqual({ ...none, ...counts });
    expect((await actions()).toSorted()).toEqual(
      [
        // Those of the tokens that were made long ago, and today.
        'token.made null',
        'token.made null',
        'retention.applied null',
        ...REFUSED_ACCESS.map((action) => `${action} ${TODAY}`),
      ].toSorted(),
    );
    const [{ details }] = await dataSource.query<[{ details: object }]>(
      `select details from audit_events where action = 'retention.applied'`,
    );
    expect(details).toEqual(counts);
    expect(countsOf(await retention.run())).toEqual(none);
  });

  it('stays where it is younger than 30 days, whoever asks, and cannot be rewritten besides', async () => {
    const before = await actions();
    const [{ forgotten }] = await dataSource.query<[{ forgotten: number }]>(
      `select forget_audit_events(array['token.made', 'retention.applied'], now(), 10) as forgotten`,
    );
    expect([forgotten, (await actions()).length]).toEqual([1, before.length - 1]);
    for (const statement of ['delete from audit_events', `update audit_events set reason = ''`])
      await expect(dataSource.query(statement)).rejects.toThrow('permission denied for table audit_events');
    const owner = new DataSource(dataSourceOptions(test.migrationUrl, 1));
    await owner.initialize();
    await expect(owner.query('delete from audit_events')).rejects.toThrow('audit_events is only added to');
    await owner.destroy();
  });

  it('has a name of its own', () => {
    const kinds = RETAINED.map(({ kind }) => kind);
    expect(kinds).toEqual([...new Set(kinds)]);
  });
});

function countsOf(removed: readonly { kind: string; count: number }[]): object {
  return Object.fromEntries(removed.map(({ kind, count }) => [kind, count]));
}
