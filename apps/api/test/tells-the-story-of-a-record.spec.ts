import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database } from '#platform';
import type { Recorded } from './answer.js';
import { type Office, openOffice } from './office.js';

const named = (text: string, fields: object = {}): object => ({
  names: [{ text, lang: 'it', kind: 'official' }],
  ...fields,
});

describe('telling the story of a record', () => {
  let office: Office;
  let by: object;
  let naples: Recorded;
  let rome: Recorded;
  let data: Recorded;
  let energy: Recorded;

  beforeAll(async () => {
    office = await openOffice();
    office.setTime('2026-11-22T09:00:00Z');
    naples = await office.record('/v1/places', named('Napoli', { kind: 'city' }));
    rome = await office.record('/v1/places', named('Roma', { kind: 'city' }));
    data = await office.record('/v1/topics', named('Big data'));
    energy = await office.record('/v1/topics', named('Risparmio energetico'));
    by = naples.createdBy;
  });

  afterAll(() => office.close());

  it('begins with its creation, by whom and when', async () => {
    expect(await storyOf(naples)).toEqual([entry('created', 1)]);
  });

  it('tells a visit: what changed, in which lists, how it moved and why, how it was put away and came back', async () => {
    let visit = await office.record('/v1/visits', {
      ...named('Delegazione di Guiyang'),
      direction: 'incoming',
      category: 'exploratory',
      starts: '2018-07',
      topicIds: [data.id],
      legs: [{ placeId: naples.id, starts: '2018-07' }],
    });
    office.setTime('2026-11-22T10:00:00Z');
    visit = await change(visit, {
      starts: '2018-07-12',
      ends: '2018-07-13',
      topicIds: [energy.id, data.id],
      legs: [
        { id: visit.legs[0].id, placeId: naples.id, starts: '2018-07-12', ends: '2018-07-12' },
        { placeId: rome.id, starts: '2018-07-13', ends: '2018-07-13' },
      ],
    });
    const [naplesLeg, romeLeg] = visit.legs;
    visit = await change(visit, { topicIds: [energy.id, data.id], summary: { it: 'Big data' } });
    const reason = 'agreed by telephone';
    await office.post(`${visit.at}/transitions`, { to: 'declined', reason, effectiveOn: '2018-06' });
    await office.delete(visit.at, { 'if-match': '*' });
    expect((await office.get(`${visit.at}/history`)).status).toBe(404);
    await office.post(`${visit.at}/restore`);

    const at = '2026-11-22T10:00:00.000Z';
    const legBefore = { id: naplesLeg.id, placeId: naples.id, starts: '2018-07', ends: null };
    expect(await storyOf(visit)).toEqual([
      entry('restored', 6, { at }),
      entry('archived', 5, { at }),
      entry('moved', 4, {
        at,
        status: { from: 'requested', to: 'declined' },
        reason,
        effectiveOn: '2018-06',
        fields: [{ field: 'sequence', old: 1, new: 2 }],
      }),
      entry('changed', 3, { at, fields: [{ field: 'summary', old: null, new: { it: 'Big data' } }] }),
      entry('changed', 2, {
        at,
        fields: [
          { field: 'ends', old: null, new: '2018-07-13' },
          {
            field: 'legs',
            old: [legBefore],
            new: [
              { ...legBefore, starts: '2018-07-12', ends: '2018-07-12' },
              { id: romeLeg.id, placeId: rome.id, starts: '2018-07-13', ends: '2018-07-13' },
            ],
          },
          { field: 'sequence', old: 0, new: 1 },
          { field: 'starts', old: '2018-07', new: '2018-07-12' },
          { field: 'topicIds', old: [data.id], new: [energy.id, data.id] },
        ],
      }),
      entry('created', 1, { status: { from: null, to: 'requested' } }),
    ]);
    office.setTime('2026-11-22T09:00:00Z');
  });

  it('reads on by cursor, one record at a time', async () => {
    let topic = await office.record('/v1/topics', named('Robotica'));
    for (const text of ['Robot', 'Robotica', 'Automi']) topic = await change(topic, named(text));
    const first = await office.get(`${topic.at}/history?limit=3&count=true`);
    const cursor = first.body.nextCursor as string;
    const second = await office.get(`${topic.at}/history?limit=3&cursor=${cursor}`);
    const versions = [...first.body.items, ...second.body.items].map(({ version }) => version);
    expect([first.body.total, versions, second.body.nextCursor]).toEqual([4, [4, 3, 2, 1], null]);
    expect((await office.get(`${naples.at}/history?limit=3&cursor=${cursor}`)).status).toBe(400);
  });

  it('tells of the parts of records at their own addresses', async () => {
    const guiyang = await office.record('/v1/delegations', named('Guiyang', { members: [placeholder] }));
    const forum = await office.record(
      '/v1/forums',
      named('Forum', { agenda: [meeting], participants: [group] }),
    );
    const link = await office.record(`${forum.at}/links`, { kind: 'follows', toId: await anotherForum() });
    const item = await partOf(forum, 'agenda');
    await change(item, { on: '2018-07-12', hostOrganizationIds: [] });
    const paths = [
      `${guiyang.at}/members/${guiyang.members[0].id}`,
      (await partOf(forum, 'participants')).at,
      link.at,
    ];
    for (const at of paths) expect((await storyOf({ at })).at(-1).kind).toBe('created');
    expect(await storyOf(item)).toMatchObject([
      { version: 2, fields: [{ field: 'on', old: '2018-07', new: '2018-07-12' }, { field: 'sequence' }] },
      { version: 1, status: { from: null, to: 'proposed' }, fields: [] },
    ]);
  });

  it('keeps of people which fields changed, not what they held', async () => {
    const person = await office.record('/v1/people', named('Nguyen', { email: 'delegate@example.org' }));
    await change(person, { email: null });
    const [changed] = await storyOf(person);
    expect(changed.fields).toEqual([{ field: 'email', old: null, new: null }]);
    expect(await run(`select changes from history where table_name = 'people' and kind = 'changed'`)).toEqual(
      [{ changes: { email: null } }],
    );
  });

  it('tells of what was done in the database by hand, as nobody’s', async () => {
    await run(`update places set address = 'Via Toledo' where id = '${rome.id}'`);
    await run(
      `insert into place_containers (place_id, container_id, position) values ('${rome.id}', '${naples.id}', 0)`,
    );
    expect(await storyOf(rome)).toMatchObject([
      {
        version: 1,
        by: null,
        kind: 'changed',
        fields: [{ field: 'containedInIds', old: [], new: [naples.id] }],
      },
      { version: 1, by: null, kind: 'changed', fields: [{ field: 'address', old: null, new: 'Via Toledo' }] },
      { version: 1, by, kind: 'created', fields: [] },
    ]);
  });

  it('notes nothing of what was refused', async () => {
    const count = async () => (await run('select count(*) from history'))[0];
    const before = await count();
    await office.patch(naples.at, { latitude: 40.8 }, { 'if-match': naples.tag });
    await office.patch(naples.at, { capacity: 3 }, { 'if-match': '"9-abc"' });
    expect(await count()).toEqual(before);
  });

  it('answers for nothing that the caller may not see', async () => {
    const path = '/v1/visits/019a8f3e-4c00-7000-8000-00000000ffff/history';
    const statuses = [await office.get(path), await office.get(`/v1/topics/${naples.id}/history`)];
    const strange = await office.stranger.get(`${naples.at}/history`);
    expect([...statuses, strange].map(({ status }) => status)).toEqual([404, 404, 401]);
    expect((await office.reader.get(`${naples.at}/history`)).status).toBe(200);
  });

  const entry = (kind: string, version: number, rest: object = {}): object => ({
    id: expect.stringMatching(/^\d+$/),
    at: '2026-11-22T09:00:00.000Z',
    by,
    onBehalfOf: null,
    kind,
    version,
    status: null,
    reason: null,
    effectiveOn: null,
    mergedRecordId: null,
    fields: [],
    ...rest,
  });

  const storyOf = async ({ at }: { at: string }): Promise<any[]> =>
    (await office.get(`${at}/history`)).body.items;

  const change = async ({ at, tag }: Recorded, patch: object): Promise<Recorded> => {
    const answer = await office.patch(at, patch, { 'if-match': tag });
    expect([answer.status, answer.body.errors]).toEqual([200, undefined]);
    return { ...answer.body, tag: answer.headers.etag, at };
  };

  const partOf = async ({ at, ...record }: Recorded, part: string): Promise<Recorded> => {
    const path = `${at}/${part}/${record[part][0].id}`;
    return { at: path, tag: (await office.get(path)).headers.etag };
  };

  const anotherForum = async (): Promise<string> => (await office.record('/v1/forums', named('Prima'))).id;

  const run = (statement: string): Promise<any[]> =>
    office.provider(Database).transaction((tx) => tx.query(statement));
});

const placeholder = { placeholder: { it: 'interprete' }, role: 'interpreter' };
const meeting = { kind: 'meeting', title: { it: 'Incontro' }, on: '2018-07' };
const group = {
  group: { label: { it: 'studenti' }, quantity: { value: 6, qualifier: 'exact' } },
  side: 'guest',
  role: 'attendee',
};
