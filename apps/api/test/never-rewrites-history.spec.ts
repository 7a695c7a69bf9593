import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database, Violations, dataSourceOptions } from '#platform';
import { type TestDatabase, openTestDatabase, openTestRoles } from '#platform/testing';
import { DataSource } from 'typeorm';

const ID = '019a8f3e-4c00-7000-8000-000000000001';
const KEPT = {
  history: 'record_id',
  status_changes: 'record_id',
  agenda_publications: 'id',
  published_items: 'item_id',
  published_participations: 'item_id',
  audit_events: 'id',
  erasures: 'person_id',
};
const REWRITES = [
  'truncate history',
  'truncate status_changes',
  ...Object.entries(KEPT).flatMap(([table, column]) => [
    `update ${table} set ${column} = '${ID}'`,
    `update ${table} set ${column} = '${ID}' where false`,
    `delete from ${table}`,
    `delete from ${table} where false`,
    `truncate ${table} cascade`,
    `truncate actors, ${table} cascade`,
  ]),
];
const REFUSAL = new RegExp(`^(${Object.keys(KEPT).join('|')}) is only added to`);

const PLACE = `
  with office as (insert into actors (id, name, created_at) values ('${ID}', 'Office', now()) returning id)
  insert into places (id, version, created_at, created_by_id, updated_at, updated_by_id, names, kind)
  select '${ID}', 1, now(), id, now(), id, '[{"text": "Napoli", "lang": "it", "kind": "official"}]', 'city' from office`;

const HISTORY = `select version, by_id, kind, changes from history where table_name = 'places' order by id`;

describe('history', () => {
  let test: TestDatabase;
  let database: DataSource;

  beforeAll(async () => {
    test = await openTestDatabase();
    ({ dataSource: database } = await test.connect());
    await database.query(PLACE);
    await database.query(
      `insert into status_changes (id, record_id, to_status, at, by_id) values ($1, $1, 'planned', now(), $1)`,
      [ID],
    );
  });

  afterAll(() => test.drop());

  it.each(REWRITES)('refuses to be rewritten: %s', async (statement) => {
    await expect(database.query(statement)).rejects.toMatchObject({
      code: '42501',
      message: expect.stringMatching(REFUSAL),
    });
  });

  it('keeps what is done by hand, to the last', async () => {
    await database.query(`update places set kind = 'district', address = 'Via Toledo'`);
    await database.query(`update places set kind = kind`);
    await database.query(
      `update places set version = 2, updated_at = now() + interval '1 second', kind = 'zone'`,
    );
    await database.query(`delete from places`);
    expect(await database.query(HISTORY)).toEqual([
      { version: 1, by_id: ID, kind: 'created', changes: {} },
      {
        version: 1,
        by_id: null,
        kind: 'changed',
        changes: { kind: ['city', 'district'], address: [null, 'Via Toledo'] },
      },
      { version: 2, by_id: ID, kind: 'changed', changes: { kind: ['district', 'zone'] } },
      {
        version: 2,
        by_id: null,
        kind: 'removed',
        changes: expect.objectContaining({ kind: ['zone', null] }),
      },
    ]);
  });

  it('is written in the transaction of the change', async () => {
    const before = await database.query(HISTORY);
    const undone = database.transaction(async (tx) => {
      await tx.query(PLACE.replaceAll('Office', 'Undone').replaceAll(ID, ID.replace(/1$/, '2')));
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await database.query(HISTORY)).toEqual(before);
  });

  it('follows every table of records, and every list that has a table of its own', async () => {
    const unfollowed = async (column: string) =>
      database.query(
        `select c.table_name from information_schema.columns c
         left join pg_trigger t on t.tgrelid = c.table_name::regclass and t.tgfoid in ('note_change'::regproc, 'note_creations'::regproc, 'note_list'::regproc)
         where c.table_schema = 'public' and c.column_name = $1 group by 1 having count(t.oid) <> 3`,
        [column],
      );
    // Of what is protected there is no history: the audit tells who wrote it.
    const sealed = [{ table_name: 'merged_profiles' }, { table_name: 'protected_profiles' }];
    // The order of what history tells is itself no list of anything.
    const orders = [{ table_name: 'changes' }];
    expect([await unfollowed('updated_by_id'), await unfollowed('position')]).toEqual([sealed, orders]);
  });
});

describe('a database of two roles', () => {
  let roles: Awaited<ReturnType<typeof openTestRoles>>;
  let application: DataSource;

  beforeAll(async () => {
    roles = await openTestRoles();
    application = new DataSource(dataSourceOptions(roles.applicationUrl, 2));
    await new Database(application, new Violations()).open(roles.migrationUrl);
  });

  afterAll(async () => {
    await application.destroy();
    await roles.drop();
  });

  it('lets the application write records, whose history the database writes', async () => {
    await application.query(PLACE);
    await application.query(
      `update places set kind = 'zone', version = 2, updated_at = now() + interval '1 second'`,
    );
    expect(await application.query(HISTORY)).toMatchObject([
      { kind: 'created', by_id: ID },
      { kind: 'changed', by_id: ID, changes: { kind: ['city', 'zone'] } },
    ]);
  });

  it.each([
    ...REWRITES,
    `insert into history (record_id, table_name, version, at, kind, changes) values ('${ID}', 'places', 9, now(), 'moved', '{}')`,
    `insert into erasures (person_id, at, by_id, reason, redacted, kept) values ('${ID}', now(), '${ID}', '', '[]', '[]')`,
    'alter table history disable trigger all',
    'drop trigger never_rewritten on history',
    'create or replace function refuse_rewriting() returns trigger language sql as $$ select null $$',
    'alter table places disable trigger all',
    'truncate places cascade',
    'delete from migrations',
  ])('denies it the right: %s', async (statement) => {
    await expect(application.query(statement)).rejects.toMatchObject({
      code: '42501',
      message: expect.stringMatching(/^(permission denied|must be owner)/),
    });
  });

  it('opens again, also for several instances at once', async () => {
    const database = new Database(application, new Violations());
    const opened = Promise.all(Array.from({ length: 8 }, () => database.open(roles.migrationUrl)));
    await expect(opened).resolves.toHaveLength(8);
  });

  it('refuses to open where the application owns the tables', async () => {
    const owner = new DataSource(dataSourceOptions(roles.migrationUrl, 2));
    await expect(new Database(owner, new Violations()).open(roles.migrationUrl)).rejects.toThrow(
      /owns \d+ tables/,
    );
    await owner.destroy();
  });
});
