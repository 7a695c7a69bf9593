import { type Entries, type Entry, record } from './story.js';

const OUTCOMES: Entries = {
  turinGroundwork: {
    eventId: 'turinVisit',
    kind: 'groundwork',
    text: {
      it: 'basi di una collaborazione sulle sfide digitali ed energetiche',
      en: 'foundations of a collaboration on digital and energy challenges',
    },
    topicIds: ['digitalTransformation', 'alternativeEnergy', 'energySaving'],
  },
  ecosystemAnalogies: {
    eventId: 'turinVisit',
    kind: 'finding',
    text: {
      it: 'analogie tra gli ecosistemi di Pechino e del Piemonte: open innovation, trasferimento tecnologico a PMI e startup, tecnologie core, settori strategici',
      en: 'analogies between the ecosystems of Beijing and Piedmont: open innovation, technology transfer to SMEs and startups, core technologies, strategic sectors',
    },
    topicIds: ['openInnovation', 'technologyTransfer'],
  },
  fertileSectors: {
    eventId: 'turinVisit',
    kind: 'finding',
    text: { it: 'settori adatti alla collaborazione', en: 'sectors suited to collaboration' },
    topicIds: [
      'healthCare',
      'intelligentRobots',
      'connectedCars',
      'alternativeEnergy',
      'energySaving',
      'aerospace',
    ],
  },
  cim4Commitment: {
    eventId: 'turinVisit',
    kind: 'commitment',
    text: {
      it: 'più scambi e cooperazione con gli enti innovativi di Pechino',
      en: 'more exchanges and cooperation with the innovative organizations of Beijing',
    },
    topicIds: ['smartManufacturing', 'enterpriseTransformation'],
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
