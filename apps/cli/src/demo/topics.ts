import type { Name } from '#vocabulary';
import { type Entries, named } from './story.js';

/** The topics of both stories. */
export const TOPICS: Entries = {
  artificialIntelligence: topic('intelligenza artificiale', 'artificial intelligence'),
  blockchain: topic('blockchain', 'blockchain'),
  healthCare: topic(
    'sanità',
    'health care',
    { text: 'ambito medico-sanitario', lang: 'it', kind: 'as_printed' },
    { text: 'health sector', lang: 'en', kind: 'as_printed' },
  ),

  technologicalInnovation: topic('innovazione tecnologica', 'technological innovation'),
  newTechnologies: topic('nuove tecnologie', 'new technologies'),
  digitalChallenges: topic('sfide digitali', 'digital challenges'),
  energyChallenges: topic('sfide energetiche', 'energy challenges'),
  internationalization: topic('internazionalizzazione', 'internationalization'),
  investmentAttraction: topic('attrattività degli investimenti', 'attraction of investment'),
  openInnovation: topic('open innovation', 'open innovation'),
  technologyTransfer: topic('trasferimento tecnologico', 'technology transfer'),
  quantumComputing: topic('calcolo quantistico', 'quantum computing'),
  biotechnologies: topic('biotecnologie', 'biotechnologies'),
  intelligentRobots: topic('robot intelligenti', 'intelligent robots'),
  connectedCars: topic('auto connesse intelligenti', 'intelligent connected cars'),
  alternativeEnergy: topic('energie alternative', 'alternative energy'),
  energySaving: topic(
    'risparmio energetico e protezione ambientale',
    'energy saving and environmental protection',
  ),
  aerospace: topic('industria aerospaziale', 'aerospace industry'),
  smartManufacturing: topic('produzione intelligente', 'smart manufacturing'),
  digitalTransformation: topic('trasformazione digitale', 'digital transformation'),
  enterpriseTransformation: {
    ...topic('trasformazione digitale delle imprese', 'digital transformation of enterprises'),
    parentId: 'digitalTransformation',
  },
  sustainableDevelopment: topic('sviluppo sostenibile', 'sustainable development'),
  climateAction: topic('azioni per il cambiamento climatico', 'climate action'),
  industry5: topic('Industria 5.0', 'Industry 5.0'),

  digitalTechnologies: topic('tecnologie digitali', 'digital technologies'),
  bigData: topic('big data', 'big data'),
  manufacturing4: topic('manifattura 4.0', 'manufacturing 4.0'),
  automation: topic('automazione', 'automation'),
  robotics: topic('robotica', 'robotics'),
  advancedManufacturing: topic('manifattura avanzata', 'advanced manufacturing'),
  interactiveDesign: topic('design interattivo', 'interactive design'),
  intelligentFactory: topic('fabbrica intelligente', 'intelligent factory'),
  smartGreenhouses: topic('serre intelligenti', 'smart greenhouses'),
  publicSector: topic('settore pubblico', 'public sector'),
  spid: topic('SPID', 'SPID'),
  electronicHealthRecord: topic('fascicolo sanitario elettronico', 'Electronic Health Record'),
  preCommercialContracts: topic('contratti pre-commerciali', 'Pre-Commercial Contracts System'),
  research: topic('ricerca', 'research'),
  innovativeEntrepreneurship: topic('imprenditorialità innovativa', 'innovative entrepreneurship'),
};

function topic(italian: string, english: string, ...others: Name[]): object {
  return { names: named({ it: italian, en: english }, ...others) };
}
