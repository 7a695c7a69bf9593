import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aPerson, anOrganization, named } from '#directory/testing';
import { aProtectedProfile } from '#protected/testing';
import { DataSource } from 'typeorm';
import type { Recorded } from './answer.js';
import type { Client } from './client.js';
import { type Office, openOffice } from './office.js';

const WHY = { 'corteo-reason': 'visa office' };

describe('what a merge has set aside of a person', () => {
  let office: Office;
  let kept: Recorded;
  let from: Recorded;
  let mergeId: string;

  beforeAll(async () => {
    office = await openOffice({ PROTECTED_KEY: Buffer.alloc(32).toString('base64') });
    kept = await office.record('/v1/people', aPerson({ names: named('Sun Zhiming') }));
    from = await office.record(
      '/v1/people',
      aPerson({ names: named('Zhiming Sun'), email: 'sun@example.org' }),
    );
    for (const { at } of [kept, from]) await office.put(`${at}/protected-profile`, aProtectedProfile(), WHY);
    ({
      body: { id: mergeId },
    } = await office.post(`${kept.at}/merge`, { fromId: from.id }));
  });
  afterAll(() => office.close());

  const held = async ({ at }: Recorded, client: Client = office): Promise<Recorded[]> =>
    (await client.get(`${at}/data-export`)).body.records;
  const setAside = (records: readonly Recorded[]): Recorded[] =>
    records.filter(({ fields }) => 'setAsideBy' in fields);
  const profilesSetAside = async (): Promise<number> => {
    const [{ count }] = await office
      .provider(DataSource)
      .query<[{ count: number }]>('select count(*)::integer as count from merged_profiles');
    return count;
  };

  it('is exported: both records as they were, and that there are two profiles, not what these say', async () => {
    const answer = await office.get(`${kept.at}/data-export`);
    const told = setAside(answer.body.records).map(({ kind, id, fields }) => [kind, id, fields.setAsideBy]);
    expect(told.toSorted()).toEqual(
      [
        ['person', kept.id, mergeId],
        ['person', from.id, mergeId],
        ['protected profiles', null, mergeId],
        ['protected profiles', null, mergeId],
      ].toSorted(),
    );
    const [former] = setAside(answer.body.records).filter(({ id }) => id === from.id);
    expect(former!.fields).toMatchObject({ email: 'sun@example.org', names: named('Zhiming Sun') });
    const profiles = answer.body.records.filter(({ kind }: Recorded) => kind === 'protected profiles');
    expect(profiles.map(({ fields }: Recorded) => Object.keys(fields).toSorted())).toEqual([
      ['createdAt', 'createdBy', 'merge', 'person', 'updatedAt', 'updatedBy', 'version'],
      ...[0, 1].map(() => [
        'createdAt',
        'createdBy',
        'person',
        'setAsideBy',
        'updatedAt',
        'updatedBy',
        'version',
      ]),
    ]);
    expect(new Set(answer.body.history.map(({ id }: Recorded) => id))).toEqual(new Set([kept.id, from.id]));
    const subjects = answer.body.audit.map(({ action }: Recorded) => action);
    expect(subjects.filter((action: string) => action === 'protected.written').length).toBe(4);
    const page = await office.get(`${kept.at}/data-export`, { accept: 'text/html' });
    expect(page.text).toContain('<dt>setAsideBy</dt>');
  });

  it('is told to those alone to whom it is told that there is a profile', async () => {
    const protocol = await office.as({ label: 'Protocol', role: 'protocol' });
    const records = await held(kept, protocol);
    expect(records.map(({ kind }) => kind)).toEqual(['person']);
    expect(setAside(records)).toEqual([]);
  });

  it('goes when the person is erased, which is told before', async () => {
    const { body: preview } = await office.get(`${kept.at}/erasure`);
    const losing = preview.loses.filter(({ fields }: Recorded) =>
      fields.some((field: string) => ['everything', 'setAside'].includes(field)),
    );
    expect(losing.map(({ kind, id, fields }: Recorded) => `${kind} ${id} ${fields}`).toSorted()).toEqual(
      [
        `person ${kept.id} setAside`,
        `person ${from.id} setAside`,
        `protected profiles ${kept.id} everything`,
      ].toSorted(),
    );
    expect(preview.stays).toEqual([]);
    expect(await profilesSetAside()).toBe(2);
    expect((await office.post(`${kept.at}/erasure`, { reason: 'on request' })).status).toBe(200);
    expect(await profilesSetAside()).toBe(0);
    expect((await held(kept)).map(({ kind }) => kind)).toEqual(['person']);
  });

  it('is also what merging organizations leaves over, which comes back without what it said', async () => {
    const person = await office.record('/v1/people', aPerson());
    const [university, same] = [
      await office.record('/v1/organizations', anOrganization()),
      await office.record('/v1/organizations', anOrganization()),
    ];
    const position = { since: '2020', title: { en: 'Veluqra' } };
    for (const { id: organizationId } of [university, same])
      await office.post(`${person.at}/positions`, { ...position, organizationId });
    const { body: merge } = await office.post(`${university.at}/merge`, { fromId: same.id });
    const [former, ...others] = setAside(await held(person));
    expect([former!.kind, former!.fields.title, others]).toEqual(['position', position.title, []]);

    expect((await office.post(`${person.at}/erasure`, { reason: 'on request' })).status).toBe(200);
    const steps = await office.provider(DataSource).query<Recorded[]>('select * from merge_steps');
    expect(JSON.stringify(steps)).not.toContain('Veluqra');
    expect((await office.post(`${university.at}/merges/${merge.id}/undo`)).status).toBe(200);
    const { body } = await office.get(person.at);
    expect(body.positions.map(({ title }: Recorded) => title)).toEqual([
      { en: expect.stringMatching(/^\[erased ....\]$/) },
      { en: expect.stringMatching(/^\[erased ....\]$/) },
    ]);
  });
});
