import { type Entries, type Entry, chinesePerson, en, italianPerson, record } from './story.js';

const GUESTS: Entries = {
  sunZhiming: {
    ...chinesePerson('Sun', 'Zhiming'),
    positions: [{ organizationId: 'guiyangGovernment', title: en('Deputy Mayor') }],
  },
  wuHongchun: {
    ...chinesePerson('Wu', 'Hongchun'),
    positions: [{ organizationId: 'scienceBureau', title: en('Director') }],
  },
  liuJun: {
    ...chinesePerson('Liu', 'Jun'),
    positions: [{ organizationId: 'highTechnologyCommittee', title: en('Deputy Director') }],
  },
  chenFeng: {
    ...chinesePerson('Chen', 'Feng'),
    positions: [
      { organizationId: 'softwareInstitute', title: en('Associate Researcher') },
      { organizationId: 'researchCenter', title: en('Executive Deputy Director') },
    ],
  },
  renZhong: {
    ...chinesePerson('Ren', 'Zhong'),
    positions: [{ organizationId: 'planningDivision', title: en('Director') }],
  },
  zhangHailong: {
    ...chinesePerson('Zhang', 'Hailong'),
    positions: [{ organizationId: 'enterprisesDivision', title: en('Director') }],
  },
};

/** For whom Valeria De Gennaro speaks, in her position and when she greets. */
export const COUNCILLOR = en('the regional councillor for scientific research');

const HOSTS: Entries = {
  giuseppeAlbano: {
    ...italianPerson('Giuseppe', 'Albano'),
    positions: [{ organizationId: 'scienceCentre', title: en('Commissioner') }],
  },
  giuseppeRusso: {
    ...italianPerson('Giuseppe', 'Russo'),
    positions: [{ organizationId: 'scienceCentre', title: en('General Secretary') }],
  },
  valeriaDeGennaro: {
    ...italianPerson('Valeria', 'De Gennaro'),
    positions: [{ organizationId: 'campaniaRegion', title: en('delegate'), onBehalfOf: COUNCILLOR }],
  },
};

/** The people of `guiyang-naples-rome.en.txt`, with their positions. */
export const GUIYANG_PEOPLE: readonly Entry[] = [
  ...record('/v1/people', GUESTS),
  ...record('/v1/people', HOSTS),
];
