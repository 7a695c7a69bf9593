import { Tokens } from '#identity';
import { anAgendaItem } from '#agendas/testing';
import { anAgreement } from '#agreements/testing';
import { aFigure, anEntry } from '#briefings/testing';
import { named } from '#directory/testing';
import { aFollowUp, anOutcome } from '#follow-ups/testing';
import { aSource } from '#sources/testing';
import type { Recorded } from './answer.js';
import { type Client } from './client.js';
import { type Office, callServer } from './office.js';

/** What every text of a confidential record holds. */
export const MARK = 'Zibaldone';

/** What anybody may know. */
export interface Ground {
  readonly place: Recorded;
  readonly room: Recorded;
  readonly topic: Recorded;
  readonly person: Recorded;
  readonly host: Recorded;
  readonly guest: Recorded;
}

/** Confidential records, and what the office sees that refers to them. */
export interface Confidences {
  readonly ground: Ground;
  readonly hidden: Readonly<Record<string, Recorded>>;
  readonly open: Readonly<Record<string, Recorded>>;
}

/** Callers by what they are to what is confidential. */
export type Callers = Readonly<
  Record<
    'admin' | 'creator' | 'named' | 'legal' | 'organizer' | 'viewer' | 'host' | 'guest' | 'nobody',
    Client
  >
>;

/** Those who may know of it, and those who may not. */
export const KNOWING = ['admin', 'creator', 'named', 'legal'] as const;
export const UNKNOWING = ['organizer', 'viewer', 'host', 'guest', 'nobody'] as const;

const secret = (what: string) => named(`${MARK} ${what}`);
const text = (what: string) => ({ en: `${MARK} ${what}` });

export async function recordGround(office: Client): Promise<Ground> {
  const record = (path: string, body: object) => office.record(`/v1/${path}`, body);
  const place = await record('places', {
    names: named('Naples'),
    kind: 'city',
    timeZone: 'Europe/Rome',
  });
  return {
    place,
    room: await record('places', {
      names: named('Sala Newton'),
      kind: 'room',
      parentId: place.id,
      capacity: 5,
    }),
    topic: await record('topics', { names: named('Big data') }),
    person: await record('people', {
      names: named('Sun Zhiming'),
      email: 'sun@example.org',
      phone: '+39 081 1234567',
      notes: { en: 'Prefers to be called in the morning' },
    }),
    host: await record('organizations', { names: named('Città della Scienza'), kind: 'science_centre' }),
    guest: await record('organizations', { names: named('Guiyang municipality'), kind: 'municipality' }),
  };
}

/** Callers, and the id of the actor who is named. */
export async function openCallers(
  office: Office,
  { host, guest }: Ground,
): Promise<{ callers: Callers; namedId: string }> {
  const tokens = office.provider(Tokens);
  const open = async (grant: Parameters<Tokens['create']>[0]) => {
    const { token } = await tokens.create(grant);
    return { token, client: await callServer(office.url, token) };
  };
  const as = async (label: string, role: 'organizer' | 'viewer' | 'legal') =>
    (await open({ label, role })).client;
  const partner = async (label: string, organization: Recorded) =>
    (await open({ label, role: 'partner', organizations: [organization.id] })).client;
  const { token, client } = await open({ label: 'Named', role: 'organizer' });
  const callers = {
    admin: office,
    creator: await as('Creator', 'organizer'),
    named: client,
    legal: await as('Lawyer', 'legal'),
    organizer: await as('Organizer', 'organizer'),
    viewer: await as('Viewer', 'viewer'),
    host: await partner('Host', host),
    guest: await partner('Guest', guest),
    nobody: office.stranger,
  };
  const { actor } = (await tokens.identify(token, async () => {}))!;
  return { callers, namedId: actor.id };
}

const TIME = { startsAt: '2027-05-10T09:00:00+02:00', endsAt: '2027-05-10T10:00:00+02:00' };

/** Records one of every kind that can be confidential, with all that can belong to it, as its creator. */
export async function recordConfidences(by: Client, ground: Ground, namedId: string): Promise<Confidences> {
  const { place, room, topic, person, host, guest } = ground;
  const record = (path: string, body: object) => by.record(path.startsWith('/') ? path : `/v1/${path}`, body);
  const visibleTo = { actorIds: [namedId], roles: ['legal'] };
  const kept = { visibility: 'confidential', visibleTo, notes: text('notes') };
  const dated = { starts: '2027-05-10', ends: '2027-05-12', timeZone: 'Europe/Rome' };
  const source = await record('sources', {
    ...aSource({ names: secret('source') }),
    text: `${MARK} text`,
    language: 'en',
    publisher: MARK,
    ...kept,
  });
  const delegation = await record('delegations', {
    names: secret('delegation'),
    purpose: text('purpose'),
    organizationIds: [guest.id],
    topicIds: [topic.id],
    originPlaceId: place.id,
    members: [
      { personId: person.id, role: 'head', title: text('title') },
      { placeholder: text('placeholder'), role: 'member' },
    ],
    ...kept,
  });
  const agenda = (what: string) => [
    {
      ...anAgendaItem({ title: text(`${what} item`), abstract: text('abstract'), placeId: room.id }),
      on: undefined,
      ...TIME,
      hostOrganizationIds: [host.id],
      topicIds: [topic.id],
      participants: [
        { personId: person.id, side: 'guest', role: 'speaker', title: text('role') },
        { delegationId: delegation.id, side: 'guest', role: 'attendee' },
      ],
    },
  ];
  const participants = [
    { organizationId: host.id, side: 'host', role: 'host', onBehalfOf: text('behalf') },
    { organizationId: guest.id, side: 'guest', role: 'attendee' },
  ];
  const event = (what: string) => ({
    names: secret(what),
    summary: text('summary'),
    ...dated,
    placeId: place.id,
    topicIds: [topic.id],
    agenda: agenda(what),
    participants,
    ...kept,
  });
  const visit = await record('visits', { ...event('visit'), delegationIds: [delegation.id] });
  const forum = await record('forums', event('forum'));
  const plain = await record('visits', {
    names: named('Visit to Naples'),
    ...dated,
    placeId: place.id,
    parentId: forum.id,
    delegationIds: [delegation.id],
    agenda: [
      {
        ...anAgendaItem({ title: { en: 'Welcome' }, placeId: room.id }),
        on: undefined,
        ...TIME,
        participants: [{ personId: person.id, side: 'guest', role: 'speaker' }],
      },
    ],
    participants: [
      { organizationId: host.id, side: 'host', role: 'host' },
      { delegationId: delegation.id, side: 'guest', role: 'attendee' },
    ],
  });
  const party = { organizationId: host.id, signatories: [{ personId: person.id, title: text('signatory') }] };
  const agreement = await record(
    'agreements',
    anAgreement({
      names: secret('agreement'),
      objectives: [text('objective')],
      topicIds: [topic.id],
      parties: [party] as never,
      signedAtEventId: visit.id,
      ...(kept as object),
    }),
  );
  const register = await record(
    'agreements',
    anAgreement({
      signedAtEventId: visit.id,
      parties: [{ organizationId: host.id }] as never,
      topicIds: [topic.id],
    }),
  );
  const former = await record('agreements', anAgreement());
  const outcome = await record('outcomes', {
    ...anOutcome({ eventId: plain.id, text: text('outcome') }),
    topicIds: [topic.id],
    ...kept,
  });
  const result = await record('outcomes', {
    ...anOutcome({ eventId: plain.id, text: { en: 'a laboratory' } }),
    presentedAtEventId: visit.id,
    ledToAgreementId: agreement.id,
  });
  const followUp = await record('follow-ups', {
    ...aFollowUp({ eventId: plain.id, title: text('follow-up') }),
    ...kept,
  });
  const entry = await record('entries', {
    ...anEntry({ placeId: place.id, names: secret('entry'), text: text('entry text') }),
    openQuestions: [{ text: text('question') }],
    ...kept,
  });
  const known = await record('entries', {
    ...anEntry({ placeId: place.id, names: named('Programme') }),
    eventId: visit.id,
    recordId: visit.id,
    openQuestions: [{ text: { en: 'Who pays for it?' } }],
  });
  const [asked] = known.openQuestions as Recorded[];
  const question = await record(`${known.at}/questions/${asked!.id}/follow-up`, {
    title: text('answer'),
    ...kept,
  });
  const earlier = await record('entries', anEntry({ placeId: place.id }));
  const within = [
    await record(`${visit.at}/links`, { kind: 'follows', toId: forum.id, notes: text('link') }),
    await record(`${plain.at}/links`, { kind: 'follows', toId: visit.id }),
    await record(`${agreement.at}/obligations`, { text: text('obligation') }),
    await record(`${agreement.at}/links`, { kind: 'renews', toId: former.id, notes: text('link') }),
    await record(`${register.at}/links`, { kind: 'implements', toId: agreement.id }),
    await record('outcomes', anOutcome({ eventId: visit.id, text: text('outcome of visit') })),
    await record(
      'outcomes',
      anOutcome({ eventId: undefined, agreementId: agreement.id, text: text('of agreement') }),
    ),
    await record('follow-ups', aFollowUp({ eventId: visit.id, title: text('of visit') })),
    await record(
      'follow-ups',
      aFollowUp({ eventId: undefined, agreementId: agreement.id, title: text('of agreement') }),
    ),
    await record(
      'follow-ups',
      aFollowUp({ eventId: undefined, outcomeId: outcome.id, title: text('of outcome') }),
    ),
    await record('follow-ups', aFollowUp({ eventId: undefined, entryId: entry.id, title: text('of entry') })),
    await record('entries', anEntry({ parentId: entry.id, placeId: undefined, names: secret('child') })),
    await record(`${entry.at}/links`, { kind: 'based_on', toId: earlier.id, note: text('link') }),
    await record(`${known.at}/links`, { kind: 'based_on', toId: entry.id }),
    await record('figures', { ...aFigure(entry.id), metric: text('metric') }),
    await record('figures', { ...aFigure(visit.id), metric: text('metric of visit') }),
    await record('citations', {
      recordId: plain.id,
      field: 'starts',
      value: '2027-06',
      sourceId: source.id,
      notes: text('page'),
    }),
    await record('citations', { recordId: place.id, sourceId: source.id, notes: text('citation') }),
    await record('sources', {
      ...aSource({ names: named('Translation') }),
      translationOfId: source.id,
    }),
  ];
  const press = within.at(-1)!;
  for (const of of [visit, forum, delegation, agreement, outcome, followUp, entry])
    within.push(await record('citations', { recordId: of.id, sourceId: press.id, notes: text('citation') }));
  await referAnew(by, [
    [plain, { parentId: forum.id, delegationIds: [delegation.id] }],
    [register, { signedAtEventId: visit.id }],
    [result, { presentedAtEventId: visit.id, ledToAgreementId: agreement.id }],
    [known, { eventId: visit.id, recordId: visit.id }],
    [press, { translationOfId: source.id }],
  ]);
  for (const event of [visit, forum]) {
    const { status } = await by.post(`${event.at}/agenda/publications`, { note: `${MARK} note` });
    if (status !== 201) throw new Error(`${status}`);
  }
  return {
    ground,
    hidden: { visit, forum, delegation, agreement, outcome, followUp, question, source, entry },
    open: { visit: plain, agreement: register, outcome: result, entry: known, source: press },
  };
}

/** Takes references away and gives them back, so that histories tell of both. */
async function referAnew(by: Client, referring: readonly (readonly [Recorded, object])[]): Promise<void> {
  for (const [{ at }, references] of referring) {
    const emptied = Object.entries(references).map(([field, to]) => [field, Array.isArray(to) ? [] : null]);
    for (const patch of [Object.fromEntries(emptied) as object, references]) {
      const { status, text } = await by.patch(at, patch, { 'if-match': '*' });
      if (status !== 200) throw new Error(`PATCH ${at} answered ${status}: ${text}`);
    }
  }
}
