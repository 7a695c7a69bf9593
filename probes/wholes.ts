import type { Client } from './traffic/client.js';
import { type Company, makeCompany, named } from './traffic/visits.js';

/** Something that is made for a record. */
export interface Part {
  readonly kind: string;
  readonly path: string;
  readonly body: object;
  /** Whether it stays in use where what it was made for is put away later. */
  readonly stays?: boolean;
}

/** What parts name beside their whole. */
export interface Around extends Company {
  readonly visitId: string;
  readonly agreementId: string;
}

/** A kind of record that others belong to. */
export interface Whole {
  readonly name: string;
  make(client: Client, around: Around): Promise<string>;
  address(id: string, around: Around): string;
  parts(id: string, around: Around): readonly Part[];
}

/** Makes what the parts of all kinds name. */
export async function makeAround(client: Client): Promise<Around> {
  const company = await makeCompany(client);
  return {
    ...company,
    visitId: await client.make('/v1/visits', { names: named('Beside') }),
    agreementId: await client.make('/v1/agreements', { names: named('Beside'), kind: 'mou' }),
  };
}

const TEXT = { en: 'Raced' };
const NAMES = named('Raced');
const outcome = (of: object): Part => ({
  kind: 'outcome',
  path: '/v1/outcomes',
  body: { ...of, kind: 'deliverable', text: TEXT },
});
const followUp = (of: object): Part => ({
  kind: 'follow-up',
  path: '/v1/follow-ups',
  body: { ...of, kind: 'action', title: TEXT },
});

function event(name: string, path: string, more: object): Whole {
  return {
    name,
    make: (client) => client.make(path, { names: NAMES, ...more }),
    address: (id) => `${path}/${id}`,
    parts: (id, { personId, visitId }) => [
      { kind: 'agenda item', path: `${path}/${id}/agenda`, body: { kind: 'meeting', title: TEXT } },
      {
        kind: 'participant',
        path: `${path}/${id}/participants`,
        body: { personId, side: 'guest', role: 'attendee' },
      },
      { kind: 'link', path: `${path}/${id}/links`, body: { toId: visitId, kind: 'follows' } },
      {
        kind: 'link to it',
        path: `/v1/visits/${visitId}/links`,
        body: { toId: id, kind: 'follows' },
        stays: true,
      },
      { kind: 'child', path, body: { names: NAMES, ...more, parentId: id }, stays: true },
      { kind: 'publication', path: `${path}/${id}/agenda/publications`, body: {}, stays: true },
      outcome({ eventId: id }),
      followUp({ eventId: id }),
    ],
  };
}

const item: Whole = {
  name: 'agenda item',
  make: (client, { visitId }) =>
    client.make(`/v1/visits/${visitId}/agenda`, { kind: 'meeting', title: TEXT }),
  address: (id, { visitId }) => `/v1/visits/${visitId}/agenda/${id}`,
  parts: (id, { personId, visitId }) => [
    {
      kind: 'item',
      path: `/v1/visits/${visitId}/agenda`,
      body: { kind: 'meeting', title: TEXT, parentId: id },
    },
    {
      kind: 'speaker',
      path: `/v1/visits/${visitId}/participants`,
      body: { personId, side: 'guest', role: 'speaker', agendaItemId: id },
    },
    outcome({ agendaItemId: id }),
    followUp({ agendaItemId: id }),
  ],
};

const agreement: Whole = {
  name: 'agreement',
  make: (client) => client.make('/v1/agreements', { names: NAMES, kind: 'mou' }),
  address: (id) => `/v1/agreements/${id}`,
  parts: (id, { organizationId, agreementId }) => [
    { kind: 'party', path: `/v1/agreements/${id}/parties`, body: { organizationId, signatoryUnknown: true } },
    { kind: 'obligation', path: `/v1/agreements/${id}/obligations`, body: { text: TEXT } },
    { kind: 'link', path: `/v1/agreements/${id}/links`, body: { toId: agreementId, kind: 'renews' } },
    {
      kind: 'link to it',
      path: `/v1/agreements/${agreementId}/links`,
      body: { toId: id, kind: 'renews' },
      stays: true,
    },
    outcome({ agreementId: id }),
    followUp({ agreementId: id }),
  ],
};

const party: Whole = {
  name: 'party',
  make: (client, { agreementId, organizationId }) =>
    client.make(`/v1/agreements/${agreementId}/parties`, { organizationId, signatoryUnknown: true }),
  address: (id, { agreementId }) => `/v1/agreements/${agreementId}/parties/${id}`,
  parts: (id, { agreementId, personId }) => [
    { kind: 'signatory', path: `/v1/agreements/${agreementId}/signatories`, body: { partyId: id, personId } },
    {
      kind: 'obligation',
      path: `/v1/agreements/${agreementId}/obligations`,
      body: { partyId: id, text: TEXT },
    },
  ],
};

const obligation: Whole = {
  name: 'obligation',
  make: (client, { agreementId }) => client.make(`/v1/agreements/${agreementId}/obligations`, { text: TEXT }),
  address: (id, { agreementId }) => `/v1/agreements/${agreementId}/obligations/${id}`,
  parts: (id) => [followUp({ obligationId: id })],
};

const outcomeWhole: Whole = {
  name: 'outcome',
  make: (client, { visitId }) => {
    const { path, body } = outcome({ eventId: visitId });
    return client.make(path, body);
  },
  address: (id) => `/v1/outcomes/${id}`,
  parts: (id) => [followUp({ outcomeId: id })],
};

const delegation: Whole = {
  name: 'delegation',
  make: (client) => client.make('/v1/delegations', { names: NAMES, kind: 'official' }),
  address: (id) => `/v1/delegations/${id}`,
  parts: (id, { personId }) => [
    { kind: 'member', path: `/v1/delegations/${id}/members`, body: { personId, role: 'member' } },
    {
      kind: 'unnamed member',
      path: `/v1/delegations/${id}/members`,
      body: { placeholder: TEXT, role: 'member' },
    },
  ],
};

const organization: Whole = {
  name: 'organization',
  make: (client) => client.make('/v1/organizations', { names: NAMES, kind: 'company' }),
  address: (id) => `/v1/organizations/${id}`,
  parts: (id, { organizationId }) => [
    {
      kind: 'relation',
      path: `/v1/organizations/${id}/relations`,
      body: { toOrganizationId: organizationId, kind: 'member_of' },
    },
  ],
};

const person: Whole = {
  name: 'person',
  make: (client) => client.make('/v1/people', { names: NAMES }),
  address: (id) => `/v1/people/${id}`,
  parts: (id, { organizationId }) => [
    { kind: 'position', path: `/v1/people/${id}/positions`, body: { organizationId, title: TEXT } },
  ],
};

/** Every kind that others are within, or go along with. */
export const WHOLES: readonly Whole[] = [
  event('visit', '/v1/visits', { starts: '2027-04-12', timeZone: 'Europe/Rome' }),
  event('forum', '/v1/forums', { starts: '2027-05-10', timeZone: 'Europe/Rome' }),
  item,
  agreement,
  party,
  obligation,
  outcomeWhole,
  delegation,
  organization,
  person,
];
