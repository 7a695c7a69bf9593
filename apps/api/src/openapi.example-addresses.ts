import { SAMPLE, STORY } from './openapi.example-ids.js';

/** A record of the demo at each address that takes an id: of the address as far as that id. */
const AT: Readonly<Record<string, string>> = {
  '/v1/actors/{id}': SAMPLE.clerk,
  '/v1/agreements/{agreementId}': SAMPLE.agreement,
  '/v1/agreements/{agreementId}/links/{id}': SAMPLE.agreementLink,
  '/v1/agreements/{agreementId}/obligations/{id}': SAMPLE.obligation,
  '/v1/agreements/{agreementId}/parties/{id}': SAMPLE.party,
  '/v1/agreements/{agreementId}/signatories/{id}': SAMPLE.signatory,
  '/v1/agreements/{id}': STORY.agreement,
  '/v1/calendar-links/{id}': SAMPLE.calendarLink,
  '/v1/citations/{id}': SAMPLE.citation,
  '/v1/delegations/{delegationId}': SAMPLE.delegation,
  '/v1/delegations/{delegationId}/members/{id}': SAMPLE.member,
  '/v1/delegations/{id}': STORY.delegation,
  '/v1/deputies/{id}': SAMPLE.deputy,
  '/v1/duplicates/different/{id}': SAMPLE.guest,
  '/v1/duplicates/different/{id}/{otherId}': SAMPLE.traveller,
  '/v1/entries/{entryId}': SAMPLE.programme,
  '/v1/entries/{entryId}/links/{id}': SAMPLE.entryLink,
  '/v1/entries/{id}': SAMPLE.programme,
  '/v1/entries/{id}/questions/{questionId}': SAMPLE.question,
  '/v1/figures/{id}': SAMPLE.figure,
  '/v1/follow-ups/{id}': SAMPLE.followUp,
  '/v1/forum-series/{id}': STORY.series,
  '/v1/forums/{eventId}': SAMPLE.forum,
  '/v1/forums/{eventId}/agenda/conflicts/{fingerprint}': SAMPLE.forumConflict,
  '/v1/forums/{eventId}/agenda/publications/{number}': '1',
  '/v1/forums/{eventId}/agenda/{id}': SAMPLE.opening,
  '/v1/forums/{eventId}/links/{id}': SAMPLE.forumLink,
  '/v1/forums/{eventId}/participants/{id}': SAMPLE.organizer,
  '/v1/forums/{id}': STORY.forum,
  '/v1/organizations/{id}': STORY.jointLab,
  '/v1/organizations/{id}/merges/{mergeId}': SAMPLE.merge,
  '/v1/organizations/{organizationId}': SAMPLE.office,
  '/v1/organizations/{organizationId}/relations/{id}': SAMPLE.relation,
  '/v1/outcomes/{id}': STORY.outcome,
  '/v1/people/{id}': STORY.person,
  '/v1/people/{id}/merges/{mergeId}': SAMPLE.merge,
  '/v1/people/{id}/erasure': SAMPLE.formerGuest,
  '/v1/people/{id}/protected-profile': SAMPLE.traveller,
  '/v1/people/{personId}': SAMPLE.officer,
  '/v1/people/{personId}/positions/{id}': SAMPLE.position,
  '/problems/{code}': 'visit.not-ready',
  '/v1/places/{id}': STORY.guiyang,
  '/v1/places/{id}/merges/{mergeId}': SAMPLE.merge,
  '/v1/relationships/{id}': STORY.relationship,
  '/v1/sources/{id}': STORY.article,
  '/v1/sources/{id}/document': SAMPLE.letter,
  '/v1/standing-follow-ups/{id}': SAMPLE.standing,
  '/v1/tokens/{id}': SAMPLE.token,
  '/v1/topics/{id}': STORY.topic,
  '/v1/topics/{id}/merges/{mergeId}': SAMPLE.merge,
  '/v1/travel-times/{id}': SAMPLE.travelTime,
  '/v1/visits/{eventId}': SAMPLE.visit,
  '/v1/visits/{eventId}/agenda/conflicts/{fingerprint}': SAMPLE.visitConflict,
  '/v1/visits/{eventId}/agenda/publications/{number}': '1',
  '/v1/visits/{eventId}/agenda/{id}': SAMPLE.welcome,
  '/v1/visits/{eventId}/links/{id}': SAMPLE.visitLink,
  '/v1/visits/{eventId}/participants/{id}': SAMPLE.host,
  '/v1/visits/{id}': STORY.visit,
};

/** Another one where the example of the above could not be done, or not without spoiling those of others. */
const INSTEAD: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'get /v1/forums/{eventId}/agenda/conflicts': { eventId: SAMPLE.crowdedForum },
  'get /v1/people/{id}/schedule': { id: SAMPLE.officer },
  'get /v1/places/{id}/schedule': { id: SAMPLE.councilRoom },
  'get /v1/visits/{eventId}/agenda/conflicts': { eventId: SAMPLE.crowdedVisit },
  'post /v1/agreements/{id}/transitions': { id: SAMPLE.agreement },
  'post /v1/delegations/{id}/transitions': { id: SAMPLE.delegation },
  'post /v1/forums/{id}/transitions': { id: SAMPLE.forum },
  'post /v1/outcomes/{id}/follow-up': { id: SAMPLE.promise },
  'post /v1/visits/{id}/transitions': { id: SAMPLE.visit },
  'post /v1/places/{id}/merge': { id: SAMPLE.councilRoom },
  'post /v1/topics/{id}/merge': { id: SAMPLE.topic },
  'post /v1/organizations/{id}/merge': { id: SAMPLE.institute },
  'post /v1/people/{id}/merge': { id: SAMPLE.officer },
  'post /v1/places/{id}/merges/{mergeId}/undo': { id: SAMPLE.councilRoom },
  'post /v1/topics/{id}/merges/{mergeId}/undo': { id: SAMPLE.topic },
  'post /v1/organizations/{id}/merges/{mergeId}/undo': { id: SAMPLE.institute },
  'post /v1/people/{id}/merges/{mergeId}/undo': { id: SAMPLE.officer },
  'post /v1/visits/{eventId}/agenda/conflicts/{fingerprint}/acknowledgement': {
    eventId: SAMPLE.crowdedVisit,
  },
  'post /v1/forums/{eventId}/agenda/conflicts/{fingerprint}/acknowledgement': {
    eventId: SAMPLE.crowdedForum,
  },
  'put /v1/people/{id}/protected-profile': { id: SAMPLE.guest },
  'put /v1/sources/{id}/document': { id: SAMPLE.minutes },
  'delete /v1/sources/{id}/document': { id: SAMPLE.note },
};

/** What is put away by the example, and brought back by that of restoring. */
const SURPLUS: Readonly<Record<string, string>> = {
  '/v1/agreements/{agreementId}/links/{id}': SAMPLE.surplusAgreementLink,
  '/v1/agreements/{agreementId}/obligations/{id}': SAMPLE.surplusObligation,
  '/v1/agreements/{agreementId}/parties/{id}': SAMPLE.surplusParty,
  '/v1/agreements/{agreementId}/signatories/{id}': SAMPLE.surplusSignatory,
  '/v1/agreements/{id}': SAMPLE.surplusAgreement,
  '/v1/calendar-links/{id}': SAMPLE.surplusCalendarLink,
  '/v1/citations/{id}': SAMPLE.surplusCitation,
  '/v1/delegations/{delegationId}/members/{id}': SAMPLE.surplusMember,
  '/v1/delegations/{id}': SAMPLE.surplusDelegation,
  '/v1/entries/{entryId}/links/{id}': SAMPLE.surplusEntryLink,
  '/v1/entries/{id}': SAMPLE.surplusEntry,
  '/v1/figures/{id}': SAMPLE.surplusFigure,
  '/v1/follow-ups/{id}': SAMPLE.surplusFollowUp,
  '/v1/forum-series/{id}': SAMPLE.surplusSeries,
  '/v1/forums/{eventId}/agenda/{id}': SAMPLE.surplusForumItem,
  '/v1/forums/{eventId}/links/{id}': SAMPLE.surplusForumLink,
  '/v1/forums/{eventId}/participants/{id}': SAMPLE.surplusForumParticipant,
  '/v1/forums/{id}': SAMPLE.surplusForum,
  '/v1/organizations/{id}': SAMPLE.surplusOrganization,
  '/v1/organizations/{organizationId}/relations/{id}': SAMPLE.surplusRelation,
  '/v1/outcomes/{id}': SAMPLE.surplusOutcome,
  '/v1/people/{id}': SAMPLE.surplusPerson,
  '/v1/people/{personId}/positions/{id}': SAMPLE.surplusPosition,
  '/v1/places/{id}': SAMPLE.storeRoom,
  '/v1/relationships/{id}': SAMPLE.surplusRelationship,
  '/v1/sources/{id}': SAMPLE.surplusSource,
  '/v1/standing-follow-ups/{id}': SAMPLE.surplusStanding,
  '/v1/tokens/{id}': SAMPLE.surplusToken,
  '/v1/topics/{id}': SAMPLE.surplusTopic,
  '/v1/travel-times/{id}': SAMPLE.surplusTravelTime,
  '/v1/visits/{eventId}/agenda/{id}': SAMPLE.surplusVisitItem,
  '/v1/visits/{eventId}/links/{id}': SAMPLE.surplusVisitLink,
  '/v1/visits/{eventId}/participants/{id}': SAMPLE.surplusVisitParticipant,
  '/v1/visits/{id}': SAMPLE.surplusVisit,
};

/**
 * What stands in the demo at a parameter of an address.
 * @param path as it is documented, such as `/v1/visits/{id}.ics`
 */
export function exampleAt(method: string, path: string, parameter: string): string | undefined {
  const until = path.slice(0, path.indexOf(`{${parameter}}`) + parameter.length + 2);
  const further = path.slice(until.length);
  const instead = INSTEAD[`${method} ${path}`]?.[parameter];
  const isPutAway = (method === 'delete' && further === '') || further === '/restore';
  const whole = further.includes('{') ? undefined : AT[path];
  return instead ?? (isPutAway ? SURPLUS[until] : undefined) ?? whole ?? AT[until];
}
