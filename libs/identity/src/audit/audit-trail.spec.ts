import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { Clock, type Database, rightsOf } from '#platform';
import { type TestDatabase, openTestDatabase, setClock } from '#platform/testing';
import { OFFICE } from '../office-caller.js';
import type { AuditEntry } from './audit-entry.js';
import { AuditTrail } from './audit-trail.js';

const ID = '019a8f3e-4c00-7000-8000-000000000001';
const AT = '2026-11-22T09:00:00Z';

describe('the audit', () => {
  let test: TestDatabase;
  let dataSource: DataSource;
  let database: Database;
  let audit: AuditTrail;

  beforeAll(async () => {
    test = await openTestDatabase();
    ({ database, dataSource } = await test.connect());
  });
  beforeEach(async () => {
    const clock = new Clock();
    setClock(clock, AT);
    audit = new AuditTrail(database, clock);
    await forgetAll();
  });
  afterAll(() => test.drop());

  const told = (): Promise<object[]> => dataSource.query('select * from audit_events order by address, id');
  const forgetAll = (): Promise<unknown> =>
    dataSource.query(`
      alter table audit_events disable trigger all;
      delete from audit_events;
      alter table audit_events enable trigger all`);
  const refused = (address = '192.0.2.1'): AuditEntry => ({
    action: 'access.unauthenticated',
    actorId: null,
    address,
  });

  it('is told who did what, to what, why and from where', async () => {
    await audit.record({
      action: 'protected.read',
      caller: { ...OFFICE, onBehalfOf: { ...OFFICE.actor!, roles: [] } },
      subjectKind: 'person',
      subjectId: ID,
      reason: 'seating at the dinner',
      details: { fields: ['diet'] },
      tokenId: ID,
      address: '192.0.2.1',
    });
    expect(await told()).toEqual([
      {
        id: expect.any(String),
        at: new Date(AT),
        action: 'protected.read',
        actor_id: OFFICE.actor!.id,
        on_behalf_of_id: OFFICE.actor!.id,
        token_id: ID,
        address: '192.0.2.1',
        subject_kind: 'person',
        subject_id: ID,
        reason: 'seating at the dinner',
        details: { fields: ['diet'] },
        count: 1,
      },
    ]);
  });

  it('is told in the transaction of what is done, or not at all', async () => {
    const undone = database.transaction(async (tx) => {
      await audit.record({ action: 'token.made', actorId: null }, tx);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await told()).toEqual([]);
  });

  it.each([
    `update audit_events set reason = 'none'`,
    'delete from audit_events',
    'delete from audit_events where false',
    'truncate audit_events',
  ])('is only added to: %s', async (statement) => {
    await expect(dataSource.query(statement)).rejects.toMatchObject({
      code: '42501',
      message: 'audit_events is only added to: nothing in it is changed or taken away',
    });
  });

  describe('of what is done again and again', () => {
    it('counts what is equal, and writes it once', async () => {
      for (let times = 0; times < 10_000; times++) audit.note(refused());
      audit.note(refused('192.0.2.2'));
      expect(await told()).toEqual([]);
      await audit.flush();
      await audit.flush();
      expect(await told()).toMatchObject([
        { address: '192.0.2.1', count: 10_000 },
        { address: '192.0.2.2', count: 1 },
      ]);
    });

    it('keeps a measure, in which strangers take no place from others', async () => {
      for (let one = 0; one < 10_000; one++) audit.note(refused(`2001:db8::${one.toString(16)}`));
      for (let one = 0; one < 150; one++)
        audit.note({ action: 'access.forbidden', caller: OFFICE, details: { route: `/v1/${one}` } });
      await audit.flush();
      const rows = (await told()) as { action: string; details: object; count: number }[];
      const strangers = rows.filter(({ action }) => action === 'access.unauthenticated');
      const known = rows.filter(({ action }) => action === 'access.forbidden');
      expect([strangers.length, known.length, countOf(strangers), countOf(known)]).toEqual([
        21, 101, 10_000, 150,
      ]);
      const others = [...strangers, ...known].filter(({ details }) => 'others' in details);
      expect(others).toMatchObject([
        { count: 9_980, details: { others: 'strangers' }, address: null },
        { count: 50, details: { others: 'known' }, actor_id: null },
      ]);
    });

    it('keeps what it cannot write yet', async () => {
      const warn = jest.spyOn(Logger.prototype, 'warn').mockReturnValue();
      jest.spyOn(database, 'transaction').mockRejectedValueOnce(new Error('away'));
      audit.note(refused());
      await audit.flush();
      audit.note(refused());
      expect(warn.mock.calls).toEqual([['The audit could not be written yet: away']]);
      jest.restoreAllMocks();
      await audit.flush();
      expect(await told()).toMatchObject([{ count: 2 }]);
    });

    it('tells of records that were not shown only those that are there, and not for who asked', async () => {
      const [seen, other] = [ID.replace(/1$/, '2'), ID.replace(/1$/, '3')];
      await dataSource.query(
        `insert into history (record_id, table_name, version, at, kind, changes)
         values ($1, 'events', 1, now(), 'created', '{}'), ($2, 'places', 1, now(), 'created', '{}')`,
        [ID, seen],
      );
      const rights = rightsOf(OFFICE);
      for (const subjectId of [seen, ID, other])
        audit.note({ action: 'access.hidden', caller: OFFICE, rights, subjectKind: 'record', subjectId });
      await audit.flush();
      expect(await told()).toMatchObject([{ action: 'access.hidden', subject_id: ID }]);
    });
  });
});

function countOf(rows: readonly { count: number }[]): number {
  return rows.reduce((sum, { count }) => sum + count, 0);
}
