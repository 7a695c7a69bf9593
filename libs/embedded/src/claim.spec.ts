import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestDatabase, openTestDatabase } from '#platform/testing';
import { claimCluster, ClusterClaimedError, stopUnclaimed } from './claim.js';

describe('a claimed cluster', () => {
  let test: TestDatabase;

  beforeAll(async () => {
    test = await openTestDatabase();
  });
  afterAll(() => test.drop());

  it('is refused to everybody else until the claim is given up', async () => {
    const giveUp = await claimCluster(test.url, 'var/postgres');
    await expect(claimCluster(test.url, 'var/postgres')).rejects.toThrow(
      new ClusterClaimedError(
        'Corteo is already running on var/postgres. ' +
          'Stop it first, or set DATA_FOLDER or DATABASE_URL for a second one.',
      ),
    );
    await giveUp();
    const giveUpAgain = await claimCluster(test.url, 'var/postgres');
    await giveUpAgain();
  });

  it('is stopped by nobody else', async () => {
    let stops = 0;
    const stop = async (): Promise<void> => void stops++;
    const { url, migrationUrl } = test;
    const cluster = { url, migrationUrl, adminUrl: url, folder: 'var/postgres', stop };
    const giveUp = await claimCluster(url, 'var/postgres');
    await stopUnclaimed(cluster);
    expect(stops).toBe(0);
    await giveUp();
    await stopUnclaimed(cluster);
    expect(stops).toBe(1);
  });
});
