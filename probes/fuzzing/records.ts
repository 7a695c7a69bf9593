import type { Client } from '../traffic/client.js';
import { named } from '../traffic/visits.js';

/** Ids of records of every kind, by the collection that they are in. */
export type Records = Readonly<Record<string, string>>;

const DAYS = { starts: '2027-04-12', ends: '2027-04-14', timeZone: 'Europe/Rome' };

/** Makes a record of every kind, so that every address leads somewhere. */
export async function makeRecords(client: Client): Promise<Records> {
  const make = (path: string, body: object): Promise<string> =>
    client.make(`/v1/${path}`, { names: named(`Any of ${path}`), ...body });
  const directory = {
    places: await make('places', { kind: 'city' }),
    topics: await make('topics', {}),
    organizations: await make('organizations', { kind: 'company' }),
    people: await make('people', {}),
    'forum-series': await make('forum-series', {}),
  };
  const members = [{ personId: directory.people, role: 'head' }];
  const delegations = await make('delegations', { kind: 'official', members });
  const events = await makeEvents(make, { ...directory, delegations });
  const parties = [directory.organizations, await make('organizations', { kind: 'company' })].map(partyOf);
  const agreements = await make('agreements', { kind: 'mou', parties });
  return { ...directory, delegations, ...events, agreements, ...(await makeLater(client, events.visits!)) };
}

type Make = (path: string, body: object) => Promise<string>;

async function makeEvents(
  make: Make,
  { places, organizations, delegations, ...others }: Records,
): Promise<Records> {
  const participants = [{ organizationId: organizations, side: 'host', role: 'host' }];
  const event = { ...DAYS, agenda: agendaAt(places!), participants };
  return {
    forums: await make('forums', { ...event, seriesId: others['forum-series'], visibility: 'public' }),
    visits: await make('visits', { ...event, direction: 'incoming', delegationIds: [delegations] }),
  };
}

async function makeLater(client: Client, eventId: string): Promise<Records> {
  const [text, title] = [{ en: 'Any' }, { en: 'Any' }];
  return {
    outcomes: await client.make('/v1/outcomes', { eventId, kind: 'commitment', text }),
    'follow-ups': await client.make('/v1/follow-ups', { eventId, kind: 'action', title }),
  };
}

/** Two items in one place at one time, so that there is a conflict. */
function agendaAt(placeId: string): object[] {
  const times = { startsAt: '2027-04-12T09:00:00+02:00', endsAt: '2027-04-12T10:00:00+02:00' };
  return ['One', 'Other'].map((en) => ({
    kind: 'meeting',
    title: { en },
    placeId,
    status: 'confirmed',
    ...times,
  }));
}

function partyOf(organizationId: string): object {
  return { organizationId, signatoryUnknown: true };
}
