import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anAgreement } from '#agreements/testing';
import { aPlace, aTopic, cittaDellaScienza, named, naples } from '#directory/testing';
import { aFollowUp, anOutcome } from '#follow-ups/testing';
import type { Recorded } from './answer.js';
import { type Office, openOffice } from './office.js';

describe('turning a commitment into a follow-up', () => {
  let office: Office;
  let visit: Recorded;
  let agreement: Recorded;
  let organization: Recorded;
  let city: Recorded;

  beforeAll(async () => {
    office = await openOffice();
    office.setTime('2018-07-14T09:00:00Z');
    city = await office.record('/v1/places', naples());
    organization = await office.record('/v1/organizations', cittaDellaScienza());
    visit = await office.record('/v1/visits', {
      names: named('Guiyang delegation in Naples'),
      placeId: city.id,
      starts: '2018-07-12',
      ends: '2018-07-12',
      agenda: [{ kind: 'meeting', title: { en: 'Welcome at Città della Scienza' }, on: '2018-07-12' }],
    });
    agreement = await office.record('/v1/agreements', anAgreement({ signed: '2017-11' }));
  });
  afterAll(() => office.close());

  const commit = (fields: object = {}): Promise<Recorded> =>
    office.record('/v1/outcomes', anOutcome({ eventId: visit.id, ...fields }));

  it('links both in one call', async () => {
    const outcome = await commit({ text: { en: 'a joint project', it: 'un progetto comune' } });
    const answer = await office.post(`${outcome.at}/follow-up`, {
      ownerOrganizationId: organization.id,
      due: '2018-10',
      priority: 'high',
    });
    expect([answer.status, answer.headers.location]).toEqual([201, `/v1/follow-ups/${answer.body.id}`]);
    expect(answer.body).toMatchObject({
      title: outcome.text,
      kind: 'action',
      outcome: { id: outcome.id, name: 'a joint project' },
      ownerOrganization: { id: organization.id, name: organization.name },
      due: '2018-10',
      priority: 'high',
      mandatory: false,
      status: 'open',
    });
    const { body } = await office.get(outcome.at);
    expect(body.followUps).toEqual([{ id: answer.body.id, name: 'a joint project', status: 'open' }]);
    expect((await office.get(answer.headers.location!)).body).toEqual(answer.body);
  });

  it('does so once, until that follow-up is cancelled', async () => {
    const outcome = await commit();
    const answers = await Promise.all([1, 2, 3].map(() => office.post(`${outcome.at}/follow-up`)));
    const codes = answers.map(({ status, body }) => body.code ?? status).sort();
    expect(codes).toEqual([201, 'outcome.followed-up', 'outcome.followed-up']);
    const { id } = answers.find(({ status }) => status === 201)!.body;
    await office.post(`/v1/follow-ups/${id}/transitions`, { to: 'cancelled' });
    expect((await office.post(`${outcome.at}/follow-up`)).status).toBe(201);
  });

  it('is due when the commitment is expected, unless something else is said', async () => {
    const outcomes = await Promise.all([1, 2, 3].map(() => commit({ expected: '2018-10' })));
    const followUps = await Promise.all(
      [{}, { due: '2018-09-30' }, { due: null }].map((said, at) =>
        office.post(`${outcomes[at]!.at}/follow-up`, said),
      ),
    );
    expect(followUps.map(({ body }) => body.due)).toEqual(['2018-10', '2018-09-30', null]);
  });

  it('takes none up again that another one has taken the place of', async () => {
    const outcome = await commit();
    const follow = async (): Promise<string> =>
      `/v1/follow-ups/${(await office.post(`${outcome.at}/follow-up`)).body.id}`;
    const cancelled = await follow();
    await office.post(`${cancelled}/transitions`, { to: 'cancelled' });
    office.setTime('2018-07-15T09:00:00Z');
    const putAway = await follow();
    await office.delete(putAway, { 'if-match': '*' });
    office.setTime('2018-07-16T09:00:00Z');
    const open = await follow();
    const again = async (): Promise<unknown[]> => [
      (await office.post(`${cancelled}/transitions`, { to: 'open' })).body.code,
      (await office.post(`${putAway}/restore`)).body.code,
    ];
    expect(await again()).toEqual(['outcome.followed-up', 'outcome.followed-up']);
    await office.delete(open, { 'if-match': '*' });
    const answers = await Promise.all([
      office.post(`${cancelled}/transitions`, { to: 'open' }),
      office.post(`${outcome.at}/follow-up`),
    ]);
    expect(answers.map(({ status }) => status).sort()).not.toEqual([200, 201]);
    const { body } = await office.get(outcome.at);
    expect(body.followUps.filter(({ status }: Recorded) => status === 'open')).toHaveLength(1);
  });

  it('brings back what was put away beside another that was recorded by itself', async () => {
    const outcome = await commit();
    const first = await office.record('/v1/follow-ups', aFollowUp({ outcomeId: outcome.id }));
    await office.record('/v1/follow-ups', aFollowUp({ outcomeId: outcome.id }));
    await office.delete(first.at, { 'if-match': '*' });
    expect((await office.post(`${first.at}/restore`)).status).toBe(200);
  });

  it('refuses it for any other outcome, and for two owners', async () => {
    const idea = await commit({ kind: 'idea' });
    expect((await office.post(`${idea.at}/follow-up`)).body.code).toBe('outcome.no-commitment');
    const owners = { ownerActorId: idea.createdBy.id, ownerOrganizationId: organization.id };
    const refused = await office.post(`${(await commit()).at}/follow-up`, owners);
    expect(refused.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/ownerActorId',
      '/ownerOrganizationId',
    ]);
  });

  it('keeps with the outcome when that turns out to come from elsewhere', async () => {
    const outcome = await commit();
    const { body } = await office.post(`${outcome.at}/follow-up`);
    const patch = { eventId: null, agreementId: agreement.id };
    const moved = await office.patch(outcome.at, patch, { 'if-match': outcome.tag });
    expect([moved.status, moved.body.event, moved.body.agreement.id]).toEqual([200, null, agreement.id]);
    const found = await office.get(`/v1/follow-ups?agreement=${agreement.id}`);
    expect(found.body.items.map(({ id }: Recorded) => id)).toEqual([body.id]);
    expect((await office.get(`/v1/follow-ups/${body.id}/history`)).body.items.length).toBe(1);
  });

  it('finds outcomes by what they came out of, what they are about, and any of their words', async () => {
    const topic = await office.record('/v1/topics', aTopic());
    const finding = await commit({
      eventId: null,
      agendaItemId: visit.agenda[0].id,
      kind: 'finding',
      text: { en: 'a first list of firms', it: 'un primo elenco di società', 'zh-Hans': '企业名单' },
      topicIds: [topic.id],
      actors: [{ organizationId: organization.id }],
      quantity: { value: 129, qualifier: 'exact', unit: 'firms' },
      presentedAtEventId: visit.id,
    });
    const elsewhere = await office.record('/v1/places', aPlace());
    const queries = {
      [`event=${visit.id}&kind=finding`]: [finding.id],
      [`agendaItem=${visit.agenda[0].id}`]: [finding.id],
      [`topic=${topic.id}`]: [finding.id],
      [`organization=${organization.id}`]: [finding.id],
      [`place=${city.id}&kind=finding`]: [finding.id],
      [`place=${elsewhere.id}`]: [],
      [`presentedAt=${visit.id}`]: [finding.id],
      'q=SOCIETA': [finding.id],
      [`q=${encodeURIComponent('名单')}`]: [finding.id],
      'status=delivered': [],
    };
    for (const [query, ids] of Object.entries(queries)) {
      const { body } = await office.get(`/v1/outcomes?${query}`);
      expect([query, body.items.map(({ id }: Recorded) => id)]).toEqual([query, ids]);
    }
  });

  it('keeps the date of a delivery', async () => {
    const outcome = await commit({ expected: '2018-10' });
    const move = { to: 'delivered', effectiveOn: '2018-10-22' };
    const { body } = await office.post(`${outcome.at}/transitions`, move);
    expect([body.status, body.expected, body.delivered]).toEqual(['delivered', '2018-10', '2018-10-22']);
  });
});

describe('the timeline', () => {
  let office: Office;

  beforeAll(async () => {
    office = await openOffice();
    office.setTime('2018-07-14T09:00:00Z');
  });
  afterAll(() => office.close());

  it('tells what concerned a place, an organization or a person, newest first', async () => {
    const italy = await office.record('/v1/places', aPlace({ names: named('Italy'), kind: 'country' }));
    const city = await office.record('/v1/places', naples({ parentId: italy.id }));
    const host = await office.record('/v1/organizations', cittaDellaScienza({ placeId: city.id }));
    const visit = await office.record('/v1/visits', {
      names: named('Guiyang delegation in Naples'),
      starts: '2018-07-12',
      ends: '2018-07-13',
      legs: [{ placeId: city.id }],
      participants: [{ organizationId: host.id, side: 'host', role: 'host' }],
    });
    const agreement = await office.record('/v1/agreements', {
      ...anAgreement({ signed: '2017-11' }),
      parties: [{ organizationId: host.id, side: 'Italy' }],
    });
    const outcome = await office.record('/v1/outcomes', anOutcome({ eventId: visit.id }));
    const due = aFollowUp({ agreementId: agreement.id, due: '2018-07-01' });
    const followUp = await office.record('/v1/follow-ups', due);
    const undated = await office.record('/v1/follow-ups', aFollowUp({ eventId: visit.id }));
    await office.record('/v1/visits', { names: named('Elsewhere'), starts: '2018-07-12' });

    const both = [
      ['outcome', outcome.id, '2018-07-13'],
      ['visit', visit.id, '2018-07-13'],
      ['follow_up', followUp.id, '2018-07-01'],
      ['agreement', agreement.id, '2017-11-30'],
      ['follow_up', undated.id, null],
    ];
    for (const query of [`place=${italy.id}`, `organization=${host.id}`]) {
      const { body } = await office.get(`/v1/timeline?${query}`);
      expect(body.items.map(({ kind, id, day }: Recorded) => [kind, id, day])).toEqual(both);
      const first = await office.get(`/v1/timeline?${query}&limit=2`);
      const next = await office.get(`/v1/timeline?${query}&cursor=${first.body.nextCursor}`);
      expect([...first.body.items, ...next.body.items]).toEqual(body.items);
    }
  });

  it('is that of one subject', async () => {
    expect((await office.get('/v1/timeline')).status).toBe(400);
  });
});
