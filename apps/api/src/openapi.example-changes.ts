import { SAMPLE } from './openapi.example-ids.js';

/** What can be changed in the demo as it stands, by the schema of the body. */
export const PATCHED: Readonly<Record<string, object>> = {
  PatchActor: { personId: SAMPLE.officer },
  PatchVisit: { category: 'working' },
  PatchForumSeries: { frequency: 'annual' },
  PatchForum: { starts: '2018-10-23', dateChangeReason: 'the hall is taken on the first day' },
  PatchAgendaItem: { title: { en: 'Welcome in the council room', it: 'Saluto nella sala del consiglio' } },
  PatchParticipation: { seat: '3' },
  PatchEventLink: { kind: 'coincides_with' },
  PatchDelegation: { declaredSize: { value: 7, qualifier: 'exact' } },
  PatchMember: { languages: ['zh', 'it'] },
  PatchAgreement: { expiry: '2027-11', renewal: { mode: 'automatic', term: 'P5Y', noticePeriod: 'P6M' } },
  PatchParty: { side: 'Italy', signatoryUnknown: true },
  PatchSignatory: { method: 'in person' },
  PatchObligation: { evidence: { en: 'shown in Naples' } },
  PatchAgreementLink: { kind: 'renews' },
  PatchOutcome: { expected: '2018-10' },
  PatchFollowUp: { due: '2027-01-22', priority: 'urgent' },
  PatchStandingFollowUp: { dueAfter: 'P14D' },
  PatchPlace: { timeZone: 'Asia/Shanghai' },
  PatchTopic: { notes: { en: 'on roofs, too' } },
  PatchOrganization: { founded: '2017' },
  PatchRelation: { since: '2018' },
  PatchPerson: { languages: ['zh', 'en'] },
  PatchPosition: { until: '2018-12' },
  PatchTravelTime: { minutes: 10 },
  PatchSource: { author: 'press office' },
  PatchCitation: { verification: 'verified' },
  PatchRelationship: { trend: 'steady' },
  PatchEntry: { level: 'municipal' },
  PatchEntryLink: { kind: 'aligned_with' },
  PatchFigure: { asOf: '2024' },
  PatchToken: { label: 'Sample clerk of the registry' },
  PatchProtectedProfile: { dietary: 'no nuts' },
};

/** A calendar of somebody else with one entry on a day. */
function calendarOf(name: string, day: string): string {
  return `BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Sample//EN
X-WR-CALNAME:${name}
BEGIN:VEVENT
UID:opening@sample
DTSTAMP:20240101T000000Z
DTSTART;VALUE=DATE:${day}
SUMMARY:Opening
END:VEVENT
END:VCALENDAR
`;
}

/** What can be done next to the record of the demo that an address names. */
export const BY_ADDRESS: Readonly<Record<string, unknown>> = {
  '/v1/visits/{eventId}/agenda/imports': calendarOf('Programme of the hosts', '20240507'),
  '/v1/forums/{eventId}/agenda/imports': calendarOf('Programme of the hosts', '20240611'),
  '/v1/visits/{eventId}/agenda/moves': { items: [{ id: SAMPLE.talks, position: 0 }] },
  '/v1/forums/{eventId}/agenda/moves': { items: [{ id: SAMPLE.panel, position: 0 }] },
  '/v1/visits/{id}/transitions': { to: 'confirmed' },
  '/v1/visits/{eventId}/agenda/{id}/transitions': { to: 'confirmed' },
  '/v1/visits/{eventId}/participants/{id}/transitions': { to: 'accepted' },
  '/v1/forums/{id}/transitions': { to: 'scheduled' },
  '/v1/forums/{eventId}/agenda/{id}/transitions': { to: 'confirmed' },
  '/v1/forums/{eventId}/participants/{id}/transitions': { to: 'accepted' },
  '/v1/delegations/{id}/transitions': { to: 'nominated' },
  '/v1/delegations/{delegationId}/members/{id}/transitions': { to: 'accepted' },
  '/v1/agreements/{id}/transitions': { to: 'drafting' },
  '/v1/agreements/{agreementId}/obligations/{id}/transitions': { to: 'fulfilled' },
  '/v1/outcomes/{id}/transitions': { to: 'delivered', effectiveOn: '2018-10-22' },
  '/v1/follow-ups/{id}/transitions': { to: 'waived', reason: 'the visit was put off' },
  '/v1/entries/{id}/transitions': { to: 'under_way' },
};

const DOSSIER = {
  dossier: 'spring-visit',
  title: 'A visit in spring, told in one file',
  places: {
    naples: { match: { name: 'Naples' }, names: [{ text: 'Naples', lang: 'en', kind: 'official' }] },
  },
  visits: {
    spring: {
      names: [{ text: 'Visit in spring', lang: 'en', kind: 'official' }],
      starts: '2027-04',
      legs: [{ place: 'naples' }],
      agenda: { welcome: { kind: 'meeting', title: { en: 'Welcome' }, leg: 0, on: '2027-04' } },
    },
  },
};

const CARD = `BEGIN:VCARD
VERSION:4.0
FN:Press officer of the partner city
ORG:Sample institute
TITLE:Press officer
END:VCARD
`;

/** What can be imported into the demo as it stands, by media type; a workbook cannot be shown. */
export const IMPORTED: Readonly<Record<string, unknown>> = {
  'application/yaml': DOSSIER,
  'application/json': DOSSIER,
  'application/jsonl': `${JSON.stringify(DOSSIER)}\n`,
  'text/csv': 'Name,Email\nSample colleague,colleague@example.org\n',
  'text/tab-separated-values': 'Name\tEmail\nSample trainee\ttrainee@example.org\n',
  'text/vcard': CARD,
  'text/calendar': calendarOf('Open house of the partner city', '20270614'),
};
