import type { OpenAPIObject } from '@nestjs/swagger';
import { type Operation, operationsOf } from './openapi.operations.js';

const named = (text: string): object[] => [{ text, lang: 'en', kind: 'official' }];
const guiyang = [
  { text: 'Guiyang', lang: 'en', kind: 'official' },
  { text: '贵阳', lang: 'zh-Hans', kind: 'official' },
  { text: 'Big Data Valley', lang: 'en', kind: 'nickname' },
];
const week = { starts: '2018-10-22', ends: '2018-10-25', timeZone: 'Europe/Rome' };
const students = {
  label: { en: 'students of electronic engineering' },
  quantity: { value: 6, qualifier: 'exact' },
};

/** Stands for a visit of the office: an outcome and a follow-up come from one. */
const VISIT_ID = '019a8f3e-4c00-7000-8000-000000000001';
const PLACE_IDS = ['019a8f3e-4c00-7000-8000-000000000002', '019a8f3e-4c00-7000-8000-000000000003'];
const ACTOR_IDS = ['019a8f3e-4c00-7000-8000-000000000005', '019a8f3e-4c00-7000-8000-000000000006'];
const SOURCE_ID = '019a8f3e-4c00-7000-8000-000000000004';

/** Bodies that can be sent as they are: what they refer to is in the address, or is the visit above. */
const EXAMPLES: Readonly<Record<string, object>> = {
  CreatePlace: { names: guiyang, kind: 'city', timeZone: 'Asia/Shanghai' },
  CreateToken: { label: 'International relations office', role: 'organizer', days: 90 },
  PatchToken: { label: 'Registry' },
  RotateToken: { overlapHours: 24 },
  CreateCalendarLink: { subject: { kind: 'office' }, audience: 'internal', languages: ['it'], label: 'All' },
  CreateDeputy: {
    actorId: ACTOR_IDS[0],
    principalId: ACTOR_IDS[1],
    startsAt: '2026-12-21T07:00:00Z',
    endsAt: '2027-01-07T07:00:00Z',
    reason: 'on leave over the holidays',
  },
  CreateTopic: { names: named('Big data') },
  CreateOrganization: {
    names: [...named('China Sci-Tech Automation Alliance'), { text: 'CSAA', lang: 'en', kind: 'acronym' }],
    kind: 'association',
    memberCount: { value: 60, qualifier: 'over', unit: 'companies' },
  },
  CreatePerson: {
    names: [{ text: 'Sun Zhiming', lang: 'zh-Latn', kind: 'official' }],
    familyName: 'Sun',
    givenName: 'Zhiming',
    nameOrder: 'family_first',
    languages: ['zh'],
  },
  CreateDelegation: {
    names: named('Guiyang delegation'),
    kind: 'official',
    declaredSize: { value: 6, qualifier: 'exact' },
    members: [{ role: 'interpreter', placeholder: { en: 'interpreter, to be named' } }],
  },
  CreateMember: { role: 'interpreter', placeholder: { en: 'interpreter, to be named' } },
  CreateVisit: {
    names: named('Guiyang delegation in Naples and Rome'),
    direction: 'incoming',
    category: 'exploratory',
    starts: '2018-07-12',
    ends: '2018-07-13',
    timeZone: 'Europe/Rome',
    objectives: [{ en: 'partnerships on big data and manufacturing 4.0' }],
    agenda: [{ kind: 'meeting', title: { en: 'Welcome at Città della Scienza' }, on: '2018-07-12' }],
  },
  CreateForumSeries: { names: named('Italy-China Innovation Week'), frequency: 'annual' },
  CreateForum: {
    names: named('Italy-China Innovation Week 2018'),
    format: 'week',
    year: 2018,
    visibility: 'public',
    ...week,
  },
  CreateAgendaItem: { kind: 'meeting', title: { en: 'Welcome at Città della Scienza' }, on: '2018-07-12' },
  CreateParticipation: { side: 'guest', role: 'attendee', group: students },
  CreateOutcome: { eventId: VISIT_ID, kind: 'commitment', text: { en: 'partnerships on big data' } },
  CreateFollowUp: {
    eventId: VISIT_ID,
    kind: 'reply',
    title: { en: 'Answer the invitation to Guiyang' },
    due: '2018-08-03',
    priority: 'high',
  },
  CreateFollowUpOfOutcome: { due: '2018-10', priority: 'high' },
  CreateFollowUpOfQuestion: { due: '2027-01', priority: 'high' },
  CreateStandingFollowUp: { kind: 'publication', title: { en: 'News item on the visit' }, dueAfter: 'P3D' },
  CreateTravelTime: { fromPlaceId: PLACE_IDS[0], toPlaceId: PLACE_IDS[1], minutes: 75 },
  CreateAgreement: {
    names: [
      ...named('China-Italy Joint Lab on Advanced Manufacturing'),
      { text: 'CI-LAM', lang: 'en', kind: 'acronym' },
    ],
    kind: 'joint_lab',
    signed: '2017-11',
    objectives: [{ en: 'research and training on the themes of the Intelligent Factory' }],
    obligations: [{ text: { en: 'present the hydroponic greenhouse' }, due: '2018-10' }],
  },
  CreateObligation: { text: { en: 'present the hydroponic greenhouse' }, due: '2018-10' },
  CreateSource: {
    names: named('A delegation from Guiyang in Naples'),
    kind: 'article',
    language: 'en',
    publisher: 'Città della Scienza',
    published: '2018-07',
    text: 'A delegation from Guiyang visited the science centre in Naples. It will',
    breaksOffAt: 71,
  },
  CreateCitation: {
    recordId: VISIT_ID,
    field: 'starts',
    sourceId: SOURCE_ID,
    locator: { paragraph: 2 },
    verification: 'reported',
    value: '2018-07-11',
  },
  CreateRelationship: {
    names: [{ text: 'Asse Torino-Pechino', lang: 'it', kind: 'official' }],
    fromPlaceId: PLACE_IDS[0],
    toPlaceId: PLACE_IDS[1],
    kind: 'axis',
    trend: 'growing',
  },
  CreateEntry: {
    names: [{ text: '416', lang: 'it', kind: 'official' }],
    kind: 'term',
    placeId: PLACE_IDS[0],
    verification: 'unverified',
    hypotheses: [{ text: { en: 'the name of a local plan' } }],
    openQuestions: [{ text: { en: 'What do the figures stand for?' } }],
  },
  CreateFigure: {
    recordId: VISIT_ID,
    kind: 'target',
    metric: { en: 'R&D intensity' },
    quantity: { value: 3, qualifier: 'exact', unit: '%' },
    due: '2027',
  },
  CiteRecord: { sourceId: SOURCE_ID, locator: { paragraph: 2 }, verification: 'corroborated' },
  PatchSource: { author: 'press office' },
  PatchCitation: { verification: 'verified' },
  PatchPlace: { timeZone: 'Asia/Shanghai' },
  PatchTopic: { names: named('Big data') },
  PatchOrganization: { founded: '2017' },
  PatchPerson: { languages: ['zh', 'en'] },
  PatchDelegation: { declaredSize: { value: 7 } },
  PatchMember: { languages: ['zh', 'it'] },
  PatchPosition: { until: '2018-12' },
  PatchRelation: { since: '2018' },
  PatchVisit: { starts: '2018-07-11', dateChangeReason: 'earlier flight' },
  PatchForumSeries: { frequency: 'annual' },
  PatchForum: { starts: '2018-10-23', dateChangeReason: 'the hall is taken on the first day' },
  PatchAgendaItem: { startsAt: '2018-07-12T10:00:00+02:00', on: null },
  PatchParticipation: { seat: '3' },
  PatchOutcome: { expected: '2018-10' },
  PatchFollowUp: { due: '2018-08-10', priority: 'urgent' },
  PatchStandingFollowUp: { dueAfter: 'P14D' },
  PatchEventLink: { kind: 'coincides_with' },
  PatchAgreement: { expiry: '2022-11', renewal: { mode: 'automatic', term: 'P5Y', noticePeriod: 'P6M' } },
  PatchParty: { side: 'Italy', signatoryUnknown: true },
  PatchSignatory: { signedOn: '2017-11', method: 'in person' },
  PatchObligation: { evidence: { en: 'shown in Naples' } },
  PatchAgreementLink: { kind: 'renews' },
  PatchRelationship: { trend: 'steady' },
  PatchEntry: { level: 'municipal' },
  PatchEntryLink: { kind: 'aligned_with' },
  PatchFigure: { due: '2028' },
};

/** Gives every body an example that can be sent, and leaves parameters to be filled in by whoever tries a route out. */
export function exemplify(document: OpenAPIObject): OpenAPIObject {
  for (const operation of Object.values(document.paths).flatMap(operationsOf)) {
    exemplifyBody(operation);
    describeParameters(operation);
  }
  return document;
}

function exemplifyBody({ requestBody }: Operation): void {
  if (!requestBody || '$ref' in requestBody) return;
  for (const content of Object.values(requestBody.content)) {
    const name = content.schema && '$ref' in content.schema ? content.schema.$ref.split('/').at(-1)! : '';
    const { example } = (content.schema ?? {}) as { readonly example?: unknown };
    content.example ??= EXAMPLES[name] ?? example;
  }
}

// Swagger UI would send the example of a parameter along; a list would then be filtered by all of them.
function describeParameters(operation: Operation): void {
  for (const parameter of operation.parameters ?? []) {
    if ('$ref' in parameter || parameter.in !== 'query') continue;
    const schema = parameter.schema as { example?: unknown } | undefined;
    const example = parameter.example ?? schema?.example;
    if (example !== undefined)
      parameter.description = `${parameter.description ?? ''} For example: ${shown(example)}`.trim();
    delete parameter.example;
    delete schema?.example;
  }
}

function shown(example: unknown): string {
  return Array.isArray(example) ? example.map((one) => `\`${one}\``).join(', ') : `\`${String(example)}\``;
}
