import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Retention } from '#audit';
import { aSource } from '#sources/testing';
import { DataSource } from 'typeorm';
import type { Recorded } from './answer.js';
import { ANY, type Documents, documentsOf } from './documents.js';
import { type Office, openOffice } from './office.js';

const KEPT = 'RETENTION of the office';

/** Days on which sources are put away, and on which the office looks what is too old. */
const [LONG_AGO, LATER, TODAY] = ['2024-01-10T09:00:00Z', '2025-06-10T09:00:00Z', '2025-07-01T09:00:00Z'];

const text = (said: string): Buffer => Buffer.from(said);

describe('what an office keeps of sources', () => {
  let office: Office;
  let documents: Documents;
  let careful: Office;
  let gone: Recorded;

  beforeAll(async () => {
    [office, careful] = await Promise.all([
      openOffice(),
      openOffice({ RETENTION: 'sources=365,documents=365' }),
    ]);
  });
  afterAll(() => Promise.all([office.close(), careful.close()]));

  const recordIn = async (one: Office, said: string): Promise<Recorded> => {
    const source = await one.record('/v1/sources', aSource({ text: said, language: 'en', author: KEPT }));
    await documents.attach(source, text(said), 'text/plain', `${said}.txt`);
    return source;
  };
  const putAway = (one: Office, { at }: Recorded) => one.delete(at, ANY);
  const seen = async (one: Office, { at }: Recorded): Promise<unknown> => {
    const { body } = await one.get(`${at}?archived=include`);
    return [body.text, body.author, body.document?.name ?? null];
  };
  const run = async (one: Office, dryRun = false): Promise<unknown> =>
    Object.fromEntries(
      (await one.provider(Retention).run(dryRun))
        .filter(({ kind }) => ['sources', 'documents'].includes(kind))
        .map(({ kind, count }) => [kind, count]),
    );

  it('stays for ever, unless it says otherwise', async () => {
    office.setTime(LONG_AGO);
    documents = await documentsOf(office);
    const source = await recordIn(office, 'Kept');
    await putAway(office, source);
    office.setTime(TODAY);
    expect([await run(office, true), await run(office)]).toEqual(
      [true, false].map(() => ({ sources: 0, documents: 0 })),
    );
    expect([await seen(office, source), await documents.count()]).toEqual([['Kept', KEPT, 'Kept.txt'], 1]);
  });

  it('goes as was told in advance: of what is put away, and documents taken from records; bytes once nobody has them', async () => {
    careful.setTime(LONG_AGO);
    documents = await documentsOf(careful);
    const [away, shared] = [await recordIn(careful, 'Away'), await recordIn(careful, 'Shared')];
    const [used, replaced] = [await recordIn(careful, 'Used'), await recordIn(careful, 'Old')];
    await documents.attach(used, text('Shared'), 'text/plain', 'Shared.txt');
    await documents.attach(used, text('Used'), 'text/plain', 'Used.txt');
    await documents.attach(replaced, text('Shared'), 'text/plain', 'Shared.txt');
    const untold = await careful.record('/v1/sources', aSource());
    gone = away;
    for (const one of [away, shared, untold]) await putAway(careful, one);
    careful.setTime(LATER);
    const recent = await recordIn(careful, 'Recent');
    await putAway(careful, recent);
    careful.setTime(TODAY);
    // Of the two that hold something; theirs, that of `Old`, and what `Used` had for a while.
    const due = { sources: 2, documents: 4 };
    expect([await run(careful, true), await run(careful), await run(careful)]).toEqual([
      due,
      due,
      { sources: 0, documents: 0 },
    ]);
    const shown = await Promise.all([away, shared, used, replaced, recent].map((one) => seen(careful, one)));
    expect(shown).toEqual([
      [null, null, null],
      [null, null, null],
      ['Used', KEPT, 'Used.txt'],
      ['Old', KEPT, 'Shared.txt'],
      ['Recent', KEPT, 'Recent.txt'],
    ]);
    const kept = await careful
      .provider(DataSource)
      .query<{ said: string }[]>(
        `select convert_from(bytes, 'UTF8') as said from document_pieces order by 1`,
      );
    expect(kept.map(({ said }) => said)).toEqual(['Recent', 'Shared', 'Used']);
  });

  it('is in no history either, which still tells that it changed, and when it went', async () => {
    const { body: history } = await careful.get(`${gone.at}/history?archived=include`);
    expect(['Away', KEPT, '.txt'].filter((said) => JSON.stringify(history).includes(said))).toEqual([]);
    const nothing = (...names: string[]) => names.map((field) => ({ field, old: null, new: null }));
    expect(history.items.map(({ by, kind, fields }: Recorded) => [by.name, kind, fields])).toEqual([
      ['Corteo', 'changed', nothing('document', 'documentName')],
      ['Corteo', 'changed', nothing('author', 'text')],
      ['Office', 'archived', []],
      ['Office', 'changed', nothing('document', 'documentName')],
      ['Office', 'created', []],
    ]);
    const { body: page } = await careful.get('/v1/audit-events?action=retention.applied');
    expect(page.items.map(({ details }: { details: object }) => details)).toEqual([
      // With the token of a registry that was made long ago.
      { tokens: 1, sources: 2, documents: 4 },
    ]);
    const { body } = await careful.get('/v1/processing-record');
    expect(body.activities[4].kept).toContain('documents 365 days after their records were put away');
  });

  it('cannot be taken away in another way, nor sooner than after 30 days', async () => {
    const dataSource = careful.provider(DataSource);
    for (const statement of [
      'delete from documents',
      'delete from document_pieces',
      'update history set at = at',
    ])
      await expect(dataSource.query(statement)).rejects.toThrow('permission denied');
    careful.setTime(new Date().toISOString());
    const fresh = await recordIn(careful, 'Fresh');
    await putAway(careful, fresh);
    await dataSource.query(`select forget_documents(now(), 100, now()), forget_sources(now(), 100, now())`);
    expect(await seen(careful, fresh)).toEqual(['Fresh', KEPT, 'Fresh.txt']);
  });
});
