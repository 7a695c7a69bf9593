import { type Entries, type Entry, record } from './story.js';

const OUTCOMES: Entries = {
  turinGroundwork: {
    eventId: 'turinVisit',
    kind: 'groundwork',
    text: {
      it: 'basi di una collaborazione sulle sfide digitali ed energetiche',
      en: 'foundations of a collaboration on digital and energy challenges',
    },
    topicIds: ['digitalChallenges', 'energyChallenges'],
    placeIds: ['turin', 'beijing'],
  },
  sharedPractices: {
    eventId: 'turinVisit',
    kind: 'finding',
    text: {
      it: 'buone pratiche e sperimentazioni in scala delle nuove tecnologie, condivise negli incontri',
      en: 'good practices and trials at scale of new technologies, shared in the meetings',
    },
    topicIds: ['newTechnologies'],
    placeIds: ['turin', 'beijing'],
  },
  ecosystemAnalogies: {
    eventId: 'turinVisit',
    kind: 'finding',
    text: {
      it: 'analogie tra gli ecosistemi di Pechino e del Piemonte; di metodo: open innovation, supporto al trasferimento tecnologico a PMI e startup; di merito: tecnologie core, settori strategici',
      en: 'analogies between the ecosystems of Beijing and Piedmont; of method: open innovation, support for technology transfer to SMEs and startups; of substance: core technologies, strategic sectors',
    },
    topicIds: ['openInnovation', 'technologyTransfer'],
    placeIds: ['beijing', 'piedmont'],
  },
  fertileSectors: {
    eventId: 'turinVisit',
    kind: 'finding',
    text: {
      it: 'settori adatti alla collaborazione, questi tra gli altri',
      en: 'sectors suited to collaboration, these among others',
    },
    topicIds: [
      'healthCare',
      'intelligentRobots',
      'connectedCars',
      'alternativeEnergy',
      'energySaving',
      'aerospace',
    ],
    placeIds: ['beijing', 'piedmont'],
  },
  cim4Commitment: {
    eventId: 'turinVisit',
    kind: 'commitment',
    text: {
      it: 'più scambi e cooperazione con gli enti innovativi di Pechino',
      en: 'more exchanges and cooperation with the innovative organizations of Beijing',
    },
    topicIds: ['smartManufacturing', 'enterpriseTransformation'],
    placeIds: ['beijing'],
    actors: [{ organizationId: 'cim4' }],
  },
};

const FOLLOW_UPS: Entries = {
  zgcDecision: {
    eventId: 'turinVisit',
    kind: 'decision',
    title: {
      it: 'Partecipazione di una delegazione piemontese al Forum Zhongguancun 2024',
      en: 'Participation of a Piedmont delegation in the Zhongguancun Forum 2024',
    },
  },
};

/** What came of the visit of `turin-beijing.it.txt`. */
export const TURIN_OUTCOMES: readonly Entry[] = [
  ...record('/v1/outcomes', OUTCOMES),
  ...record('/v1/follow-ups', FOLLOW_UPS),
];
