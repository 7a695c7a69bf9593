import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anAgreement } from '#agreements/testing';
import { named } from '#directory/testing';
import { aFollowUp, anOutcome } from '#follow-ups/testing';
import type { Recorded } from './answer.js';
import { type Known, guiyangDelegation, recordKnown } from './known.js';
import { type Office, openOffice } from './office.js';

describe('what came of visits', () => {
  let office: Office;
  let known: Known;
  let delegation: Recorded;
  let week: Recorded;
  let visit: Recorded;
  const outcomes = new Map<string, Recorded>();

  beforeAll(async () => {
    office = await openOffice();
    known = await recordKnown(office);
    delegation = await office.record('/v1/delegations', guiyangDelegation(known));
    week = await office.record('/v1/forums', { names: named('Italy-China Week') });
    visit = await office.record('/v1/visits', {
      names: named('Guiyang in Naples'),
      parentId: week.id,
      delegationIds: [delegation.id],
      placeId: known.naples.id,
      participants: [{ organizationId: known.cittaDellaScienza.id, side: 'host', role: 'host' }],
      agenda: [{ kind: 'meeting', title: { en: 'Welcome' } }],
    });
    const { bureau, cittaDellaScienza } = known;
    await commit('theirs', [bureau]);
    await commit('ours', [cittaDellaScienza]);
    await commit('together', [bureau, cittaDellaScienza]);
    await commit('nobody', []);
  });
  afterAll(() => office.close());

  const commit = async (text: string, actors: Recorded[]): Promise<void> => {
    const body = {
      eventId: visit.id,
      text: { en: text },
      actors: actors.map(({ id }) => ({ organizationId: id })),
    };
    outcomes.set(text, await office.record('/v1/outcomes', anOutcome(body)));
  };

  const found = async (query: string): Promise<string[]> => {
    const { body } = await office.get(`/v1/outcomes?${query}&count=true`);
    expect(body.total).toBe(body.items.length);
    return body.items.map(({ text }: Recorded) => text).sort();
  };

  it.each<[string, (is: Known) => string, string[]]>([
    ['an organization', ({ bureau }) => `by=${bureau.id}`, ['theirs', 'together']],
    ['what it is a unit of', ({ municipality }) => `by=${municipality.id}`, ['theirs', 'together']],
    ['somebody who promised nothing', ({ sunZhiming }) => `by=${sunZhiming.id}`, []],
    ['the hosts', ({ cittaDellaScienza }) => `by=${cittaDellaScienza.id}`, ['ours', 'together']],
  ])('is found by who promised it: %s', async (_, query, texts) => {
    expect(await found(query(known))).toEqual(texts);
  });

  it.each<[string, (is: Known) => string, string[]]>([
    ['an organization', ({ bureau }) => bureau.id, ['nobody', 'ours', 'together']],
    ['the hosts', ({ cittaDellaScienza }) => cittaDellaScienza.id, ['nobody', 'theirs', 'together']],
    ['a member', ({ sunZhiming }) => sunZhiming.id, ['nobody', 'ours', 'theirs', 'together']],
    ['the place it was at', ({ italy }) => italy.id, ['nobody', 'ours', 'theirs', 'together']],
    ['the place they came from', ({ china }) => china.id, ['nobody', 'ours', 'theirs', 'together']],
    ['another place', ({ rome }) => rome.id, []],
  ])('is found by whom it concerns without having promised it alone: %s', async (_, id, texts) => {
    expect(await found(`for=${id(known)}`)).toEqual(texts);
  });

  it('is found by both', async () => {
    const { bureau, cittaDellaScienza } = known;
    expect(await found(`by=${bureau.id}&for=${cittaDellaScienza.id}`)).toEqual(['theirs', 'together']);
    expect(await found(`by=${cittaDellaScienza.id}&for=${delegation.id}`)).toEqual(['ours', 'together']);
    const { status, body } = await office.get('/v1/outcomes?by=Naples');
    expect([status, body.errors[0].pointer]).toEqual([400, '?by']);
  });

  it('is not for those whose units promised it together', async () => {
    const { municipality, bureau } = known;
    await commit('units', [bureau, municipality]);
    expect(await found(`by=${municipality.id}`)).toEqual(['theirs', 'together', 'units']);
    expect(await found(`for=${municipality.id}`)).toEqual(['nobody', 'ours', 'together']);
    expect(await found(`for=${bureau.id}`)).toEqual(['nobody', 'ours', 'together', 'units']);
    await office.delete(outcomes.get('units')!.at, { 'if-match': '*' });
    outcomes.delete('units');
  });

  it('counts for what the event is part of where that is asked for', async () => {
    const due = await office.record('/v1/follow-ups', aFollowUp({ eventId: visit.id }));
    const followUps = async (query: string) =>
      (await office.get(`/v1/follow-ups?event=${week.id}${query}`)).body.items.map(({ id }: Recorded) => id);
    expect([await found(`event=${week.id}`), await followUps('')]).toEqual([[], []]);
    expect([await found(`event=${week.id}&parts=false`), await followUps('&parts=false')]).toEqual([[], []]);
    expect(await found(`event=${week.id}&parts=true`)).toEqual(['nobody', 'ours', 'theirs', 'together']);
    expect(await followUps('&parts=true')).toEqual([due.id]);
  });

  it('is named by the visit: agreements, outcomes and follow-ups', async () => {
    const signing = { signedAtEventId: visit.id, signed: '2018-07-12' };
    const signed = await office.record('/v1/agreements', anAgreement({ ...signing, status: 'signed' }));
    const origin = await office.record('/v1/agreements', anAgreement({ originEventId: visit.id }));
    const body = anOutcome({
      agendaItemId: visit.agenda[0].id,
      text: { en: 'of an item', it: 'di una voce' },
    });
    const ofItem = await office.record('/v1/outcomes', body);
    const urgent = aFollowUp({ outcomeId: ofItem.id, due: '2018-07-20', priority: 'urgent' });
    const followUp = await office.record('/v1/follow-ups', urgent);
    const away = await office.record('/v1/outcomes', anOutcome({ eventId: visit.id }));
    await office.delete(away.at, { 'if-match': '*' });

    const { body: shown } = await office.get(visit.at, { 'accept-language': 'it' });
    expect(shown.agreements).toEqual([
      { id: signed.id, name: signed.name, status: 'signed', signed: '2018-07-12' },
      { id: origin.id, name: origin.name, status: 'proposed', signed: null },
    ]);
    expect(shown.outcomes).toEqual([
      ...[...outcomes].map(([name, { id }]) => ({ id, name, status: 'reported' })),
      { id: ofItem.id, name: 'di una voce', status: 'reported' },
    ]);
    expect(shown.followUps[0]).toEqual({ id: followUp.id, name: followUp.title.en, status: 'open' });
  });
});

describe('agreements between two places', () => {
  let office: Office;
  let known: Known;
  let reports: Readonly<Record<string, Recorded>>;

  beforeAll(async () => {
    office = await openOffice();
    known = await recordKnown(office);
    const organization = (name: string, { id }: Recorded) =>
      office.record('/v1/organizations', { names: named(name), kind: 'university', placeId: id });
    const guiyang = await organization('Guizhou University', known.guiyang);
    const naples = await organization('Federico II', known.naples);
    const rome = await organization('La Sapienza', known.rome);
    const agree = (...parties: Recorded[]) =>
      office.record('/v1/agreements', {
        ...anAgreement(),
        parties: parties.map(({ id }) => ({ organizationId: id })),
      });
    reports = {
      both: await agree(guiyang, naples),
      inItaly: await agree(naples, rome),
      alone: await agree(naples),
      all: await agree(guiyang, naples, rome),
    };
  });
  afterAll(() => office.close());

  it.each<[keyof Known, keyof Known, string[]]>([
    ['italy', 'china', ['both', 'all']],
    ['china', 'italy', ['both', 'all']],
    ['guiyang', 'naples', ['both', 'all']],
    ['guiyang', 'rome', ['all']],
    ['italy', 'naples', ['inItaly', 'all']],
    ['italy', 'italy', ['inItaly', 'all']],
    ['china', 'china', []],
  ])('have a party from each: %s and %s', async (one, other, expected) => {
    const between = `${known[one].id},${known[other].id}`;
    for (const query of [between, between.toUpperCase()]) {
      const { body } = await office.get(`/v1/agreements?between=${query}&count=true`);
      const ids = expected.map((name) => reports[name]!.id).sort();
      expect([body.items.map(({ id }: Recorded) => id).sort(), body.total]).toEqual([ids, ids.length]);
    }
  });

  it.each(['', 'Italy,China', '019a8f3e-4c00-7000-8000-000000000001'])(
    'are asked for with two ids: not %p',
    async (between) => {
      const { status, body } = await office.get(`/v1/agreements?between=${between}`);
      expect([status, body.errors[0].pointer]).toEqual([400, '?between']);
    },
  );
});
