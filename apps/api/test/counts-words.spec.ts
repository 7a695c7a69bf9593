import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aTopic, named } from '#directory/testing';
import { TimedWork } from '#identity';
import { Words } from '#search';
import { DataSource } from 'typeorm';
import { type Office, openOffice } from './office.js';

describe('the dictionary of names', () => {
  let office: Office;
  let words: Words;

  beforeAll(async () => {
    office = await openOffice();
    words = office.provider(Words);
    await words.recount();
    for (let time = 0; time < 3; time++)
      await office.record('/v1/topics', aTopic({ names: named(`Silk ${'abc'[time]}road 丝绸`) }));
  });
  afterAll(() => office.close());

  const write = (query: string): Promise<unknown> => office.provider(DataSource).query(query);
  const known = async (): Promise<string[]> => {
    const rows = await office
      .provider(DataSource)
      .query<{ word: string; uses: number }[]>('select word, uses from known_words order by word, uses');
    return rows.map(({ word, uses }) => `${word} ${uses}`);
  };

  it('is counted anew every day', async () => {
    expect(await known()).toEqual(['aroad 1', 'broad 1', 'croad 1', 'silk 1']);
    expect(await office.provider(TimedWork).do('count words')).toBe(true);
    expect(await known()).toEqual(['aroad 1', 'broad 1', 'croad 1', 'silk 3']);
    expect(await words.recount()).toBe(0);
  });

  it('forgets what finds nothing, learns what is missing, and knows each word once', async () => {
    await write(`insert into known_words values ('unused', 7, '{}'), ('silk', 1, '{}')`);
    await write(`delete from known_words where word = 'broad'`);
    expect(await words.recount()).toBe(3);
    expect(await known()).toEqual(['aroad 1', 'broad 1', 'croad 1', 'silk 3']);
    const { body } = await office.get('/v1/search?q=broda');
    expect(body.items.length).toBe(1);
  });

  it('is counted in bounded time: a part of it where much is wrong, what is missing first', async () => {
    await write('update known_words set uses = uses + 1');
    await write(`delete from known_words where word = 'croad'`);
    expect(await words.recount(2)).toBe(2);
    expect((await known()).length).toBe(4);
    expect(await words.recount(2)).toBe(2);
    expect(await words.recount(2)).toBe(0);
  });
});
