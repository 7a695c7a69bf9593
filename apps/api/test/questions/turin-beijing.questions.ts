import { type Question, rowsWith } from './question.js';

/** What is asked about the story, and what it answers. */
export const TURIN_BEIJING: readonly Question[] = [
  {
    asks: 'Who led the delegation?',
    requests: [
      [
        '/v1/delegations?origin=name:Pechino',
        ['name', 'head', 'members'],
        [
          [
            'Delegazione di Pechino',
            'Yu Yingjie',
            [{ role: 'head', person: 'Yu Yingjie', unnamed: null, title: 'vice sindaco' }],
          ],
        ],
      ],
    ],
  },
  {
    asks: 'Which sectors suit a collaboration?',
    requests: [
      [
        '/v1/outcomes?place=name:Piemonte&q=settori',
        ['text'],
        [
          'settori adatti alla collaborazione, questi tra gli altri',
          'analogie tra gli ecosistemi di Pechino e del Piemonte; di metodo: open innovation, supporto al trasferimento tecnologico a PMI e startup; di merito: tecnologie core, settori strategici',
        ],
      ],
      [
        '/v1/outcomes/{id}',
        ['topics', 'places'],
        [
          [
            'sanità',
            'robot intelligenti',
            'auto connesse intelligenti',
            'energie alternative',
            'risparmio energetico e protezione ambientale',
            'industria aerospaziale',
          ],
          ['Pechino', 'Piemonte'],
        ],
      ],
    ],
  },
  {
    asks: 'What did CIM4.0 promise, and to whom?',
    requests: [
      [
        '/v1/outcomes?by=name:CIM4.0&kind=commitment',
        ['text', 'topics', 'places', 'actors'],
        [
          [
            'più scambi e cooperazione con gli enti innovativi di Pechino',
            ['produzione intelligente', 'trasformazione digitale delle imprese'],
            ['Pechino'],
            [{ person: null, organization: 'CIM4.0' }],
          ],
        ],
      ],
    ],
  },
  {
    asks: 'What did Piedmont promise?',
    requests: [
      [
        '/v1/outcomes?kind=commitment&place=name:Piemonte',
        ['actors'],
        [[{ person: null, organization: 'CIM4.0' }]],
      ],
      [
        '/v1/follow-ups?place=name:Piemonte',
        ['title', 'kind', 'status'],
        [['Partecipazione di una delegazione piemontese al Forum Zhongguancun 2024', 'decision', 'open']],
      ],
    ],
  },
  {
    asks: 'Are we going to the Zhongguancun Forum?',
    requests: [
      [
        '/v1/forums?q=ZGC',
        ['name', 'starts', 'ends'],
        [['Forum Zhongguancun 2024', '2024-05-10', '2024-05-14']],
      ],
      [
        '/v1/forums/{id}/participants',
        ['delegation', 'response'],
        [['Delegazione piemontese', 'under_evaluation']],
      ],
    ],
  },
  {
    asks: 'What is Beijing about, in two minutes?',
    requests: [
      [
        '/v1/entries?place=name:Pechino',
        ['name', 'text', 'topics', 'questions'],
        [
          [
            'Pechino, ecosistema d’innovazione',
            'eccellenza nel panorama cinese; risorse innovative di qualità e investimenti intensivi',
            ['intelligenza artificiale', 'calcolo quantistico', 'blockchain', 'biotecnologie'],
            [],
          ],
          [
            'Direzione di sviluppo futuro di Pechino',
            null,
            [],
            ['quale direzione di sviluppo si intende, e dove è scritta'],
          ],
        ],
      ],
      [
        '/v1/relationships?place=name:Pechino',
        ['name', 'kind', 'trend', 'basis'],
        [
          [
            'asse Torino-Pechino',
            'axis',
            'growing',
            'cooperazione tra gli ecosistemi d’innovazione delle due città',
          ],
        ],
      ],
    ],
  },
  {
    asks: 'What is alike, in method and in merit?',
    requests: [
      [
        '/v1/entries?relationship=name:asse Torino-Pechino&kind=profile',
        ['name', 'text', 'topics'],
        [
          [
            'Analogie di metodo',
            'open innovation; supporto al trasferimento tecnologico a PMI e startup',
            ['open innovation', 'trasferimento tecnologico'],
          ],
          ['Analogie di merito', 'tecnologie core e settori strategici', []],
        ],
      ],
    ],
  },
  {
    asks: 'Who were the hosts, and who the escort?',
    requests: [
      ['/v1/visits?place=name:Torino', ['name'], ['Visita a Torino della delegazione di Pechino']],
      [
        '/v1/visits/{id}/participants?side=host',
        ['organization', 'group/label', 'role'],
        [
          ['CIM4.0', null, 'host'],
          ['CIM4.0', null, 'escort'],
          [null, 'realtà imprenditoriali di Torino', 'attendee'],
          [null, 'realtà istituzionali di Torino', 'attendee'],
        ],
      ],
    ],
  },
  {
    asks: 'What is open?',
    requests: [
      [
        '/v1/follow-ups?place=name:Torino&status=open',
        ['title', 'kind'],
        [['Partecipazione di una delegazione piemontese al Forum Zhongguancun 2024', 'decision']],
      ],
      [
        '/v1/entries?place=name:Pechino',
        rowsWith(({ questions }) => questions.length > 0, ['name', 'questions']),
        [
          [
            'Direzione di sviluppo futuro di Pechino',
            ['quale direzione di sviluppo si intende, e dove è scritta'],
          ],
        ],
      ],
    ],
  },
  {
    asks: 'What binds the two cities, and where is it written?',
    requests: [
      [
        '/v1/relationships?q=Torino-Pechino',
        ['name', 'kind', 'trend', 'basis'],
        [
          [
            'asse Torino-Pechino',
            'axis',
            'growing',
            'cooperazione tra gli ecosistemi d’innovazione delle due città',
          ],
        ],
      ],
      [
        '/v1/relationships/{id}/citations',
        ['field', 'source', 'locator/paragraph'],
        [
          ['names', 'L’innovazione viaggia sull’asse Torino-Pechino', 1],
          ['kind', 'L’innovazione viaggia sull’asse Torino-Pechino', 1],
          ['fromPlaceId', 'L’innovazione viaggia sull’asse Torino-Pechino', 1],
          ['toPlaceId', 'L’innovazione viaggia sull’asse Torino-Pechino', 1],
          ['basis', 'L’innovazione viaggia sull’asse Torino-Pechino', 2],
          ['trend', 'L’innovazione viaggia sull’asse Torino-Pechino', 2],
        ],
      ],
    ],
  },
];
