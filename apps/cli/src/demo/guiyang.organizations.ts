import { type Entries, type Entry, en, named, record } from './story.js';

const CHINESE: Entries = {
  guiyangGovernment: {
    names: named(en('Guiyang municipal government')),
    kind: 'municipality',
    placeId: 'guiyang',
  },
  scienceBureau: {
    names: named(en('Guiyang Science and Technology Bureau')),
    kind: 'government',
    placeId: 'guiyang',
  },
  scienceCommission: {
    names: named(en('Guiyang City Science and Technology Commission')),
    notes: en('perhaps the Guiyang Science and Technology Bureau under another name'),
    kind: 'government',
    placeId: 'guiyang',
  },
  planningDivision: {
    names: named(en('Planning Division of Guiyang Science and Technology Bureau'), {
      text: 'Planning Division',
      lang: 'en',
      kind: 'short',
    }),
    kind: 'government',
    parentId: 'scienceBureau',
  },
  highTechnologyCommittee: {
    names: named(en('Administrative Committee of Guiyang National High Technology Developmental Zone')),
    kind: 'government',
    placeId: 'highTechnologyZone',
  },
  academyOfSciences: { names: named(en('Chinese Academy of Sciences')), kind: 'research' },
  softwareInstitute: {
    names: named(en('Institute of Software of the Chinese Academy of Sciences'), {
      text: 'Institute of Software Chinese Academy of Sciences',
      lang: 'en',
      kind: 'as_printed',
    }),
    kind: 'research',
    parentId: 'academyOfSciences',
  },
  researchCenter: {
    names: named(en('Guiyang Information Technology Research Center')),
    kind: 'research',
    placeId: 'guiyang',
  },
  industryCommittee: {
    names: named(en('Guiyang Industry and Information Technology Committee')),
    kind: 'government',
    placeId: 'guiyang',
  },
  enterprisesDivision: {
    names: named(
      en(
        'Middle and Small-sized Enterprises Division of Guiyang Industry and Information Technology Committee',
      ),
      { text: 'Middle and Small-sized Enterprises Division', lang: 'en', kind: 'short' },
    ),
    kind: 'government',
    parentId: 'industryCommittee',
  },
  tsinghua: {
    names: named({ en: 'Tsinghua University', 'zh-Hans': '清华大学' }),
    kind: 'university',
    placeId: 'beijing',
  },
  automationAlliance: {
    names: named(
      en('China Sci-Tech Automation Alliance'),
      { text: 'CSAA', lang: 'en', kind: 'acronym' },
      { text: 'Chinese Industrial Automation Cluster', lang: 'en', kind: 'alias' },
    ),
    kind: 'association',
    topicIds: ['automation'],
    memberCount: { value: 60, qualifier: 'over', unit: 'companies' },
  },
};

const ITALIAN: Entries = {
  scienceCentre: {
    names: named({ it: 'Città della Scienza' }),
    kind: 'science_centre',
    placeId: 'scienceCity',
  },
  digitalAgency: {
    names: named(en('Agency for Digital Italy')),
    kind: 'agency',
    placeId: 'digitalAgencySeat',
  },
  campaniaRegion: {
    names: named({ it: 'Regione Campania', en: 'Campania Region' }),
    notes: en('which region is meant is inferred: that around Naples'),
    kind: 'government',
    placeId: 'campania',
  },
  federico: {
    names: named(en('University of Naples Federico II'), {
      text: 'Federico II University',
      lang: 'en',
      kind: 'alias',
    }),
    kind: 'university',
    placeId: 'naples',
  },
  electricalDepartment: {
    names: named(en('Department of Electrical Engineering and Information')),
    kind: 'university',
    parentId: 'federico',
  },
  newSteel: {
    names: named(en('Campania NewSteel'), { text: 'Campania Newsteel', lang: 'en', kind: 'as_printed' }),
    kind: 'incubator',
  },
  bergamo: { names: named(en('University of Bergamo')), kind: 'university' },
  jointLab: {
    names: named(
      en('China-Italy Joint Lab on Advanced Manufacturing'),
      { text: 'Ci-Lam Joimt Lab', lang: 'en', kind: 'as_printed' },
      { text: 'CI-LAM', lang: 'en', kind: 'acronym' },
    ),
    kind: 'joint_lab',
    description: en(
      'joint Italian-Chinese research and training laboratory on the themes of the Intelligent Factory',
    ),
    topicIds: ['advancedManufacturing', 'intelligentFactory'],
    founded: '2017-11?',
  },
};

const ELSEWHERE: Entries = {
  apple: {
    names: named(en('Apple')),
    kind: 'company',
    description: en('decided to move the servers with all the data of the users of iCloud to Guiyang'),
  },
};

/** Companies that are present in Guiyang. */
const COMPANIES: Readonly<Record<string, string>> = {
  alibaba: 'Alibaba',
  chinaMobile: 'China Mobile',
  chinaUnicom: 'China Unicom',
  chinaTelecom: 'China Telecom',
  dell: 'Dell',
  huawei: 'Huawei',
  ibm: 'IBM',
  microsoft: 'Microsoft',
  qualcomm: 'Qualcomm',
};

const LAB_FOUNDERS = ['federico', 'newSteel', 'bergamo', 'tsinghua', 'automationAlliance'];

/** The organizations of `guiyang-naples-rome.en.txt`, and how they are related. */
export const GUIYANG_ORGANIZATIONS: readonly Entry[] = [
  ...record('/v1/organizations', CHINESE),
  ...record('/v1/organizations', ITALIAN),
  ...record('/v1/organizations', ELSEWHERE),
  ...Object.entries(COMPANIES).flatMap(([key, company]) => recordCompany(key, company)),
  ...LAB_FOUNDERS.map((toOrganizationId) => ({
    path: '/v1/organizations/{jointLab}/relations',
    body: { kind: 'founded_by', toOrganizationId },
  })),
];

function recordCompany(key: string, company: string): Entry[] {
  return [
    { path: '/v1/organizations', key, body: { names: named(en(company)), kind: 'company' } },
    { path: `/v1/organizations/{${key}}/relations`, body: { kind: 'present_in', toPlaceId: 'guiyang' } },
  ];
}
