import type { Question } from './question.js';

/** What is asked about the story, and what it answers. */
export const YANGTZE_DELTA_SUMMIT: readonly Question[] = [
  {
    asks: 'When, where and under which theme?',
    requests: [
      [
        '/v1/forums?q=Summit',
        ['name', 'starts', 'place', 'notes/it'],
        [
          [
            'Terzo Forum Summit sull’Alta Industria e i Servizi Finanziari del Delta dello Yangtze',
            null,
            'Palazzo della Scienza di Shanghai',
            'quando, non è detto',
          ],
        ],
      ],
      [
        '/v1/forums/{id}',
        ['theme/it', 'parent'],
        [
          'Sinergia Industriale e Innovazione Ecologica nel Delta dello Yangtze — Costruire insieme un percorso per lo sviluppo industriale di alta qualità',
          '25ª Fiera Internazionale dell’Industria Cinese',
        ],
      ],
    ],
  },
  {
    asks: 'Who took part, by province?',
    requests: [
      ['/v1/forums?q=Summit', ['edition'], [3]],
      [
        '/v1/forums/{id}/participants?role=attendee',
        ['organization', 'group/label', 'placeholder'],
        [
          [null, null, 'accademico e rettore universitario'],
          ['Federazione Cinese di Economia Industriale', 'alti funzionari', null],
          [
            'Commissione Municipale per l’Economia e l’Informatizzazione di Shanghai',
            'alti funzionari',
            null,
          ],
          ['Federazione per l’Economia Industriale di Shanghai', 'alti funzionari', null],
          ['Federazione per l’Economia Industriale del Jiangsu', 'alti funzionari', null],
          ['Federazione per l’Economia Industriale dello Zhejiang', 'alti funzionari', null],
          ['Federazione per l’Economia Industriale dell’Anhui', 'alti funzionari', null],
          [null, 'dirigenti di importanti aziende', null],
          [null, 'dirigenti di istituzioni finanziarie', null],
          [null, 'rappresentanti', null],
        ],
      ],
    ],
  },
  {
    asks: 'Which were the keynotes?',
    requests: [
      [
        '/v1/agenda-items?kind=keynote&place=name:Shanghai',
        ['position', 'title', 'topics'],
        [
          [
            1,
            'Costruire un sistema di innovazione industria-università-ricerca efficientemente sinergico, ottimizzare l’ecosistema di innovazione e imprenditorialità',
            ['integrazione tra industria, università e ricerca', 'ecosistema dell’innovazione'],
          ],
          [
            2,
            'Empowerment finanziario dell’innovazione tecnologica, supporto allo sviluppo industriale di alta qualità',
            ['servizi finanziari', 'innovazione tecnologica'],
          ],
          [
            3,
            'L’IA potenzia la costruzione navale intelligente, l’innovazione guida le nuove forze produttive — Il percorso di trasformazione, aggiornamento e sviluppo di alta qualità della manifattura tradizionale',
            [
              'intelligenza artificiale',
              'costruzione navale intelligente',
              'nuove forze produttive',
              'manifattura tradizionale',
            ],
          ],
        ],
      ],
    ],
  },
  {
    asks: 'Who are the 129, from which round and by which rules?',
    requests: [
      [
        '/v1/entries?issuer=name:Commissione Municipale per l’Economia e l’Informatizzazione di Shanghai',
        ['name', 'kind', 'text', 'figures/0/metric', 'figures/0/quantity'],
        [
          [
            'Misure di Riconoscimento e Gestione delle Imprese Campione Monosettoriali della Manifattura Municipale di Shanghai',
            'policy',
            null,
            null,
            null,
          ],
          [
            'Primo riconoscimento di imprese campione monosettoriali',
            'recognition',
            'prima tornata, a livello municipale',
            'imprese riconosciute',
            { unit: 'companies', value: 129, qualifier: 'exact' },
          ],
        ],
      ],
      [
        '/v1/outcomes?kind=award&place=name:Shanghai',
        ['text', 'quantity', 'status'],
        [
          [
            'targhe alle prime imprese campione monosettoriali della manifattura municipale di Shanghai',
            { unit: 'companies', value: 129, qualifier: 'exact' },
            'delivered',
          ],
        ],
      ],
    ],
  },
  {
    asks: 'Which side events were announced, with which numbers?',
    requests: [
      [
        '/v1/forums?parent=name:Terzo Forum Summit sull’Alta Industria e i Servizi Finanziari del Delta dello Yangtze',
        ['name', 'topics'],
        [
          ['Attività di incontro sull’intelligenza industriale', ['intelligenza industriale']],
          ['Attività di incontro sull’ecologia industriale', ['ecologia industriale']],
          ['Attività di incontro sui nuovi tipi di industria', ['nuovi tipi di industria']],
          ['Attività di incontro sulla finanza industriale', ['finanza industriale']],
          ['Attività di incontro sui servizi industriali', ['servizi industriali']],
        ],
      ],
      [
        '/v1/forums/{parent/id}',
        ['announcedSideEvents', 'expectedAttendance'],
        [
          { value: 6, qualifier: 'exact' },
          [
            {
              category: { en: 'sector associations', it: 'associazioni di settore' },
              quantity: { value: 100, qualifier: 'almost' },
            },
            {
              category: {
                en: 'central state companies, listed companies, national and municipal single-sector champions, “Little Giants” and other specialized, sophisticated companies, financial institutions',
                it: 'imprese statali centrali, società quotate, imprese campione monosettoriali nazionali e municipali, “Piccoli Giganti” e altre imprese specializzate e sofisticate, istituzioni finanziarie',
              },
              quantity: { value: 1000, qualifier: 'over' },
            },
          ],
        ],
      ],
    ],
  },
  {
    asks: 'What happens at the China Brand Day?',
    requests: [
      [
        '/v1/outcomes?presentedAt=name:Giorno del Marchio Cinese',
        ['kind', 'text', 'status'],
        [['publication', 'risultati della Lista del Valore del Marchio', 'planned']],
      ],
      [
        '/v1/forums/{presentedAtEvent/id}',
        ['name', 'datesNote/it'],
        ['Giorno del Marchio Cinese', 'il prossimo anno'],
      ],
    ],
  },
  {
    asks: 'What are its aims?',
    requests: [
      [
        '/v1/forums?q=Summit',
        ['name'],
        ['Terzo Forum Summit sull’Alta Industria e i Servizi Finanziari del Delta dello Yangtze'],
      ],
      [
        '/v1/forums/{id}',
        ['objectives'],
        [
          {
            en: 'synergy across regions in technological and industrial innovation',
            it: 'sinergia transregionale nell’innovazione tecnologica e industriale',
          },
          {
            en: 'financial means for high-end industries',
            it: 'mezzi finanziari per le industrie di fascia alta',
          },
          {
            en: 'deeper integration of industry, universities and research',
            it: 'integrazione più profonda di industria, università e ricerca',
          },
          { en: 'innovative ecosystem of many dimensions', it: 'ecosistema innovativo multidimensionale' },
          {
            en: 'a great event for cooperation in industrial and supply chains, of industry and finance, and among the regions of the Delta, upon the success of earlier ones',
            it: 'un grande evento per la cooperazione nelle catene industriali e di approvvigionamento, tra industria e finanza e tra le regioni del Delta, sul successo dei precedenti',
          },
        ],
      ],
    ],
  },
  {
    asks: 'Which editions were there?',
    requests: [
      [
        '/v1/forum-series?q=Summit',
        ['editions', 'editionCount'],
        [[['Terzo Forum Summit sull’Alta Industria e i Servizi Finanziari del Delta dello Yangtze'], 1]],
      ],
      ['/v1/forums?series={id}', ['edition', 'status'], [[3, 'held']]],
    ],
  },
  {
    asks: 'Where is artificial intelligence a theme?',
    requests: [
      [
        '/v1/agenda-items?topic=name:intelligenza artificiale&place=name:Shanghai',
        ['event', 'kind', 'title'],
        [
          [
            'Terzo Forum Summit sull’Alta Industria e i Servizi Finanziari del Delta dello Yangtze',
            'keynote',
            'L’IA potenzia la costruzione navale intelligente, l’innovazione guida le nuove forze produttive — Il percorso di trasformazione, aggiornamento e sviluppo di alta qualità della manifattura tradizionale',
          ],
        ],
      ],
    ],
  },
  {
    asks: 'What are the Little Giants?',
    requests: [
      [
        '/v1/entries?q=Piccoli Giganti',
        ['kind', 'place', 'text'],
        [['term', 'Cina', 'imprese specializzate e sofisticate']],
      ],
    ],
  },
];
