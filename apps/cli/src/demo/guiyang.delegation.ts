import { COUNCILLOR } from './guiyang.people.js';
import { type Entries, type Entry, en, named, record } from './story.js';

const MEMBERS: readonly (readonly [personId: string, organizationId: string, title: string])[] = [
  ['sunZhiming', 'guiyangGovernment', 'Deputy Mayor'],
  ['wuHongchun', 'scienceBureau', 'Director'],
  ['liuJun', 'highTechnologyCommittee', 'Deputy Director'],
  [
    'chenFeng',
    'softwareInstitute',
    'Associate Researcher; Executive Deputy Director of Guiyang Information Technology Research Center',
  ],
  ['renZhong', 'planningDivision', 'Director'],
  ['zhangHailong', 'enterprisesDivision', 'Director'],
];

const INTERESTS = ['bigData', 'manufacturing4', 'automation', 'robotics'];

const DELEGATIONS: Entries = {
  guiyangDelegation: {
    names: named(en('Guiyang delegation'), {
      text: 'Delegation of the Guiyang City Science and Technology Commission',
      lang: 'en',
      kind: 'alias',
    }),
    kind: 'official',
    originPlaceId: 'guiyang',
    organizationIds: ['guiyangGovernment'],
    purpose: en('partnerships on big data, manufacturing 4.0, automation and robotics'),
    topicIds: INTERESTS,
    members: MEMBERS.map(([personId, organizationId, title], rank) => ({
      personId,
      role: rank === 0 ? 'head' : 'member',
      title: en(title),
      organizationId,
      status: 'departed',
    })),
    status: 'departed',
  },
};

const WELCOME = {
  kind: 'meeting',
  title: en('Welcome at Città della Scienza'),
  leg: 0,
  placeId: 'scienceCity',
  on: '2018-07-12',
  hostOrganizationIds: ['scienceCentre'],
  topicIds: ['bigData'],
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
    'Projects under construction: SPID, the Electronic Health Record, the Pre-Commercial Contracts System. Artificial intelligence and blockchain in the public sector.',
  ),
  leg: 1,
  placeId: 'digitalAgencySeat',
  on: '2018-07-13',
  hostOrganizationIds: ['digitalAgency'],
  topicIds: ['artificialIntelligence', 'blockchain', 'publicSector'],
  status: 'held',
};

const VISITS: Entries = {
  guiyangVisit: {
    names: named(en('Guiyang delegation in Naples and Rome')),
    delegationIds: ['guiyangDelegation'],
    direction: 'incoming',
    category: 'exploratory',
    starts: '2018-07-12',
    ends: '2018-07-13',
    legs: [
      { placeId: 'naples', starts: '2018-07-12', ends: '2018-07-12' },
      { placeId: 'rome', starts: '2018-07-13', ends: '2018-07-13' },
    ],
    topicIds: INTERESTS,
    objectives: [
      en('partnerships on big data, manufacturing 4.0, automation and robotics'),
      en('opportunities of regional research and entrepreneurship in the analysis of big data'),
    ],
    agenda: [WELCOME, MEETING_IN_ROME],
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
