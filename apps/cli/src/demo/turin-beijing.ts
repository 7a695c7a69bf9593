import { type Entries, type Entry, chinesePerson, hostGroup, named, record } from './story.js';

const ORGANIZATIONS: Entries = {
  beijingMunicipality: {
    names: named({ it: 'Municipalità di Pechino', en: 'Municipality of Beijing' }),
    kind: 'municipality',
    placeId: 'beijing',
  },
  cim4: { names: named({ it: 'CIM4.0' }), kind: 'other' },
};

const DEPUTY_MAYOR = { it: 'vice sindaco', en: 'deputy mayor' };

const PEOPLE: Entries = {
  yuYingjie: {
    ...chinesePerson('Yu', 'Yingjie'),
    positions: [{ organizationId: 'beijingMunicipality', title: DEPUTY_MAYOR }],
  },
};

const DELEGATIONS: Entries = {
  beijingDelegation: {
    names: named(
      { it: 'Delegazione di Pechino', en: 'Delegation of Beijing' },
      { text: 'delegazione cinese', lang: 'it', kind: 'alias' },
    ),
    kind: 'official',
    originPlaceId: 'beijing',
    organizationIds: ['beijingMunicipality'],
    members: [
      {
        personId: 'yuYingjie',
        role: 'head',
        title: DEPUTY_MAYOR,
        organizationId: 'beijingMunicipality',
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
    summary: {
      it: 'asse Torino-Pechino: cooperazione crescente tra i due ecosistemi d’innovazione',
      en: 'Turin–Beijing axis: growing cooperation between the two innovation ecosystems',
    },
    delegationIds: ['beijingDelegation'],
    direction: 'incoming',
    category: 'exploratory',
    datesNote: { it: 'recente', en: 'recent' },
    placeId: 'turin',
    hostCityId: 'turin',
    mode: 'in_person',
    topicIds: [
      'newTechnologies',
      'digitalChallenges',
      'energyChallenges',
      'internationalization',
      'investmentAttraction',
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
      { it: 'ricerca di potenziali collaborazioni', en: 'search for potential collaborations' },
      {
        it: 'sinergia sistemica per internazionalizzazione e attrattività degli investimenti pubblici e privati',
        en: 'systemic synergy for internationalization and the attraction of public and private investment',
      },
      {
        it: 'trasformazione digitale insieme a sviluppo sostenibile e azioni per il clima, in sintonia con la strategia europea dell’Industria 5.0 e lo sviluppo futuro di Pechino',
        en: 'digital transformation together with sustainable development and climate action, in tune with the European strategy of Industry 5.0 and the future development of Beijing',
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
        topicIds: ['newTechnologies'],
        participants: [
          hostGroup({ it: 'realtà imprenditoriali di Torino', en: 'companies of Turin' }),
          hostGroup({ it: 'realtà istituzionali di Torino', en: 'institutions of Turin' }),
        ],
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

/** Who came and met whom in `turin-beijing.it.txt`. */
export const TURIN_VISIT: readonly Entry[] = [
  ...record('/v1/organizations', ORGANIZATIONS),
  ...record('/v1/people', PEOPLE),
  ...record('/v1/delegations', DELEGATIONS),
  ...record('/v1/visits', VISITS),
];
