import { randomBytes, randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestDatabase, type TestRoles, openTestDatabase, openTestRoles } from '#platform/testing';
import { openDataSource, dataSourceOptions } from '#platform';
import { DataSource } from 'typeorm';
import { HARD, insertPlace, makeBackups } from './backup.fixture.js';
import { writeBackup } from './backup.js';
import { BackupError } from './error.js';
import { verifyBackup } from './verify.js';
import { restoreBackup } from './restore.js';
import { summarize } from './testing.js';

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

  beforeAll(async () => {
    backups = await makeBackups();
    source = await open();
    ({ dataSource } = await source.connect());
    for (const name of ['Napoli', HARD]) await dataSource.query(...insertPlace(randomUUID(), name));
    const large = randomBytes(3_000_000).toString('hex');
    await dataSource.query(...insertPlace(randomUUID(), 'Capri', large));
    await dataSource.query(`update places set parent_id = (select id from places where address = 'Napoli')
      where address <> 'Napoli'`);
    file = await backups.write(source.url, 'whole.tar.gz');
  });

  afterAll(async () => {
    for (const one of opened) await one.drop();
    await backups.drop();
  });

  it('holds everything: restored into an empty database, it makes the same one', async () => {
    const target = await open();
    await restoreBackup(target, file);
    expect(await summarize(target.url)).toEqual(await summarize(source.url));
  });

  it('goes into a database without any tables, whose application gets its rights and no more', async () => {
    const roles: TestRoles = await openTestRoles();
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
    await expect(restoreBackup(target, file)).rejects.toMatchObject({
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
    await restoreBackup(target, of);
    const rows = (lines: string[]): string[] =>
      lines.filter((line) => !line.startsWith('sequence migrations_id_seq'));
    expect(rows(await summarize(target.url))).toEqual(rows(await summarize(old.url)));
  });

  it('that is damaged is refused at its end, too, and nothing has happened', async () => {
    const target = await open();
    const before = await summarize(target.url);
    const bytes = await readFile(file);
    const wounded = backups.path('wounded.tar.gz');
    for (const at of [bytes.length - 6, bytes.length >> 1, 40_000]) {
      await writeFile(wounded, bytes.with(at, bytes[at]! ^ 1));
      await expect(restoreBackup(target, wounded)).rejects.toThrow(BackupError);
    }
    await writeFile(wounded, bytes.subarray(0, -12));
    await expect(restoreBackup(target, wounded)).rejects.toMatchObject({
      message: `${wounded} cannot be used. It is damaged or cut short: unexpected end of file.`,
    });
    expect(await summarize(target.url)).toEqual(before);
  });
});
