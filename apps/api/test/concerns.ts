import { anAgendaItem } from '#agendas/testing';
import { aDelegation } from '#delegations/testing';
import { aPerson, aPlace, aTopic, anOrganization, named } from '#directory/testing';
import type { Recorded } from './answer.js';
import type { Client } from './client.js';

/** How a record can concern what is asked for, as the parameters of lists name it. */
export const WAYS = ['place', 'origin', 'topic', 'organization', 'person', 'delegation'] as const;
export type Way = (typeof WAYS)[number];

/** What is asked for, and what concerns it without being it: an id by each name. */
export interface Asked {
  readonly asked: Readonly<Record<Way, string>>;
  /** A hall in the place that is asked for. */
  readonly hall: string;
  readonly elsewhere: string;
  /** A unit of the organization that is asked for, and one that it has succeeded. */
  readonly unit: string;
  readonly predecessor: string;
  /** An organization at home where it is asked for, and others that are nowhere. */
  readonly fromThere: string;
  readonly stranger: string;
  /** Delegations: from a city in the place of origin, with the person, and of a unit of the organization. */
  readonly guests: string;
  readonly led: string;
  readonly representing: string;
}

/** Records what can be asked for. */
export async function recordAsked(office: Client): Promise<Asked> {
  const id = async (path: string, body: object): Promise<string> => (await office.record(path, body)).id;
  const place = (name: string, parentId: string | null = null) =>
    id('/v1/places', aPlace({ names: named(name), parentId }));
  const organization = (name: string, fields: object = {}) =>
    id('/v1/organizations', { ...anOrganization({ names: named(name) }), ...fields });
  const delegation = (fields: object) => id('/v1/delegations', { ...aDelegation(), ...fields });

  const [naples, guizhou] = [await place('Naples'), await place('Guizhou')];
  const guiyang = await place('Guiyang', guizhou);
  const bureau = await office.record('/v1/organizations', anOrganization({ names: named('Bureau') }));
  const predecessor = await organization('Commission');
  await office.record(`${bureau.at}/relations`, { kind: 'successor_of', toOrganizationId: predecessor });
  const unit = await organization('Division', { parentId: bureau.id });
  const person = await id('/v1/people', aPerson());
  return {
    asked: {
      place: naples,
      origin: guizhou,
      topic: await id('/v1/topics', aTopic()),
      organization: bureau.id,
      person,
      delegation: await delegation({}),
    },
    hall: await place('Hall', naples),
    elsewhere: await place('Rome'),
    unit,
    predecessor,
    fromThere: await organization('Institute', { placeId: guiyang }),
    stranger: await organization('Stranger'),
    guests: await delegation({ originPlaceId: guiyang }),
    led: await delegation({ members: [{ personId: person }] }),
    representing: await delegation({ organizationIds: [unit] }),
  };
}

/** One fact: in words, as the record tells it, and in which ways the record concerns what is asked for by that. */
export type Fact = readonly [words: string, fields: (known: Asked) => object, ways: readonly Way[]];

const item = (fields: object): object => ({ agenda: [anAgendaItem(fields)] });
const guest = { side: 'guest', role: 'attendee' } as const;

/** What events tell: by themselves, or by an item of their agenda, which then concerns the same. */
export const OF_EVENTS: readonly Fact[] = [
  ['it has nothing to do with it', ({ elsewhere }) => ({ placeId: elsewhere }), []],
  ['it is there', ({ hall }) => ({ placeId: hall }), ['place']],
  ['it has a leg there', ({ hall }) => ({ legs: [{ placeId: hall }] }), ['place']],
  ['the city receives it', ({ asked }) => ({ hostCityId: asked.place }), ['place']],
  ['it is about it', ({ asked }) => ({ topicIds: [asked.topic] }), ['topic']],
  [
    'a unit takes part',
    ({ unit }) => ({ participants: [{ ...guest, organizationId: unit }] }),
    ['organization'],
  ],
  ['they take part', ({ asked }) => ({ participants: [{ ...guest, personId: asked.person }] }), ['person']],
  [
    'it takes part',
    ({ asked }) => ({ participants: [{ ...guest, delegationId: asked.delegation }] }),
    ['delegation'],
  ],
  [
    'guests from there take part',
    ({ guests }) => ({ participants: [{ ...guest, delegationId: guests }] }),
    ['origin'],
  ],
  ['guests come from there', ({ guests }) => ({ delegationIds: [guests] }), ['origin']],
  ['they come with others', ({ led }) => ({ delegationIds: [led] }), ['person']],
  ['it comes', ({ asked }) => ({ delegationIds: [asked.delegation] }), ['delegation']],
  ['a unit is represented', ({ representing }) => ({ delegationIds: [representing] }), ['organization']],
];

/** What items of agendas tell; the event of each concerns the same. */
export const OF_ITEMS: readonly Fact[] = [
  ['it has nothing to do with it', ({ elsewhere }) => item({ placeId: elsewhere }), []],
  ['it is there', ({ hall }) => item({ placeId: hall }), ['place']],
  ['its leg is there', ({ hall }) => ({ legs: [{ placeId: hall }], ...item({ leg: 0 }) }), ['place']],
  ['its event is there', ({ hall }) => ({ placeId: hall, ...item({}) }), ['place']],
  [
    'its event is there, and its leg is not known',
    ({ hall }) => ({ placeId: hall, legs: [{ placeId: null }], ...item({ leg: 0 }) }),
    ['place'],
  ],
  ['it is about it', ({ asked }) => item({ topicIds: [asked.topic] }), ['topic']],
  [
    'one that was succeeded hosts it',
    ({ predecessor }) => item({ hostOrganizationIds: [predecessor] }),
    ['organization'],
  ],
  ['they take part', ({ asked }) => withParticipant({ personId: asked.person }), ['person']],
  ['they take part with others', ({ led }) => withParticipant({ delegationId: led }), ['person']],
  ['it takes part', ({ asked }) => withParticipant({ delegationId: asked.delegation }), ['delegation']],
  ['guests from there take part', ({ guests }) => withParticipant({ delegationId: guests }), ['origin']],
  [
    'a unit is represented',
    ({ representing }) => withParticipant({ delegationId: representing }),
    ['organization'],
  ],
];

function withParticipant(who: object): object {
  return { agenda: [{ ...anAgendaItem(), participants: [{ ...guest, ...who }] }] };
}

/** What agreements tell. */
export const OF_AGREEMENTS: readonly Fact[] = [
  ['it has nothing to do with it', ({ stranger }) => ofParty(stranger), []],
  ['it is concluded there', ({ hall }) => ({ placeIds: [hall] }), ['place']],
  ['a party is from there', ({ fromThere }) => ofParty(fromThere), ['origin']],
  ['it covers it', ({ asked }) => ({ topicIds: [asked.topic] }), ['topic']],
  ['a unit is a party', ({ unit }) => ofParty(unit), ['organization']],
  [
    'one that was succeeded approved it',
    ({ predecessor }) => ({ approvedByOrganizationId: predecessor }),
    ['organization'],
  ],
  ['it creates a unit', ({ unit }) => ({ createsOrganizationId: unit }), ['organization']],
  ['they sign it', ({ stranger, asked }) => ofParty(stranger, { personId: asked.person }), ['person']],
  [
    'it is signed on their behalf',
    ({ stranger, asked }) => ofParty(stranger, { onBehalfOfPersonId: asked.person }),
    ['person'],
  ],
  [
    'it is signed on behalf of a unit',
    ({ stranger, unit }) => ofParty(stranger, { onBehalfOfOrganizationId: unit }),
    ['organization'],
  ],
];

function ofParty(organizationId: string, ...signatories: object[]): object {
  return { parties: [{ organizationId, signatories }] };
}

/** What outcomes tell themselves. */
export const OF_OUTCOMES: readonly Fact[] = [
  ['it takes place there', ({ hall }) => ({ placeIds: [hall] }), ['place']],
  ['it is about it', ({ asked }) => ({ topicIds: [asked.topic] }), ['topic']],
  ['a unit promised it', ({ unit }) => ({ actors: [{ organizationId: unit }] }), ['organization']],
  ['they promised it', ({ asked }) => ({ actors: [{ personId: asked.person }] }), ['person']],
];

/** What entries tell; the follow-ups that come from them concern the same. */
export const OF_ENTRIES: readonly Fact[] = [
  ['it is about something else', ({ elsewhere }) => ({ placeId: elsewhere }), []],
  ['it is about a hall there', ({ hall }) => ({ placeId: hall }), ['place']],
  ['it is about it', ({ asked }) => ({ topicId: asked.topic }), ['topic']],
  [
    'it touches on it',
    ({ elsewhere, asked }) => ({ placeId: elsewhere, topicIds: [asked.topic] }),
    ['topic'],
  ],
  ['it is about a unit', ({ unit }) => ({ organizationId: unit }), ['organization']],
  [
    'it is about one that was succeeded',
    ({ predecessor }) => ({ organizationId: predecessor }),
    ['organization'],
  ],
  ['it is about them', ({ asked }) => ({ personId: asked.person }), ['person']],
];

/** What follow-ups tell themselves. */
export const OF_FOLLOW_UPS: readonly Fact[] = [
  ['a unit owns it', ({ unit }) => ({ ownerOrganizationId: unit }), ['organization']],
  ['they own it', ({ asked }) => ({ ownerPersonId: asked.person }), ['person']],
];

/** A record with the ways in which it concerns what is asked for. */
export interface Concerning {
  readonly record: Recorded;
  readonly ways: readonly Way[];
}
