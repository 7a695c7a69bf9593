import { type Entries, type Entry, named, record } from './story.js';

const SERIES: Entries = {
  zgcSeries: {
    names: named(
      { it: 'Forum Zhongguancun', en: 'Zhongguancun Forum', 'zh-Hans': '中关村论坛' },
      { text: 'ZGC', lang: 'it', kind: 'acronym' },
      { text: 'ZGC Forum', lang: 'en', kind: 'short' },
    ),
    description: {
      it: 'piattaforma nazionale cinese; tra i forum sull’innovazione tecnologica più importanti al mondo',
      en: 'Chinese national platform; among the most important forums of technological innovation in the world',
    },
    frequency: 'annual',
    objectives: [
      {
        it: 'scambi globali e cooperazione nell’innovazione tecnologica',
        en: 'global exchange and cooperation in technological innovation',
      },
      {
        it: 'aggiornamenti sullo sviluppo tecnologico globale e risultati tecnologici significativi',
        en: 'news of global technological development and significant technological results',
      },
      { it: 'cooperazione internazionale', en: 'international cooperation' },
      {
        it: 'opportunità di sviluppo condivise a livello globale',
        en: 'opportunities of development shared all over the world',
      },
    ],
    audience: {
      it: 'scienziati, imprenditori e investitori di tutto il mondo',
      en: 'scientists, entrepreneurs and investors from all over the world',
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
    notes: {
      it: 'previsto per questi giorni, che sono passati; non si sa dove',
      en: 'expected on these days, which are over; nothing tells where',
    },
    seriesId: 'zgcSeries',
    year: 2024,
    format: 'forum',
    starts: '2024-05-10',
    ends: '2024-05-14',
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
    status: 'held',
  },
};

/** The forum of `turin-beijing.it.txt`, for which the visit prepares. */
export const TURIN_FORUM: readonly Entry[] = [
  ...record('/v1/forum-series', SERIES),
  ...record('/v1/forums', FORUMS),
  { path: '/v1/visits/{turinVisit}/links', body: { toId: 'zgcForum', kind: 'in_preparation_for' } },
];
