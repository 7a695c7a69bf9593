import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestDatabase, openTestDatabase } from '#platform/testing';
import { claimCluster, ClusterClaimedError } from './claim.js';

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
});
