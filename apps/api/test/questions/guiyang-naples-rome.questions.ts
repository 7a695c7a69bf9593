import type { Question } from './question.js';

/** What is asked about the story, and what it answers. */
export const GUIYANG_NAPLES_ROME: readonly Question[] = [
  {
    asks: 'Who speaks, in which order?',
    requests: [
      ['/v1/delegations?origin=name:Guiyang', ['head'], ['Sun Zhiming']],
      [
        '/v1/delegations/{id}/members',
        ['person', 'title', 'organization'],
        [
          ['Sun Zhiming', 'Deputy Mayor', 'Guiyang municipal government'],
          ['Wu Hongchun', 'Director', 'Guiyang Science and Technology Bureau'],
          [
            'Liu Jun',
            'Deputy Director',
            'Administrative Committee of Guiyang National High Technology Developmental Zone',
          ],
          ['Chen Feng', 'Associate Researcher', 'Institute of Software of the Chinese Academy of Sciences'],
          ['Ren Zhong', 'Director', 'Planning Division of Guiyang Science and Technology Bureau'],
          [
            'Zhang Hailong',
            'Director',
            'Middle and Small-sized Enterprises Division of Guiyang Industry and Information Technology Committee',
          ],
        ],
      ],
    ],
    missing: 'No source tells who spoke in which order; their names are in the order of the text.',
  },
  {
    asks: 'What happens on 12 and 13 July?',
    requests: [
      [
        '/v1/agenda-items?from=2018-07-12&to=2018-07-13',
        ['on', 'kind', 'title', 'place'],
        [
          ['2018-07-12?', 'site_visit', 'Visit to Città della Scienza', 'Città della Scienza'],
          [
            '2018-07-13?',
            'meeting',
            'Meeting with the Agency for Digital Italy',
            'Headquarters of the Agency for Digital Italy',
          ],
        ],
      ],
    ],
  },
  {
    asks: 'What did Giuseppe Russo say?',
    requests: [
      [
        '/v1/entries?speaker=name:Giuseppe Russo',
        ['kind', 'text'],
        [
          [
            'statement',
            '(paraphrase) working with China on research and innovative enterprise strengthens economic ties with a leader of the world market, and cultural ones too; the centre opened the way to the most advanced partners there, and is to stay central in Italy in the years to come',
          ],
        ],
      ],
      [
        '/v1/entries/{id}',
        ['speaker', 'officeHeld/en', 'language', 'event'],
        [
          'Giuseppe Russo',
          'General Secretary of Città della Scienza',
          'en',
          'Guiyang delegation in Naples and Rome',
        ],
      ],
    ],
  },
  {
    asks: 'What was talked about at the Agency?',
    requests: [
      [
        '/v1/agenda-items?organization=name:Agency for Digital Italy',
        ['title', 'abstract'],
        [
          [
            'Meeting with the Agency for Digital Italy',
            'important projects under construction, among them SPID, the Electronic Health Record and the Pre-Commercial Contracts System; use of artificial intelligence and blockchain in the public sector',
          ],
        ],
      ],
      [
        '/v1/visits/{event/id}/agenda/{id}',
        ['topics'],
        [
          'SPID',
          'Electronic Health Record',
          'Pre-Commercial Contracts System',
          'artificial intelligence',
          'blockchain',
          'public sector',
        ],
      ],
    ],
  },
  {
    asks: 'Who signed the joint lab?',
    requests: [
      [
        '/v1/agreements?q=Joint Lab',
        ['signed', 'originEvent'],
        [['2017-11?', 'Italy-China Innovation Week 2017']],
      ],
      [
        '/v1/agreements/{id}/parties',
        ['organization', 'side'],
        [
          ['University of Naples Federico II', 'Italy'],
          ['Campania NewSteel', 'Italy'],
          ['University of Bergamo', 'Italy'],
          ['Tsinghua University', 'China'],
          ['China Sci-Tech Automation Alliance', 'China'],
        ],
      ],
    ],
  },
  {
    asks: 'What are the results of the lab?',
    requests: [
      [
        '/v1/outcomes?organization=name:China-Italy Joint Lab on Advanced Manufacturing',
        ['kind', 'text', 'status', 'delivered', 'actors'],
        [
          [
            'deliverable',
            'first result: a workshop for students of Tsinghua University and Federico II University',
            'delivered',
            '2018-07?',
            [
              { person: null, organization: 'Tsinghua University' },
              { person: null, organization: 'Department of Electrical Engineering and Information' },
            ],
          ],
        ],
      ],
      [
        '/v1/outcomes?q=greenhouse',
        ['text', 'expected', 'presentedAtEvent'],
        [['hydroponic greenhouse', '2018-10-22%', 'Italy-China Innovation Week 2018']],
      ],
    ],
  },
  {
    asks: 'Which companies are in Guiyang?',
    requests: [
      [
        '/v1/organizations?presentIn=name:Guiyang&kind=company',
        ['name'],
        [
          'Alibaba',
          'China Mobile',
          'China Telecom',
          'China Unicom',
          'Dell',
          'Huawei',
          'IBM',
          'Microsoft',
          'Qualcomm',
        ],
      ],
      [
        '/v1/entries?q=Guiyang',
        ['organization', 'status', 'text'],
        [
          [null, 'unknown', 'home to hi-tech giants, nine of them named as examples'],
          ['Apple', 'announced', 'servers that store the data of all users of iCloud move to Guiyang'],
        ],
      ],
    ],
  },
  {
    asks: 'Which event does the visit prepare?',
    requests: [
      ['/v1/visits?origin=name:Guiyang', ['name'], ['Guiyang delegation in Naples and Rome']],
      [
        '/v1/visits/{id}/links',
        ['kind', 'to', 'to/starts', 'to/ends'],
        [
          [
            'coincides_with',
            'Workshop on advanced manufacturing, artificial intelligence and interactive design',
            '2018-07-09?',
            null,
          ],
          ['in_preparation_for', 'Italy-China Innovation Week 2018', '2018-10-22?', '2018-10-25?'],
        ],
      ],
    ],
  },
  {
    asks: 'Who is Chen Feng?',
    requests: [
      [
        '/v1/people?q=Chen Feng',
        ['name', 'positions'],
        [
          [
            'Chen Feng',
            [
              {
                organization: 'Institute of Software of the Chinese Academy of Sciences',
                title: 'Associate Researcher',
                ended: false,
              },
              {
                organization: 'Guiyang Information Technology Research Center',
                title: 'Executive Deputy Director',
                ended: false,
              },
            ],
          ],
        ],
      ],
    ],
  },
  {
    asks: 'What is our history with Guiyang?',
    requests: [
      [
        '/v1/timeline?place=name:Guiyang',
        ['kind', 'name', 'starts', 'ends'],
        [
          [
            'outcome',
            'cooperation with China on research and innovative entrepreneurship: firmer economic and cultural relations; Città della Scienza opened the way to the most advanced realities of China, and is to keep a central role at national level',
            null,
            null,
          ],
          ['visit', 'Guiyang delegation in Naples and Rome', '2018-07-12?', '2018-07-13?'],
          ['forum', 'China International Big Data Expo', '2018-05', '2018-05'],
        ],
      ],
      [
        '/v1/agenda-items?place=name:Guiyang',
        ['title', 'on', 'event'],
        [
          [
            'Italy-China focus on big data in the health sector',
            '2018-05',
            'China International Big Data Expo',
          ],
        ],
      ],
    ],
  },
];
