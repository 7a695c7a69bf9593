import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answer, Recorded } from './answer.js';
import { type Office, openOffice } from './office.js';

const LINES = { 'content-type': 'application/jsonl' };

describe('an organizer who imports a stream of dossiers', () => {
  let office: Office;
  let place: Recorded;

  beforeAll(async () => {
    office = await openOffice();
    const names = [{ text: 'Torino', lang: 'it', kind: 'official' }];
    place = await office.record('/v1/places', { names, kind: 'city', timeZone: 'Europe/Rome' });
  });
  afterAll(() => office.close());

  function visit(name: string, further: object = {}): object {
    const names = [{ text: `Visit ${name}`, lang: 'en', kind: 'official' }];
    const leg = { place: place.id, starts: '2027-05-03', ends: '2027-05-03' };
    return { names, starts: '2027-05-03', ends: '2027-05-04', legs: [leg], ...further };
  }

  function visits(of: string, number: number, further: object = {}): object[] {
    return Array.from({ length: number }, (_, index) => ({
      dossier: `${of}-${index}`,
      visits: { visit: visit(`${of} ${index}`, further) },
    }));
  }

  function sendText(lines: readonly string[]): Promise<Answer> {
    return office.post('/v1/dossiers', lines.join('\n'), LINES);
  }

  function send(dossiers: readonly object[]): Promise<Answer> {
    return sendText(dossiers.map((dossier) => JSON.stringify(dossier)));
  }

  async function outcomesOf(dossiers: readonly object[]): Promise<string[]> {
    const { status, body } = await send(dossiers);
    if (status !== 200) throw new Error(JSON.stringify(body, null, 1));
    return body.entries.map(({ outcome }: Recorded) => outcome);
  }

  async function found(name: string): Promise<number> {
    return (await office.get(`/v1/visits?q=${name}&limit=200`)).body.items.length;
  }

  it('finds each of many recorded, in order, with what follows from what it says', async () => {
    const { body } = await send(visits('many', 120));
    expect(body.entries.map(({ dossier, line }: Recorded) => [dossier, line])).toEqual(
      Array.from({ length: 120 }, (_, index) => [`many-${index}`, index + 1]),
    );
    for (const index of [0, 49, 50, 119]) {
      const { body: one } = await office.get(`/v1/visits/${body.entries[index].id}`);
      expect([one.name, one.status, one.timeZone, one.legs.length, one.legs[0].place.id]).toEqual([
        `Visit many ${index}`,
        'requested',
        'Europe/Rome',
        1,
        place.id,
      ]);
      const { body: history } = await office.get(`/v1/visits/${one.id}/history`);
      expect(history.items.map(({ kind }: Recorded) => kind)).toEqual(['created']);
    }
    expect(await found('many')).toBe(120);
  });

  it('changes nothing by importing it again, and what was edited, be it what Corteo had filled in', async () => {
    await send(visits('again', 3));
    expect(await outcomesOf(visits('again', 3))).toEqual(['unchanged', 'unchanged', 'unchanged']);
    const edited = [...visits('again', 2), ...visits('again', 4, { timeZone: 'Asia/Shanghai' }).slice(2)];
    expect(await outcomesOf(edited)).toEqual(['unchanged', 'unchanged', 'changed', 'created']);
  });

  it('refers to what an earlier dossier recorded, by its key or its name', async () => {
    const [first] = visits('origin', 1);
    const named = {
      dossier: 'named',
      visits: { same: visit('origin 0', { match: { name: 'Visit origin 0' } }) },
    };
    const keyed = {
      dossier: 'keyed',
      visits: { same: visit('origin 0', { match: { key: 'origin-0/visits.visit' } }) },
    };
    const { body } = await send([first!, named, keyed, first!]);
    expect(body.entries.map(({ outcome }: Recorded) => outcome)).toEqual([
      'created',
      'unchanged',
      'unchanged',
      'unchanged',
    ]);
    expect(new Set(body.entries.map(({ id }: Recorded) => id)).size).toBe(1);
  });

  it('is told what is refused by its line, wherever it stands, and nothing is recorded', async () => {
    const dossiers = visits('refused', 60);
    dossiers[55] = {
      dossier: 'refused-55',
      visits: {
        a: visit('refused a', { ends: '2027-05-01' }),
        b: visit('refused b'),
        c: visit('refused c', { ends: '2027-05-02' }),
      },
    };
    const { status, body } = await send(dossiers);
    expect([status, body.errors.map(({ line, pointer, code }: Recorded) => [line, pointer, code])]).toEqual([
      400,
      [
        [56, '/visits/a/ends', 'end-before-start'],
        [56, '/visits/c/ends', 'end-before-start'],
      ],
    ]);
    expect(await found('refused')).toBe(0);
  });

  it('is told the line and the column of what is wrong in it', async () => {
    const [first, second] = visits('placed', 2).map((dossier) => JSON.stringify(dossier));
    const { body } = await sendText([first!, second!.replace('"legs"', '"lgs"')]);
    expect(body.errors.map(({ line, column, code }: Recorded) => [line, column, code])).toEqual([
      [2, second!.indexOf('"legs"') + 1, 'unknown-field'],
    ]);
  });

  it.each([
    ['no JSON', (line: string) => line.slice(0, -1)],
    ['a key twice', (line: string) => line.replace('{', '{"dossier":"other",')],
  ])('is told the line that has %s', async (_, spoil) => {
    const lines = visits('spoilt', 3).map((dossier) => JSON.stringify(dossier));
    const { status, body } = await sendText([lines[0]!, '', spoil(lines[1]!), lines[2]!]);
    expect([status, body.code, body.errors[0].line]).toEqual([400, 'dossier.unreadable', 3]);
    expect(await found('spoilt')).toBe(0);
  });

  it('is told of all lines that cannot be read', async () => {
    const [first, second] = visits('torn', 2).map((dossier) => JSON.stringify(dossier));
    const { body } = await sendText([
      first!,
      '{"dossier":',
      '[]',
      second!,
      '',
      '"text"',
      '{"a":1,"a":2}',
      '---',
    ]);
    expect(body.errors.map(({ line, code }: Recorded) => [line, code])).toEqual([
      [2, 'syntax'],
      [3, 'object'],
      [6, 'object'],
      [7, 'syntax'],
      [8, 'empty'],
    ]);
    expect(await found('torn')).toBe(0);
  });

  it('is told of all documents that cannot be read', async () => {
    const [good] = visits('unread', 1).map((dossier) => JSON.stringify(dossier));
    const stream = `---\n${good}\n---\n- list\n---\ntext\n---\n{ a: 1, a: 2 }\n`;
    const { body } = await office.post('/v1/dossiers', stream, { 'content-type': 'application/yaml' });
    expect(body.errors.map(({ line, code }: Recorded) => [line, code])).toEqual([
      [4, 'object'],
      [6, 'object'],
      [8, 'syntax'],
    ]);
    expect(await found('unread')).toBe(0);
  });
});
