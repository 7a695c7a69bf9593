import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { appendFile, mkdtemp, realpath, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { claimCluster } from './claim.js';
import { query, readPid, settings, takePortFrom } from './cluster.fixture.js';
import { SupervisedCluster, findCluster } from './index.js';
import { LOG_BYTES, boundLog } from './log.js';

async function waitUntil(isSo: () => boolean): Promise<void> {
  while (!isSo()) await sleep(50);
}

describe('an embedded Postgres that is looked after', () => {
  let folder: string;
  let cluster: SupervisedCluster;

  beforeAll(async () => {
    jest.spyOn(Logger.prototype, 'warn').mockReturnValue();
    jest.spyOn(Logger.prototype, 'error').mockReturnValue();
    jest.spyOn(Logger.prototype, 'log').mockReturnValue();
    folder = await realpath(await mkdtemp(join(tmpdir(), 'corteo-watched-')));
    cluster = await SupervisedCluster.start(folder, { settings });
  }, 30_000);

  afterAll(async () => {
    await cluster.stop();
    await rm(folder, { recursive: true });
    jest.restoreAllMocks();
  });

  it('is started again after its main process was killed, also at another port, with its data and its claim', async () => {
    await query(cluster, `create table place as select 'Guiyang' as name`);
    const before = cluster.url;
    const followed: string[] = [];
    cluster.onReturn((url) => followed.push(url));
    const squatter = await takePortFrom(cluster);
    await waitUntil(() => cluster.isUp && cluster.url !== before);
    squatter.close();
    expect([cluster.isLost, followed.at(-1), followed.length]).toEqual([
      false,
      cluster.url,
      cluster.restarts,
    ]);
    expect(await query(cluster, 'select name from place')).toEqual([{ name: 'Guiyang' }]);
    await expect(claimCluster(cluster.url, folder)).rejects.toThrow('Corteo is already running on');
  });

  it('is claimed again where only the connection of the claim was cut', async () => {
    const { restarts } = cluster;
    await query(
      cluster,
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'corteo-claim'`,
    );
    await waitUntil(() => cluster.restarts === restarts + 1);
    await expect(claimCluster(cluster.url, folder)).rejects.toThrow('Corteo is already running on');
  });

  it('is lost, and no empty one stands in for it, where its data are gone, until they are back', async () => {
    const pid = await readPid(cluster);
    await rename(join(folder, 'data'), join(folder, 'away'));
    process.kill(pid, 'SIGKILL');
    await waitUntil(() => cluster.isLost);
    expect(cluster.isUp).toBe(false);
    await rename(join(folder, 'away'), join(folder, 'data'));
    await waitUntil(() => cluster.isUp);
    expect(cluster.isLost).toBe(false);
  });

  it('writes a log that is put aside once, and no longer than that', async () => {
    const log = join(folder, 'postgres.log');
    await boundLog(log);
    await expect(stat(`${log}.1`)).rejects.toMatchObject({ code: 'ENOENT' });
    for (const times of [1, 2, 3]) {
      await appendFile(log, 'x'.repeat(LOG_BYTES + times));
      await boundLog(log);
    }
    const sizes = await Promise.all([log, `${log}.1`].map(async (file) => (await stat(file)).size));
    expect(sizes).toEqual([0, LOG_BYTES + 3]);
  });

  it('is lost to who has claimed it meanwhile, and is not stopped for them', async () => {
    await query(
      cluster,
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'corteo-claim'`,
    );
    const giveUp = await claimCluster(cluster.url, folder);
    await waitUntil(() => cluster.isLost);
    await cluster.stop();
    const other = await findCluster(folder);
    expect(other?.url).toBe(cluster.url);
    await giveUp();
  });

  it('is not started again once it was stopped', async () => {
    cluster = await SupervisedCluster.start(folder, { settings });
    await cluster.stop();
    await sleep(1000);
    expect([await findCluster(folder), cluster.restarts]).toEqual([null, 0]);
  });
});
