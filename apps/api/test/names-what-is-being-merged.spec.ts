import { randomUUIDv7 } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aPerson, anOrganization } from '#directory/testing';
import { OFFICE } from '#identity';
import { DataSource, type QueryRunner } from 'typeorm';
import type { Answer, Recorded } from './answer.js';
import { type Office, openOffice } from './office.js';

const LINKS = '/v1/calendar-links';
const WAITING = `select count(*)::integer as count from pg_stat_activity
  where wait_event_type = 'Lock' and datname = current_database()`;
const aLink = (subject: object): object => ({
  subject,
  audience: 'internal',
  languages: ['en'],
  label: 'Telephone',
});

describe('whoever names a record while it is merged', () => {
  let office: Office;
  let branch: Office;
  let merging: QueryRunner;
  let kept: Recorded;
  let from: Recorded;

  beforeAll(async () => {
    office = await openOffice();
    branch = await office.openAnother();
    merging = office.provider(DataSource).createQueryRunner();
  });
  beforeEach(async () => {
    kept = await office.record('/v1/organizations', anOrganization());
    from = await office.record('/v1/organizations', anOrganization());
  });
  afterAll(async () => {
    await merging.release();
    await branch.close();
    await office.close();
  });

  const aPartner = (): object => ({
    label: 'Partner',
    role: 'partner',
    organizationIds: [from.id],
  });

  /** Sends a request while one record is merged into another on another connection, which ends once the request waits. */
  async function whileMerging(
    table: string,
    [into, former]: [Recorded, Recorded],
    send: () => Promise<Answer>,
  ) {
    await merging.startTransaction();
    await merging.query(`select from ${table} where id in ($1, $2) order by id for update`, [
      into.id,
      former.id,
    ]);
    await merging.query(`select public.merge_records($1, $2, $3, $4, '{}', '{}', now(), $5)`, [
      randomUUIDv7(),
      table,
      former.id,
      into.id,
      OFFICE.actor!.id,
    ]);
    const answer = send();
    await untilSomebodyWaits();
    await merging.commitTransaction();
    return answer;
  }

  async function untilSomebodyWaits(): Promise<void> {
    for (let time = 0; time < 100; time++) {
      const [{ count }] = await office.provider(DataSource).query<[{ count: number }]>(WAITING);
      if (count > 0) return;
      await new Promise((done) => setTimeout(done, 20));
    }
    throw new Error('Nobody waits.');
  }

  it('for a token is told what became of it', async () => {
    const { status, body } = await whileMerging('organizations', [kept, from], () =>
      branch.post('/v1/tokens', aPartner()),
    );
    expect([status, body.errors]).toEqual([
      400,
      [
        {
          pointer: '/organizationIds/0',
          detail: `The organization ${from.id} was merged into ${kept.id}; name that one.`,
          code: 'merged-reference',
        },
      ],
    ]);
  });

  it('for a token that there is, too', async () => {
    const other = await office.record('/v1/organizations', anOrganization());
    const { body: token } = await office.post('/v1/tokens', { ...aPartner(), organizationIds: [other.id] });
    const { status, body } = await whileMerging('organizations', [kept, from], () =>
      branch.patch(`/v1/tokens/${token.id}`, { organizationIds: [from.id] }),
    );
    expect([status, body.errors[0].code]).toEqual([400, 'merged-reference']);
  });

  it('for a calendar by the rights of a partner, has it for the one that it became', async () => {
    const { body: made } = await office.post('/v1/tokens', aPartner());
    const partner = branch.by(made.token);
    expect((await partner.get('/v1/me')).body.organizationIds).toEqual([from.id]);
    const { status, body } = await whileMerging('organizations', [kept, from], () =>
      partner.post(LINKS, aLink({ kind: 'office' })),
    );
    expect(status).toBe(201);
    expect(await organizationsOf(body.id)).toEqual([kept.id]);
  });

  it('for a calendar about it, is refused', async () => {
    const people: [Recorded, Recorded] = [
      await office.record('/v1/people', aPerson()),
      await office.record('/v1/people', aPerson()),
    ];
    const { status, body } = await whileMerging('people', people, () =>
      branch.post(LINKS, aLink({ kind: 'person', id: people[1].id })),
    );
    expect([status, body.errors[0].pointer, body.errors[0].code]).toEqual([
      400,
      '/subject/id',
      'merged-reference',
    ]);
    const [{ count }] = await office
      .provider(DataSource)
      .query<[{ count: number }]>(
        'select count(*)::integer as count from calendar_links where subject_id = $1',
        [people[1].id],
      );
    expect(count).toBe(0);
  });

  it('has their rights for what it became with the next request to the same instance', async () => {
    const { body: made } = await office.post('/v1/tokens', aPartner());
    const partner = office.by(made.token);
    const organizations = async (): Promise<string[]> => (await partner.get('/v1/me')).body.organizationIds;
    expect(await organizations()).toEqual([from.id]);
    const { body: merge } = await office.post(`${kept.at}/merge`, { fromId: from.id });
    expect(await organizations()).toEqual([kept.id]);
    await office.post(`${kept.at}/merges/${merge.id}/undo`);
    expect(await organizations()).toEqual([from.id]);
  });

  it('has their rights for what it became at once, and for itself when it is apart again', async () => {
    const { body: made } = await office.post('/v1/tokens', aPartner());
    const partner = branch.by(made.token);
    const organizations = async (): Promise<string[]> => (await partner.get('/v1/me')).body.organizationIds;
    expect(await organizations()).toEqual([from.id]);
    const { body: merge } = await office.post(`${kept.at}/merge`, { fromId: from.id });
    await heard();
    expect(await organizations()).toEqual([kept.id]);
    await office.post(`${kept.at}/merges/${merge.id}/undo`);
    await heard();
    expect(await organizations()).toEqual([from.id]);
  });

  /** Other instances hear of a token within a second. */
  const heard = (): Promise<void> => new Promise((done) => setTimeout(done, 500));

  async function organizationsOf(link: string): Promise<string[]> {
    const [{ ids }] = await office
      .provider(DataSource)
      .query<[{ ids: string[] }]>('select organization_ids as ids from calendar_links where id = $1', [link]);
    return ids;
  }
});
