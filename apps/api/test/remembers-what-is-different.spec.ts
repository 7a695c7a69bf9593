import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aTopic, named } from '#directory/testing';
import type { Answer, Recorded } from './answer.js';
import { type Office, openOffice } from './office.js';

/** How often merges race: who comes first is chance. */
const TIMES = 5;

describe('two records that are known to be different', () => {
  let office: Office;
  let branch: Office;
  let one: Recorded;
  let other: Recorded;
  let third: Recorded;
  let fourth: Recorded;

  beforeAll(async () => {
    office = await openOffice();
    branch = await office.openAnother();
  });
  afterAll(async () => {
    await branch.close();
    await office.close();
  });
  beforeEach(async () => {
    [one, other, third, fourth] = [await aSame(), await aSame(), await aSame(), await aSame()];
  });

  const aSame = (): Promise<Recorded> => office.record('/v1/topics', aTopic({ names: named('Silk') }));
  const between = (a: Recorded, b: Recorded): string => `/v1/duplicates/different/${a.id}/${b.id}`;
  const tellApart = async (a: Recorded, b: Recorded): Promise<void> => {
    expect((await office.put(between(a, b), undefined)).status).toBe(200);
  };
  const merge = async (kept: Recorded, from: Recorded, at: Office = office): Promise<Answer> => {
    const merged = await at.post(`${kept.at}/merge`, { fromId: from.id });
    expect(merged.status).toBe(200);
    return merged;
  };
  const undo = async (kept: Recorded, { body }: Answer): Promise<void> => {
    expect((await office.post(`${kept.at}/merges/${body.id}/undo`)).status).toBe(200);
  };
  /** The marked pairs of the four, by the order in which these were recorded. */
  const marks = async (): Promise<string[]> => {
    const { body } = await office.get('/v1/duplicates/different?kind=topic&count=true');
    expect(body.total).toBe(body.items.length);
    const ids = [one, other, third, fourth].map(({ id }) => id);
    return body.items
      .map(({ records }: Recorded) => records.map(({ id }: Recorded) => ids.indexOf(id) + 1).join('≠'))
      .filter((pair: string) => !pair.includes('0'))
      .toSorted();
  };
  const isSimilar = async (a: Recorded, b: Recorded): Promise<boolean> =>
    (await office.get(`${a.at}/similar`)).body.items.some(({ id }: Recorded) => id === b.id);

  it('are so when one of them is merged into a third, and again themselves when that is undone', async () => {
    await tellApart(one, other);
    const merged = await merge(third, other);
    expect([merged.body.moved, merged.body.becameOne]).toEqual([[], []]);
    expect([await marks(), await isSimilar(one, third), await isSimilar(one, fourth)]).toEqual([
      ['1≠3'],
      false,
      true,
    ]);
    await undo(third, merged);
    expect([await marks(), await isSimilar(one, third), await isSimilar(one, other)]).toEqual([
      ['1≠2'],
      true,
      false,
    ]);
  });

  it('are none where they are merged with each other all the same, until that is undone', async () => {
    await tellApart(one, other);
    const merged = await merge(one, other);
    const further = await merge(third, one);
    expect(await marks()).toEqual([]);
    await undo(third, further);
    expect(await marks()).toEqual([]);
    await undo(one, merged);
    expect(await marks()).toEqual(['1≠2']);
  });

  it('are told once where it was said of both that are one, and each for itself when they are apart', async () => {
    await tellApart(one, other);
    await tellApart(one, third);
    const merged = await merge(third, other);
    expect(await marks()).toEqual(['1≠3']);
    await undo(third, merged);
    expect(await marks()).toEqual(['1≠2', '1≠3']);
  });

  it('come apart in any order', async () => {
    await tellApart(one, other);
    const [first, second] = [await merge(fourth, one), await merge(third, other)];
    expect(await marks()).toEqual(['3≠4']);
    await undo(fourth, first);
    expect(await marks()).toEqual(['1≠3']);
    await undo(third, second);
    expect(await marks()).toEqual(['1≠2']);
  });

  it('stay what somebody has said of them while they were merged', async () => {
    await tellApart(one, other);
    const merged = await merge(third, other);
    expect((await office.delete(between(third, one))).status).toBe(204);
    await tellApart(third, fourth);
    await undo(third, merged);
    expect(await marks()).toEqual(['3≠4']);
  });

  it('are so still where both are merged at once', async () => {
    for (let time = 0; time < TIMES; time++) {
      const [a, b, c, d] = [await aSame(), await aSame(), await aSame(), await aSame()];
      await tellApart(a, b);
      await Promise.all([merge(c, a), merge(d, b, branch)]);
      [one, other, third, fourth] = [a, b, c, d];
      expect(await marks()).toEqual(['3≠4']);
    }
  });
});
