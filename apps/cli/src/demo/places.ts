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
  },
  zhongguancun: {
    names: named({ 'zh-Latn': 'Zhongguancun', 'zh-Hans': '中关村' }),
    kind: 'zone',
    parentId: 'beijing',
  },
  guiyang: {
    names: named(
      { en: 'Guiyang', 'zh-Hans': '贵阳' },
      { text: 'Big Data Valley', lang: 'en', kind: 'nickname' },
    ),
    kind: 'city',
    parentId: 'china',
  },
};
