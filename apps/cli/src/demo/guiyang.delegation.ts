import type { Text } from '#vocabulary';
import { COUNCILLOR } from './guiyang.people.js';
import { type Entries, type Entry, en, hostGroup, named, record } from './story.js';

const MEMBERS: readonly (readonly [personId: string, organizationId: string, title: string])[] = [
  ['sunZhiming', 'guiyangGovernment', 'Deputy Mayor'],
  ['wuHongchun', 'scienceBureau', 'Director'],
  ['liuJun', 'highTechnologyCommittee', 'Deputy Director'],
  ['chenFeng', 'softwareInstitute', 'Associate Researcher'],
  ['renZhong', 'planningDivision', 'Director'],
  ['zhangHailong', 'enterprisesDivision', 'Director'],
];

/** A member has one title; of a second office, colleagues read in the notes and in the positions of the person. */
const NOTES: Readonly<Record<string, Text>> = {
  chenFeng: en('also Executive Deputy Director of Guiyang Information Technology Research Center'),
};

const PARTNERSHIPS = en(
  'create and strengthen partnerships on big data, manufacturing 4.0, automation and robotics',
);

const INTERESTS = ['bigData', 'manufacturing4', 'automation', 'robotics'];

const DELEGATIONS: Entries = {
  guiyangDelegation: {
    names: named(en('Guiyang delegation'), {
      text: 'Delegation of the Guiyang City Science and Technology Commission',
      lang: 'en',
      kind: 'alias',
    }),
    notes: en('told to be a spearhead of the Chinese system of technological innovation'),
    kind: 'official',
    originPlaceId: 'guiyang',
    organizationIds: ['guiyangGovernment', 'scienceCommission'],
    purpose: PARTNERSHIPS,
    topicIds: INTERESTS,
    members: MEMBERS.map(([personId, organizationId, title], rank) => ({
      personId,
      role: rank === 0 ? 'head' : 'member',
      title: en(title),
      organizationId,
      notes: NOTES[personId],
      status: 'departed',
    })),
    status: 'departed',
  },
};

const VISIT_IN_NAPLES = {
  kind: 'site_visit',
  title: en('Visit to Città della Scienza'),
  leg: 0,
  placeId: 'scienceCity',
  on: '2018-07-12?',
  hostOrganizationIds: ['scienceCentre'],
  topicIds: ['bigData', 'digitalTechnologies', 'research'],
  participants: [
    greeter('giuseppeAlbano', 'scienceCentre', { title: en('Commissioner') }),
    greeter('giuseppeRusso', 'scienceCentre', { title: en('General Secretary') }),
    greeter('valeriaDeGennaro', 'campaniaRegion', { title: en('delegate'), onBehalfOf: COUNCILLOR }),
  ],
  status: 'held',
};

const MEETING_IN_ROME = {
  kind: 'meeting',
  title: en('Meeting with the Agency for Digital Italy'),
  abstract: en(
    'important projects under construction, among them SPID, the Electronic Health Record and the Pre-Commercial Contracts System; use of artificial intelligence and blockchain in the public sector',
  ),
  leg: 1,
  placeId: 'digitalAgencySeat',
  on: '2018-07-13?',
  hostOrganizationIds: ['digitalAgency'],
  topicIds: [
    'spid',
    'electronicHealthRecord',
    'preCommercialContracts',
    'artificialIntelligence',
    'blockchain',
    'publicSector',
  ],
  participants: [
    hostGroup(en('Italian digital governance structure')),
    hostGroup(en('experts of the Agency'), { role: 'speaker', organizationId: 'digitalAgency' }),
  ],
  status: 'held',
};

const VISITS: Entries = {
  guiyangVisit: {
    names: named(en('Guiyang delegation in Naples and Rome')),
    summary: en('axis with China, in view of the Italy-China Week of Science, Technology and Innovation'),
    delegationIds: ['guiyangDelegation'],
    direction: 'incoming',
    category: 'exploratory',
    starts: '2018-07-12?',
    ends: '2018-07-13?',
    legs: [
      { placeId: 'naples', starts: '2018-07-12?', ends: '2018-07-12?' },
      { placeId: 'rome', starts: '2018-07-13?', ends: '2018-07-13?' },
    ],
    mode: 'in_person',
    topicIds: INTERESTS,
    objectives: [
      PARTNERSHIPS,
      en(
        'explore the opportunities of the regional system of research and entrepreneurship in digital technologies for the analysis and processing of huge data streams',
      ),
    ],
    agenda: [VISIT_IN_NAPLES, MEETING_IN_ROME],
    agendaComplete: false,
    participants: ['scienceCentre', 'digitalAgency'].map((organizationId) => ({
      organizationId,
      side: 'host',
      role: 'host',
      response: 'attended',
    })),
    status: 'completed',
  },
};

/** The delegation and the visit of `guiyang-naples-rome.en.txt`, linked to the forums around it. */
export const GUIYANG_VISIT: readonly Entry[] = [
  ...record('/v1/delegations', DELEGATIONS),
  ...record('/v1/visits', VISITS),
  { path: '/v1/visits/{guiyangVisit}/links', body: { toId: 'studentWorkshop', kind: 'coincides_with' } },
  { path: '/v1/visits/{guiyangVisit}/links', body: { toId: 'italyChinaWeek', kind: 'in_preparation_for' } },
];

function greeter(personId: string, organizationId: string, details: object): object {
  return { personId, organizationId, side: 'host', role: 'greeter', response: 'attended', ...details };
}
