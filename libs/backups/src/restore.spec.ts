import { randomBytes, randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestDatabase, command, openTestDatabase, openTestRoles } from '#platform/testing';
import { openDataSource, dataSourceOptions } from '#platform';
import { DataSource } from 'typeorm';
import { HARD, insertPlace, makeBackups } from './backup.fixture.js';
import { writeBackup } from './backup.js';
import { BackupError } from './error.js';
import { verifyBackup } from './verify.js';
import { restoreBackup } from './restore.js';
import { summarize } from './testing.js';

/** Keeps a piece of a document, with the document where it is the first. */
const KEEP_PIECE = `
  with kept as (
    insert into documents (checksum, media_type, size, created_at) values ($1, 'image/png', 131072, now())
    on conflict (checksum) do nothing)
  insert into document_pieces (checksum, number, bytes) values ($1, $2, $3)`;

describe('a backup', () => {
  let backups: Awaited<ReturnType<typeof makeBackups>>;
  let source: TestDatabase;
  let dataSource: DataSource;
  let file: string;
  const opened: { drop(): Promise<void> }[] = [];

  const open = async (): Promise<TestDatabase> => {
    const test = await openTestDatabase();
    opened.push(test);
    return test;
  };

  const restore = ({ applicationUrl: url, migrationUrl }: TestDatabase, from: string) =>
    restoreBackup({ url, migrationUrl }, from);

  const refusalOf = async (place: TestDatabase, refused: string): Promise<string> =>
    restore(place, refused).then(
      () => 'none',
      ({ message }: Error) => message.replace(`${refused} cannot be used. `, ''),
    );

  beforeAll(async () => {
    backups = await makeBackups();
    source = await open();
    ({ dataSource } = await source.connect());
    for (const name of ['Napoli', HARD]) await dataSource.query(...insertPlace(randomUUID(), name));
    const large = randomBytes(3_000_000).toString('hex');
    await dataSource.query(...insertPlace(randomUUID(), 'Capri', large));
    await dataSource.query(`update places set parent_id = (select id from places where address = 'Napoli')
      where address <> 'Napoli'`);
    for (const number of [0, 1])
      await dataSource.query(KEEP_PIECE, ['0'.repeat(64), number, randomBytes(65_536)]);
    file = await backups.write(source.url, 'whole.tar.gz');
  });

  afterAll(async () => {
    await Promise.all(opened.map((one) => one.drop()));
    await backups.drop();
  }, 60_000);

  it('holds everything: restored into an empty database, it makes the same one', async () => {
    const target = await open();
    // A server has started on it before.
    await command(target.url, `insert into time_zone_data (version) values ('2020a')`);
    await restore(target, file);
    expect(await summarize(target.url)).toEqual(await summarize(source.url));
  });

  it('goes into a database without any tables, whose application gets its rights and no more', async () => {
    const roles = await openTestRoles();
    opened.push(roles);
    const place = { url: roles.applicationUrl, migrationUrl: roles.migrationUrl };
    await restoreBackup(place, file);
    expect(await summarize(roles.migrationUrl)).toEqual(await summarize(source.url));
    const application = await new DataSource(dataSourceOptions(roles.applicationUrl, 1)).initialize();
    await application.query(...insertPlace(randomUUID(), 'Roma'));
    await expect(application.query('delete from history')).rejects.toMatchObject({ code: '42501' });
    await application.destroy();
    await writeBackup(place, { file: backups.path('of-two-roles.tar.gz'), at: new Date() });
    expect(
      (await verifyBackup(backups.path('of-two-roles.tar.gz'))).tables.map(({ rows }) => rows),
    ).toContain(4);
  });

  it('is refused by a database that is not empty, which stays as it is', async () => {
    const target = await open();
    const { dataSource: other } = await target.connect();
    await other.query(...insertPlace(randomUUID(), 'Torino'));
    const before = await summarize(target.url);
    await expect(restore(target, file)).rejects.toMatchObject({
      message: `${file} cannot be used. The database is not empty: it has rows in places. A backup is restored into an empty one; name another by DATABASE_URL or DATA_FOLDER.`,
    });
    expect(await summarize(target.url)).toEqual(before);
  });

  it.each([1, 12])('of a schema %i migrations older is brought up to date', async (undone) => {
    const old = await open();
    const { dataSource: older } = await old.connect();
    await older.query(...insertPlace(randomUUID(), 'Napoli'));
    await older.query(...insertPlace(randomUUID(), HARD));
    for (let n = 0; n < undone; n++) await older.undoLastMigration();
    const of = await backups.write(old.url, `older-${undone}.tar.gz`);
    await openDataSource(older);
    const target = await open();
    await restore(target, of);
    // A schema that had no key of cursors gets one of its own, and what is restored in one transaction is stamped once.
    const rows = (lines: string[]): string[] =>
      lines.filter(
        (line) => !/^(?:sequence migrations_id_seq|rows cursor_keys|rows change_stamps)/.test(line),
      );
    expect(rows(await summarize(target.url))).toEqual(rows(await summarize(old.url)));
  });

  it('is of one instant, however many others write meanwhile', async () => {
    const written = await open();
    const { dataSource: writer } = await written.connect();
    const end = new AbortController();
    const writePairs = async (): Promise<void> => {
      while (!end.signal.aborted)
        await writer.transaction(async (tx) => {
          const name = randomUUID();
          await tx.query(...insertPlace(randomUUID(), name));
          await tx.query(...insertPlace(randomUUID(), name));
          await tx.query(`update places set version = 2, kind = 'zone' where address = $1`, [name]);
        });
    };
    const writers = [writePairs(), writePairs(), writePairs()];
    const made: string[] = [];
    for (const name of ['first', 'second', 'third'])
      made.push(await backups.write(written.url, `${name}.tar.gz`));
    end.abort();
    await Promise.all(writers);
    const target = await open();
    await restore(target, made[2]!);
    const { dataSource: restored } = await target.connect();
    const halves = await restored.query(
      `select address from places p group by address having count(*) <> 2
       or (select count(*) from history h where h.record_id = any (array_agg(p.id))) <> 4`,
    );
    expect(halves).toEqual([]);
    const [places] = await restored.query<[{ count: string }]>('select count(*) from places');
    expect(Number(places.count)).toBeGreaterThan(2);
    const again = await backups.write(target.url, 'again.tar.gz');
    const [one, other] = [await verifyBackup(made[2]!), await verifyBackup(again)];
    expect(other.tables).toEqual(one.tables);
  });

  it('of a newer version is refused, as is one of a version that nobody knows', async () => {
    const target = await open();
    const before = await summarize(target.url);
    const newer = await open();
    const { dataSource: migrated } = await newer.connect();
    const refusals: string[] = [];
    for (const statement of [
      `insert into migrations (timestamp, name) values (57, 'gifts0000000000057')`,
      `update migrations set name = 'presents0000000000003' where id = 3`,
    ]) {
      await migrated.query(statement);
      const of = await backups.write(newer.url, `newer-${refusals.length}.tar.gz`);
      refusals.push(await refusalOf(target, of));
    }
    expect(refusals).toEqual([
      'It was made by a newer version of Corteo, whose tables go up to “gifts0000000000057”. Restore it with that version.',
      'It was made by an unreleased version of Corteo, whose tables this one does not know.',
    ]);
    expect(await summarize(target.url)).toEqual(before);
  });

  it('of tables that do not fit is refused, before and after their rows are in', async () => {
    const target = await open();
    const before = await summarize(target.url);
    const odd = await open();
    const { dataSource: altered } = await odd.connect();
    await altered.query(...insertPlace(randomUUID(), 'Napoli'));
    const refusals: string[] = [];
    for (const statement of [
      'alter table topics add column colour text',
      `alter table topics drop column colour;
       alter table places drop constraint places_created_by_id_fkey;
       alter table places disable trigger user;
       update places set created_by_id = gen_random_uuid()`,
    ]) {
      await altered.query(statement);
      const of = await backups.write(odd.url, `odd-${refusals.length}.tar.gz`);
      refusals.push(await refusalOf(target, of));
    }
    expect(refusals).toEqual([
      expect.stringMatching(/^It does not fit the schema of its version: topics \(.*colour.*\)\.$/),
      'The database does not take it in: insert or update on table "places" violates foreign key constraint "places_created_by_id_fkey".',
    ]);
    expect(await summarize(target.url)).toEqual(before);
  });

  it('is not made of a database without any tables of ours', async () => {
    const roles = await openTestRoles();
    opened.push(roles);
    await expect(backups.write(roles.migrationUrl, 'nothing.tar.gz')).rejects.toThrow(
      'There is nothing to back up: this database holds no tables of Corteo.',
    );
  });

  it('that is damaged is refused at its end, too, and nothing has happened', async () => {
    const target = await open();
    const before = await summarize(target.url);
    const bytes = await readFile(await backups.write(target.url, 'small.tar.gz'));
    const wounded = backups.path('wounded.tar.gz');
    for (const at of [bytes.length - 6, bytes.length >> 1]) {
      await writeFile(wounded, bytes.with(at, bytes[at]! ^ 1));
      await expect(restore(target, wounded)).rejects.toThrow(BackupError);
    }
    await writeFile(wounded, bytes.subarray(0, -12));
    await expect(restore(target, wounded)).rejects.toMatchObject({
      message: `${wounded} cannot be used. It is damaged or cut short: unexpected end of file.`,
    });
    expect(await summarize(target.url)).toEqual(before);
  });
});
