import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { chmod, mkdir, mkdtemp, readFile, readlink, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBinaries } from './binaries.js';
import { query, readPid, settings } from './cluster.fixture.js';
import { type Cluster, startCluster } from './index.js';

const isRoot = process.getuid?.() === 0;

describe('the programs of the embedded Postgres', () => {
  let home: string;
  let cluster: Cluster | undefined;

  beforeEach(async () => {
    home = await realpath(await mkdtemp(join(tmpdir(), 'corteo-home-')));
    await chmod(home, 0o711);
  });

  afterEach(async () => {
    await cluster?.stop();
    cluster = undefined;
    await rm(home, { recursive: true });
  });

  it('are, for root, a copy that another user runs, who has no rights of root', async () => {
    cluster = await startCluster(join(home, 'it/postgres'), { settings, stateFolder: home });
    const pid = await readPid(cluster);
    const status = await readFile(`/proc/${pid}/status`, 'utf8');
    const { postgres, version } = findBinaries();
    expect([
      await readlink(`/proc/${pid}/exe`),
      /^Uid:\t(\d+)/m.exec(status)![1] === '0',
      /^CapEff:\t0*$/m.test(status),
    ]).toEqual([
      isRoot ? join(home, 'programs', version, 'bin/postgres') : await realpath(postgres),
      false,
      true,
    ]);
    expect(await query(cluster, `select 'é' ~* 'É' as folds`)).toEqual([{ folds: true }]);
  }, 30_000);

  it('say in words where the user they run as is not let in', async () => {
    await mkdir(join(home, 'closed'), { mode: 0o700 });
    const folder = join(home, 'closed/postgres');
    const started = startCluster(folder, { settings });
    cluster = isRoot ? undefined : await started;
    const refused = started.then(
      () => '',
      (error: Error) => error.message,
    );
    expect(await refused).toBe(
      isRoot
        ? `The database runs as the user “postgres”, who cannot get into ${folder}. ` +
            'Let that user pass every folder above it (chmod o+x), or move it to where they can, ' +
            'such as /var/lib/corteo, and name that with DATA_FOLDER.'
        : '',
    );
  }, 30_000);
});
