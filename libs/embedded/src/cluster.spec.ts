import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import {
  killPostmaster,
  listenOn,
  query,
  readPid,
  settings,
  spawnAs,
  startElsewhere,
} from './cluster.fixture.js';
import { type Cluster, findCluster, startCluster } from './index.js';

async function rememberPlace(cluster: Cluster, name: string): Promise<void> {
  await query(cluster, `drop table if exists place; create table place as select '${name}' as name`);
}

const remembered = async (cluster: Cluster) => await query(cluster, 'select name from place');

describe('the embedded Postgres', () => {
  let folder: string;
  let cluster: Cluster;

  beforeAll(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), 'corteo 数据 ')));
  });

  beforeEach(async () => {
    cluster = await startCluster(folder, { settings });
  }, 20_000);

  afterAll(async () => {
    await (await findCluster(folder))?.stop();
    await rm(folder, { recursive: true });
  });

  describe('as a database', () => {
    it('speaks UTF-8 and UTC, whatever the language of the machine', async () => {
      expect(
        await query(
          cluster,
          `select current_database() as database, current_setting('server_encoding') as encoding,
             current_setting('TimeZone') as zone, current_setting('lc_messages') as messages,
             lower('È') as lower, '贵阳' as name`,
        ),
      ).toEqual([
        { database: 'corteo', encoding: 'UTF8', zone: 'UTC', messages: 'C.UTF-8', lower: 'è', name: '贵阳' },
      ]);
    });

    it('has the extensions for search and for exclusion, also for Chinese', async () => {
      await query(
        cluster,
        `create extension if not exists pg_trgm; create extension if not exists btree_gist;
         create extension if not exists unaccent`,
      );
      expect(
        await query(cluster, `select show_trgm('北京') <> '{}' as split, unaccent('è') as plain`),
      ).toEqual([{ split: true, plain: 'e' }]);
    });

    it('takes the settings it was started with', async () => {
      expect(
        await query(
          cluster,
          `select current_setting('fsync') as fsync, current_setting('shared_buffers') as buffers,
             current_setting('max_connections') as connections`,
        ),
      ).toEqual([{ fsync: 'off', buffers: '128MB', connections: '100' }]);
    });
  });

  describe('as a guest of the machine', () => {
    it('listens on the loopback address only, and on no Unix socket', async () => {
      expect(
        await query(
          cluster,
          `select current_setting('listen_addresses') as addresses,
             current_setting('unix_socket_directories') as sockets`,
        ),
      ).toEqual([{ addresses: '127.0.0.1', sockets: '' }]);
    });

    it('refuses a wrong password', async () => {
      const stranger = { ...cluster, adminUrl: cluster.adminUrl.replace(/:[0-9a-f]+@/, ':0@') };
      await expect(query(stranger, 'select 1')).rejects.toMatchObject({ code: '28P01' });
    });

    it('keeps the password where only its owner reads it, and on no command line', async () => {
      expect((await stat(join(folder, 'connection.json'))).mode & 0o777).toBe(0o600);
      const urls = [cluster.url, cluster.migrationUrl, cluster.adminUrl];
      const passwords = urls.map((url) => new URL(url).password);
      expect(new Set(passwords).size).toBe(3);
      const { stdout } = await promisify(execFile)('ps', ['-eww', '-o', 'args']);
      expect(passwords.filter((password) => stdout.includes(password))).toEqual([]);
    });

    it('stands apart from the terminal, whose Ctrl-C must not reach it', async () => {
      const { stdout } = await promisify(execFile)('ps', [
        '-o',
        'pgid=,sid=',
        '-p',
        `${await readPid(cluster)}`,
      ]);
      const pid = await readPid(cluster);
      expect(stdout.trim().split(/\s+/).map(Number)).toEqual([pid, pid]);
    });
  });

  describe('when it runs already', () => {
    it('is adopted', async () => {
      const pid = await readPid(cluster);
      const again = await startCluster(folder, { settings });
      expect([again.url, await readPid(again)]).toEqual([cluster.url, pid]);
    });

    it('is found, from a folder path of any form', async () => {
      expect((await findCluster(join(folder, '..', basename(folder), '.')))?.url).toBe(cluster.url);
    });

    it('outlives the killed process that started it', async () => {
      await cluster.stop();
      const { child, url } = await startElsewhere(folder);
      child.kill('SIGKILL');
      await once(child, 'exit');
      expect((await startCluster(folder)).url).toBe(url);
    });
  });

  describe('after an accident', () => {
    it('recovers what was committed before its main process was killed', async () => {
      await rememberPlace(cluster, 'Guiyang');
      await killPostmaster(cluster);
      expect(await findCluster(folder)).toBeNull();
      cluster = await startCluster(folder, { settings });
      expect(await remembered(cluster)).toEqual([{ name: 'Guiyang' }]);
    });

    it('starts although its old process id belongs to another program by now', async () => {
      const pidFile = join(folder, 'data', 'postmaster.pid');
      const left = await readFile(pidFile, 'utf8');
      await cluster.stop();
      const other = spawnAs(await stat(join(folder, 'data')));
      await writeFile(pidFile, left.replace(/^\d+/, `${other.pid}`));
      expect(await findCluster(folder)).toBeNull();
      expect((await startCluster(folder, { settings })).url).toBe(cluster.url);
      other.kill();
    });

    it('moves to another port where its own is taken, and stays there', async () => {
      const { port } = new URL(cluster.url);
      await cluster.stop();
      const squatter = await listenOn(Number(port));
      const moved = await startCluster(folder, { settings });
      squatter.close();
      expect(new URL(moved.url).port).not.toBe(port);
      await moved.stop();
      expect((await startCluster(folder, { settings })).url).toBe(moved.url);
    });

    it('gets a new password where connection.json was lost, and keeps its data', async () => {
      await rememberPlace(cluster, 'Naples');
      await rm(join(folder, 'connection.json'));
      cluster = await startCluster(folder, { settings });
      expect(await remembered(cluster)).toEqual([{ name: 'Naples' }]);
    });
  });

  describe('when stopped', () => {
    it('is not found any more, and stopping again does no harm', async () => {
      await cluster.stop();
      await cluster.stop();
      expect(await findCluster(folder)).toBeNull();
    });
  });
});
