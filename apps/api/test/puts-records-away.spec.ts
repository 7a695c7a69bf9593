import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Office, openOffice } from './office.js';

const names = [{ text: 'Guiyang delegation in Naples and Rome', lang: 'en', kind: 'official' }];
const title = { en: 'Welcome at Città della Scienza' };
const students = { label: { en: 'students' }, quantity: { value: 6, qualifier: 'exact' } };

describe('putting a visit away', () => {
  let office: Office;

  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office.close());

  async function recordVisit() {
    const group = { group: students, side: 'guest', role: 'attendee' };
    const agenda = [
      { kind: 'meeting', title, participants: [group] },
      { kind: 'tour', title },
    ];
    return office.record('/v1/visits', { names, agenda, participants: [group] });
  }

  it('takes its agenda and its participants along, and says so', async () => {
    const visit = await recordVisit();
    const answer = await office.delete(visit.at, { 'if-match': visit.tag });
    expect([answer.status, answer.text, answer.headers['x-corteo-took-along']]).toEqual([
      204,
      '',
      'agendaItems=2, participants=2',
    ]);
  });

  it('is undone as a whole, but for what had been put away before', async () => {
    const visit = await recordVisit();
    const [first] = visit.agenda as { id: string }[];
    await office.delete(`${visit.at}/agenda/${first!.id}`, { 'if-match': '*' });
    await office.delete(visit.at, { 'if-match': '*' });
    const answer = await office.post(`${visit.at}/restore`);
    expect(answer.headers['x-corteo-took-along']).toBe('agendaItems=1, participants=2');
    expect((answer.body.agenda as object[]).length).toBe(1);
  });

  it('leaves what it refers to where it is, and is named by what refers to it', async () => {
    const fair = await office.record('/v1/forums', { names });
    const summit = await office.record('/v1/forums', { names, parentId: fair.id });
    await office.delete(fair.at, { 'if-match': '*' });
    const { body } = await office.get(summit.at);
    expect(body.parent).toEqual({ id: fair.id, name: names[0]!.text });
  });

  it('takes nothing along where there is nothing', async () => {
    const forum = await office.record('/v1/forums', { names });
    const answer = await office.delete(forum.at, { 'if-match': '*' });
    expect(answer.headers['x-corteo-took-along']).toBeUndefined();
  });
});
