import { type Entries, named } from './story.js';

/** The places of both stories. */
export const PLACES: Entries = {
  italy: {
    names: named({ it: 'Italia', en: 'Italy', 'zh-Hans': '意大利' }),
    kind: 'country',
    timeZone: 'Europe/Rome',
  },
  piedmont: { names: named({ it: 'Piemonte', en: 'Piedmont' }), kind: 'region', parentId: 'italy' },
  turin: {
    names: named({ it: 'Torino', en: 'Turin', 'zh-Hans': '都灵' }),
    kind: 'city',
    parentId: 'piedmont',
  },
  campania: { names: named({ it: 'Campania', en: 'Campania' }), kind: 'region', parentId: 'italy' },
  naples: {
    names: named({ it: 'Napoli', en: 'Naples', 'zh-Hans': '那不勒斯' }),
    kind: 'city',
    parentId: 'campania',
  },
  scienceCity: { names: named({ it: 'Città della Scienza' }), kind: 'venue', parentId: 'naples' },
  rome: {
    names: named({ it: 'Roma', en: 'Rome', 'zh-Hans': '罗马' }),
    kind: 'city',
    parentId: 'italy',
  },
  digitalAgencySeat: {
    names: named({ en: 'Headquarters of the Agency for Digital Italy' }),
    kind: 'venue',
    parentId: 'rome',
  },
  cagliari: { names: named({ it: 'Cagliari', en: 'Cagliari' }), kind: 'city', parentId: 'italy' },

  china: {
    names: named({ it: 'Cina', en: 'China', 'zh-Hans': '中国' }),
    kind: 'country',
    timeZone: 'Asia/Shanghai',
  },
  beijing: {
    names: named({ it: 'Pechino', en: 'Beijing', 'zh-Hans': '北京' }),
    kind: 'city',
    parentId: 'china',
    description: {
      it: 'eccellenza nel panorama cinese: ecosistema di risorse innovative e investimenti intensivi; specializzata in intelligenza artificiale, calcolo quantistico, blockchain e biotecnologie',
      en: 'excellence within China: an ecosystem of innovative resources and intensive investment; specialized in artificial intelligence, quantum computing, blockchain and biotechnologies',
    },
  },
  guiyang: {
    names: named(
      { en: 'Guiyang', 'zh-Hans': '贵阳' },
      { text: 'Big Data Valley', lang: 'en', kind: 'nickname' },
    ),
    kind: 'city',
    parentId: 'china',
    description: {
      en: 'home to hi-tech giants; chosen by Apple for the servers with the data of the users of iCloud',
    },
  },
  highTechnologyZone: {
    names: named({ en: 'Guiyang National High Technology Developmental Zone' }),
    kind: 'zone',
    parentId: 'guiyang',
  },
};
