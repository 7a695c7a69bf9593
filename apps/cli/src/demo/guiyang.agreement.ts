import { type Entries, type Entry, en, named, record } from './story.js';

const AGREEMENTS: Entries = {
  labAgreement: {
    names: named(en('Agreement on the China-Italy Joint Lab on Advanced Manufacturing')),
    kind: 'joint_lab',
    topicIds: ['advancedManufacturing', 'intelligentFactory'],
    objectives: [en('research and training on the Intelligent Factory')],
    // The laboratory was created for the week of that month; whether it was signed there is not told.
    signed: '2017-11?',
    originEventId: 'italyChinaWeek2017',
    createsOrganizationId: 'jointLab',
    parties: [
      ...parties('Italy', ['federico', 'newSteel', 'bergamo']),
      ...parties('China', ['tsinghua', 'automationAlliance']),
    ],
    status: 'signed',
  },
};

const OUTCOMES: Entries = {
  firstResult: {
    agreementId: 'labAgreement',
    kind: 'deliverable',
    text: en('first result: a workshop for students of Tsinghua University and Federico II University'),
    topicIds: ['advancedManufacturing', 'artificialIntelligence', 'interactiveDesign'],
    actors: [{ organizationId: 'tsinghua' }, { organizationId: 'electricalDepartment' }],
    delivered: '2018-07?',
    status: 'delivered',
  },
  greenhouse: {
    eventId: 'studentWorkshop',
    kind: 'deliverable',
    text: en('hydroponic greenhouse'),
    notes: en('to be presented in Naples on 22 or 23 October; whether it was is not told'),
    topicIds: ['smartGreenhouses'],
    expected: '2018-10-22%',
    presentedAtEventId: 'italyChinaWeek',
    status: 'planned',
  },
  statementOfRusso: {
    eventId: 'guiyangVisit',
    kind: 'statement',
    text: en(
      'cooperation with China on research and innovative entrepreneurship: firmer economic and cultural relations; Città della Scienza opened the way to the most advanced realities of China, and is to keep a central role at national level',
    ),
    topicIds: ['research', 'innovativeEntrepreneurship'],
    placeIds: ['china'],
    actors: [{ personId: 'giuseppeRusso' }],
  },
};

/** The agreement of `guiyang-naples-rome.en.txt`, and what has come of it and of the visit so far. */
export const GUIYANG_AGREEMENT: readonly Entry[] = [
  ...record('/v1/agreements', AGREEMENTS),
  ...record('/v1/outcomes', OUTCOMES),
];

function parties(side: string, organizationIds: readonly string[]): object[] {
  return organizationIds.map((organizationId) => ({ organizationId, side, signatoryUnknown: true }));
}
