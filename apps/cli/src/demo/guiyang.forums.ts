import { type Entries, type Entry, en, named, record } from './story.js';

const EXPO = {
  names: named(en('China International Big Data Expo')),
  year: 2018,
  format: 'expo',
  starts: '2018-05',
  ends: '2018-05',
  placeId: 'guiyang',
  topicIds: ['bigData'],
  visibility: 'public',
  agenda: [
    {
      kind: 'panel',
      title: en('Italy-China focus on big data in the health sector'),
      abstract: en('potentials and scenarios that the use of big data opens in the health sector'),
      on: '2018-05',
      topicIds: ['bigData', 'healthCare'],
      status: 'held',
    },
  ],
  agendaComplete: false,
  status: 'held',
};

const WORKSHOP = {
  names: named(en('Workshop on advanced manufacturing, artificial intelligence and interactive design')),
  summary: en('First result of the China-Italy Joint Lab on Advanced Manufacturing'),
  format: 'workshop',
  starts: '2018-07-09?',
  datesNote: en('a week long'),
  placeId: 'scienceCity',
  topicIds: ['advancedManufacturing', 'artificialIntelligence', 'interactiveDesign', 'smartGreenhouses'],
  objectives: [en('main goal: design innovative boards for smart greenhouses')],
  participants: [
    students('students of electronic engineering', 6, { organizationId: 'tsinghua', side: 'guest' }),
    students('students', 8, { organizationId: 'electricalDepartment', side: 'host' }),
  ],
  status: 'held',
};

const SERIES: Entries = {
  italyChinaSeries: {
    names: named(en('Italy-China Innovation Week'), {
      text: 'Italy-China Week of Science, Technology and Innovation',
      lang: 'en',
      kind: 'alias',
    }),
  },
};

const WEEK_2017 = {
  names: named(en('Italy-China Innovation Week 2017')),
  seriesId: 'italyChinaSeries',
  year: 2017,
  format: 'week',
  starts: '2017-11',
  ends: '2017-11',
  placeId: 'beijing',
  visibility: 'public',
  status: 'held',
};

const WEEK_2018 = {
  names: named(en('Italy-China Innovation Week 2018'), {
    text: 'Italy-China Week of Science, Technology and Innovation',
    lang: 'en',
    kind: 'alias',
  }),
  seriesId: 'italyChinaSeries',
  year: 2018,
  format: 'week',
  notes: en('announced for these days, which are over; whether all took place as announced is not told'),
  starts: '2018-10-22?',
  ends: '2018-10-25?',
  legs: [
    { placeId: 'naples', starts: '2018-10-22?', ends: '2018-10-23?' },
    { placeId: 'rome' },
    { placeId: 'cagliari' },
  ],
  visibility: 'public',
  agenda: [
    {
      kind: 'presentation',
      title: en('Presentation of the hydroponic greenhouse'),
      notes: en('on 22 or 23 October'),
      leg: 0,
      on: '2018-10-22%',
      topicIds: ['smartGreenhouses'],
      status: 'confirmed',
    },
  ],
  agendaComplete: false,
  status: 'held',
};

/** The forums of `guiyang-naples-rome.en.txt`. */
export const GUIYANG_FORUMS: readonly Entry[] = [
  ...record('/v1/forum-series', SERIES),
  ...record('/v1/forums', {
    bigDataExpo: EXPO,
    italyChinaWeek2017: WEEK_2017,
    italyChinaWeek: WEEK_2018,
    studentWorkshop: WORKSHOP,
  }),
  {
    path: '/v1/forums/{studentWorkshop}/links',
    body: { toId: 'italyChinaWeek', kind: 'in_preparation_for' },
  },
];

function students(label: string, value: number, where: object): object {
  const group = { label: en(label), quantity: { value, qualifier: 'exact' } };
  return { group, role: 'attendee', response: 'attended', ...where };
}
