import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anAgreement } from '#agreements/testing';
import { aPerson, aPlace, anOrganization, named } from '#directory/testing';
import { anOutcome } from '#follow-ups/testing';
import { Database } from '#platform';
import type { Answer, Recorded } from './answer.js';
import { agreementReferenceTo } from './known.js';
import { type Office, openOffice } from './office.js';

const automatic = (term: string | null, noticePeriod: string | null = null) => ({
  mode: 'automatic' as const,
  term,
  noticePeriod,
});
const inForce = (fields: object): object => ({ ...anAgreement({ status: 'in_force' }), ...fields });

describe('agreements over time', () => {
  let office: Office;

  beforeAll(async () => {
    office = await openOffice({ OFFICE_TIME_ZONE: 'Asia/Shanghai' });
    office.setTime('2026-11-27T09:00:00Z');
  });
  afterAll(() => office.close());

  const record = (fields: object): Promise<Recorded> => office.record('/v1/agreements', inForce(fields));
  const move = ({ at }: Recorded, to: string, more = {}): Promise<Answer> =>
    office.post(`${at}/transitions`, { to, ...more });
  const found = async (query: string, { id }: Recorded): Promise<boolean> => {
    const { body } = await office.get(`/v1/agreements?limit=200&${query}`);
    return body.items.some((item: Recorded) => item.id === id);
  };
  const termOf = ({ currentTerm, noticeBy, expiring, expired, lapsedBy }: Recorded) => [
    currentTerm && [currentTerm.starts, currentTerm.ends],
    noticeBy,
    expiring,
    expired,
    lapsedBy,
  ];

  it.each([
    ['runs', { effective: '2022', expiry: '2027-10-21' }, [['2022', '2027-10-21'], null, false, false, null]],
    [
      'is expiring',
      { expiry: '2027-01-31', renewal: { mode: 'renewable', noticePeriod: 'P3M' } },
      [[null, '2027-01-31'], '2026-10-31', true, false, null],
    ],
    [
      'is in force on its last day',
      { expiry: '2026-11-27' },
      [[null, '2026-11-27'], null, false, false, null],
    ],
    ['is over since yesterday', { expiry: '2026-11-26' }, [null, null, false, true, 1]],
    [
      'is over, whatever notice says',
      { expiry: '2025-10-21', renewal: { mode: 'renewable', noticePeriod: 'P3M' } },
      [null, null, false, true, 402],
    ],
    ['is over at the end of its year', { expiry: '2025' }, [null, null, false, true, 331]],
    [
      'may run until the end of its month',
      { expiry: '2026-11' },
      [[null, '2026-11-30'], null, false, false, null],
    ],
    ['is suspended, and over', { status: 'suspended', expiry: '2026-11-17' }, [null, null, false, true, 10]],
    ['has expired', { status: 'expired', expiry: '2026-11-17' }, [null, null, false, true, 10]],
    ['has expired, nobody knows when', { status: 'expired' }, [null, null, false, true, null]],
    [
      'has expired after it renewed itself, nobody knows how often',
      { status: 'expired', expiry: '2020-11-27', renewal: automatic('P1Y') },
      [null, null, false, true, null],
    ],
    [
      'asks for notice before there were dates',
      { expiry: '2027-10-21', renewal: { mode: 'renewable', noticePeriod: 'P999Y9999M99999D' } },
      [[null, '2027-10-21'], null, true, false, null],
    ],
    ['was terminated', { status: 'terminated', expiry: '2025-10-21' }, [null, null, false, false, null]],
    ['was never signed', { status: 'rejected', expiry: '2025-10-21' }, [null, null, false, false, null]],
    [
      'is evergreen',
      {
        signed: '2010-05',
        effectiveOnSignature: true,
        expiry: '2015',
        renewal: { mode: 'evergreen', noticePeriod: 'P1Y' },
      },
      [['2010-05', null], null, false, false, null],
    ],
    [
      'has no end that is known',
      { effective: '2018-01-01' },
      [['2018-01-01', null], null, false, false, null],
    ],
    [
      'renews itself, and is expiring again',
      { expiry: '2025-12-25', renewal: automatic('P1Y', 'P3M') },
      [['2025-12-26', '2026-12-25'], '2026-09-25', true, false, null],
    ],
    [
      'renews itself before the notice of its term',
      { expiry: '2024-03-31', renewal: automatic('P6M', 'P1M') },
      [['2026-10-01', '2027-03-31'], '2027-02-28', false, false, null],
    ],
    [
      'renews itself from the last day of January',
      { expiry: '2026-01-31', renewal: automatic('P1M') },
      [['2026-11-01', '2026-11-30'], null, false, false, null],
    ],
    [
      'renews itself from a leap day',
      { expiry: '2024-02-29', renewal: automatic('P1Y') },
      [['2026-03-01', '2027-02-28'], null, false, false, null],
    ],
    [
      'renews itself from a leap day to the next',
      { expiry: '2024-02-29', renewal: automatic('P4Y', 'P2Y') },
      [['2024-03-01', '2028-02-29'], '2026-02-28', true, false, null],
    ],
    [
      'renews itself from a month without a day',
      { expiry: '2025-02', renewal: automatic('P3Y') },
      [['2025-02-02', '2028-02-29'], null, false, false, null],
    ],
    [
      'is in its first term, though it renews itself',
      { effective: '2026', expiry: '2027', renewal: automatic('P2Y', 'P1Y6M') },
      [['2026', '2027-12-31'], '2025-07-01', true, false, null],
    ],
    [
      'renews itself for nobody knows how long',
      { expiry: '2026-11-17', renewal: automatic(null) },
      [null, null, false, true, 10],
    ],
  ])('tells where a term stands: one that %s', async (_, fields, told) => {
    const agreement = await record(fields);
    const { body } = await office.get(`/v1/agreements?limit=200&expired=${told[3]}`);
    const listed = body.items.find(({ id }: Recorded) => id === agreement.id);
    expect([termOf(agreement), termOf(listed)]).toEqual([told, told]);
    expect([
      await found('expired=true', agreement),
      await found('expiring=true', agreement),
      await found('expiring=false', agreement),
    ]).toEqual([told[3], told[2], !told[2]]);
  });

  it.each([
    ['ends in a month', { expiry: '2026-12-25' }, true],
    ['renews itself in a month', { expiry: '2020-12-25', renewal: automatic('P1Y') }, true],
    ['renews itself in a year', { expiry: '2025-11-26', renewal: automatic('P2Y') }, false],
    ['is over', { expiry: '2026-11-26' }, false],
    ['never ends', { expiry: '2026-12-25', renewal: { mode: 'evergreen' } }, false],
    ['may end in a month', { expiry: '2026' }, true],
    ['may renew itself in a month', { expiry: '2025', renewal: automatic('P1Y') }, true],
    ['is not signed', { status: 'approved', expiry: '2026-12-25' }, false],
  ])('finds in the register of a country what ends soon: one that %s', async (_, fields, soon) => {
    const country = await office.record('/v1/places', aPlace({ kind: 'country' }));
    const party = await office.record('/v1/organizations', anOrganization({ placeId: country.id }));
    const agreement = await record({ ...fields, parties: [{ organizationId: party.id }] });
    const counted = await office.get(`/v1/agreements?country=${country.id}&expiringWithin=P90D&count=true`);
    expect([
      await found('expiringWithin=P90D', agreement),
      await found(`expiringWithin=P90D&country=${country.id}`, agreement),
      counted.body.total,
    ]).toEqual([soon, soon, Number(soon)]);
  });

  it('pages through what ends soon, whether or not it renews itself', async () => {
    const expected: string[] = [];
    const side = 'Pages';
    const { id: organizationId } = await office.record('/v1/organizations', anOrganization());
    for (const [index, expiry] of [
      '2010-12-20',
      '2020-12-10',
      '2026-12-01',
      '2026-12-15',
      '2027-01-10',
    ].entries()) {
      const renewal = index < 2 ? automatic('P1Y') : null;
      expected.push((await record({ expiry, renewal, parties: [{ organizationId, side }] })).id);
    }
    const listed: string[] = [];
    let path: string | null = `/v1/agreements?expiringWithin=P90D&side=${side}&limit=2`;
    while (path) {
      const { body }: Answer = await office.get(path);
      listed.push(...body.items.map(({ id }: Recorded) => id));
      path =
        body.nextCursor &&
        `/v1/agreements?expiringWithin=P90D&side=${side}&limit=2&cursor=${body.nextCursor}`;
    }
    expect(listed).toEqual(expected);
  });

  it('counts every term from the first one, as calendars do', async () => {
    const ends = ['2023-12-31', '2024-01-31', '2024-02-29', '2025-08-30', '0999-05-05'];
    const terms = ['P1D', 'P90D', 'P1M', 'P6M', 'P18M', 'P1Y', 'P4Y', 'P5Y', 'P1Y1M1D', 'P30Y'];
    const days = [0, 1, 27, 31, 59, 89, 91, 364, 366, 731, 1461, 3653, 18_263, 400_000];
    const cases = ends.flatMap((end) =>
      terms.flatMap((term) => days.map((later) => ({ end, term, today: dayAfter(end, later) }))),
    );
    const counted = await office.provider(Database).transaction((tx) =>
      tx.query<{ ends: string }[]>(
        `select to_char(public.days_later("end", term, public.terms_renewed("end", term, today)), 'YYYY-MM-DD') as ends
         from rows from (json_to_recordset($1) as ("end" date, term text, today date))
           with ordinality as one("end", term, today, position) order by position`,
        [JSON.stringify(cases)],
      ),
    );
    expect(counted.map((row, index) => [cases[index], row.ends])).toEqual(
      cases.map((one) => [one, termEnd(one.end, one.term, one.today)]),
    );
  });

  it('turns over at midnight in the office', async () => {
    const agreement = await record({ expiry: '2027-06-30', renewal: automatic('P1Y', 'P1M') });
    const seen = async (at: string): Promise<unknown> => {
      office.setTime(at);
      const { body } = await office.get(agreement.at);
      return [body.currentTerm.ends, body.expiring];
    };
    expect(await seen('2027-06-30T15:59:59Z')).toEqual(['2027-06-30', true]);
    expect(await seen('2027-06-30T16:00:00Z')).toEqual(['2028-06-30', false]);
    office.setTime('2026-11-27T09:00:00Z');
  });

  it('has evergreen agreements reviewed', async () => {
    const due = await record({ review: '2026', renewal: { mode: 'evergreen' } });
    const ahead = await record({ review: '2026-12', renewal: { mode: 'evergreen' } });
    const over = await record({ review: '2020', expiry: '2021' });
    expect([due, ahead, over].map(({ reviewDue }) => reviewDue)).toEqual([true, false, false]);
    expect([await found('reviewDue=true', due), await found('reviewDue=true', ahead)]).toEqual([true, false]);
    expect((await move(due, 'expired')).body.missing).toEqual(['an end: it is evergreen']);
  });

  it.each([
    [
      'to expired before its day',
      { expiry: '2027-12-30' },
      'expired',
      ['to have reached its expiry, 2027-12-30'],
    ],
    [
      'to expired before its month',
      { expiry: '2026-12' },
      'expired',
      ['to have reached its expiry, 2026-12-01'],
    ],
    [
      'to expired while it renews itself',
      { expiry: '2020-12-30', renewal: automatic('P1Y') },
      'expired',
      ['to have reached its expiry, 2026-12-30'],
    ],
    [
      'into force before its day',
      { status: 'signed', effective: '2027-11-25' },
      'in_force',
      ['to have reached the day on which it takes effect, 2027-11-25'],
    ],
    [
      'into force again before its year',
      { status: 'suspended', effective: '2027' },
      'in_force',
      ['to have reached the day on which it takes effect, 2027-01-01'],
    ],
    [
      'to signed before its month',
      { status: 'approved', signed: '2027-01' },
      'signed',
      ['a party', 'to have reached the day of its signature, 2027-01-01'],
    ],
    [
      'to terminated before its day',
      { terminated: '2030-01-01', terminationReason: 'no funding' },
      'terminated',
      ['to have reached the date of termination, 2030-01-01'],
    ],
  ])('refuses a move %s', async (_, fields, to, missing) => {
    const { status, body } = await move(await record(fields), to);
    expect([status, body.code, body.missing]).toEqual([409, 'agreement.not-ready', missing]);
  });

  it('takes the day of a move for what is not known, and holds it against today', async () => {
    const early = await move(await record({}), 'expired', { effectiveOn: '2027-01-01' });
    expect(early.body.missing).toEqual(['to have reached its expiry, 2027-01-01']);
    const { body } = await move(await record({}), 'expired', { effectiveOn: '2026-10' });
    expect([body.status, body.expiry, body.expired, body.lapsedBy]).toEqual(['expired', '2026-10', true, 27]);
  });

  it('is renewed late', async () => {
    const old = await record({ expiry: '2026-11-15' });
    expect((await move(old, 'expired')).status).toBe(200);
    expect((await move(old, 'renewed')).body.missing).toEqual(['the agreement that renews it']);
    const successor = await record({ status: 'signed' });
    await office.record(`${successor.at}/links`, { toId: old.id, kind: 'renews' });
    expect((await move(old, 'renewed')).body.status).toBe('renewed');
  });

  it.each([
    ['renews', 'renewed', 'the agreement that renews it'],
    ['replaces', 'replaced', 'the agreement that replaces it'],
  ])('is succeeded by one that %s it, unless nothing came of that', async (kind, to, missing) => {
    const old = await record({});
    for (const status of ['rejected', 'lapsed', 'negotiating']) {
      const successor = await record({ status });
      await office.record(`${successor.at}/links`, { toId: old.id, kind });
      const { body } = await office.get(`${old.at}/transitions`);
      const ready = body.allowed.find((move: Recorded) => move.to === to);
      expect([status, ready.missing]).toEqual([status, status === 'negotiating' ? [] : [missing]]);
    }
    expect((await move(old, to)).body.status).toBe(to);
  });

  it.each([
    ['proposed', false],
    ['drafting', false],
    ['negotiating', false],
    ['approved', false],
    ['signed', true],
    ['in_force', true],
    ['suspended', true],
    ['expired', true],
    ['renewed', true],
    ['replaced', true],
    ['terminated', true],
    ['rejected', false],
    ['lapsed', false],
  ])('owes what it promises only where it bound somebody: %s', async (status, owed) => {
    const obligations = ['2026-01-01', '2025', '2026-10', '2026-11', '2027', null].map((due) => ({
      text: { en: 'send students' },
      due,
    }));
    const agreement = await record({ status, obligations });
    expect([
      agreement.obligations.map(({ overdue }: Recorded) => overdue),
      agreement.overdueObligationCount,
      await found('overdue=true', agreement),
      await found('overdue=false', agreement),
    ]).toEqual([[owed, owed, owed, false, false, false], owed ? 3 : 0, owed, !owed]);
    const { body } = await office.get(`${agreement.at}/obligations`);
    const followUp = await office.record('/v1/follow-ups', {
      kind: 'reply',
      title: { en: 'ask again' },
      due: '2026-10',
      obligationId: agreement.obligations[0].id,
    });
    expect([body.items[0].overdue, followUp.overdue]).toEqual([owed, owed]);
  });

  it('is concluded in several places, or in none', async () => {
    const places = [await office.record('/v1/places', aPlace()), await office.record('/v1/places', aPlace())];
    const [turin, beijing] = places.map(({ id, name }) => ({ id, name }));
    const agreement = await record({ placeIds: [turin!.id, beijing!.id] });
    expect([agreement.places, agreement.virtual]).toEqual([[turin, beijing], false]);
    const { body } = await office.get(`/v1/agreements?sort=-updated&limit=1`);
    expect([body.items[0].id, body.items[0].placeCount]).toEqual([agreement.id, 2]);
    const patched = await office.patch(agreement.at, { placeIds: [], virtual: true }, { 'if-match': '*' });
    expect([patched.body.places, patched.body.virtual]).toEqual([[], true]);
    const history = await office.get(`${agreement.at}/history`);
    expect(history.body.items[0].fields).toEqual([
      { field: 'placeIds', old: [turin!.id, beijing!.id], new: [] },
      { field: 'virtual', old: false, new: true },
    ]);
    const refused = await office.post('/v1/agreements', inForce({ placeIds: [agreement.id] }));
    expect([refused.status, refused.body.errors[0].pointer]).toEqual([400, '/placeIds/0']);
  });

  it('is signed by two of a side, one of them on behalf of another', async () => {
    const [rector, dean] = [
      await office.record('/v1/people', aPerson()),
      await office.record('/v1/people', aPerson()),
    ];
    const university = await office.record('/v1/organizations', anOrganization());
    const consortium = await office.record('/v1/organizations', anOrganization());
    const agreement = await record({
      parties: [
        {
          organizationId: university.id,
          signatories: [
            { personId: dean.id, onBehalfOfPersonId: rector.id, signedOn: '2017-11' },
            { personId: rector.id, onBehalfOfOrganizationId: consortium.id },
          ],
        },
      ],
    });
    const [first, second] = agreement.parties[0].signatories;
    expect([first.person.id, first.onBehalfOfPerson.id, first.onBehalfOfOrganization]).toEqual([
      dean.id,
      rector.id,
      null,
    ]);
    expect([second.onBehalfOfPerson, second.onBehalfOfOrganization.id]).toEqual([null, consortium.id]);
    const at = `${agreement.at}/signatories/${second.id}`;
    const both = await office.patch(at, { onBehalfOfPersonId: dean.id }, { 'if-match': '*' });
    expect([both.status, both.body.errors.map(({ pointer }: Recorded) => pointer)]).toEqual([
      400,
      ['/onBehalfOfPersonId', '/onBehalfOfOrganizationId'],
    ]);
    const { body } = await office.get(`/v1/timeline?organization=${consortium.id}`);
    expect(body.items.map(({ id }: Recorded) => id)).toEqual([agreement.id]);
  });

  it('names the item at which it was signed, the event it came from, and who approved it', async () => {
    const fair = await office.record('/v1/forums', {
      names: named('Italy-China Innovation Week 2017'),
      agenda: [{ kind: 'signing', title: { en: 'Signing of agreements' } }],
    });
    const visit = await office.record('/v1/visits', { names: named('Guiyang delegation in Naples') });
    const senate = await office.record('/v1/organizations', anOrganization({ names: named('Senate') }));
    const [item] = fair.agenda;
    const agreement = await record({
      status: 'negotiating',
      signedAtItemId: item.id,
      originEventId: visit.id,
      approvedByOrganizationId: senate.id,
      approvalSession: '9th session of 2017',
      approvalResolution: '2017/9/14',
    });
    expect(agreement).toMatchObject({
      signedAtEvent: { id: fair.id, name: fair.name },
      signedAtItem: { id: item.id },
      originEvent: { id: visit.id, name: visit.name },
      approved: null,
      approvedByOrganization: { id: senate.id, name: 'Senate' },
      approvalSession: '9th session of 2017',
      approvalResolution: '2017/9/14',
    });
    expect([await found(`event=${fair.id}`, agreement), await found(`event=${visit.id}`, agreement)]).toEqual(
      [true, true],
    );
    expect((await move(agreement, 'approved', { effectiveOn: '2017-10-24' })).body.approved).toBe(
      '2017-10-24',
    );
    const other = await office.patch(agreement.at, { signedAtEventId: visit.id }, { 'if-match': '*' });
    expect([other.status, other.body.errors[0].pointer]).toEqual([400, '/signedAtItemId']);

    const outcome = await office.record('/v1/outcomes', {
      ...anOutcome({ eventId: visit.id }),
      ledToAgreementId: agreement.id,
    });
    expect(outcome.ledToAgreement).toEqual(agreementReferenceTo(await office.reread(agreement)));
    const led = await office.get(`/v1/outcomes?ledTo=${agreement.id}`);
    expect(led.body.items.map(({ id }: Recorded) => id)).toEqual([outcome.id]);
  });

  it('is found by the organization that has succeeded its party', async () => {
    const [bureau, commission, ministry] = [
      await office.record('/v1/organizations', anOrganization({ names: named('Bureau') })),
      await office.record('/v1/organizations', anOrganization({ names: named('Commission') })),
      await office.record('/v1/organizations', anOrganization({ names: named('Ministry') })),
    ];
    await office.record(`${commission.at}/relations`, { kind: 'successor_of', toOrganizationId: bureau.id });
    const last = await office.record(`${ministry.at}/relations`, {
      kind: 'successor_of',
      toOrganizationId: commission.id,
    });
    const agreement = await record({ parties: [{ organizationId: bureau.id }] });
    const later = await record({ parties: [{ organizationId: ministry.id }] });
    const byParty = ({ id }: Recorded) => [agreement, later].map((one) => found(`party=${id}`, one));
    expect(await Promise.all([bureau, commission, ministry].flatMap(byParty))).toEqual([
      true,
      false,
      true,
      false,
      true,
      true,
    ]);
    const timeline = async ({ id }: Recorded): Promise<number> =>
      (await office.get(`/v1/timeline?organization=${id}`)).body.items.length;
    expect(await Promise.all([bureau, commission, ministry].map(timeline))).toEqual([1, 1, 2]);
    const visit = await office.record('/v1/visits', {
      names: named('Visit'),
      participants: [{ organizationId: bureau.id, side: 'host', role: 'host' }],
    });
    const visits = await office.get(`/v1/visits?organization=${ministry.id}`);
    expect(visits.body.items.map(({ id }: Recorded) => id)).toEqual([visit.id]);
    await office.delete(last.at, { 'if-match': '*' });
    expect(await found(`party=${ministry.id}`, agreement)).toBe(false);
  });
});

function dayAfter(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** The end of the term that runs today, found term by term. */
function termEnd(first: string, term: string, today: string): string {
  const { years, months, days } = Temporal.Duration.from(term);
  for (let times = 0; ; times++) {
    const moved = { years: years * times, months: months * times, days: days * times };
    const end = Temporal.PlainDate.from(first).add(moved).toString();
    if (end >= today) return end;
  }
}
