import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anAgreement } from '#agreements/testing';
import { cittaDellaScienza, named } from '#directory/testing';
import { aFollowUp, anOutcome } from '#follow-ups/testing';
import type { Recorded } from './answer.js';
import { eventReferenceTo, plain } from './known.js';
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
    expect(answer.headers['x-corteo-took-along']).toBe('agendaItems=1, participants=1');
    expect((answer.body.agenda as object[]).length).toBe(1);
  });

  it('leaves what it refers to where it is, and is named by what refers to it', async () => {
    const fair = await office.record('/v1/forums', { names });
    const summit = await office.record('/v1/forums', { names, parentId: fair.id });
    await office.delete(fair.at, { 'if-match': '*' });
    const { body } = await office.get(summit.at);
    expect(body.parent).toEqual({ ...eventReferenceTo(fair), archived: true });
  });

  it('takes along what came of a forum and what is to be done about it', async () => {
    const forum = await office.record('/v1/forums', { names, agenda: [{ kind: 'keynote', title }] });
    const [keynote] = forum.agenda as { id: string }[];
    await office.record('/v1/outcomes', anOutcome({ agendaItemId: keynote!.id }));
    await office.record('/v1/follow-ups', aFollowUp({ eventId: forum.id }));
    const answer = await office.delete(forum.at, { 'if-match': '*' });
    expect(answer.headers['x-corteo-took-along']).toBe('agendaItems=1, followUps=1, outcomes=1');
    expect((await office.get(`/v1/follow-ups?event=${forum.id}`)).body.items).toEqual([]);
    await office.post(`${forum.at}/restore`);
    expect((await office.get(`/v1/outcomes?event=${forum.id}`)).body.items.length).toBe(1);
  });

  it('takes along who takes part in an agenda item, and in its parts', async () => {
    const visit = await recordVisit();
    const [meeting] = visit.agenda as { id: string }[];
    const part = { kind: 'keynote', title, parentId: meeting!.id };
    const keynote = await office.record(`${visit.at}/agenda`, part);
    const speaker = { group: students, side: 'guest', role: 'speaker', agendaItemId: keynote.id };
    await office.record(`${visit.at}/participants`, speaker);
    const item = `${visit.at}/agenda/${meeting!.id}`;
    const archived = await office.delete(item, { 'if-match': '*' });
    expect(archived.headers['x-corteo-took-along']).toBe('agendaItems=1, participants=2');
    const { body } = await office.get(`${visit.at}/participants`);
    expect(body.items.map(({ agendaItem }: Recorded) => agendaItem)).toEqual([null]);
    const restored = await office.post(`${item}/restore`);
    expect(restored.headers['x-corteo-took-along']).toBe('agendaItems=1, participants=2');
  });

  it('takes along what a party has signed and owes', async () => {
    const organization = await office.record('/v1/organizations', cittaDellaScienza());
    const agreement = await office.record(
      '/v1/agreements',
      anAgreement({
        parties: [{ organizationId: organization.id, signatories: [{ planned: '2018' }] }],
        obligations: [{ party: 0, text: title }, { text: title }],
      }),
    );
    const [party] = agreement.parties as { id: string }[];
    const answer = await office.delete(`${agreement.at}/parties/${party!.id}`, { 'if-match': '*' });
    expect(answer.headers['x-corteo-took-along']).toBe('obligations=1, signatories=1');
    expect((await office.get(agreement.at)).body.obligations.length).toBe(1);
  });

  it('leaves no signatory of a party that is away', async () => {
    const organization = await office.record('/v1/organizations', cittaDellaScienza());
    const parties = [{ organizationId: organization.id, signatories: [{ planned: '2018' }] }];
    const agreement = await office.record('/v1/agreements', anAgreement({ parties }));
    const [{ id: partyId, signatories }] = agreement.parties as [{ id: string; signatories: Recorded[] }];
    await office.delete(`${agreement.at}/parties/${partyId}`, { 'if-match': '*' });
    const added = await office.post(`${agreement.at}/signatories`, { partyId, planned: '2019' });
    const restored = await office.post(`${agreement.at}/signatories/${signatories[0]!.id}/restore`);
    expect([added.status, restored.status]).toEqual([409, 404]);
    expect((await office.get(`${agreement.at}/signatories`)).body.items).toEqual([]);
  });

  it('takes along the links of an agreement', async () => {
    const agreement = await office.record('/v1/agreements', anAgreement());
    const earlier = await office.record('/v1/agreements', anAgreement());
    await office.record(`${agreement.at}/links`, { kind: 'renews', toId: earlier.id });
    const answer = await office.delete(agreement.at, { 'if-match': '*' });
    expect(answer.headers['x-corteo-took-along']).toBe('links=1');
  });

  it('takes nothing along where there is nothing', async () => {
    const forum = await office.record('/v1/forums', { names });
    const answer = await office.delete(forum.at, { 'if-match': '*' });
    expect(answer.headers['x-corteo-took-along']).toBeUndefined();
  });

  it('disappears with its agenda, and comes back as it was', async () => {
    office.setTime('2018-07-01T09:00:00Z');
    const agenda = [{ kind: 'meeting', title: { en: 'Welcome' } }];
    const visit = await office.record('/v1/visits', { names: named('Put away'), agenda });
    expect((await office.delete(visit.at, { 'if-match': visit.tag })).status).toBe(204);
    const found = async (query = '') =>
      (await office.get(`/v1/visits?q=put%20away${query}`)).body.items.length;
    expect([await found(), await found('&archived=include')]).toEqual([0, 1]);
    const answers = await Promise.all([
      office.get(visit.at),
      office.get(`${visit.at}?archived=include`),
      office.move(visit, 'planned'),
      office.post(`${visit.at}/agenda`, agenda[0]),
      office.patch(visit.at, { starts: null }, { 'if-match': '*' }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([404, 200, 409, 409, 409]);
    const { status, body } = await office.post(`${visit.at}/restore`);
    const [item] = visit.agenda;
    expect([status, body]).toEqual([200, { ...plain(visit), version: 3, agenda: [{ ...item, version: 3 }] }]);
  });
});
