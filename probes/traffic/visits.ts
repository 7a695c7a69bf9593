import type { Client } from './client.js';

/** One name, as every record takes it. */
export function named(text: string): object[] {
  return [{ text, lang: 'en', kind: 'official' }];
}

/** Whom and what the visits of a probe are with. */
export interface Company {
  readonly personId: string;
  readonly organizationId: string;
  readonly placeId: string;
}

/** Makes those whom visits are with. */
export async function makeCompany(client: Client): Promise<Company> {
  return {
    personId: await client.make('/v1/people', { names: named('Visitor') }),
    organizationId: await client.make('/v1/organizations', { names: named('Host'), kind: 'company' }),
    placeId: await client.make('/v1/places', { names: named('City'), kind: 'city' }),
  };
}

const LEGS = 2;
const ITEMS = 3;
const PARTICIPANTS = 3;

/** A visit with parts in three tables, all of which are made with it or not at all. */
export function wholeVisit(name: string, { personId, organizationId, placeId }: Company): object {
  const host = { organizationId, side: 'host', role: 'host' };
  const guest = { personId, side: 'guest', role: 'attendee' };
  return {
    names: named(name),
    starts: '2027-04-12',
    ends: '2027-04-14',
    timeZone: 'Europe/Rome',
    direction: 'incoming',
    legs: [12, 13].map((day) => ({ placeId, starts: `2027-04-${day}`, ends: `2027-04-${day + 1}` })),
    agenda: [9, 10, 11].map((hour) => itemAt(hour)),
    participants: [host, guest, { ...guest, personId: undefined, organizationId }],
  };
}

function itemAt(hour: number): object {
  const day = `2027-04-12T${String(hour).padStart(2, '0')}`;
  return {
    kind: 'meeting',
    title: { en: `Item ${hour}` },
    startsAt: `${day}:00:00+02:00`,
    endsAt: `${day}:30:00+02:00`,
  };
}

/** A visit as it is read again. */
export interface ReadVisit {
  readonly version: number;
  readonly legs?: readonly unknown[];
  readonly agenda?: readonly unknown[];
}

/** Whether all that was made with it is there. */
export function isWhole({ legs, agenda }: ReadVisit, participants: number): boolean {
  return legs?.length === LEGS && (agenda?.length ?? ITEMS) === ITEMS && participants >= PARTICIPANTS;
}
