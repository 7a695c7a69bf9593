import { type Question, rowsWith } from './question.js';

/** What is asked about the story, and what it answers. */
export const CHONGQING_INNOVATION: readonly Question[] = [
  {
    asks: 'What is Chongqing about, in two minutes?',
    requests: [
      [
        '/v1/entries?place=name:Chongqing&kind=programme',
        ['name', 'text', 'status', 'level', 'children'],
        [
          [
            'Innovazione urbana a Chongqing',
            'capacità di innovazione della città e sistema di innovazione municipale, in quattro aree chiave',
            'announced',
            'municipal',
            [
              'Plasmare la città',
              'Attrarre talenti',
              'Rivitalizzare l’industria',
              'Arricchire la cultura',
              'Capacità di innovazione urbana',
            ],
          ],
        ],
      ],
      [
        '/v1/figures?place=name:Chongqing&kind=indicator',
        ['metric/it', 'rank', 'among/it', 'yearsRunning'],
        [
          ['indice complessivo di innovazione scientifica e tecnologica', 7, 'a livello nazionale', null],
          ['indice complessivo di innovazione scientifica e tecnologica', 1, 'Cina occidentale', 6],
        ],
      ],
    ],
  },
  {
    asks: 'What are the targets, and by when?',
    requests: [
      [
        '/v1/figures?place=name:Chongqing&kind=target&sort=due',
        ['metric/it', 'quantity', 'due', 'record'],
        [
          [
            'intensità di ricerca e sviluppo',
            { unit: '%', value: 3, qualifier: 'exact' },
            '2027',
            'Plasmare la città',
          ],
          [
            'piattaforme nazionali di base per l’innovazione scientifica e tecnologica',
            { unit: 'platforms', value: 150, qualifier: 'exact' },
            '2027',
            'Attrarre talenti',
          ],
          [
            'imprese high-tech nella città',
            { unit: 'companies', value: 20000, qualifier: 'exact' },
            '2030',
            'Rivitalizzare l’industria',
          ],
        ],
      ],
    ],
  },
  {
    asks: 'How does it rank?',
    requests: [
      [
        '/v1/figures?place=name:Chongqing&kind=indicator',
        ['metric/it', 'rank', 'among/it', 'yearsRunning'],
        [
          ['indice complessivo di innovazione scientifica e tecnologica', 7, 'a livello nazionale', null],
          ['indice complessivo di innovazione scientifica e tecnologica', 1, 'Cina occidentale', 6],
        ],
      ],
    ],
  },
  {
    asks: 'Which are the four areas?',
    requests: [
      [
        '/v1/entries?place=name:Chongqing&kind=pillar',
        ['position', 'name', 'text', 'children'],
        [
          [
            1,
            'Plasmare la città',
            'sviluppo urbano di alta qualità, guidato dall’innovazione',
            [
              'Corridoio per l’innovazione scientifica e tecnologica',
              'Poli di innovazione',
              'Aggregazione delle risorse per l’innovazione',
            ],
          ],
          [
            2,
            'Attrarre talenti',
            'potenziale di innovazione urbana, stimolato di continuo',
            [
              'Influenza delle piattaforme di innovazione',
              'Squadra di talenti scientifici e tecnologici',
              'Integrazione tra industria, università e ricerca',
            ],
          ],
          [
            3,
            'Rivitalizzare l’industria',
            'tecnologia per potenziare le industrie; innovazione industriale che guida quella urbana',
            [
              'Aziende tecnologiche leader',
              'Cluster dei servizi scientifici e tecnologici',
              'Azione “raddoppio”',
            ],
          ],
          [
            4,
            'Arricchire la cultura',
            'cultura dell’innovazione aperta e inclusiva; ambiente migliore per innovazione e imprenditorialità',
            [
              'Piano per incubatori di alto livello',
              'Ecosistema intorno alle università',
              'Zona Pilota per la Riforma Finanziaria Scientifica e Tecnologica',
            ],
          ],
        ],
      ],
    ],
  },
  {
    asks: 'What is “416”?',
    requests: [
      [
        '/v1/entries?q=416',
        ['name', 'place', 'verification', 'questions'],
        [
          [
            '416',
            'Chongqing',
            'unverified',
            ['che cosa significa “416”: il nome ufficiale, o un contesto più ampio'],
          ],
        ],
      ],
      [
        '/v1/entries/{id}',
        ['hypotheses', 'notes/it'],
        [
          [
            {
              note: null,
              text: { en: 'name of an internal project', it: 'nome di un progetto interno' },
              verification: 'unverified',
            },
            {
              note: null,
              text: { en: 'local plan of development', it: 'piano di sviluppo locale' },
              verification: 'unverified',
            },
            {
              note: null,
              text: { en: 'imprecise translation', it: 'traduzione imprecisa' },
              verification: 'unverified',
            },
          ],
          'il glossario non vi trova un luogo o un sito culturale noto',
        ],
      ],
    ],
  },
  {
    asks: 'Which are the poles, and their fields?',
    requests: [
      [
        '/v1/entries?parent=name:Poli di innovazione',
        ['name', 'topics', 'status'],
        [
          [
            'Polo di innovazione per la tecnologia digitale e intelligente',
            ['tecnologia digitale e intelligente'],
            'under_way',
          ],
          ['Polo di innovazione per la salute e la vita', ['salute e vita'], 'under_way'],
          ['Polo di innovazione per i nuovi materiali', ['nuovi materiali'], 'under_way'],
          [
            'Polo di innovazione verde a basse emissioni di carbonio',
            ['energia verde e basse emissioni di carbonio'],
            'under_way',
          ],
        ],
      ],
    ],
  },
  {
    asks: 'What is the circle?',
    requests: [
      [
        '/v1/entries?q=Cerchio economico',
        ['name', 'text', 'since', 'issuers', 'level'],
        [
          [
            'Cerchio economico Chengdu-Chongqing',
            'fare delle megalopoli di Chengdu e Chongqing un solo polo economico, guida per produzione avanzata, tecnologia e innovazione',
            '2021',
            ['Governo cinese'],
            'regional',
          ],
        ],
      ],
      ['/v1/entries/{id}', ['places', 'status'], [['Chengdu', 'Chongqing'], 'under_way']],
    ],
  },
  {
    asks: 'What is the pilot zone?',
    requests: [
      [
        '/v1/entries?q=Zona Pilota',
        ['kind', 'status', 'level', 'text', 'verification', 'questions'],
        [
          [
            'term',
            'unknown',
            'national',
            'unire servizi finanziari e settore tecnologico, con riforme che attraggano investimenti e sostengano startup; futuro polo di tecnologia e finanza nella Cina occidentale',
            'unverified',
            [],
          ],
          [
            'measure',
            'planned',
            null,
            null,
            'reported',
            ['se la zona c’è già, come dice il glossario, o va ancora istituita'],
          ],
        ],
      ],
    ],
  },
  {
    asks: 'Who works on that?',
    requests: [
      [
        '/v1/entries?q=Zona Pilota',
        ['kind', 'issuers', 'actors'],
        [
          ['term', [], []],
          ['measure', [], []],
        ],
      ],
      ['/v1/organizations?topic=name:finanza per la scienza e la tecnologia', ['name'], []],
    ],
    missing: 'No source names anybody who works on the pilot zone.',
  },
  {
    asks: 'What must be verified?',
    requests: [
      [
        '/v1/entries?place=name:Chongqing&verification=unverified',
        ['name', 'kind'],
        [
          ['Corridoio per l’Innovazione Scientifica e Tecnologica', 'term'],
          ['Polo di innovazione per la tecnologia digitale e intelligente', 'term'],
          ['Polo di innovazione per la salute e la vita', 'term'],
          ['Polo di innovazione per i nuovi materiali', 'term'],
          ['Polo di innovazione verde a basse emissioni di carbonio', 'term'],
          ['Zona Pilota per la Riforma Finanziaria Scientifica e Tecnologica di Chongqing', 'term'],
          ['Zona Pilota per la Riforma Finanziaria Scientifica e Tecnologica', 'measure'],
          ['416', 'term'],
        ],
      ],
      [
        '/v1/entries?place=name:Chongqing',
        rowsWith(({ questions }) => questions.length > 0, ['name', 'questions']),
        [
          [
            'Corridoio per l’innovazione scientifica e tecnologica',
            ['dove passa il corridoio, ed entro quando'],
          ],
          [
            'Corridoio per l’Innovazione Scientifica e Tecnologica',
            ['il corridoio di Chongqing è un luogo preciso, o solo il concetto'],
          ],
          ['Azione “raddoppio”', ['che cosa si raddoppia, e da quale numero']],
          [
            'Zona Pilota per la Riforma Finanziaria Scientifica e Tecnologica',
            ['se la zona c’è già, come dice il glossario, o va ancora istituita'],
          ],
          ['416', ['che cosa significa “416”: il nome ufficiale, o un contesto più ampio']],
        ],
      ],
    ],
  },
];
