import { type Entries, named } from './story.js';

/** The topics of both stories. */
export const TOPICS: Entries = {
  artificialIntelligence: topic('intelligenza artificiale', 'artificial intelligence'),
  blockchain: topic('blockchain', 'blockchain'),
  healthCare: topic('sanità', 'health care'),

  technologicalInnovation: topic('innovazione tecnologica', 'technological innovation'),
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

  bigData: topic('big data', 'big data'),
  manufacturing4: topic('manifattura 4.0', 'manufacturing 4.0'),
  automation: topic('automazione', 'automation'),
  robotics: topic('robotica', 'robotics'),
  advancedManufacturing: topic('manifattura avanzata', 'advanced manufacturing'),
  interactiveDesign: topic('design interattivo', 'interactive design'),
  intelligentFactory: topic('fabbrica intelligente', 'intelligent factory'),
  smartGreenhouses: topic('serre intelligenti', 'smart greenhouses'),
  publicSector: topic('settore pubblico digitale', 'digital public sector'),
};

function topic(italian: string, english: string): object {
  return { names: named({ it: italian, en: english }) };
}
