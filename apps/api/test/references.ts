import { anAgendaItem } from '#agendas/testing';
import { anAgreement } from '#agreements/testing';
import { aRelationship, anEntry } from '#briefings/testing';
import { aDelegation, aMember } from '#delegations/testing';
import { aPerson, aPlace, aTopic, anOrganization, named } from '#directory/testing';
import { aFollowUp, anOutcome } from '#follow-ups/testing';
import { aParticipation } from '#participants/testing';
import { aSource } from '#sources/testing';
import type { Recorded } from './answer.js';
import type { Client } from './client.js';

/** What records of this test are within. */
export interface Wholes {
  readonly visit: Recorded;
  readonly agreement: Recorded;
  readonly party: Recorded;
  readonly delegation: Recorded;
  readonly organization: Recorded;
  readonly person: Recorded;
  readonly place: Recorded;
  readonly entry: Recorded;
  /** Gives the id of an organization that it gave nobody before. */
  readonly spare: () => string;
}

export async function recordWholes(office: Client): Promise<Wholes> {
  const [organization, ...spares] = await Promise.all(
    Array.from({ length: 10 }, () => office.record('/v1/organizations', anOrganization())),
  );
  const agreement = await office.record('/v1/agreements', anAgreement());
  const place = await office.record('/v1/places', aPlace());
  return {
    organization,
    spare: () => spares.pop()!.id as string,
    visit: await office.record('/v1/visits', { names: named('Visit to Naples') }),
    agreement,
    party: await office.record(`${agreement.at}/parties`, { organizationId: organization.id }),
    delegation: await office.record('/v1/delegations', aDelegation()),
    person: await office.record('/v1/people', aPerson()),
    place,
    entry: await office.record('/v1/entries', anEntry({ placeId: place.id })),
  };
}

/** How to record one of each kind that is referred to. */
export const REFERRED: Readonly<Record<string, (office: Client, within: Wholes) => Promise<Recorded>>> = {
  place: (office) => office.record('/v1/places', aPlace()),
  topic: (office) => office.record('/v1/topics', aTopic()),
  organization: (office) => office.record('/v1/organizations', anOrganization()),
  person: (office) => office.record('/v1/people', aPerson()),
  delegation: (office) => office.record('/v1/delegations', aDelegation()),
  event: (office) => office.record('/v1/forums', { names: named('Zhongguancun Forum') }),
  'forum series': (office) => office.record('/v1/forum-series', { names: named('Innovation Week') }),
  agreement: (office) => office.record('/v1/agreements', anAgreement()),
  'agenda item': (office, { visit }) => office.record(`${visit.at}/agenda`, anAgendaItem()),
  entry: (office, { place }) => office.record('/v1/entries', anEntry({ placeId: place.id })),
  relationship: async (office, { organization }) => {
    const { id: toOrganizationId } = await office.record('/v1/organizations', anOrganization());
    return office.record(
      '/v1/relationships',
      aRelationship({ fromOrganizationId: organization.id, toOrganizationId }),
    );
  },
  source: (office) => office.record('/v1/sources', aSource()),
  outcome: (office, { visit }) => office.record('/v1/outcomes', anOutcome({ eventId: visit.id })),
  member: (office, { delegation }) =>
    office.record(`${delegation.at}/members`, { ...aMember(), status: 'accepted' }),
  obligation: (office, { agreement }) =>
    office.record(`${agreement.at}/obligations`, { text: { en: 'send students' } }),
  party: async (office, { agreement }) => {
    const { id: organizationId } = await office.record('/v1/organizations', anOrganization());
    return office.record(`${agreement.at}/parties`, { organizationId });
  },
};

/** A field that refers: the kind of record it is of, the kind it leads to, where it stands in the body, the body. */
export type Reference = readonly [
  kind: string,
  referred: string,
  pointer: string,
  path: (within: Wholes) => string,
  body: (id: string, within: Wholes) => object,
];

const names = named('Guiyang in Naples and Rome');
const item = anAgendaItem();
const { group } = aParticipation();
const asGuest = { side: 'guest', role: 'attendee' };

function of(
  kind: string,
  path: string | ((within: Wholes) => string),
  fields: readonly (readonly [referred: string, pointer: string, body: Reference[4]])[],
): Reference[] {
  const at = typeof path === 'string' ? () => path : path;
  return fields.map(([referred, pointer, body]) => [kind, referred, pointer, at, body] as const);
}

function event(kind: string): (readonly [string, string, Reference[4]])[] {
  const inAgenda = (participation: object) => ({
    names,
    agenda: [{ ...item, participants: [participation] }],
  });
  const participants = (of: (id: string) => object): Reference[4][] => [
    (id) => ({ names, participants: [of(id)] }),
    (id) => inAgenda(of(id)),
  ];
  const subjects = [
    ['person', 'personId'],
    ['organization', 'organizationId'],
    ['delegation', 'delegationId'],
  ] as const;
  return [
    ['event', '/parentId', (parentId) => ({ names, parentId })],
    ['place', '/placeId', (placeId) => ({ names, placeId })],
    ['place', '/legs/0/placeId', (placeId) => ({ names, legs: [{ placeId }] })],
    ['topic', '/topicIds/0', (id) => ({ names, topicIds: [id] })],
    ['place', '/agenda/0/placeId', (placeId) => ({ names, agenda: [{ ...item, placeId }] })],
    [
      'organization',
      '/agenda/0/hostOrganizationIds/0',
      (id) => ({ names, agenda: [{ ...item, hostOrganizationIds: [id] }] }),
    ],
    ['topic', '/agenda/0/topicIds/0', (id) => ({ names, agenda: [{ ...item, topicIds: [id] }] })],
    ...subjects.flatMap(([referred, field]) => {
      const [alone, inItem] = participants((id) => ({ ...asGuest, [field]: id }));
      return [
        [referred, `/participants/0/${field}`, alone!],
        [referred, `/agenda/0/participants/0/${field}`, inItem!],
      ] as const;
    }),
    ...(kind === 'visit'
      ? [
          ['delegation', '/delegationIds/0', (id: string) => ({ names, delegationIds: [id] })] as const,
          ['place', '/hostCityId', (hostCityId: string) => ({ names, hostCityId })] as const,
        ]
      : [['forum series', '/seriesId', (seriesId: string) => ({ names, seriesId })] as const]),
  ];
}

/** The fields by which a signatory signs for somebody. */
function onBehalfOf(
  at: string,
  body: (signatory: object, within: Wholes) => object,
): (readonly [string, string, Reference[4]])[] {
  const fields = [
    ['person', 'onBehalfOfPersonId'],
    ['organization', 'onBehalfOfOrganizationId'],
  ] as const;
  return fields.map(([referred, field]) => [
    referred,
    `${at}${field}`,
    (id, within) => body({ [field]: id }, within),
  ]);
}

/** Every field that refers to a record which can be put away. */
export const REFERENCES: readonly Reference[] = [
  ...of('place', '/v1/places', [
    ['place', '/parentId', (parentId) => aPlace({ parentId })],
    ['place', '/containedInIds/0', (id) => aPlace({ containedInIds: [id] })],
  ]),
  ...of('topic', '/v1/topics', [['topic', '/parentId', (parentId) => aTopic({ parentId })]]),
  ...of('organization', '/v1/organizations', [
    ['organization', '/parentId', (parentId) => anOrganization({ parentId })],
    ['place', '/placeId', (placeId) => anOrganization({ placeId })],
    ['topic', '/topicIds/0', (id) => anOrganization({ topicIds: [id] })],
    ['person', '/contactPersonId', (contactPersonId) => anOrganization({ contactPersonId })],
  ]),
  ...of('relation', ({ organization }) => `${organization.at}/relations`, [
    ['organization', '/toOrganizationId', (toOrganizationId) => ({ kind: 'partner_of', toOrganizationId })],
    ['person', '/toPersonId', (toPersonId) => ({ kind: 'founded_by', toPersonId })],
    ['place', '/toPlaceId', (toPlaceId) => ({ kind: 'present_in', toPlaceId })],
  ]),
  ...of('person', '/v1/people', [
    [
      'organization',
      '/positions/0/organizationId',
      (organizationId) => ({ ...aPerson(), positions: [{ organizationId, title: { en: 'Rector' } }] }),
    ],
  ]),
  ...of('position', ({ person }) => `${person.at}/positions`, [
    ['organization', '/organizationId', (organizationId) => ({ organizationId, title: { en: 'Rector' } })],
  ]),
  ...of('delegation', '/v1/delegations', [
    ['delegation', '/parentId', (parentId) => aDelegation({ parentId })],
    ['place', '/originPlaceId', (originPlaceId) => aDelegation({ originPlaceId })],
    ['organization', '/organizationIds/0', (id) => aDelegation({ organizationIds: [id] })],
    ['topic', '/topicIds/0', (id) => aDelegation({ topicIds: [id] })],
    ['person', '/focalPointId', (focalPointId) => aDelegation({ focalPointId })],
    ['person', '/members/0/personId', (personId) => aDelegation({ members: [{ personId }] })],
    [
      'organization',
      '/members/0/organizationId',
      (organizationId) => aDelegation({ members: [aMember({ organizationId })] }),
    ],
  ]),
  ...of('member', ({ delegation }) => `${delegation.at}/members`, [
    ['person', '/personId', (personId) => ({ personId })],
    ['organization', '/organizationId', (organizationId) => aMember({ organizationId })],
    ['member', '/replacesId', (replacesId) => aMember({ replacesId })],
  ]),
  ...of('event link', ({ visit }) => `${visit.at}/links`, [
    ['event', '/toId', (toId) => ({ toId, kind: 'follows' })],
  ]),
  ...of('agenda item', ({ visit }) => `${visit.at}/agenda`, [
    ['place', '/placeId', (placeId) => anAgendaItem({ placeId })],
    ['organization', '/hostOrganizationIds/0', (id) => anAgendaItem({ hostOrganizationIds: [id] })],
    ['topic', '/topicIds/0', (id) => anAgendaItem({ topicIds: [id] })],
    ['agenda item', '/parentId', (parentId) => anAgendaItem({ parentId })],
  ]),
  ...of('participation', ({ visit }) => `${visit.at}/participants`, [
    ['person', '/personId', (personId) => aParticipation({ personId })],
    ['organization', '/organizationId', (organizationId) => aParticipation({ organizationId })],
    ['delegation', '/delegationId', (delegationId) => aParticipation({ delegationId })],
    ['agenda item', '/agendaItemId', (agendaItemId) => ({ ...asGuest, group, agendaItemId })],
  ]),
  ...of('travel time', '/v1/travel-times', [
    [
      'place',
      '/fromPlaceId',
      (fromPlaceId, { place }) => ({ fromPlaceId, toPlaceId: place.id, minutes: 660 }),
    ],
    ['place', '/toPlaceId', (toPlaceId, { place }) => ({ fromPlaceId: place.id, toPlaceId, minutes: 660 })],
  ]),
  ...of('visit', '/v1/visits', event('visit')),
  ...of('forum', '/v1/forums', event('forum')),
  ...of('forum series', '/v1/forum-series', [
    ['organization', '/organizerIds/0', (id) => ({ names, organizerIds: [id] })],
  ]),
  ...of('agreement', '/v1/agreements', [
    ['topic', '/topicIds/0', (id) => anAgreement({ topicIds: [id] })],
    ['place', '/placeIds/0', (id) => anAgreement({ placeIds: [id] })],
    ['event', '/signedAtEventId', (signedAtEventId) => anAgreement({ signedAtEventId })],
    ['agenda item', '/signedAtItemId', (signedAtItemId) => anAgreement({ signedAtItemId })],
    ['event', '/originEventId', (originEventId) => anAgreement({ originEventId })],
    ['organization', '/approvedByOrganizationId', (id) => anAgreement({ approvedByOrganizationId: id })],
    [
      'organization',
      '/createsOrganizationId',
      (createsOrganizationId) => anAgreement({ createsOrganizationId }),
    ],
    [
      'organization',
      '/parties/0/organizationId',
      (organizationId) => anAgreement({ parties: [{ organizationId }] }),
    ],
    [
      'person',
      '/parties/0/signatories/0/personId',
      (personId, { organization }) =>
        anAgreement({ parties: [{ organizationId: organization.id, signatories: [{ personId }] }] }),
    ],
    ...onBehalfOf('/parties/0/signatories/0/', (signatory, { organization }) =>
      anAgreement({ parties: [{ organizationId: organization.id, signatories: [signatory] }] }),
    ),
  ]),
  ...of('party', ({ agreement }) => `${agreement.at}/parties`, [
    ['organization', '/organizationId', (organizationId) => ({ organizationId })],
    [
      'person',
      '/signatories/0/personId',
      (personId, { spare }) => ({ organizationId: spare(), signatories: [{ personId }] }),
    ],
    ...onBehalfOf('/signatories/0/', (signatory, { spare }) => ({
      organizationId: spare(),
      signatories: [signatory],
    })),
  ]),
  ...of('signatory', ({ agreement }) => `${agreement.at}/signatories`, [
    ['party', '/partyId', (partyId) => ({ partyId, planned: '2027' })],
    ['person', '/personId', (personId, { party }) => ({ partyId: party.id, personId })],
    ...onBehalfOf('/', (signatory, { party }) => ({ partyId: party.id, ...signatory })),
  ]),
  ...of('obligation', ({ agreement }) => `${agreement.at}/obligations`, [
    ['party', '/partyId', (partyId) => ({ partyId, text: { en: 'send students' } })],
  ]),
  ...of('agreement link', ({ agreement }) => `${agreement.at}/links`, [
    ['agreement', '/toId', (toId) => ({ toId, kind: 'preceded_by' })],
  ]),
  ...of('outcome', '/v1/outcomes', [
    ['event', '/eventId', (eventId) => anOutcome({ eventId })],
    ['agenda item', '/agendaItemId', (agendaItemId) => anOutcome({ agendaItemId })],
    ['agreement', '/agreementId', (agreementId) => anOutcome({ agreementId })],
    ['topic', '/topicIds/0', (id, { visit }) => anOutcome({ eventId: visit.id, topicIds: [id] })],
    [
      'person',
      '/actors/0/personId',
      (personId, { visit }) => anOutcome({ eventId: visit.id, actors: [{ personId }] }),
    ],
    [
      'organization',
      '/actors/0/organizationId',
      (organizationId, { visit }) => anOutcome({ eventId: visit.id, actors: [{ organizationId }] }),
    ],
    ['place', '/placeIds/0', (id, { visit }) => anOutcome({ eventId: visit.id, placeIds: [id] })],
    [
      'event',
      '/announcedAtEventId',
      (announcedAtEventId, { visit }) => anOutcome({ eventId: visit.id, announcedAtEventId }),
    ],
    [
      'agreement',
      '/ledToAgreementId',
      (ledToAgreementId, { visit }) => anOutcome({ eventId: visit.id, ledToAgreementId }),
    ],
    [
      'event',
      '/presentedAtEventId',
      (presentedAtEventId, { visit }) => anOutcome({ eventId: visit.id, presentedAtEventId }),
    ],
  ]),
  ...of('follow-up', '/v1/follow-ups', [
    ['event', '/eventId', (eventId) => aFollowUp({ eventId })],
    ['agenda item', '/agendaItemId', (agendaItemId) => aFollowUp({ agendaItemId })],
    ['outcome', '/outcomeId', (outcomeId) => aFollowUp({ outcomeId })],
    ['agreement', '/agreementId', (agreementId) => aFollowUp({ agreementId })],
    ['obligation', '/obligationId', (obligationId) => aFollowUp({ obligationId })],
    ['entry', '/entryId', (entryId) => aFollowUp({ entryId })],
    [
      'person',
      '/ownerPersonId',
      (ownerPersonId, { visit }) => aFollowUp({ eventId: visit.id, ownerPersonId }),
    ],
    [
      'organization',
      '/ownerOrganizationId',
      (ownerOrganizationId, { visit }) => aFollowUp({ eventId: visit.id, ownerOrganizationId }),
    ],
  ]),
  ...of('source', '/v1/sources', [
    ['source', '/translationOfId', (translationOfId) => aSource({ translationOfId })],
  ]),
  ...of('citation', '/v1/citations', [
    ['source', '/sourceId', (sourceId, { visit }) => ({ recordId: visit.id, sourceId })],
  ]),
  ...of('relationship', '/v1/relationships', [
    [
      'place',
      '/fromPlaceId',
      (fromPlaceId, { place }) => aRelationship({ fromPlaceId, toPlaceId: place.id }),
    ],
    [
      'organization',
      '/fromOrganizationId',
      (fromOrganizationId, { place }) => aRelationship({ fromOrganizationId, toPlaceId: place.id }),
    ],
    ['place', '/toPlaceId', (toPlaceId, { place }) => aRelationship({ fromPlaceId: place.id, toPlaceId })],
    [
      'organization',
      '/toOrganizationId',
      (toOrganizationId, { place }) => aRelationship({ fromPlaceId: place.id, toOrganizationId }),
    ],
  ]),
  ...of('entry', '/v1/entries', [
    ['entry', '/parentId', (parentId) => anEntry({ parentId })],
    ['place', '/placeId', (placeId) => anEntry({ placeId })],
    ['organization', '/organizationId', (organizationId) => anEntry({ organizationId })],
    ['person', '/personId', (personId) => anEntry({ personId })],
    ['topic', '/topicId', (topicId) => anEntry({ topicId })],
    ['forum series', '/seriesId', (seriesId) => anEntry({ seriesId })],
    ['relationship', '/relationshipId', (relationshipId) => anEntry({ relationshipId })],
    ['organization', '/issuerIds/0', (id, { place }) => anEntry({ placeId: place.id, issuerIds: [id] })],
    ['organization', '/actorIds/0', (id, { place }) => anEntry({ placeId: place.id, actorIds: [id] })],
    ['topic', '/topicIds/0', (id, { place }) => anEntry({ placeId: place.id, topicIds: [id] })],
    [
      'place',
      '/placeIds/0',
      (id, { organization }) => anEntry({ organizationId: organization.id, placeIds: [id] }),
    ],
    ['event', '/eventId', (eventId, { place }) => anEntry({ placeId: place.id, eventId })],
    ['agenda item', '/itemId', (itemId, { place }) => anEntry({ placeId: place.id, itemId })],
    [
      'person',
      '/speakerId',
      (speakerId, { place }) => anEntry({ placeId: place.id, kind: 'statement', speakerId }),
    ],
  ]),
  ...of('entry link', ({ entry }) => `${entry.at}/links`, [
    ['entry', '/toId', (toId) => ({ toId, kind: 'based_on' })],
  ]),
];
