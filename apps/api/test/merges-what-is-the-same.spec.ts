import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aDelegation } from '#delegations/testing';
import { aPerson, aPlace, aTopic, anOrganization, named } from '#directory/testing';
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
