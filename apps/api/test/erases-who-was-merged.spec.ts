import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aPerson, anOrganization, named } from '#directory/testing';
import { aParticipation } from '#participants/testing';
import pg from 'pg';
import type { Recorded } from './answer.js';
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

  it('is found by what the merge had set aside, also in what other merges keep', async () => {
    const person = await office.record('/v1/people', {
      names: named('Ada One'),
      email: 'qoxzia@example.org',
    });
    const from = await office.record('/v1/people', {
      names: named('Ada Qoxzimark'),
      familyName: 'Qoxzimark',
      email: 'qoxzib@example.org',
    });
    const take = { email: 'from' };
    expect((await office.post(`${person.at}/merge`, { fromId: from.id, take })).status).toBe(200);
    const texts = ['qoxzia@example.org', 'qoxzib@example.org', 'Ada\nQoxzimark', 'Mrs Qoxzimark'];
    const merged = [];
    for (const text of texts) {
      const kept = await office.record('/v1/topics', { names: named('Drones'), notes: { en: text } });
      const other = await office.record('/v1/topics', { names: named('Drones'), notes: { en: 'None' } });
      const { body } = await office.post(`${kept.at}/merge`, { fromId: other.id, take: { notes: 'from' } });
      merged.push({ kept, undo: `${kept.at}/merges/${body.id}/undo` });
    }
    const { mentions } = (await office.get(`${person.at}/erasure`)).body;
    const found = mentions.map(({ id, field, certain }: Recorded) => [id, field, certain]);
    const expected = merged.map(({ kept }, place) => [kept.id, 'notes', place < 3]);
    expect(found.toSorted()).toEqual(expected.toSorted());
    const redact = mentions.map(({ kind, id, field }: Recorded) => ({ kind, id, field }));
    const erased = await office.post(`${person.at}/erasure`, { reason: 'asked for it', redact });
    expect(erased.status).toBe(200);
    expect(await rowsWithMark(office.migrationUrl)).toEqual([]);
    for (const { undo } of merged) expect((await office.post(undo)).body.code).toBe('merge.forgotten');
  });

  it('is taken out of what other merges have moved, and these are undone all the same', async () => {
    const person = await office.record('/v1/people', { names: named('Veluqra Qoxzimark') });
    const [kept, from] = [
      await office.record('/v1/organizations', anOrganization()),
      await office.record('/v1/organizations', anOrganization()),
    ];
    const visit = await office.record('/v1/visits', {
      names: named('Visit'),
      participants: [
        { ...aParticipation({ organizationId: from.id }), onBehalfOf: { en: 'Veluqra Qoxzimark' } },
      ],
    });
    const { body: merge } = await office.post(`${kept.at}/merge`, { fromId: from.id });
    const [participant] = visit.participants as Recorded[];
    const redact = [{ kind: 'participation', id: participant!.id, field: 'onBehalfOf' }];
    const erased = await office.post(`${person.at}/erasure`, { reason: 'asked for it', redact });
    expect(erased.status).toBe(200);
    expect((await office.post(`${kept.at}/merges/${merge.id}/undo`)).status).toBe(200);
    const { body } = await office.get(`${visit.at}/participants/${participant!.id}`);
    expect([body.organization.id, body.onBehalfOf]).toEqual([from.id, { en: '█████████████████' }]);
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
