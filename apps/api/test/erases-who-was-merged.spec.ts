import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aPerson, anOrganization, named } from '#directory/testing';
import pg from 'pg';
import { type Office, openOffice } from './office.js';

const MARK = /qoxzi/i;

describe('a person into whom another was merged', () => {
  let office: Office;

  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office.close());

  it('is erased with all that the merge had kept, which cannot be undone any more', async () => {
    const { id: organizationId } = await office.record('/v1/organizations', anOrganization());
    const held = { organizationId, since: '2020', title: { en: 'Rector' } };
    const kept = await office.record(
      '/v1/people',
      aPerson({ names: named('Veluqra Qoxzimark'), positions: [held] }),
    );
    const from = await office.record(
      '/v1/people',
      aPerson({
        names: named('Qoxzimark the younger'),
        email: 'qoxzi@example.org',
        positions: [{ ...held, onBehalfOf: null }],
      }),
    );
    const { body: former } = await office.get(from.at);
    const [position] = former.positions as { id: string }[];
    const at = `${from.at}/positions/${position!.id}`;
    await office.patch(at, { notes: { en: 'Qoxzi asked for it' } }, { 'if-match': '*' });
    const { body: merge } = await office.post(`${kept.at}/merge`, { fromId: from.id });
    expect((await office.get(at)).status).toBe(308);

    const erased = await office.post(`${kept.at}/erasure`, { reason: 'asked for it' });
    expect(erased.status).toBe(200);
    expect(await rowsWithMark(office.migrationUrl)).toEqual([]);
    const refused = await office.post(`${kept.at}/merges/${merge.id}/undo`);
    expect([refused.status, refused.body.code]).toEqual([409, 'merge.forgotten']);
    expect((await office.get(from.at)).headers.location).toBe(kept.at);
    const again = await office.record('/v1/people', aPerson());
    expect((await office.post(`${kept.at}/merge`, { fromId: again.id })).body.code).toBe('merge.erased');
  });
});

/** Where the mark stands in any row of any table. */
async function rowsWithMark(url: string): Promise<string[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`,
    );
    const each = tables.map(
      ({ name }) => `select '${name}' as name, t::text as line from public."${name}" t`,
    );
    const { rows } = await client.query<{ name: string; line: string }>(each.join(' union all '));
    return rows.filter(({ line }) => MARK.test(line)).map(({ name, line }) => `${name} ${line}`);
  } finally {
    await client.end();
  }
}
