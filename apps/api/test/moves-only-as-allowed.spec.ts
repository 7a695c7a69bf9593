import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anAgendaItem } from '#agendas/testing';
import { anAgreement } from '#agreements/testing';
import { anEntry } from '#briefings/testing';
import { aDelegation, aMember } from '#delegations/testing';
import { anOrganization } from '#directory/testing';
import { aFollowUp, anOutcome } from '#follow-ups/testing';
import { aParticipation } from '#participants/testing';
import { Kinds } from '#records';
import { type Lifecycle, lifecycleProblems, movesFrom, statesOf, wayTo } from '#vocabulary';
import type { Recorded } from './answer.js';
import { FURTHER_ALONG } from './further-along.js';
import { type Office, openOffice } from './office.js';

const names = [{ text: 'Guiyang delegation in Naples and Rome', lang: 'en', kind: 'official' }];
type Recorder = (status: string) => Promise<Recorded>;

describe('every lifecycle', () => {
  let office: Office;
  let recorders: Record<string, Recorder>;
  let lifecycles: Map<string, Lifecycle<string>>;

  beforeAll(async () => {
    office = await openOffice();
    recorders = await recordersOf(office);
    const kinds = office.provider(Kinds).all();
    lifecycles = new Map(kinds.flatMap(({ code, lifecycle }) => (lifecycle ? [[code, lifecycle]] : [])));
  });
  afterAll(() => office.close());

  it('is known to this test', () => {
    expect([...lifecycles.keys()].toSorted()).toEqual(Object.keys(recorders).toSorted());
  });

  it('reaches every status it knows, and knows every status it reaches', () => {
    for (const [code, lifecycle] of lifecycles)
      expect([code, lifecycleProblems(lifecycle)]).toEqual([code, []]);
  });

  it.each([
    'visit',
    'forum',
    'delegation',
    'member',
    'item',
    'participation',
    'agreement',
    'obligation',
    'outcome',
    'follow-up',
    'entry',
  ])('of a %s refuses every status that no one way leads to, and says which moves it knows', async (name) => {
    const lifecycle = lifecycles.get(name)!;
    for (const from of statesOf(lifecycle)) {
      const record = await recorders[name]!(from);
      const illegal = statesOf(lifecycle).filter((to) => wayTo(lifecycle, from, to).length === 0);
      const answers = await Promise.all(illegal.map((to) => office.post(`${record.at}/transitions`, { to })));
      expect(answers.map(({ status, body }) => [status, body.code, body.allowed])).toEqual(
        illegal.map(() => [409, `${name}.illegal-move`, movesFrom(lifecycle, from)]),
      );
      await expectMoves(record, lifecycle, from);
    }
  });

  it('is not patched: each says at which address it is moved', async () => {
    const kinds = office.provider(Kinds).all();
    for (const [code, recorder] of Object.entries(recorders)) {
      const { statusProperty, lifecycle } = kinds.find((kind) => kind.code === code)!;
      const record = await recorder(lifecycle!.initial);
      for (const value of [lifecycle!.initial, 'lost', null]) {
        const patch = { [statusProperty]: value };
        const { status, body } = await office.patch(record.at, patch, { 'if-match': '*' });
        const [error] = body.errors;
        expect([code, status, body.code, error.pointer, error.code]).toEqual([
          code,
          400,
          'request.invalid',
          `/${statusProperty}`,
          'moved-by-transition',
        ]);
        expect(body.detail).toContain(`POST ${record.at}/transitions`);
      }
    }
  });

  it('leads one way to the statuses further along', () => {
    const ways = [...lifecycles].map(([code, lifecycle]) => [code, furtherAlong(lifecycle)] as const);
    expect(Object.fromEntries(ways.filter(([, further]) => further.length > 0))).toEqual(FURTHER_ALONG);
  });

  async function expectMoves(record: Recorded, lifecycle: Lifecycle<string>, from: string): Promise<void> {
    const { body } = await office.get(`${record.at}/transitions`);
    expect([body.status, body.allowed.map(({ to }: Recorded) => to)]).toEqual([
      from,
      movesFrom(lifecycle, from),
    ]);
  }
});

/** The ways of several steps from one status to another. */
function furtherAlong(lifecycle: Lifecycle<string>): string[] {
  const states = statesOf(lifecycle);
  const ways = states.flatMap((from) => states.map((to) => [from, ...wayTo(lifecycle, from, to)]));
  return ways.filter((way) => way.length > 2).map((way) => way.join(' → '));
}

/** How to record one of each, in whatever status: what is typed in after the fact may have any. */
async function recordersOf(office: Office): Promise<Record<string, Recorder>> {
  const visit = await office.record('/v1/visits', { names });
  const delegation = await office.record('/v1/delegations', aDelegation());
  const university = await office.record('/v1/organizations', anOrganization());
  const parties = [{ organizationId: university.id, side: 'China' }];
  const agreement = await office.record('/v1/agreements', { ...anAgreement(), parties });
  const partyId = agreement.parties[0].id;
  const eventId = visit.id;
  return {
    visit: (status) => office.record('/v1/visits', { names, status }),
    forum: (status) => office.record('/v1/forums', { names, status }),
    delegation: (status) => office.record('/v1/delegations', { ...aDelegation(), status }),
    member: (status) => office.record(`${delegation.at}/members`, { ...aMember(), status }),
    item: (status) => office.record(`${visit.at}/agenda`, { ...anAgendaItem(), status }),
    participation: (response) => office.record(`${visit.at}/participants`, { ...aParticipation(), response }),
    agreement: (status) => office.record('/v1/agreements', { ...anAgreement(), status }),
    obligation: (status) =>
      office.record(`${agreement.at}/obligations`, { partyId, text: { en: 'yearly report' }, status }),
    outcome: (status) => office.record('/v1/outcomes', { ...anOutcome(), eventId, status }),
    'follow-up': (status) => office.record('/v1/follow-ups', { ...aFollowUp(), eventId, status }),
    entry: (status) => office.record('/v1/entries', { ...anEntry(), organizationId: university.id, status }),
  };
}
