import { anAgreement } from '#agreements/testing';
import { aFigure } from '#briefings/testing';
import { aPerson, aPlace, aTopic, anOrganization, named } from '#directory/testing';
import { aFollowUp, anOutcome } from '#follow-ups/testing';
import type { Recorded } from './answer.js';
import type { Client } from './client.js';

/** A record, and the address of the list that it is in. */
export interface Listed {
  readonly list: string;
  readonly of: Recorded;
}

/** More than a row names. */
export const MANY = 7;

/** The ids of what is referred to. */
type Ids = Readonly<Record<'topics' | 'places' | 'organizations' | 'people' | 'delegations', string[]>>;

const topLevel = (list: string, of: Recorded): Record<string, Listed> => ({
  [list]: { list, of },
});

/** Records one of each kind with seven in each of its collections, by the documented address of the list it is in. */
export async function recordSevens(office: Client): Promise<Record<string, Listed>> {
  const ids = await recordGround(office);
  const visits = await recordVisit(office, ids);
  const visit = visits['/v1/visits']!.of;
  const parts = [recordDirectory, recordForums, recordAgreements, recordEntries].map((record) =>
    record(office, ids),
  );
  const recorded = [visits, await recordOutcome(office, ids, visit), ...(await Promise.all(parts))];
  return Object.assign({}, ...recorded) as Record<string, Listed>;
}

async function recordGround(office: Client): Promise<Ids> {
  const seven = async (path: string, make: (fields: { names: ReturnType<typeof named> }) => object) => {
    const records = await Promise.all(
      Array.from({ length: MANY }, (_, index) =>
        office.record(`/v1/${path}`, make({ names: named(`${path} ${index}`) })),
      ),
    );
    return records.map(({ id }) => id);
  };
  return {
    topics: await seven('topics', aTopic),
    places: await seven('places', aPlace),
    organizations: await seven('organizations', anOrganization),
    people: await seven('people', aPerson),
    delegations: await seven('delegations', (names) => names),
  };
}

async function recordDirectory(office: Client, { topics, places, organizations, people }: Ids) {
  const organization = await office.record('/v1/organizations', anOrganization({ topicIds: topics }));
  for (const toPlaceId of places)
    await office.record(`${organization.at}/relations`, { kind: 'present_in', toPlaceId });
  const positions = organizations.map((organizationId) => ({ organizationId, title: { en: 'Dean' } }));
  const delegation = await office.record('/v1/delegations', {
    names: named('Seven'),
    organizationIds: organizations,
    topicIds: topics,
    members: people.map((personId) => ({ personId })),
  });
  return {
    ...topLevel('/v1/organizations', organization),
    ...topLevel('/v1/people', await office.record('/v1/people', aPerson({ positions }))),
    ...topLevel('/v1/delegations', delegation),
  };
}

async function recordVisit(
  office: Client,
  { topics, places, organizations, people, delegations }: Ids,
): Promise<Record<string, Listed>> {
  const item = {
    kind: 'meeting',
    title: { en: 'Welcome' },
    hostOrganizationIds: organizations,
    topicIds: topics,
    participants: people.map((personId) => ({ personId, side: 'host', role: 'greeter' })),
  };
  const visit = await office.record('/v1/visits', {
    names: named('Seven'),
    legs: places.map((placeId) => ({ placeId })),
    topicIds: topics,
    delegationIds: delegations,
    agenda: [item],
  });
  const list = `${visit.at}/agenda`;
  const [{ id }] = visit.agenda as [Recorded];
  const of = { id, at: `${list}/${id}` } as Recorded;
  return {
    ...topLevel('/v1/visits', visit),
    ...topLevel('/v1/events', visit),
    ...topLevel('/v1/agenda-items', of),
    '/v1/visits/{eventId}/agenda': { list, of },
  };
}

async function recordForums(office: Client, { topics, places, organizations }: Ids) {
  const fields = { names: named('Series'), organizerIds: organizations };
  const series = await office.record('/v1/forum-series', fields);
  const legs = places.map((placeId) => ({ placeId }));
  const editions: Recorded[] = [];
  for (const starts of Array.from({ length: MANY }, (_, index) => `20${10 + index}`)) {
    const edition = { names: named(`Forum ${starts}`), seriesId: series.id, starts, legs, topicIds: topics };
    editions.push(await office.record('/v1/forums', edition));
  }
  return { ...topLevel('/v1/forum-series', series), ...topLevel('/v1/forums', editions[0]) };
}

async function recordAgreements(office: Client, { topics, places, organizations, people }: Ids) {
  const agreement = await office.record('/v1/agreements', {
    ...anAgreement(),
    topicIds: topics,
    placeIds: places,
    parties: organizations.map((organizationId) => ({ organizationId })),
  });
  const list = `${(await office.record('/v1/agreements', anAgreement())).at}/parties`;
  const signatories = people.map((personId) => ({ personId }));
  const of = await office.record(list, { organizationId: organizations[0], signatories });
  return { ...topLevel('/v1/agreements', agreement), '/v1/agreements/{agreementId}/parties': { list, of } };
}

async function recordEntries(office: Client, { topics, organizations, places: [placeId] }: Ids) {
  const programme = { names: named('Seven'), kind: 'programme', placeId, topicIds: topics };
  const numbers = Array.from({ length: MANY }, (_, index) => index);
  const entry = await office.record('/v1/entries', {
    ...programme,
    issuerIds: organizations,
    actorIds: organizations,
    openQuestions: numbers.map((number) => ({ text: { en: `Question ${number}` } })),
  });
  for (const name of numbers.map((number) => `Pillar ${number}`)) {
    await office.record('/v1/entries', { names: named(name), kind: 'pillar', parentId: entry.id });
    await office.record('/v1/figures', aFigure(entry.id, { metric: { en: name } }));
  }
  return topLevel('/v1/entries', entry);
}

async function recordOutcome(
  office: Client,
  { topics, places, organizations }: Ids,
  { id: eventId }: Recorded,
) {
  const outcome = await office.record('/v1/outcomes', {
    ...anOutcome({ eventId }),
    topicIds: topics,
    placeIds: places,
    actors: organizations.map((organizationId) => ({ organizationId })),
  });
  for (const title of Array.from({ length: MANY }, (_, index) => ({ en: `Follow-up ${index}` })))
    await office.record('/v1/follow-ups', aFollowUp({ outcomeId: outcome.id, title }));
  return topLevel('/v1/outcomes', outcome);
}
