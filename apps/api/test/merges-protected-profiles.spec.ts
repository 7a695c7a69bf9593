import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aPerson } from '#directory/testing';
import { OFFICE } from '#identity';
import { KeyRotation, ProfileRetention } from '#protected';
import { aProtectedProfile } from '#protected/testing';
import { DataSource } from 'typeorm';
import type { Answer, Recorded } from './answer.js';
import type { Client } from './client.js';
import { type Office, openOffice } from './office.js';

const WHY = { 'corteo-reason': 'visa office' };
const aKey = (): string => randomBytes(32).toString('base64');

describe('people with protected profiles', () => {
  let office: Office;
  let folder: string;
  let keys: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'corteo-'));
    keys = join(folder, 'keys');
    await writeFile(keys, aKey(), { mode: 0o600 });
    office = await openOffice({ PROTECTED_KEY_FILE: keys });
  });
  afterAll(async () => {
    await office.close();
    await rm(folder, { recursive: true });
  });

  const profileAt = ({ at }: Recorded): string => `${at}/protected-profile`;
  const write = (person: Recorded, values: object, headers: object = {}) =>
    office.put(profileAt(person), values, { ...WHY, ...headers });
  const readProfile = (person: Recorded): Promise<Answer> => office.get(profileAt(person), WHY);
  const merge = (kept: Recorded, from: Recorded, take: object = {}, client: Client = office) =>
    client.post(`${kept.at}/merge`, { fromId: from.id, take });
  const undo = (kept: Recorded, { body }: Answer, client: Client = office) =>
    client.post(`${kept.at}/merges/${body.id}/undo`);
  const setAside = async (): Promise<number> => {
    const [{ count }] = await office
      .provider(DataSource)
      .query<[{ count: number }]>('select count(*)::integer as count from merged_profiles');
    return count;
  };

  /** Two records of one person, with the profiles that are given. */
  async function recordTwice(
    keptSays: object | null,
    fromSays: object | null,
  ): Promise<[Recorded, Recorded]> {
    const both: [Recorded, Recorded] = [
      await office.record('/v1/people', aPerson()),
      await office.record('/v1/people', aPerson()),
    ];
    if (keptSays) await write(both[0], keptSays);
    if (fromSays) await write(both[1], fromSays);
    return both;
  }

  async function values(person: Recorded): Promise<object> {
    const { body } = await readProfile(person);
    const { passport, birthDate, visa, dietary, medical, emergencyContact, notes } = body;
    return { passport, birthDate, visa, dietary, medical, emergencyContact, notes };
  }

  it('are merged with what is known of the one alone, which belongs to the other since, until it is undone', async () => {
    const [kept, from] = await recordTwice(null, aProtectedProfile());
    const { body: before } = await readProfile(from);
    const merged = await merge(kept, from);
    expect(merged.status).toBe(200);
    const { body: after } = await readProfile(kept);
    expect(after).toEqual({ ...before, person: { id: kept.id, name: kept.name }, version: 1 });
    expect((await readProfile(from)).status).toBe(308);

    expect((await undo(kept, merged)).status).toBe(200);
    expect((await readProfile(kept)).body.code).toBe('protected.unknown');
    expect((await readProfile(from)).body).toEqual({ ...before, version: 2 });
    expect(await setAside()).toBe(0);
  });

  it('are left alone where only the one who is kept has a profile', async () => {
    const [kept, from] = await recordTwice(aProtectedProfile(), null);
    const organizer = await office.as({ label: 'Organizer', role: 'organizer' });
    const merged = await merge(kept, from, {}, organizer);
    expect([merged.status, (await readProfile(kept)).body.version]).toEqual([200, 1]);
    expect((await undo(kept, merged, organizer)).status).toBe(200);
    expect(await values(kept)).toEqual(aProtectedProfile());
  });

  it('are united with what only one of them has, and with what somebody says where they differ', async () => {
    const { passport, birthDate, visa, dietary } = aProtectedProfile();
    const other = { number: 'Y1', country: 'Italy' };
    const keptSays = { passport, birthDate, visa: { kind: 'short stay' } };
    const fromSays = { passport: other, birthDate, visa, dietary };
    const [kept, from] = await recordTwice(keptSays, fromSays);
    const [before, beforeOfOther] = [await values(kept), await values(from)];
    const refused = await merge(kept, from);
    expect([refused.status, refused.body.code, refused.body.fields]).toEqual([
      409,
      'merge.protected-differs',
      ['passport', 'visa'],
    ]);
    expect(refused.text).not.toMatch(/Y1|X0000000|short stay/);
    const decided = { 'protectedProfile.passport': 'from', 'protectedProfile.birthDate': 'from' };
    expect((await merge(kept, from, decided)).body.fields).toEqual(['visa']);
    const merged = await merge(kept, from, { ...decided, 'protectedProfile.visa': 'kept' });
    expect([merged.status, merged.body.taken]).toEqual([200, []]);
    expect(await values(kept)).toEqual({
      ...before,
      passport: { ...(beforeOfOther as Recorded).passport },
      dietary,
    });
    expect((await undo(kept, merged)).status).toBe(200);
    expect([await values(kept), await values(from)]).toEqual([before, beforeOfOther]);
    expect((await readProfile(kept)).body.version).toBe(3);
  });

  it('are decided of by fields that there are', async () => {
    const [kept, from] = await recordTwice(null, null);
    const take = { 'protectedProfile.shoes': 'from', 'protectedProfile.visa': 'both', honorific: 'kept' };
    const { body } = await merge(kept, from, take);
    expect(body.errors.map(({ pointer, code }: Recorded) => [pointer, code])).toEqual([
      ['/take/protectedProfile.shoes', 'unknown-field'],
      ['/take/protectedProfile.visa', 'in'],
      ['/take/honorific', 'in'],
    ]);
  });

  it('are merged, and taken apart, by those alone who may write profiles, which the audit tells', async () => {
    const [kept, from] = await recordTwice(null, aProtectedProfile());
    const organizer = await office.as({ label: 'Organizer', role: 'organizer' });
    const refused = await merge(kept, from, {}, organizer);
    expect([refused.status, refused.body.code, refused.body.missingScope]).toEqual([
      403,
      'merge.protected',
      'protected:write',
    ]);
    const merged = await merge(kept, from, {}, await office.as({ label: 'Protocol', role: 'protocol' }));
    expect(merged.status).toBe(200);
    expect((await undo(kept, merged, organizer)).body.code).toBe('merge.protected');
    expect((await undo(kept, merged)).status).toBe(200);
    const { body } = await office.get('/v1/audit-events?action=protected.written&limit=4');
    const told = body.items.map(({ subjectId, by, reason }: Recorded) => [subjectId, by.name, reason]);
    const [apart, one] = [
      'Two people who had been merged are apart again.',
      'Two records of one person were merged.',
    ];
    expect(told.toSorted()).toEqual(
      [
        [from.id, 'Office', apart],
        [kept.id, 'Office', apart],
        [from.id, 'Protocol', one],
        [kept.id, 'Protocol', one],
      ].toSorted(),
    );
  });

  it('stay merged where the profile was changed since, and give nothing back where it was erased', async () => {
    const [kept, from] = await recordTwice({ birthDate: '1970-01-01' }, { dietary: 'no pork' });
    const merged = await merge(kept, from);
    await office.patch(profileAt(kept), { notes: 'needs a step-free way' }, { ...WHY, 'if-match': '*' });
    const refused = await undo(kept, merged);
    expect([refused.body.code, refused.body.changed]).toEqual([
      'merge.changed-since',
      [{ kind: 'person', id: kept.id }],
    ]);
    await office.delete(profileAt(kept), { ...WHY, 'if-match': '*' });
    expect(await setAside()).toBe(0);
    expect((await undo(kept, merged)).status).toBe(200);
    expect([(await readProfile(kept)).status, (await readProfile(from)).status]).toEqual([404, 404]);
  });

  it('come apart in turn, each with what they had, also with another key, and forget all when their time is over', async () => {
    const [second, first] = await recordTwice({ birthDate: '1970-01-01' }, { dietary: 'no pork' });
    const third = await office.record('/v1/people', aPerson());
    const merges = [await merge(second, first), await merge(third, second)];
    expect(await values(third)).toMatchObject({ birthDate: '1970-01-01', dietary: 'no pork' });
    await writeFile(keys, `${aKey()}\n${await readKeys()}`, { mode: 0o600 });
    const rotation = office.provider(KeyRotation);
    expect(await rotation.rotate(OFFICE)).toMatchObject({ unreadable: [] });
    expect(await rotation.rotate(OFFICE)).toEqual({ rotated: 0, unreadable: [] });
    await writeFile(keys, (await readKeys()).split('\n')[0]!, { mode: 0o600 });
    expect([(await undo(third, merges[1]!)).status, (await undo(second, merges[0]!)).status]).toEqual([
      200, 200,
    ]);
    expect([await values(second), await values(first)]).toMatchObject([
      { birthDate: '1970-01-01', dietary: null },
      { birthDate: null, dietary: 'no pork' },
    ]);
    await merge(second, first);
    await merge(third, second);
    await office
      .provider(DataSource)
      .query(`update protected_profiles set updated_at = updated_at - interval '1 year'`);
    await office.provider(ProfileRetention).eraseDue(OFFICE);
    expect(await setAside()).toBe(0);
  });

  function readKeys(): Promise<string> {
    return readFile(keys, 'utf8');
  }
});
