import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anAgreement } from '#agreements/testing';
import { anOrganization, aPlace, aTopic, named, naples } from '#directory/testing';
import { Database } from '#platform';
import type { Answer, Recorded } from './answer.js';
import { agreementReferenceTo, eventReferenceTo } from './known.js';
import { type Office, openOffice } from './office.js';

/** The joint laboratory on advanced manufacturing: three parties in Italy, two in China. */
describe('signing an agreement', () => {
  let office: Office;
  let italy: Recorded;
  let china: Recorded;
  let week: Recorded;
  let laboratory: Recorded;
  let agreement: Recorded;
  const organizations: Record<string, Recorded> = {};

  beforeAll(async () => {
    office = await openOffice({ OFFICE_TIME_ZONE: 'Asia/Shanghai' });
    office.setTime('2026-11-22T09:00:00Z');
    italy = await office.record('/v1/places', aPlace({ names: named('Italy'), kind: 'country' }));
    china = await office.record('/v1/places', aPlace({ names: named('China'), kind: 'country' }));
    const city = await office.record('/v1/places', naples({ parentId: italy.id }));
    const bergamo = await office.record(
      '/v1/places',
      aPlace({ names: named('Bergamo'), parentId: italy.id, timeZone: 'Europe/Rome' }),
    );
    const beijing = await office.record(
      '/v1/places',
      aPlace({ names: named('Beijing'), parentId: china.id }),
    );
    await recordOrganizations(city, bergamo, beijing);
    week = await office.record('/v1/forums', {
      names: named('Italy-China Innovation Week 2017'),
      format: 'week',
      year: 2017,
      starts: '2017-11',
      ends: '2017-11',
      placeId: beijing.id,
    });
    const topic = await office.record('/v1/topics', aTopic({ names: named('Advanced manufacturing') }));
    agreement = await office.record(
      '/v1/agreements',
      anAgreement({
        topicIds: [topic.id],
        objectives: [{ en: 'research and training on the themes of the Intelligent Factory' }],
        placeIds: [beijing.id],
        signedAtEventId: week.id,
        createsOrganizationId: laboratory.id,
        status: 'approved',
        parties: [
          { organizationId: organizations.federico!.id, side: 'Italy' },
          { organizationId: organizations.newsteel!.id, side: 'Italy' },
          { organizationId: organizations.bergamo!.id, side: 'Italy' },
          {
            organizationId: organizations.tsinghua!.id,
            side: 'China',
            signatories: [{ planned: '2017-11' }],
          },
          { organizationId: organizations.csaa!.id, side: 'China', signatoryUnknown: true },
        ],
        obligations: [
          { party: 3, text: { en: 'send students to the workshop on smart greenhouses' }, due: '2018-07-09' },
          { text: { en: 'present the hydroponic greenhouse' }, due: '2018-10' },
        ],
      }),
    );
  });

  afterAll(() => office.close());

  it('is recorded whole: three parties on one side, two on the other', () => {
    const sides = agreement.parties.map(({ side }: Recorded) => side);
    expect([sides, agreement.signedAtEvent, agreement.createsOrganization]).toEqual([
      ['Italy', 'Italy', 'Italy', 'China', 'China'],
      eventReferenceTo(week),
      { id: laboratory.id, name: 'China-Italy Joint Lab on Advanced Manufacturing' },
    ]);
    expect(agreement.parties[3].signatories).toMatchObject([{ person: null, planned: '2017-11' }]);
    expect(agreement.obligations[0].party).toEqual({
      id: agreement.parties[3].id,
      name: 'Tsinghua University',
    });
  });

  it('is recorded all or not at all', async () => {
    const before = await count('');
    const answer = await office.post(
      '/v1/agreements',
      anAgreement({
        parties: [{ organizationId: organizations.csaa!.id, signatories: [{ personId: italy.id }] }],
        obligations: [{ text: { en: 'a workshop' } }],
      }),
    );
    expect([answer.status, answer.body.errors[0].pointer, await count('')]).toEqual([
      400,
      '/parties/0/signatories/0/personId',
      before,
    ]);
  });

  it('names the parties that have not signed', async () => {
    const missing = [
      'the signature of University of Naples Federico II',
      'the signature of Campania NewSteel',
      'the signature of University of Bergamo',
      'the signature of Tsinghua University',
    ];
    const { body } = await office.get(`${agreement.at}/transitions`);
    expect(body.allowed[0]).toEqual({ to: 'signed', missing });
    const refused = await move(agreement, { to: 'signed' });
    expect([refused.status, refused.body.code, refused.body.missing]).toEqual([
      409,
      'agreement.not-ready',
      missing,
    ]);
  });

  it('counts two signatures at the same instant', async () => {
    const sign = (party: Recorded): Promise<Answer> =>
      office.post(`${agreement.at}/signatories`, { partyId: party.id, signedOn: '2017-11' });
    const answers = await Promise.all([sign(agreement.parties[0]), sign(agreement.parties[1])]);
    const [planned] = agreement.parties[3].signatories;
    const here = `${agreement.at}/signatories/${planned.id}`;
    const patches = await Promise.all([
      office.patch(here, { signedOn: '2017-11' }, { 'if-match': '*' }),
      office.patch(
        `${agreement.at}/parties/${agreement.parties[2].id}`,
        { signatoryUnknown: true },
        { 'if-match': '*' },
      ),
    ]);
    expect([...answers, ...patches].map(({ status }) => status)).toEqual([201, 201, 200, 200]);
    const { body } = await office.get(`${agreement.at}/transitions`);
    expect(body.allowed[0]).toEqual({ to: 'signed', missing: [] });
  });

  it('is signed in the month of the week, and in force only from a date or on signature', async () => {
    const signed = await move(agreement, { to: 'signed', effectiveOn: '2017-11', reason: 'in Beijing' });
    expect([signed.body.status, signed.body.signed]).toEqual(['signed', '2017-11']);
    expect((await move(agreement, { to: 'in_force' })).status).toBe(409);
    await patch(agreement, { effectiveOnSignature: true });
    const { body } = await move(agreement, { to: 'in_force' });
    expect(body.statusHistory.map(({ to }: Recorded) => to)).toEqual(['approved', 'signed', 'in_force']);
  });

  it.each([
    [['2026-11-20', '2026-11-18'], '2026-11-20'],
    [['2026-11', '2026-11-20'], '2026-11'],
    [['2025-11-30', '2025-11'], '2025-11-30'],
    [['2026-11-20', null], null],
  ])('was signed when the last party did: of %j, %s', async (days, day) => {
    const parties = days.map((signedOn, number) => ({
      organizationId: Object.values(organizations)[number]!.id,
      ...(signedOn ? { signatories: [{ signedOn }] } : { signatoryUnknown: true }),
    }));
    const fields = { names: named('Signed today'), effectiveOnSignature: true };
    const one = await office.record(
      '/v1/agreements',
      anAgreement({ ...fields, status: 'approved', parties }),
    );
    const { body } = await move(one, { to: 'in_force' });
    const recorded = await office.record(
      '/v1/agreements',
      anAgreement({ ...fields, status: 'in_force', parties }),
    );
    for (const { status, signed, currentTerm } of [body, recorded])
      expect([status, signed, currentTerm.starts]).toEqual(['in_force', day, day]);
    for (const { at } of [one, recorded]) await office.delete(at, { 'if-match': '*' });
  });

  it('is recorded as signed when it says that it was, and as not signed before it binds', async () => {
    const parties = [{ organizationId: organizations.csaa!.id, signatories: [{ signedOn: '2026-11-20' }] }];
    const recorded = async (fields: object): Promise<unknown> => {
      const { signed, at } = await office.record('/v1/agreements', anAgreement({ ...fields, parties }));
      await office.delete(at as string, { 'if-match': '*' });
      return signed;
    };
    expect([
      await recorded({ status: 'signed', signed: '2026-11-21' }),
      await recorded({ status: 'approved' }),
      await recorded({ status: 'lapsed' }),
    ]).toEqual(['2026-11-21', null, null]);
    const early = await office.post(
      '/v1/agreements',
      anAgreement({ status: 'expired', expiry: '2025', parties }),
    );
    expect([early.status, early.body.errors.map(({ pointer }: Recorded) => pointer)]).toEqual([
      400,
      ['/expiry'],
    ]);
  });

  it('is not signed before the day of a signature has come, whoever else signed and when', async () => {
    const later = [{ signedOn: '2026-11-23' }];
    const one = await office.record(
      '/v1/agreements',
      anAgreement({
        names: named('Signed tomorrow'),
        status: 'approved',
        signed: '2026-11',
        parties: [
          { organizationId: organizations.csaa!.id, signatoryUnknown: true },
          { organizationId: organizations.tsinghua!.id, signatories: later },
          { organizationId: organizations.bergamo!.id, signatories: [{ signedOn: '2026-11-20' }] },
        ],
      }),
    );
    expect((await move(one, { to: 'signed' })).body.missing).toEqual([
      'to have reached the day of its signature, 2026-11-23',
    ]);
    office.setTime('2026-11-22T16:00:00Z');
    expect((await move(one, { to: 'signed' })).body.signed).toBe('2026-11');
    office.setTime('2026-11-22T09:00:00Z');
    await office.delete(one.at, { 'if-match': '*' });
  });

  it.each([
    ['a country of a party', () => `country=${china.id}`, 1],
    ['another country', () => `country=${week.id}`, 0],
    ['a party', () => `party=${organizations.csaa!.id}`, 1],
    ['a party on its side', () => `party=${organizations.csaa!.id}&side=china`, 1],
    ['a party on the other side', () => `party=${organizations.csaa!.id}&side=Italy`, 0],
    ['the event', () => `event=${week.id}`, 1],
    ['a range that the month of signature overlaps', () => 'signedFrom=2017-11-30&signedTo=2018-01-01', 1],
    ['a range after it', () => 'signedFrom=2017-12-01', 0],
    ['kind and statuses', () => 'kind=joint_lab&status=signed&status=in_force', 1],
    ['an expiry that it has not', () => 'expiryTo=2099-12-31', 0],
    ['a part of its name', () => 'q=advanced%20manu', 1],
  ])('stands in the register by %s', async (_, query, found) => {
    expect(await count(query())).toBe(found);
  });

  it('counts a party no longer in a country once the party is put away or moved', async () => {
    const [, , , tsinghua, csaa] = agreement.parties;
    await office.delete(`${agreement.at}/parties/${csaa.id}`, { 'if-match': '*' });
    expect(await count(`country=${china.id}`)).toBe(1);
    const at = `/v1/organizations/${organizations.tsinghua!.id}`;
    await office.patch(at, { placeId: null }, { 'if-match': '*' });
    expect(await count(`country=${china.id}`)).toBe(0);
    await office.post(`${agreement.at}/parties/${csaa.id}/restore`);
    expect([await count(`country=${china.id}`), tsinghua.side]).toEqual([1, 'China']);
  });

  it('is overdue once the last day has passed, be it that of a month', async () => {
    const { body } = await office.get(agreement.at);
    expect(body.obligations.map(({ overdue }: Recorded) => overdue)).toEqual([true, true]);
    expect([body.overdueObligationCount, await count('overdue=true')]).toEqual([2, 1]);
    const fulfil = `${agreement.at}/obligations/${body.obligations[0].id}/transitions`;
    const done = await office.post(fulfil, { to: 'fulfilled', reason: 'six students came to Naples' });
    const left = await office.get(agreement.at);
    expect([done.body.overdue, left.body.overdueObligationCount]).toEqual([false, 1]);
  });

  it('is expiring from the midnight of the office on which its notice period begins', async () => {
    // Midnight in Shanghai is at 16:00 UTC; three months before 28 February begins on 28 November.
    const renewal = { mode: 'automatic', term: 'P5Y', noticePeriod: 'P3M' };
    await patch(agreement, { expiry: '2027-02-28', renewal });
    const seen = async (at: string): Promise<unknown[]> => {
      office.setTime(at);
      const { body } = await office.get(agreement.at);
      return [body.expiring, await count('expiring=true'), await count('expiringWithin=P92D')];
    };
    expect(await seen('2026-11-27T15:59:59Z')).toEqual([false, 0, 0]);
    expect(await seen('2026-11-27T16:00:00Z')).toEqual([true, 1, 1]);
    expect(await seen('2027-02-28T15:59:59Z')).toEqual([true, 1, 1]);
    expect(await seen('2027-02-28T16:00:00Z')).toEqual([false, 0, 0]);
    office.setTime('2026-11-22T09:00:00Z');
  });

  it('finds what may expire in a range, however vague the date is', async () => {
    const found = async (expiry: string): Promise<number[]> => {
      await patch(agreement, { expiry });
      const range = 'expiryFrom=2030-03-01&expiryTo=2030-03-31';
      return Promise.all([count(range), count(`${range}&country=${italy.id}`)]);
    };
    expect(await found('2030-03-31')).toEqual([1, 1]);
    expect(await found('2030')).toEqual([1, 1]);
    expect(await found('20XX')).toEqual([1, 1]);
    expect(await found('2030-04')).toEqual([0, 0]);
  });

  it('is renewed once another agreement says that it renews it', async () => {
    const successor = await office.record('/v1/agreements', anAgreement({ status: 'negotiating' }));
    expect((await move(agreement, { to: 'renewed' })).body.missing).toEqual(['the agreement that renews it']);
    const link = await office.record(`${successor.at}/links`, { toId: agreement.id, kind: 'renews' });
    expect(link.to).toEqual(agreementReferenceTo(await office.reread(agreement)));
    const again = await office.post(`${successor.at}/links`, { toId: agreement.id, kind: 'renews' });
    expect(again.body.code).toBe('agreement.link-twice');
    const { body } = await move(agreement, { to: 'renewed' });
    expect([body.status, body.linkedFrom[0].agreement.id]).toEqual(['renewed', successor.id]);
    expect((await move(agreement, { to: 'in_force' })).body).toMatchObject({
      code: 'agreement.illegal-move',
      allowed: [],
    });
  });

  it('is terminated on a date and for a reason, which the move may give', async () => {
    const other = await office.record(
      '/v1/agreements',
      anAgreement({ status: 'in_force', signed: '2017-11' }),
    );
    expect((await move(other, { to: 'terminated' })).body.missing).toHaveLength(2);
    const early = await move(other, { to: 'terminated', effectiveOn: '2016', reason: 'no funding' });
    expect([early.status, early.body.errors[0].pointer]).toEqual([400, '/effectiveOn']);
    const { body } = await move(other, { to: 'terminated', effectiveOn: '2021', reason: 'no funding' });
    expect([body.terminated, body.terminationReason]).toEqual(['2021', 'no funding']);
  });

  it('tells its history, and that of its parts', async () => {
    const { body } = await office.get(`${agreement.at}/history`);
    expect(body.items.slice(-2)).toMatchObject([
      {
        kind: 'moved',
        status: { from: 'approved', to: 'signed' },
        reason: 'in Beijing',
        effectiveOn: '2017-11',
      },
      { kind: 'created', version: 1 },
    ]);
    const kinds = async (part: string): Promise<string[]> => {
      const history = await office.get(`${agreement.at}/${part}/history`);
      return history.body.items.map(({ kind }: Recorded) => kind);
    };
    const [, , , tsinghua, csaa] = agreement.parties;
    expect(await kinds(`parties/${csaa.id}`)).toEqual(['restored', 'archived', 'created']);
    expect(await kinds(`signatories/${tsinghua.signatories[0].id}`)).toEqual(['changed', 'created']);
    expect(await kinds(`obligations/${agreement.obligations[0].id}`)).toEqual(['moved', 'created']);
  });

  it('shows the parts only at their own agreement, to who may read', async () => {
    const other = await office.record('/v1/agreements', anAgreement());
    const party = `parties/${agreement.parties[0].id}`;
    expect((await office.get(`${other.at}/${party}`)).status).toBe(404);
    expect((await office.get(`${agreement.at}/${party}`)).status).toBe(200);
    expect((await office.stranger.get(agreement.at)).status).toBe(401);
    const foreign = await office.post(`${other.at}/signatories`, { partyId: agreement.parties[0].id });
    expect(foreign.body.errors[0].pointer).toBe('/partyId');
  });

  it('keeps the places of its parties as a recount finds them', async () => {
    const rows = await office.provider(Database).transaction((tx) =>
      tx.query<{ wrong: number }[]>(`
        with counted as (
          select distinct p.agreement_id, around.id as place_id, a.expiry_latest,
            renews_itself(a.expiry, a.renewal) as renews_itself
          from agreement_parties p join agreements a on a.id = p.agreement_id
          join organizations o on o.id = p.organization_id, places_around(o.place_id) around
          where p.archived_at is null)
        select count(*)::int as wrong from counted
        full join agreement_party_places kept using (agreement_id, place_id, expiry_latest, renews_itself)
        where counted.agreement_id is null or kept.agreement_id is null`),
    );
    expect(rows).toEqual([{ wrong: 0 }]);
  });

  async function recordOrganizations(city: Recorded, bergamo: Recorded, beijing: Recorded): Promise<void> {
    const record = async (key: string, overrides: object): Promise<void> => {
      organizations[key] = await office.record('/v1/organizations', anOrganization(overrides));
    };
    await record('federico', { names: named('University of Naples Federico II'), placeId: city.id });
    await record('newsteel', { names: named('Campania NewSteel'), kind: 'incubator', placeId: city.id });
    await record('bergamo', { names: named('University of Bergamo'), placeId: bergamo.id });
    await record('tsinghua', { placeId: beijing.id });
    await record('csaa', {
      names: named('China Sci-Tech Automation Alliance'),
      kind: 'association',
      placeId: beijing.id,
      memberCount: { value: 60, qualifier: 'over', unit: 'companies' },
    });
    laboratory = await office.record(
      '/v1/organizations',
      anOrganization({
        names: [
          ...named('China-Italy Joint Lab on Advanced Manufacturing'),
          { text: 'CI-LAM', lang: 'en', kind: 'acronym' },
          { text: 'Ci-Lam Joimt Lab', lang: 'en', kind: 'as_printed' },
        ],
        kind: 'joint_lab',
      }),
    );
  }

  function move(record: Recorded, body: object): Promise<Answer> {
    return office.post(`${record.at}/transitions`, body);
  }

  async function patch(record: Recorded, body: object): Promise<void> {
    const { status, text } = await office.patch(record.at, body, { 'if-match': '*' });
    if (status !== 200) throw new Error(text);
  }

  async function count(query: string): Promise<number> {
    const { body } = await office.get(`/v1/agreements?count=true&${query}`);
    return body.total;
  }
});
