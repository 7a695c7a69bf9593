import { anAgendaItem } from '#agendas/testing';
import { anEntry } from '#briefings/testing';
import { aDelegation } from '#delegations/testing';
import { aPlace, anOrganization, named } from '#directory/testing';
import { aFollowUp } from '#follow-ups/testing';
import { aParticipation } from '#participants/testing';
import { aSource } from '#sources/testing';
import type { Recorded } from './answer.js';
import type { Client } from './client.js';

/** What names the person, or is written of them alone; nothing else in the database holds any of it. */
export const MARKS = [
  'Qoxzimark',
  'Veluqra',
  '鼍镞魃',
  'Zqtitle',
  'Zqnote',
  '7310 554 201',
  'Zqreason',
  'Qoxzimarck',
];

const FULL = 'Veluqra Qoxzimark';
const TITLE = { en: 'Zqtitle of the fleet', it: 'Zqtitle della flotta' };

/** A person of whom something stands everywhere, and what it stands in. */
export interface Marked {
  readonly person: Recorded;
  /** What was sent to record them. */
  readonly body: object;
  readonly visit: Recorded;
  readonly delegation: Recorded;
  readonly agreement: Recorded;
  readonly source: Recorded;
  readonly article: Recorded;
  readonly item: Recorded;
  readonly followUp: Recorded;
  readonly statement: Recorded;
}

/** Records a person, and writes of them wherever one can. */
export async function recordMarked(office: Client): Promise<Marked> {
  const university = await office.record('/v1/organizations', anOrganization());
  const place = await office.record('/v1/places', aPlace());
  const body = bodyOf(university.id);
  const person = await recordPerson(office, body);
  const delegation = await recordDelegation(office, person.id);
  const visit = await recordVisit(office, place.id, person.id);
  const item = await office.record(
    `${visit.at}/agenda`,
    anAgendaItem({
      title: { en: `Speech of ${FULL.toUpperCase()}` },
      abstract: { en: 'By the lady Zqhidden' },
      audience: 'public',
    }),
  );
  const speaking = { personId: person.id, agendaItemId: item.id, role: 'speaker' } as const;
  await office.record(`${visit.at}/participants`, aParticipation(speaking));
  await office.record(`${visit.at}/agenda/publications`, {});
  const agreement = await office.record('/v1/agreements', {
    names: named('MoU'),
    parties: [{ organizationId: university.id, signatories: [{ personId: person.id, title: TITLE }] }],
  });
  const [source, article] = await recordSources(office, person, visit);
  const statement = await office.record(
    '/v1/entries',
    anEntry({
      placeId: place.id,
      kind: 'statement',
      text: { en: 'We shall cooperate' },
      speakerId: person.id,
      officeHeld: TITLE,
    }),
  );
  await office.record(
    '/v1/entries',
    anEntry({ personId: person.id, kind: 'profile', text: { en: 'Zqnote of a career' } }),
  );
  const followUp = await office.record('/v1/follow-ups', {
    ...aFollowUp({ title: { en: 'Write to Mr Qoxzimark' } }),
    ownerPersonId: person.id,
  });
  return { person, body, visit, delegation, agreement, source, article, item, followUp, statement };
}

function bodyOf(organizationId: string): object {
  return {
    names: named('Qoxzimark V.', 'it'),
    familyName: 'Qoxzimark',
    givenName: 'Veluqra',
    honorific: 'Zqtitle',
    languages: ['it'],
    email: 'qoxzimark@example.org',
    phone: '+99 7310 554 201',
    notes: { en: 'Zqnote: allergic' },
    positions: [
      { organizationId, title: TITLE },
      { organizationId, title: { en: 'Zqtitle emeritus' }, onBehalfOf: { en: 'Zqtitle' } },
    ],
  };
}

async function recordPerson(office: Client, body: object): Promise<Recorded> {
  const headers = { 'idempotency-key': 'a-person' };
  const { status, body: view, headers: answered } = await office.post('/v1/people', body, headers);
  if (status !== 201) throw new Error(JSON.stringify(view));
  const person: Recorded = { ...view, at: answered.location, tag: answered.etag };
  const names = [...named(FULL, 'it'), ...named('鼍镞魃', 'zh-Hans')];
  await office.change(person, { names });
  await office.patch(`${person.at}/positions/${view.positions[0].id}`, { title: { en: 'Zqtitle II' } }, ANY);
  return office.reread(person);
}

async function recordDelegation(office: Client, personId: string): Promise<Recorded> {
  const delegation = await office.record('/v1/delegations', {
    ...aDelegation(),
    members: [
      { placeholder: { en: 'an interpreter' }, role: 'interpreter' },
      { personId, role: 'head', title: TITLE, precedence: 1, precedenceReason: 'Zqreason' },
    ],
  });
  const member = delegation.members.find(({ role }: Recorded) => role === 'head');
  const at = `${delegation.at}/members/${member.id}`;
  await office.patch(at, { title: { en: 'Zqtitle III' } }, ANY);
  await office.post(`${at}/transitions`, { to: 'accepted', reason: 'Zqreason' });
  return office.reread(delegation);
}

async function recordVisit(office: Client, placeId: string, personId: string): Promise<Recorded> {
  const visit = await office.record('/v1/visits', {
    names: named('Visit to Naples'),
    starts: '2026-12-01',
    ends: '2026-12-02',
    placeId,
    summary: { en: `Led by ${FULL}, as announced` },
    visibility: 'confidential',
  });
  await office.change(visit, {
    starts: '2026-12-02',
    ends: '2026-12-03',
    dateChangeReason: `asked by 鼍镞魃`,
  });
  await office.patch(visit.at, { summary: { en: 'Led by somebody' } }, ANY);
  await office.record(
    `${visit.at}/participants`,
    aParticipation({
      personId,
      role: 'speaker',
      title: TITLE,
      onBehalfOf: { en: 'Zqtitle' },
      notes: { en: 'Zqnote' },
    }),
  );
  return office.reread(visit);
}

async function recordSources(
  office: Client,
  person: Recorded,
  visit: Recorded,
): Promise<[Recorded, Recorded]> {
  const source = await office.record(
    '/v1/sources',
    aSource({
      text: `The delegation of Veluqra\nQoxzimark (鼍镞魃) came. Qoxzimark spoke.`,
      language: 'en',
      author: 'V. Rossi',
    }),
  );
  const article = await office.record('/v1/sources', aSource({ names: named(`Interview with ${FULL}`) }));
  const cite = (at: string, field: string, value: unknown): Promise<Recorded> =>
    office.record(`${at}/citations`, { sourceId: source.id, field, value });
  await cite(person.at, 'familyName', 'Qoxzimarck');
  await cite(visit.at, 'summary', `Led by ${FULL}`);
  return [source, article];
}

const ANY = { 'if-match': '*' };
