import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aDelegation } from '#delegations/testing';
import { aPerson, aPlace, aTopic, anOrganization, named } from '#directory/testing';
import { aSource } from '#sources/testing';
import { DataSource } from 'typeorm';
import type { Recorded } from './answer.js';
import { type Office, openOffice } from './office.js';

describe('merging what is the same', () => {
  let office: Office;

  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office.close());

  const merge = (kept: Recorded, from: Recorded, further: object = {}) =>
    office.post(`${kept.at}/merge`, { fromId: from.id, ...further });

  /** Two records of one person, each of them in a visit and in a delegation. */
  async function recordTwice() {
    const university = await office.record('/v1/organizations', anOrganization());
    const position = { organizationId: university.id, title: { en: 'Rector' }, since: '2020' };
    const luo = await office.record(
      '/v1/people',
      aPerson({ names: named('Luo Qiang'), positions: [position] }),
    );
    const twin = await office.record(
      '/v1/people',
      aPerson({
        names: named('Qiang LUO'),
        honorific: 'Prof.',
        email: 'luo@example.org',
        positions: [
          { ...position, until: '2024' },
          { ...position, title: { en: 'Dean' }, since: '2015' },
        ],
      }),
    );
    const visit = await office.record('/v1/visits', {
      names: named('Visit to Naples'),
      participants: [
        { personId: luo.id, side: 'guest', role: 'attendee' },
        { personId: twin.id, side: 'guest', role: 'attendee' },
        { personId: twin.id, side: 'guest', role: 'speaker' },
      ],
    });
    const delegation = await office.record(
      '/v1/delegations',
      aDelegation({ members: [{ personId: twin.id }] }),
    );
    return { luo, twin, visit, delegation };
  }

  it('has all that referred to the one refer to the other, and nothing twice', async () => {
    const { luo, twin, visit, delegation } = await recordTwice();
    const answer = await merge(luo, twin, { take: { honorific: 'from' } });
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      id: expect.any(String),
      fromId: twin.id,
      intoId: luo.id,
      at: expect.any(String),
      by: expect.any(Object),
      taken: ['honorific'],
      moved: [
        { what: 'members', count: 1 },
        { what: 'participants', count: 1 },
        { what: 'positions', count: 1 },
      ],
      becameOne: [
        { what: 'participants', count: 1 },
        { what: 'positions', count: 1 },
      ],
      undoneAt: null,
      undoneBy: null,
    });
    const { body: person } = await office.get(luo.at);
    expect(person.names).toEqual([...named('Luo Qiang'), { text: 'Qiang LUO', lang: 'en', kind: 'alias' }]);
    expect([person.honorific, person.email, person.version]).toEqual(['Prof.', 'luo@example.org', 2]);
    expect(person.positions.map(({ title, until }: Recorded) => [title, until])).toEqual([
      [{ en: 'Rector' }, '2024'],
      [{ en: 'Dean' }, null],
    ]);
    const { body: participants } = await office.get(`${visit.at}/participants`);
    expect(participants.items.map(({ person: who, role }: Recorded) => [who.id, role])).toEqual([
      [luo.id, 'attendee'],
      [luo.id, 'speaker'],
    ]);
    const { body: members } = await office.get(`${delegation.at}/members`);
    expect(members.items.map(({ person: who }: Recorded) => who.id)).toEqual([luo.id]);
  });

  it('leads from the address of what was merged to what was kept, for whoever may see that', async () => {
    const [first, second, third] = await Promise.all(
      ['A', 'B', 'C'].map((text) => office.record('/v1/people', aPerson({ names: named(text) }))),
    );
    await merge(second, first);
    await merge(third, second);
    const ask = (path: string) => office.get(path, { 'accept-language': 'en' });
    const found = [first.at, `${first.at}/history?limit=3`, second.at].map((path) => ask(path));
    const answers = await Promise.all(found);
    expect(answers.map(({ status, headers }) => [status, headers.location])).toEqual([
      [308, third.at],
      [308, `${third.at}/history?limit=3`],
      [308, third.at],
    ]);
    expect((await office.patch(first.at, { honorific: 'Dr.' }, { 'if-match': first.tag })).status).toBe(308);
    expect((await office.stranger.get(first.at)).status).toBe(401);
  });

  it('has sources say what they said of either, until it is undone', async () => {
    const source = await office.record('/v1/sources', aSource());
    const [kept, from, other] = await Promise.all([
      office.record('/v1/organizations', anOrganization({ founded: '1990', website: null })),
      office.record(
        '/v1/organizations',
        anOrganization({ founded: '1991', website: 'https://example.org/' }),
      ),
      office.record('/v1/organizations', anOrganization()),
    ]);
    await office.change(other, { parentId: from.id });
    const cite = ({ at }: Recorded, said: object) =>
      office.record(`${at}/citations`, { sourceId: source.id, ...said });
    const citations = [
      await cite(kept, { field: 'founded' }),
      await cite(kept, { field: 'kind' }),
      await cite(from, { field: 'founded' }),
      await cite(from, { field: 'website' }),
      await cite(from, { field: 'names' }),
      await cite(other, { field: 'parentId', value: from.id }),
      await cite(other, { field: 'parentId' }),
    ];
    const read = async () => {
      const found = await Promise.all(citations.map(({ at }) => office.get(at)));
      return found.map(({ body }) => [body.record.id, body.value]);
    };
    const before = await read();
    const { body: merged } = await merge(kept, from);
    expect(await read()).toEqual([
      [kept.id, null],
      [kept.id, null],
      [kept.id, '1991'],
      [kept.id, null],
      [kept.id, null],
      [other.id, kept.id],
      [other.id, null],
    ]);
    const disputed = async ({ at }: Recorded) =>
      (await office.get(at)).body.disputed?.map(({ field, values }: Recorded) => [
        field,
        values.map(({ value }: Recorded) => value),
      ]);
    expect([await disputed(kept), await disputed(other)]).toEqual([
      [['founded', ['1990', '1991']]],
      undefined,
    ]);
    expect((await office.post(`${kept.at}/merges/${merged.id}/undo`)).status).toBe(200);
    expect(await read()).toEqual(before);

    await merge(kept, from, { take: { founded: 'from' } });
    expect((await read()).slice(0, 3)).toEqual([
      [kept.id, '1990'],
      [kept.id, null],
      [kept.id, null],
    ]);
  });

  it('is undone as if it had not been, as long as nothing was changed since', async () => {
    const { luo, twin, visit, delegation } = await recordTwice();
    const addresses = [
      luo.at,
      twin.at,
      `${visit.at}/participants`,
      `${delegation.at}/members`,
      delegation.at,
      visit.at,
    ];
    const tell = async () => {
      const answers = await Promise.all(addresses.map((at) => office.get(at)));
      return answers.map(({ body }) => withoutStamps(body));
    };
    const before = await tell();
    const { body } = await merge(luo, twin);
    const undone = await office.post(`${luo.at}/merges/${body.id}/undo`);
    expect([undone.status, undone.body.undoneAt !== null]).toEqual([200, true]);
    expect(await tell()).toEqual(before);
    expect((await office.post(`${luo.at}/merges/${body.id}/undo`)).body.code).toBe('merge.undone');
    const { body: history } = await office.get(`${luo.at}/history`);
    expect(history.items.map(({ kind }: Recorded) => kind)).toEqual(['unmerged', 'merged', 'created']);
    const { body: list } = await office.get(`${luo.at}/merges`);
    expect(list.items.map(({ id }: Recorded) => id)).toEqual([body.id]);
  });

  it('is not undone where a list was changed that it had changed, and names the record that has the list', async () => {
    const [kept, from] = [
      await office.record('/v1/topics', aTopic()),
      await office.record('/v1/topics', aTopic()),
    ];
    const visit = await office.record('/v1/visits', { names: named('Visit'), topicIds: [from.id] });
    const { body } = await merge(kept, from);
    await office.patch(visit.at, { topicIds: [] }, { 'if-match': '*' });
    const refused = await office.post(`${kept.at}/merges/${body.id}/undo`);
    expect([refused.body.code, refused.body.changed]).toEqual([
      'merge.changed-since',
      [{ kind: 'event', id: visit.id }],
    ]);
  });

  it('is told to who reads what changed, of both records', async () => {
    const [kept, from] = [
      await office.record('/v1/topics', aTopic()),
      await office.record('/v1/topics', aTopic()),
    ];
    const { body: before } = await office.get('/v1/changes?since=now');
    await merge(kept, from);
    const { body: changes } = await office.get(`/v1/changes?since=${before.nextCursor}`);
    const told = changes.items.map(({ change, address }: Recorded) => [change, address]);
    expect(told).toEqual([
      ['merged', kept.at],
      ['merged', from.at],
    ]);
  });

  it('is not undone where somebody has changed what it had changed', async () => {
    const { luo, twin, visit } = await recordTwice();
    const { body } = await merge(luo, twin);
    const { body: participants } = await office.get(`${visit.at}/participants`);
    const speaker = participants.items.find(({ role }: Recorded) => role === 'speaker')!;
    const changed = { notes: { en: 'speaks on Friday' } };
    const patched = await office.patch(`${visit.at}/participants/${speaker.id}`, changed, {
      'if-match': '*',
    });
    expect(patched.status).toBe(200);
    const refused = await office.post(`${luo.at}/merges/${body.id}/undo`);
    expect([refused.status, refused.body.code, refused.body.changed]).toEqual([
      409,
      'merge.changed-since',
      [{ kind: 'participation', id: speaker.id }],
    ]);
  });

  it('tells the history of both, up to the merge, and of the one that is kept since', async () => {
    const [first, second, kept] = [
      await office.record('/v1/places', aPlace()),
      await office.record('/v1/places', aPlace()),
      await office.record('/v1/places', aPlace()),
    ];
    await office.change(first, { latitude: 1, longitude: 2 });
    await merge(second, first);
    const { body: last } = await merge(kept, second);
    const story = async (of: Recorded, query = '') => {
      const { body } = await office.get(`${of.at}/history${query}`);
      return body.items.map(({ kind, mergedRecordId }: Recorded) => [kind, mergedRecordId]);
    };
    const told = [
      ['merged', null],
      ['merged', second.id],
      ['changed', first.id],
      ['created', null],
      ['created', second.id],
      ['created', first.id],
    ];
    expect(await story(kept)).toEqual(told);
    const { body: page } = await office.get(`${kept.at}/history?limit=4`);
    expect([page.items.length, await story(kept, `?limit=4&cursor=${page.nextCursor}`)]).toEqual([
      4,
      told.slice(4),
    ]);
    await office.post(`${kept.at}/merges/${last.id}/undo`);
    expect(await story(kept)).toEqual([
      ['unmerged', null],
      ['merged', null],
      ['created', null],
    ]);
    expect(await story(second)).toEqual([
      ['unmerged', null],
      ['merged', null],
      ['merged', null],
      ['changed', first.id],
      ['created', null],
      ['created', first.id],
    ]);
  });

  it('moves nothing in time: places of different zones are one where nothing takes place at the other', async () => {
    const naples = { names: named('Napoli', 'it'), timeZone: 'Europe/Rome' };
    const place = (fields: object = {}) => office.record('/v1/places', aPlace({ ...naples, ...fields }));
    const [rome, shanghai, italy] = [
      await place(),
      await place({ timeZone: 'Asia/Shanghai' }),
      await place({ kind: 'country' }),
    ];
    const busy = await place({ timeZone: 'Asia/Shanghai' });
    await office.record('/v1/visits', { names: named('Visit'), placeId: busy.id });
    expect((await merge(rome, busy)).body.code).toBe('merge.other-zone');
    expect((await merge(busy, rome, { take: { timeZone: 'from' } })).body.code).toBe('merge.other-zone');
    const merged = await merge(rome, shanghai);
    expect([merged.status, (await office.get(rome.at)).body.timeZone]).toEqual([200, 'Europe/Rome']);
    await office.post(`${rome.at}/merges/${merged.body.id}/undo`);
    expect((await merge(rome, shanghai, { take: { timeZone: 'from' } })).status).toBe(200);
    expect((await office.get(rome.at)).body.timeZone).toBe('Asia/Shanghai');

    const inherits = await place({ timeZone: null, parentId: italy.id });
    const strange = await place({ timeZone: 'Asia/Shanghai' });
    expect((await merge(inherits, strange)).body.code).toBe('merge.other-zone');
    expect((await merge(inherits, strange, { take: { timeZone: 'from' } })).status).toBe(200);
  });

  it.each<[string, string, (id?: string) => object]>([
    ['places', 'parent', (id) => aPlace(id ? { parentId: id } : {})],
    ['places', 'container', (id) => aPlace(id ? { containedInIds: [id] } : {})],
    ['topics', 'parent', (id) => aTopic(id ? { parentId: id } : {})],
    ['organizations', 'parent', (id) => anOrganization(id ? { parentId: id } : {})],
  ])('merges none of the %s with its %s, however far above', async (list, _, within) => {
    const outer = await office.record(`/v1/${list}`, within());
    const inner = await office.record(`/v1/${list}`, within(outer.id));
    const innermost = await office.record(`/v1/${list}`, within(inner.id));
    for (const [kept, from] of [
      [outer, inner],
      [inner, outer],
      [outer, innermost],
      [innermost, outer],
    ] as const) {
      const { status, body } = await merge(kept, from);
      expect([status, body.code]).toEqual([409, 'merge.within']);
    }
  });

  it('moves no protected profile where there is no key', async () => {
    const { luo, twin } = await recordTwice();
    await office.provider(DataSource).query(
      `insert into protected_profiles (person_id, version, created_at, created_by_id, updated_at, updated_by_id, dietary)
       select id, 1, created_at, created_by_id, created_at, created_by_id, 'sealed' from people where id = $1`,
      [twin.id],
    );
    const refused = await merge(luo, twin);
    expect([refused.status, refused.body.code]).toEqual([503, 'protected.no-key']);
    expect((await office.get(twin.at)).status).toBe(200);
  });

  it.each([
    ['places', aPlace],
    ['topics', aTopic],
    ['organizations', anOrganization],
  ])('merges %s alike', async (path, body: () => object) => {
    const [kept, from] = [
      await office.record(`/v1/${path}`, body()),
      await office.record(`/v1/${path}`, body()),
    ];
    const { status, body: merged } = await merge(kept, from);
    expect([status, merged.moved, merged.becameOne]).toEqual([200, [], []]);
    expect((await office.get(from.at)).headers.location).toBe(kept.at);
    expect((await office.post(`${kept.at}/merges/${merged.id}/undo`)).status).toBe(200);
    expect((await office.get(from.at)).status).toBe(200);
  });
});

const STAMPS = ['version', 'updatedAt', 'updatedBy', 'tag'];

/** An answer without what a write leaves on every record. */
function withoutStamps(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, held: unknown) => (STAMPS.includes(key) ? undefined : held)));
}
