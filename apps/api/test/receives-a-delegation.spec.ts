import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aDelegation } from '#delegations/testing';
import { named } from '#directory/testing';
import type { Answer, Recorded } from './answer.js';
import { type Known, guiyangDelegation, namesIn, recordKnown, referenceTo } from './known.js';
import { type Office, openOffice } from './office.js';

const DELEGATIONS = '/v1/delegations';

describe('receiving a delegation', () => {
  let office: Office;
  let known: Known;
  let guiyang: Recorded;

  beforeAll(async () => {
    office = await openOffice();
    office.setTime('2018-07-01T09:00:00Z');
    known = await recordKnown(office);
    const students = { label: { en: 'students' }, quantity: { value: 6, qualifier: 'exact' } } as const;
    guiyang = await office.record(DELEGATIONS, {
      ...guiyangDelegation(known),
      declaredSize: { value: 6, qualifier: 'about', unit: 'people' },
      purpose: { en: 'partnerships on big data' },
      focalPointId: known.wuHongchun.id,
      members: [
        ...guiyangDelegation(known).members!,
        {
          placeholder: { en: 'interpreter, to be named' },
          role: 'interpreter',
          languages: ['zh-hans', 'it'],
        },
        { group: students, organizationId: known.tsinghua.id, role: 'accompanying', status: 'accepted' },
      ],
    });
    const another = { names: named('Another delegation'), kind: 'academic', status: 'departed' } as const;
    await office.record(DELEGATIONS, aDelegation(another));
  });

  afterAll(() => office.close());

  const addMember = (to: Recorded, member: object): Promise<Answer> =>
    office.post(`${to.at}/members`, member);
  const membersOf = async (delegation: Recorded): Promise<Recorded[]> =>
    (await office.get(delegation.at)).body.members;
  const tagOf = async (at: string): Promise<string> => (await office.get(at)).headers.etag!;

  it('records whom it represents, where it comes from and what for', () => {
    const { members: _members, statusHistory: _history, ...delegation } = guiyang;
    const by = { id: expect.any(String), name: 'Office' };
    expect(delegation).toEqual({
      id: expect.any(String),
      version: 1,
      name: 'Guiyang delegation',
      parent: null,
      parts: [],
      names: named('Guiyang delegation'),
      kind: 'official',
      status: 'draft',
      visibility: 'internal',
      visibleTo: { actorIds: [], roles: [] },
      originPlace: referenceTo(known.guiyang),
      organizations: [referenceTo(known.municipality)],
      declaredSize: { value: 6, qualifier: 'about', unit: 'people' },
      purpose: { en: 'partnerships on big data' },
      topics: [referenceTo(known.bigData)],
      focalPoint: referenceTo(known.wuHongchun),
      missing: [],
      notes: null,
      createdAt: '2018-07-01T09:00:00.000Z',
      createdBy: by,
      updatedAt: '2018-07-01T09:00:00.000Z',
      updatedBy: by,
      archivedAt: null,
      tag: expect.stringMatching(/^"1-/),
      at: `${DELEGATIONS}/${guiyang.id}`,
    });
  });

  it('lists its members in order of precedence: people, a group, and one who is to be named', () => {
    expect(guiyang.members.map(shownMember)).toEqual([
      [1, 'head', 'Sun Zhiming', 'nominated'],
      [2, 'member', 'Wu Hongchun', 'nominated'],
      [3, 'interpreter', { en: 'interpreter, to be named' }, 'nominated'],
      [4, 'accompanying', { en: 'students' }, 'accepted'],
    ]);
    const [head, , interpreter, students] = guiyang.members;
    expect([head.title, head.organization, interpreter.languages]).toEqual([
      { en: 'Deputy Mayor' },
      referenceTo(known.municipality),
      ['zh-Hans', 'it'],
    ]);
    expect([students.group.quantity, students.organization]).toEqual([
      { value: 6, qualifier: 'exact' },
      referenceTo(known.tsinghua),
    ]);
  });

  it('shows its head and the number of members in lists', async () => {
    const { body } = await office.get(`${DELEGATIONS}?q=guiyang`);
    const [{ head, memberCount, purpose }] = body.items;
    expect([head, memberCount, purpose]).toEqual([
      referenceTo(known.sunZhiming),
      4,
      'partnerships on big data',
    ]);
  });

  it.each([
    ['status', () => 'draft'],
    ['kind', () => 'official'],
    ['origin', () => known.china.id],
    ['organization', () => known.tsinghua.id],
    ['organization', () => known.municipality.id],
    ['person', () => known.wuHongchun.id],
    ['topic', () => known.bigData.id],
  ])('finds it by %s', async (parameter, value) => {
    const found = await office.get(`${DELEGATIONS}?${parameter}=${value()}`);
    expect(namesIn(found)).toEqual(['Guiyang delegation']);
  });

  describe('with a head', () => {
    let delegation: Recorded;

    beforeEach(async () => {
      delegation = await office.record(DELEGATIONS, guiyangDelegation(known));
    });

    it('refuses a second one', async () => {
      const answer = await addMember(delegation, { personId: known.deGennaro.id, role: 'head' });
      expect([answer.status, answer.body.code]).toEqual([409, 'delegation.two-heads']);
      const [, member] = delegation.members;
      const at = `${delegation.at}/members/${member.id}`;
      const patched = await office.patch(at, { role: 'head' }, { 'if-match': '*' });
      expect([patched.status, patched.body.code]).toEqual([409, 'delegation.two-heads']);
      expect(await membersOf(delegation)).toEqual(delegation.members);
    });

    it('refuses to be recorded with two, and is not recorded at all', async () => {
      const count = async () => (await office.get(`${DELEGATIONS}?count=true`)).body.total;
      const before = await count();
      const [head] = guiyangDelegation(known).members!;
      const other = { personId: known.deGennaro.id, role: 'head' } as const;
      const answer = await office.post(DELEGATIONS, aDelegation({ members: [head!, other] }));
      expect([answer.status, answer.body.code, await count()]).toEqual([409, 'delegation.two-heads', before]);
    });

    it('refuses one person twice', async () => {
      const answer = await addMember(delegation, { personId: known.wuHongchun.id });
      expect([answer.status, answer.body.code]).toEqual([409, 'delegation.member-twice']);
    });

    it('keeps the member whose seat another takes, with his rank', async () => {
      const [head] = delegation.members;
      await office.post(`${delegation.at}/members/${head.id}/transitions`, { to: 'accepted' });
      const successor = { personId: known.deGennaro.id, role: 'head', replacesId: head.id };
      const { status, body } = await addMember(delegation, successor);
      expect([status, body.precedence, body.replaces]).toEqual([
        201,
        1,
        { id: head.id, name: 'Sun Zhiming' },
      ]);
      expect((await membersOf(delegation)).map(shownMember)).toEqual([
        [1, 'head', 'Sun Zhiming', 'replaced'],
        [1, 'head', 'Valeria De Gennaro', 'nominated'],
        [2, 'member', 'Wu Hongchun', 'nominated'],
      ]);
      const { body: replaced } = await office.get(`${delegation.at}/members/${head.id}`);
      expect(replaced.statusHistory.map(({ to }: { to: string }) => to)).toEqual([
        'nominated',
        'accepted',
        'replaced',
      ]);
    });

    it('gives a seat to one at a time, be its holder no more than nominated', async () => {
      const [head] = delegation.members;
      const replace = (text: string) =>
        addMember(delegation, { placeholder: { en: text }, role: 'head', replacesId: head.id });
      const first = await replace('to be named');
      expect([first.status, first.body.precedence]).toEqual([201, 1]);
      const members = await membersOf(delegation);
      const second = await replace('to be named, too');
      expect([second.status, second.body.code, second.text.includes(first.body.id)]).toEqual([
        409,
        'delegation.member-replaced',
        true,
      ]);
      expect(await membersOf(delegation)).toEqual(members);
      await office.delete(`${delegation.at}/members/${first.body.id}`, { 'if-match': '*' });
      expect((await replace('to be named again')).status).toBe(201);
    });

    it('takes nobody back from the archive to a seat that has been given again', async () => {
      const [, { id: replacesId }] = delegation.members;
      const replace = (text: string) => addMember(delegation, { placeholder: { en: text }, replacesId });
      const first = await replace('to be named');
      const at = `${delegation.at}/members/${first.body.id}`;
      await office.delete(at, { 'if-match': '*' });
      const second = await replace('to be named again');
      const refused = await office.post(`${at}/restore`);
      expect([refused.status, refused.body.code]).toEqual([409, 'delegation.member-replaced']);
      await office.delete(`${delegation.at}/members/${second.body.id}`, { 'if-match': '*' });
      expect((await office.post(`${at}/restore`)).status).toBe(200);
    });

    it('gives his seat to another head when the first declines, and not back', async () => {
      const [head] = delegation.members;
      const move = (to: string) => office.post(`${delegation.at}/members/${head.id}/transitions`, { to });
      expect((await move('declined')).status).toBe(200);
      expect((await addMember(delegation, { personId: known.deGennaro.id, role: 'head' })).status).toBe(201);
      const back = await move('nominated');
      expect([back.status, back.body.code]).toEqual([409, 'delegation.two-heads']);
    });

    it('does not take a head back from the archive beside another', async () => {
      const [head] = delegation.members;
      const at = `${delegation.at}/members/${head.id}`;
      expect((await office.delete(at, { 'if-match': await tagOf(at) })).status).toBe(204);
      await addMember(delegation, { personId: known.deGennaro.id, role: 'head' });
      const restored = await office.post(`${at}/restore`);
      expect([restored.status, restored.body.code]).toEqual([409, 'delegation.two-heads']);
    });

    it('knows its members at its own address only', async () => {
      const [head] = delegation.members;
      const elsewhere = await office.get(`${guiyang.at}/members/${head.id}`);
      expect([elsewhere.status, elsewhere.body.code]).toEqual([404, 'record.unknown']);
      const answer = await addMember(guiyang, { placeholder: { en: 'press' }, replacesId: head.id });
      expect([answer.status, answer.body.errors[0].pointer]).toEqual([400, '/replacesId']);
    });

    it('changes the order of precedence with a reason', async () => {
      const [, second] = delegation.members;
      const at = `${delegation.at}/members/${second.id}`;
      const patch = { precedence: 9, precedenceReason: 'arrives a day later' };
      const { status } = await office.patch(at, patch, { 'if-match': await tagOf(at) });
      await addMember(delegation, { placeholder: { en: 'press' } });
      expect([status, (await membersOf(delegation)).map(({ precedence }) => precedence)]).toEqual([
        200,
        [1, 9, 10],
      ]);
    });
  });

  it('has one head, though two are added at the same moment', async () => {
    const delegation = await office.record(DELEGATIONS, aDelegation());
    const heads = [known.sunZhiming, known.wuHongchun].map(({ id }) =>
      addMember(delegation, { personId: id, role: 'head' }),
    );
    const answers = await Promise.all(heads);
    expect(answers.map(({ status, body }) => body.code ?? status).sort()).toEqual([
      201,
      'delegation.two-heads',
    ]);
    expect(await membersOf(delegation)).toHaveLength(1);
  });

  describe('from nomination to departure', () => {
    it('is confirmed only with a head', async () => {
      const delegation = await office.record(DELEGATIONS, aDelegation({ status: 'nominated' }));
      const transitions = await office.get(`${delegation.at}/transitions`);
      expect(transitions.body).toEqual({
        status: 'nominated',
        allowed: [
          { to: 'confirmed', missing: ['head'] },
          { to: 'withdrawn', missing: [] },
          { to: 'cancelled', missing: [] },
        ],
      });
      const refused = await office.post(`${delegation.at}/transitions`, { to: 'confirmed' });
      expect([refused.status, refused.body.code, refused.body.missing]).toEqual([
        409,
        'delegation.not-ready',
        ['head'],
      ]);
      await addMember(delegation, { personId: known.sunZhiming.id, role: 'head' });
      const confirmed = await office.post(`${delegation.at}/transitions`, { to: 'confirmed' });
      expect([confirmed.status, confirmed.body.status]).toEqual([200, 'confirmed']);
    });

    it('keeps every status with its reason and the date it took effect', async () => {
      const delegation = await office.record(DELEGATIONS, aDelegation({ status: 'confirmed' }));
      const move = { to: 'arrived', reason: 'landed in Naples', effectiveOn: '2018-07-11' };
      const { body } = await office.post(`${delegation.at}/transitions`, move);
      const step = { at: '2018-07-01T09:00:00.000Z', by: { id: expect.any(String), name: 'Office' } };
      expect(body.statusHistory).toEqual([
        { ...step, from: null, to: 'confirmed', reason: null, effectiveOn: null },
        { ...step, from: 'confirmed', to: 'arrived', reason: 'landed in Naples', effectiveOn: '2018-07-11' },
      ]);
    });

    it('refuses a move that its lifecycle does not know, and says which it knows', async () => {
      const delegation = await office.record(DELEGATIONS, aDelegation());
      await office.move(delegation, 'withdrawn');
      const answer = await office.post(`${delegation.at}/transitions`, { to: 'departed' });
      expect([answer.status, answer.body.code, answer.body.allowed]).toEqual([
        409,
        'delegation.illegal-move',
        ['draft'],
      ]);
    });

    it('moves once where two colleagues move it at the same moment', async () => {
      const delegation = await office.record(DELEGATIONS, aDelegation());
      const move = () =>
        office.post(`${delegation.at}/transitions`, { to: 'nominated' }, { 'if-match': delegation.tag });
      const answers = await Promise.all([move(), move()]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    });

    it('does not change its members by a patch', async () => {
      const answer = await office.patch(guiyang.at, { members: [] }, { 'if-match': guiyang.tag });
      expect([answer.status, answer.body.errors]).toEqual([
        400,
        [{ pointer: '/members', detail: 'There is no field members here.', code: 'unknown-field' }],
      ]);
    });
  });

  it('can be put away and taken back', async () => {
    const delegation = await office.record(DELEGATIONS, guiyangDelegation(known));
    expect((await office.delete(delegation.at, { 'if-match': delegation.tag })).status).toBe(204);
    const answers = await Promise.all([
      office.get(delegation.at),
      addMember(delegation, { placeholder: { en: 'press' } }),
      office.post(`${delegation.at}/transitions`, { to: 'nominated' }),
    ]);
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
      [404, 'record.unknown'],
      [409, 'record.archived'],
      [409, 'record.archived'],
    ]);
    const { body } = await office.post(`${delegation.at}/restore`);
    const members = delegation.members.map((member: Recorded) => ({ ...member, version: 3 }));
    expect([body.archivedAt, body.members]).toEqual([null, members]);
  });
});

function shownMember({ precedence, role, person, placeholder, group, status }: Recorded): unknown[] {
  return [precedence, role, person?.name ?? placeholder ?? group.label, status];
}
