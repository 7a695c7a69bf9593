import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { named } from '#directory/testing';
import type { Recorded } from './answer.js';
import { aVisit } from './known.js';
import { type Office, openOffice } from './office.js';

describe('the order of precedence', () => {
  let office: Office;

  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office.close());

  async function delegationOf(...letters: string[]): Promise<Recorded> {
    const members = letters.map((letter) => ({ placeholder: { en: letter } }));
    return office.record('/v1/delegations', { names: named('Guiyang delegation'), members });
  }

  const put = (delegation: Recorded, letter: string, precedence?: number): Promise<Recorded> =>
    office.record(`${delegation.at}/members`, { placeholder: { en: letter }, precedence });

  const change = (delegation: Recorded, { id }: Recorded, patch: object) =>
    office.patch(`${delegation.at}/members/${id}`, patch, { 'if-match': '*' });

  async function ranks({ at }: Recorded): Promise<string> {
    const { body } = await office.get(at);
    const present = body.members.filter(({ status }: Recorded) => status === 'nominated');
    return present
      .map(({ precedence, placeholder }: Recorded) => `${precedence} ${placeholder.en}`)
      .join(', ');
  }

  it('moves those who come after down, where a member is put in', async () => {
    const delegation = await delegationOf('A', 'B', 'C');
    await put(delegation, 'D', 2);
    expect(await ranks(delegation)).toBe('1 A, 2 D, 3 B, 4 C');
    await put(delegation, 'E', 1);
    expect(await ranks(delegation)).toBe('1 E, 2 A, 3 D, 4 B, 5 C');
    await put(delegation, 'F');
    expect(await ranks(delegation)).toBe('1 E, 2 A, 3 D, 4 B, 5 C, 6 F');
  });

  it('moves no further than to the next gap', async () => {
    const delegation = await delegationOf('A', 'B');
    await put(delegation, 'C', 10);
    await put(delegation, 'D', 2);
    expect(await ranks(delegation)).toBe('1 A, 2 D, 3 B, 10 C');
  });

  it('has no ties, when a member is moved, comes back, or is recorded at the rank of another', async () => {
    const delegation = await delegationOf('A', 'B', 'C');
    const [a, b, c] = delegation.members;
    await change(delegation, c, { precedence: 1 });
    expect(await ranks(delegation)).toBe('1 C, 2 A, 3 B');
    await office.delete(`${delegation.at}/members/${a.id}`, { 'if-match': '*' });
    await put(delegation, 'D', 2);
    expect(await ranks(delegation)).toBe('1 C, 2 D, 3 B');
    await office.post(`${delegation.at}/members/${a.id}/restore`);
    expect(await ranks(delegation)).toBe('1 C, 2 A, 3 D, 4 B');
    expect((await office.get(`${delegation.at}/members/${b.id}`)).body).toMatchObject({
      precedence: 4,
      version: 3,
    });
    const whole = await office.record('/v1/delegations', {
      names: named('Beijing delegation'),
      members: ['A', 'B', 'C'].map((letter) => ({ placeholder: { en: letter }, precedence: 1 })),
    });
    expect((await ranks(whole)).match(/\d/g)).toEqual(['1', '2', '3']);
  });

  it('leaves the rank of one who is replaced to the successor', async () => {
    const delegation = await delegationOf('A', 'B');
    const [a] = delegation.members;
    await office.post(`${delegation.at}/members/${a.id}/transitions`, { to: 'accepted' });
    const body = { placeholder: { en: 'D' }, replacesId: a.id };
    const successor = await office.record(`${delegation.at}/members`, body);
    expect([successor.precedence, await ranks(delegation)]).toEqual([1, '1 D, 2 B']);
  });

  it('never gives a rank that it refuses', async () => {
    const delegation = await delegationOf('A');
    await put(delegation, 'B', 1_000_000);
    const next = await put(delegation, 'C');
    expect(await ranks(delegation)).toBe('1 A, 2 B, 3 C');
    const back = await change(delegation, next, { precedence: next.precedence });
    expect([back.status, (await office.get(`${next.at}/history`)).body.items.at(-1).kind]).toEqual([
      200,
      'created',
    ]);
    await put(delegation, 'D', 1_000_000);
    await put(delegation, 'E', 1_000_000);
    expect(await ranks(delegation)).toBe('1 A, 2 B, 3 C, 4 E, 5 D');
  });

  it('of an agenda never gives a position that it refuses, and keeps what follows behind', async () => {
    const visit = await office.record('/v1/visits', aVisit());
    const add = (title: string, position?: number): Promise<Recorded> =>
      office.record(`${visit.at}/agenda`, { kind: 'meeting', title: { en: title }, position });
    await add('a', 1_000_000);
    const later = [await add('b'), await add('c')];
    for (const { at, position } of later)
      expect((await office.patch(at, { position }, { 'if-match': '*' })).status).toBe(200);
    const { body } = await office.get(`${visit.at}/agenda`);
    expect(body.items.map(({ title }: Recorded) => title)).toEqual(['a', 'b', 'c']);
  });
});
