import { type Entries, type Entry, chinesePerson, named, record } from './story.js';

const ORGANIZATIONS: Entries = {
  beijingCity: {
    names: named({ it: 'Città di Pechino', en: 'City of Beijing' }),
    kind: 'municipality',
    placeId: 'beijing',
    topicIds: ['artificialIntelligence', 'quantumComputing', 'blockchain', 'biotechnologies'],
  },
  cim4: {
    names: named({ it: 'CIM4.0' }),
    kind: 'other',
    placeId: 'turin',
    topicIds: ['smartManufacturing', 'digitalTransformation'],
  },
};

const DEPUTY_MAYOR = { it: 'vice sindaco', en: 'deputy mayor' };

const PEOPLE: Entries = {
  yuYingjie: {
    ...chinesePerson('Yu', 'Yingjie'),
    positions: [{ organizationId: 'beijingCity', title: DEPUTY_MAYOR }],
  },
};

const DELEGATIONS: Entries = {
  beijingDelegation: {
    names: named({ it: 'Delegazione di Pechino', en: 'Delegation of Beijing' }),
    kind: 'official',
    originPlaceId: 'beijing',
    organizationIds: ['beijingCity'],
    members: [
      {
        personId: 'yuYingjie',
        role: 'head',
        title: DEPUTY_MAYOR,
        organizationId: 'beijingCity',
        status: 'departed',
      },
    ],
    status: 'departed',
  },
  piedmontDelegation: {
    names: named({ it: 'Delegazione piemontese', en: 'Delegation of Piedmont' }),
    originPlaceId: 'piedmont',
    purpose: {
      it: 'avviare la collaborazione con le imprese',
      en: 'start the collaboration with companies',
    },
    status: 'draft',
  },
};

const VISITS: Entries = {
  turinVisit: {
    names: named({
      it: 'Visita a Torino della delegazione di Pechino',
      en: 'Visit of the delegation of Beijing to Turin',
    }),
    delegationIds: ['beijingDelegation'],
    direction: 'incoming',
    category: 'exploratory',
    datesNote: { it: 'recente', en: 'recent' },
    placeId: 'turin',
    topicIds: [
      'healthCare',
      'intelligentRobots',
      'connectedCars',
      'alternativeEnergy',
      'energySaving',
      'aerospace',
      'smartManufacturing',
      'digitalTransformation',
      'sustainableDevelopment',
      'climateAction',
      'industry5',
      'openInnovation',
      'technologyTransfer',
    ],
    objectives: [
      {
        it: 'collaborazione su sfide digitali ed energetiche',
        en: 'collaboration on digital and energy challenges',
      },
      {
        it: 'condivisione di buone pratiche e di sperimentazioni in scala',
        en: 'exchange of good practices and of trials at scale',
      },
      { it: 'ricerca di potenziali collaborazioni', en: 'search for potential collaborations' },
      {
        it: 'internazionalizzazione e attrattività degli investimenti pubblici e privati',
        en: 'internationalization, and attraction of public and private investment',
      },
      {
        it: 'trasformazione digitale insieme a sviluppo sostenibile e azioni per il clima',
        en: 'digital transformation together with sustainable development and climate action',
      },
    ],
    agenda: [
      {
        kind: 'meeting',
        title: {
          it: 'Incontri con le realtà imprenditoriali e istituzionali di Torino',
          en: 'Meetings with the companies and institutions of Turin',
        },
        placeId: 'turin',
        status: 'held',
      },
    ],
    agendaComplete: false,
    participants: [
      { organizationId: 'cim4', side: 'host', role: 'host', response: 'attended' },
      { organizationId: 'cim4', side: 'host', role: 'escort', response: 'attended' },
    ],
    status: 'completed',
  },
};

const SERIES: Entries = {
  zgcSeries: {
    names: named(
      { it: 'Forum Zhongguancun', en: 'Zhongguancun Forum', 'zh-Hans': '中关村论坛' },
      { text: 'ZGC', lang: 'it', kind: 'acronym' },
      { text: 'ZGC Forum', lang: 'en', kind: 'short' },
    ),
    frequency: 'annual',
    objectives: [
      {
        it: 'scambi globali e cooperazione nell’innovazione tecnologica',
        en: 'global exchange and cooperation in technological innovation',
      },
      {
        it: 'aggiornamenti sullo sviluppo tecnologico e risultati tecnologici significativi',
        en: 'news of technological development and significant technological results',
      },
    ],
    audience: {
      it: 'scienziati, imprenditori e investitori',
      en: 'scientists, entrepreneurs and investors',
    },
  },
};

const FORUMS: Entries = {
  zgcForum: {
    names: named(
      { it: 'Forum Zhongguancun 2024', en: 'Zhongguancun Forum 2024' },
      { text: 'ZGC Forum', lang: 'en', kind: 'short' },
      { text: '中关村论坛', lang: 'zh-Hans', kind: 'alias' },
    ),
    seriesId: 'zgcSeries',
    year: 2024,
    format: 'forum',
    starts: '2024-05-10',
    ends: '2024-05-14',
    placeId: 'beijing',
    topicIds: ['technologicalInnovation'],
    visibility: 'public',
    participants: [
      {
        delegationId: 'piedmontDelegation',
        side: 'guest',
        role: 'attendee',
        response: 'under_evaluation',
      },
    ],
    status: 'scheduled',
  },
};

/** What `turin-beijing.it.txt` tells. */
export const TURIN_BEIJING: readonly Entry[] = [
  ...record('/v1/organizations', ORGANIZATIONS),
  ...record('/v1/people', PEOPLE),
  ...record('/v1/delegations', DELEGATIONS),
  ...record('/v1/visits', VISITS),
  ...record('/v1/forum-series', SERIES),
  ...record('/v1/forums', FORUMS),
  { path: '/v1/visits/{turinVisit}/links', body: { toId: 'zgcForum', kind: 'in_preparation_for' } },
];
