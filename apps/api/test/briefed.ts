import { anAgreement } from '#agreements/testing';
import { aFigure, aRelationship, anEntry } from '#briefings/testing';
import { aDelegation } from '#delegations/testing';
import { aPerson, aPlace, anOrganization } from '#directory/testing';
import { aFollowUp, anOutcome } from '#follow-ups/testing';
import { aSource } from '#sources/testing';
import type { Recorded } from './answer.js';
import type { Client } from './client.js';

/** What there is to brief about: a city, its municipality, its mayor and the delegation that he leads. */
export interface Briefed {
  readonly place: Recorded;
  readonly organization: Recorded;
  readonly person: Recorded;
  readonly delegation: Recorded;
  readonly programme: Recorded;
  readonly relationship: Recorded;
  readonly pastVisit: Recorded;
}

/** How a text is written in each of three languages. */
type Write = (text: string) => string;

/**
 * Records a city with everything that a briefing tells, and others that it tells of.
 * @param write what becomes of every text that is recorded
 */
export async function recordBriefed(office: Client, write: Write = (text) => text): Promise<Briefed> {
  const text = (en: string, it = `${en} (it)`, zh = `${en}（中文）`) => ({
    en: write(en),
    it: write(it),
    zh: write(zh),
  });
  const named = (en: string, it?: string, zh?: string) =>
    Object.entries(text(en, it, zh)).map(([lang, one]) => ({ text: one, lang, kind: 'official' as const }));
  const record = office.record.bind(office);

  const turin = await record('/v1/places', aPlace({ names: named('Turin', 'Torino', '都灵') }));
  const place = await record('/v1/places', {
    ...aPlace({ names: named('Chongqing', 'Chongqing', '重庆') }),
    description: text('a city of thirty million'),
  });
  const organization = await record('/v1/organizations', {
    ...anOrganization({ names: named('Municipality'), kind: 'municipality', placeId: place.id }),
    description: text('governs the city'),
  });
  const bureau = await record(
    '/v1/organizations',
    anOrganization({
      names: named('Science bureau'),
      kind: 'agency',
      parentId: organization.id,
      placeId: place.id,
    }),
  );
  const person = await record('/v1/people', aPerson({ names: named('Hu Henghua') }));
  await record(`${person.at}/positions`, {
    organizationId: organization.id,
    title: text('Mayor'),
    since: '2022',
  });
  await record(`${person.at}/positions`, {
    organizationId: bureau.id,
    title: text('Director'),
    since: '2018',
    until: '2021',
  });
  const delegation = await record('/v1/delegations', {
    ...aDelegation({ names: named('Delegation of the city'), originPlaceId: place.id }),
    organizationIds: [organization.id],
    purpose: text('to see laboratories'),
    members: [
      {
        group: { label: text('students'), quantity: { value: 6, qualifier: 'exact' } },
        role: 'member',
        title: text('Students'),
      },
      { personId: person.id, role: 'head', title: text('Mayor'), organizationId: organization.id },
      { placeholder: text('an interpreter'), role: 'interpreter' },
    ],
  });

  const about = { placeId: place.id };
  const entry = (fields: object) => record('/v1/entries', { ...anEntry(), ...about, ...fields });
  const part = (parent: Recorded, kind: string, name: string) =>
    record('/v1/entries', {
      ...anEntry(),
      kind,
      parentId: parent.id,
      names: named(name),
      text: text(`about ${name}`),
    });
  await entry({ kind: 'profile', names: named('In brief'), text: text('the youngest municipality') });
  await record('/v1/figures', {
    ...aFigure(place.id, { kind: 'indicator', due: null }),
    metric: text('rank'),
    quantity: null,
    rank: 7,
    among: text('cities'),
    yearsRunning: 6,
    asOf: '2024',
  });
  const programme = await entry({
    names: named('Four areas'),
    text: text('science and industry'),
    status: 'under_way',
  });
  const pillar = await part(programme, 'pillar', 'Shape the city');
  await part(programme, 'pillar', 'Attract talents');
  const measure = await part(pillar, 'measure', 'Build the corridor');
  await record('/v1/figures', {
    ...aFigure(measure.id),
    metric: text('enterprises'),
    quantity: { value: 20000, qualifier: 'over', unit: write('firms') },
    due: '2030',
    verification: 'unverified',
  });
  await entry({ kind: 'policy', names: named('Circle'), text: text('two cities') });
  await entry({
    kind: 'term',
    names: named('416'),
    text: null,
    verification: 'unverified',
    hypotheses: [{ text: text('four, one and six'), verification: 'disputed' }],
    openQuestions: [{ text: text('What does it stand for?') }],
  });

  const visit = (fields: object) =>
    record('/v1/visits', {
      direction: 'incoming',
      placeId: turin.id,
      delegationIds: [delegation.id],
      ...fields,
    });
  const pastVisit = await visit({
    names: named('Visit to Turin'),
    starts: '2024-05-10',
    ends: '2024-05-12',
    status: 'completed',
  });
  await visit({ names: named('Visit to come'), starts: '2027-03-01', ends: '2027-03-02', status: 'planned' });
  await visit({
    names: named('Visit called off'),
    starts: '2027-04',
    ends: '2027-04',
    status: 'cancelled',
  });
  await record('/v1/forums', {
    names: named('Forum there'),
    format: 'forum',
    placeId: place.id,
    starts: '2025-09-01',
    ends: '2025-09-02',
  });
  await entry({
    kind: 'statement',
    names: [],
    text: text('We shall come again.'),
    speakerId: person.id,
    officeHeld: text('Mayor'),
    eventId: pastVisit.id,
    language: 'zh',
  });
  const outcome = await record('/v1/outcomes', {
    ...anOutcome({ text: text('to send a list') }),
    eventId: pastVisit.id,
    actors: [{ organizationId: organization.id }],
    status: 'reported',
    expected: '2024-06',
  });
  await record('/v1/follow-ups', {
    ...aFollowUp({ title: text('Ask for the list') }),
    outcomeId: outcome.id,
    ownerOrganizationId: bureau.id,
    due: '2026-01-31',
  });
  const agreement = await record('/v1/agreements', {
    ...anAgreement({ names: named('Memorandum') }),
    kind: 'mou',
    status: 'in_force',
    signed: '2024-05-11',
    signedAtEventId: pastVisit.id,
    effective: '2024-05-11',
    expiry: '2027-01-31',
    renewal: { mode: 'renewable', term: 'P3Y', noticePeriod: 'P3M' },
    parties: [{ organizationId: organization.id, side: write('China'), signatoryUnknown: true }],
  });
  const parties = await office.get(`${agreement.at}/parties`);
  await record(`${agreement.at}/obligations`, {
    partyId: parties.body.items[0].id,
    text: text('to open a laboratory'),
    due: '2025',
  });
  const relationship = await record('/v1/relationships', {
    ...aRelationship({ names: named('Axis'), fromPlaceId: turin.id, toPlaceId: place.id }),
    basis: text('manufacturing'),
    trend: 'growing',
    since: '2016-05',
  });

  const source = await record('/v1/sources', aSource({ names: named('An article') }));
  for (const [value, verification] of [
    ['2024-05-09', 'reported'],
    ['2024-05-10', 'reported'],
  ])
    await record(`${pastVisit.at}/citations`, { sourceId: source.id, field: 'starts', value, verification });
  return { place, organization, person, delegation, programme, relationship, pastVisit };
}
