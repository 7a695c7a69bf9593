import type { Recorded } from '../answer.js';
import { type Question, rowsWith } from './question.js';

/** What is asked about the story, and what it answers. */
export const PUTUO_KUNSHAN_CHANGSHU: readonly Question[] = [
  {
    asks: 'Which companies are in Kunshan, and what do they make?',
    requests: [
      [
        '/v1/organizations?place=name:Kunshan',
        ['name', 'kind', 'topics'],
        [
          ['AU Optronics (Kunshan) Co., Ltd.', 'company', ['tecnologia dei display']],
          [
            'Base di Industrializzazione della Tecnologia dell’Informazione Controllabile Zhongke',
            'company',
            ['tecnologie dell’informazione controllabili', 'tecnologie fondamentali'],
          ],
          ['Centro Creativo per l’Industria del Caffè di Kunshan', 'other', ['industria del caffè']],
          ['Qingtao Energy', 'company', ['batterie al litio a stato solido']],
        ],
      ],
    ],
  },
  {
    asks: 'Where did they stop in Changshu?',
    requests: [
      [
        '/v1/agenda-items?place=name:Changshu',
        ['title', 'topics'],
        [
          ['Centro Espositivo per l’Innovazione della Zona High-Tech di Changshu', []],
          ['Jiangsu Zenergy Battery Technology', ['batterie per le nuove energie']],
          ['Jiangsu Henry Carbon Fiber Technology', ['materiali compositi in fibra di carbonio']],
          ['Kaiber (Changshu) Seat Mechanical Components', ['componenti automobilistici']],
          ['Bosideng Group', []],
          ['Changshu Switchgear Manufacturing', []],
        ],
      ],
    ],
  },
  {
    asks: 'Who makes batteries?',
    requests: [
      [
        '/v1/organizations?place=name:Delta del Fiume Azzurro&kind=company',
        rowsWith(({ topics }) => topics.some(isBattery), ['name', 'place', 'topics']),
        [
          ['Jiangsu Zenergy Battery Technology Co., Ltd.', 'Changshu', ['batterie per le nuove energie']],
          ['Qingtao Energy', 'Kunshan', ['batterie al litio a stato solido']],
        ],
      ],
    ],
  },
  {
    asks: 'What is the figure about coffee?',
    requests: [
      [
        '/v1/figures?q=caffè',
        ['record', 'kind', 'metric/it', 'quantity', 'due', 'notes/it'],
        [
          [
            'Piano di Kunshan per l’industria del caffè',
            'target',
            'valore dell’industria del caffè',
            { unit: 'CNY', value: 1000000000000, qualifier: 'exact' },
            null,
            'mille miliardi di yuan, senza scadenza',
          ],
        ],
      ],
    ],
  },
  {
    asks: 'What came of it?',
    requests: [
      [
        '/v1/outcomes?place=name:Kunshan',
        ['kind', 'status', 'text'],
        [
          [
            'commitment',
            'planned',
            'Putuo si concentrerà sui campi in cui ha vantaggi e rafforzerà la ricerca innovativa congiunta',
          ],
          [
            'groundwork',
            'in_progress',
            'un quadro di innovazione collaborativa di vantaggi complementari e mutuo beneficio, che si dispiega poco a poco tra Putuo e le prime 100 città a livello di contea',
          ],
          ['finding', 'reported', 'nuovo slancio per lo sviluppo coordinato della Cintura'],
          [
            'idea',
            'reported',
            'idee di collaborazione, nate tra i punti di forza industriali delle due città e le risorse innovative di Putuo',
          ],
          [
            'finding',
            'reported',
            'nuovi processi per le batterie delle nuove energie, nuovi usi della fibra di carbonio, produzione flessibile di componenti per auto',
          ],
          [
            'finding',
            'reported',
            'slancio, pratiche e considerazioni delle imprese di Changshu, viste in reparti produttivi e sale espositive: svolte tecnologiche, trasformazione e aggiornamento industriale, collaborazione nella catena di fornitura',
          ],
        ],
      ],
    ],
  },
  {
    asks: 'What is the next step of Putuo?',
    requests: [
      [
        '/v1/outcomes?place=name:Distretto di Putuo&kind=commitment',
        ['text', 'status', 'actors', 'notes/it'],
        [
          [
            'Putuo si concentrerà sui campi in cui ha vantaggi e rafforzerà la ricerca innovativa congiunta',
            'planned',
            [{ person: null, organization: 'Amministrazione del Distretto di Putuo' }],
            'il testo si interrompe qui, a metà frase',
          ],
        ],
      ],
    ],
  },
  {
    asks: 'On whose mandate did they go?',
    requests: [
      ['/v1/visits?q=Putuo', ['name'], ['Tour ispettivo del Distretto di Putuo a Kunshan e Changshu']],
      [
        '/v1/entries?about={id}',
        ['name', 'level', 'issuers'],
        [
          ['Quarta Sessione Plenaria del 20° Comitato Centrale', 'national', ['20° Comitato Centrale']],
          [
            'Ottava Sessione Plenaria del 12° Comitato Municipale del Partito',
            'municipal',
            ['12° Comitato Municipale del Partito'],
          ],
          ['Strategia di sviluppo integrato del Delta del Fiume Azzurro', 'national', []],
          ['Otto Città, Un Distretto', null, []],
          [
            'Conferenza trimestrale di lavoro del comitato municipale del partito',
            'municipal',
            ['12° Comitato Municipale del Partito'],
          ],
          ['Cerchio concentrico', null, []],
        ],
      ],
    ],
  },
  {
    asks: 'What is the dispute about Qingtao?',
    requests: [
      [
        '/v1/organizations?q=Qingtao',
        ['name', 'topics'],
        [['Qingtao Energy', ['batterie al litio a stato solido']]],
      ],
      [
        '/v1/organizations/{id}',
        ['disputed'],
        [
          {
            field: 'description',
            values: [
              {
                value: {
                  en: 'maker of solid-state lithium batteries',
                  it: 'produttore di batterie al litio a stato solido',
                },
                source: 'article',
                verification: 'reported',
              },
              {
                value: { it: 'società energetica di servizi pubblici: riscaldamento e gas' },
                source: 'article',
                verification: 'unverified',
              },
            ],
          },
        ],
      ],
    ],
  },
  {
    asks: 'Who is the parent of AU Optronics (Kunshan), and who founded Bosideng?',
    requests: [
      [
        '/v1/organizations?q=AU Optronics (Kunshan)',
        ['relations'],
        [
          [
            {
              kind: 'founded_by',
              organization: 'AU Optronics Corporation',
              person: null,
              place: null,
              ended: false,
            },
            {
              kind: 'subsidiary_of',
              organization: 'AU Optronics Corporation',
              person: null,
              place: null,
              ended: false,
            },
          ],
        ],
      ],
      [
        '/v1/organizations?q=Bosideng',
        ['founded', 'relations'],
        [
          [
            '1975',
            [
              { kind: 'founded_by', organization: null, person: 'Gao Dekang', place: null, ended: false },
              { kind: 'present_in', organization: null, person: null, place: 'Londra', ended: false },
            ],
          ],
        ],
      ],
    ],
  },
  {
    asks: 'What lies in the Delta?',
    requests: [
      [
        '/v1/places?within=name:Delta del Fiume Azzurro',
        ['name', 'kind', 'parent'],
        [
          ['Anhui', 'province', 'Cina'],
          [
            'Base di Industrializzazione della Tecnologia dell’Informazione Controllabile Zhongke',
            'venue',
            'Kunshan',
          ],
          ['Centro Creativo per l’Industria del Caffè di Kunshan', 'venue', 'Kunshan'],
          [
            'Centro Espositivo per l’Innovazione della Zona High-Tech di Changshu',
            'venue',
            'Zona High-Tech di Changshu',
          ],
          ['Changshu', 'city', 'Jiangsu'],
          ['Cintura di Innovazione Industriale Shanghai-Nanjing', 'zone', 'Delta del Fiume Azzurro'],
          ['Distretto di Putuo', 'district', 'Shanghai'],
          ['Jiangsu', 'province', 'Cina'],
          ['Kunshan', 'city', 'Jiangsu'],
          ['Nanchino', 'city', 'Jiangsu'],
          ['Palazzo della Scienza di Shanghai', 'venue', 'Shanghai'],
          ['Shanghai', 'city', 'Cina'],
          ['Zhejiang', 'province', 'Cina'],
          ['Zona High-Tech di Changshu', 'zone', 'Changshu'],
        ],
      ],
    ],
  },
];

function isBattery({ name }: Recorded): boolean {
  return name.includes('batterie');
}
