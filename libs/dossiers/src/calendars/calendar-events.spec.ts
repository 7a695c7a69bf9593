import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type CalendarEvent, readCalendarFile } from './calendar-events.js';
import { saidBy } from './entry-texts.js';

const entry = (lines: string): string => `BEGIN:VEVENT\n${lines}\nEND:VEVENT\n`;
const calendar = (entries: string, heading = ''): string =>
  `BEGIN:VCALENDAR\nVERSION:2.0\n${heading}${entries}END:VCALENDAR\n`;
const GOOD = ['one', 'other'].map((uid, at) =>
  entry(`UID:${uid}\nDTSTART;TZID=Europe/Rome:2027051${at}T090000\nSUMMARY:${uid}`),
);
const among = (text: string): string => calendar(GOOD[0] + text + GOOD[1]);
const bytesOf = (text: string): Buffer => Buffer.from(text.replaceAll('\n', '\r\n'));
const DAYS = { first: '2027-05-10', last: '2027-05-12', zone: 'Europe/Rome' };
const WANTED = { most: 500, within: DAYS };
const read = (bytes: Buffer) => readCalendarFile(bytes, WANTED);
const told = ({ uid, repetition, time }: CalendarEvent): unknown => [
  uid,
  repetition,
  time && ('first' in time ? [time.first, time.last] : [time.starts, time.ends]),
];

const ROME_GOOD = [
  ['one', null, ['2027-05-10T09:00:00+02:00', null]],
  ['other', null, ['2027-05-11T09:00:00+02:00', null]],
];

/** The code of what is thrown, if anything is. */
function codeOf(work: () => unknown): unknown {
  try {
    work();
    return undefined;
  } catch (error) {
    return (error as { code?: unknown }).code ?? error;
  }
}

/** What becomes of one strange entry between two good ones: its times, or the code of what is wrong with it. */
function strange(lines: string): unknown[] {
  const { events, faults } = read(bytesOf(among(entry(`UID:x\nSUMMARY:X\n${lines}`))));
  expect(events.filter(({ uid }) => uid !== 'x').map(told)).toEqual(ROME_GOOD);
  return [
    ...events.filter(({ uid }) => uid === 'x').map((one) => told(one)),
    ...faults.map(({ code }) => code),
  ];
}

describe('one strange entry spoils no other', () => {
  const at = (starts: string, ends: string | null = null, repetition: string | null = null): unknown => [
    'x',
    repetition,
    [starts, ends],
  ];
  it.each<[string, string, unknown[]]>([
    ['a day that does not say that it is one', 'DTSTART:20270510', [at('2027-05-10', '2027-05-10')]],
    ['a day with a time', 'DTSTART;VALUE=DATE:20270510T000000Z', [at('2027-05-10', '2027-05-10')]],
    ['whole days', 'DTSTART:20270510\nDTEND:20270512', [at('2027-05-10', '2027-05-11')]],
    [
      'a duration',
      'DTSTART:20270510T070000Z\nDURATION:PT1H30M',
      [at('2027-05-10T09:00:00+02:00', '2027-05-10T10:30:00+02:00')],
    ],
    ['a floating time', 'DTSTART:20270510T090000', [at('2027-05-10T09:00:00')]],
    [
      'a zone of Windows that is not described',
      'DTSTART;TZID="China Standard Time":20270510T090000',
      [at('2027-05-10T09:00:00+08:00')],
    ],
    [
      'a zone behind the name of a program',
      'DTSTART;TZID=/freeassociation.sourceforge.net/Europe/Berlin:20270510T090000',
      [at('2027-05-10T09:00:00+02:00')],
    ],
    ['a time with its distance from UTC', 'DTSTART:20270510T090000+0800', ['time']],
    ['a further time with its distance', 'DTSTART:20270510T070000Z\nRDATE:20270511T090000-0500', ['time']],
    [
      'small letters',
      'dtstart:20270510t070000z\nduration:pt1h',
      [at('2027-05-10T09:00:00+02:00', '2027-05-10T10:00:00+02:00')],
    ],
    [
      'a rule in small letters, of the usual calendar and a leap second',
      'DTSTART:20270510T070000Z\nRRULE:freq=daily;rscale=gregorian;bysecond=60;count=1',
      [
        at('2027-05-10T09:00:00+02:00', null, '2027-05-10'),
        at('2027-05-10T09:00:59+02:00', null, '2027-05-10T07:00:59'),
      ],
    ],
    ['a zone that nobody knows', 'DTSTART;TZID=Nowhere:20270510T090000', ['time']],
    ['a zone like a property of objects', 'DTSTART;TZID=constructor:20270510T090000', ['time']],
    ['no time at all', 'X-NOTHING:1', [['x', null, null]]],
    ['a time that is none', 'DTSTART:20271340T990000', ['time']],
    ['words instead of a time', 'DTSTART:tomorrow', ['time']],
    ['a duration that is none', 'DTSTART:20270510T070000Z\nDURATION:soon', ['time']],
    ['an end before the start', 'DTSTART:20270510T070000Z\nDTEND:20270509T070000Z', ['time']],
    ['a day that ends before it starts', 'DTSTART:20270511\nDTEND:20270510', ['time']],
    ['a duration backwards', 'DTSTART:20270510T070000Z\nDURATION:-PT1H', ['time']],
    ['a time that ends on a day', 'DTSTART:20270510T070000Z\nDTEND:20270511', ['time']],
    ['a day that ends at a time', 'DTSTART:20270510\nDTEND:20270511T070000Z', ['time']],
    [
      'an end at the start',
      'DTSTART:20270510T070000Z\nDTEND:20270510T070000Z',
      [at('2027-05-10T09:00:00+02:00')],
    ],
    [
      'an end without a zone',
      'DTSTART:20270510T070000Z\nDTEND:20270510T080000',
      [at('2027-05-10T09:00:00+02:00', '2027-05-10T10:00:00+02:00')],
    ],
    ['a line without a value', 'DTSTART:20270510T070000Z\nLOCATION', [at('2027-05-10T09:00:00+02:00')]],
    ['an alarm without an end', 'DTSTART:20270510T070000Z\nBEGIN:VALARM', [at('2027-05-10T09:00:00+02:00')]],
    [
      'a rule without end',
      'DTSTART;TZID=Europe/Rome:20200101T080000\nRRULE:FREQ=WEEKLY;BYDAY=MO,WE',
      [
        at('2027-05-10T08:00:00+02:00', null, '2027-05-10'),
        at('2027-05-12T08:00:00+02:00', null, '2027-05-12'),
      ],
    ],
    [
      'a rule that ends by an instant',
      'DTSTART;TZID=Europe/Rome:20270510T080000\nRRULE:FREQ=DAILY;UNTIL=20270511T060000Z',
      [
        at('2027-05-10T08:00:00+02:00', null, '2027-05-10'),
        at('2027-05-11T08:00:00+02:00', null, '2027-05-11'),
      ],
    ],
    [
      'the second Monday of each month',
      'DTSTART;TZID=Europe/Rome:20270111T080000\nRRULE:FREQ=MONTHLY;BYDAY=2MO',
      [at('2027-05-10T08:00:00+02:00', null, '2027-05-10')],
    ],
    [
      'the same as Outlook says it',
      'DTSTART;TZID=Europe/Rome:20270111T080000\nRRULE:FREQ=MONTHLY;INTERVAL=2;BYDAY=MO;BYSETPOS=2',
      [at('2027-05-10T08:00:00+02:00', null, '2027-05-10')],
    ],
    [
      'a day of each month, and of each year',
      'DTSTART:20260512\nRRULE:FREQ=MONTHLY;COUNT=13\nRRULE:FREQ=YEARLY',
      [at('2027-05-12', '2027-05-12', '2027-05-12')],
    ],
    [
      'a day of each year that ends before',
      'DTSTART:20200511\nRRULE:FREQ=YEARLY;UNTIL=20270510;BYMONTH=5;BYMONTHDAY=11',
      [],
    ],
    [
      'a day that no year has',
      'DTSTART:20270510T070000Z\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
      [at('2027-05-10T09:00:00+02:00', null, '2027-05-10')],
    ],
    [
      'a rule of the weeks of a year',
      'DTSTART:20240513\nRRULE:FREQ=YEARLY;BYWEEKNO=19',
      [at('2027-05-10', '2027-05-10', '2027-05-10')],
    ],
    [
      'a rule of the Mondays of a year',
      'DTSTART:20240513\nRRULE:FREQ=YEARLY;BYDAY=19MO',
      [at('2027-05-10', '2027-05-10', '2027-05-10')],
    ],
    [
      'a rule of hours',
      'DTSTART;TZID=Europe/Rome:20270510T080000\nRRULE:FREQ=HOURLY;INTERVAL=18;COUNT=4\nEXDATE:20270511T000000Z',
      [
        at('2027-05-10T08:00:00+02:00', null, '2027-05-10'),
        at('2027-05-11T20:00:00+02:00', null, '2027-05-11'),
        at('2027-05-12T14:00:00+02:00', null, '2027-05-12'),
      ],
    ],
    [
      'a rule of times of the day',
      'DTSTART;TZID=Europe/Rome:20270512T080000\nRRULE:FREQ=DAILY;BYHOUR=8,14',
      [
        at('2027-05-12T08:00:00+02:00', null, '2027-05-12'),
        at('2027-05-12T14:00:00+02:00', null, '2027-05-12T14:00:00'),
      ],
    ],
    ['a rule of seconds', 'DTSTART:20270510T070000Z\nRRULE:FREQ=SECONDLY', ['repetition']],
    ['a rule of another calendar', 'DTSTART:20270510\nRRULE:FREQ=YEARLY;RSCALE=HEBREW', ['repetition']],
    [
      'a rule that never comes true',
      'DTSTART:20270510T070000Z\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=3',
      [at('2027-05-10T09:00:00+02:00', null, '2027-05-10')],
    ],
    [
      'a rule of numbered days',
      'DTSTART:20270510T070000Z\nRRULE:FREQ=DAILY;BYDAY=1MO;COUNT=3',
      ['repetition'],
    ],
    [
      'a rule with a vast interval',
      'DTSTART:20270510T070000Z\nRRULE:FREQ=DAILY;INTERVAL=999999999',
      [at('2027-05-10T09:00:00+02:00', null, '2027-05-10')],
    ],
    ['a rule that cannot be read', 'DTSTART:20270510T070000Z\nRRULE:FREQ=FOO', ['time']],
    [
      'further dates',
      'DTSTART:20270510T070000Z\nRDATE:20270512T070000Z,20280512T070000Z',
      [
        at('2027-05-10T09:00:00+02:00', null, '2027-05-10'),
        at('2027-05-12T09:00:00+02:00', null, '2027-05-12'),
      ],
    ],
  ])('%s', (_, lines, becomes) => {
    expect(strange(lines)).toEqual(becomes);
  });

  describe('that is repeated where its time is on another day', () => {
    const within = (zone: string, lines: string): unknown[] => {
      const text = calendar(entry(`UID:x\nSUMMARY:X\n${lines}`));
      const { events } = readCalendarFile(bytesOf(text), { most: 500, within: { ...DAYS, zone } });
      return events.map(({ time }) => time && 'starts' in time && time.starts);
    };
    const [early, mid, late, last] = ['09', '10', '11', '12'].map((day) => `2027-05-${day}T23:30:00+00:00`);
    it.each([
      ['Asia/Shanghai', 'DTSTART:20270509T233000Z\nRRULE:FREQ=DAILY;COUNT=3', [early, mid, late]],
      ['Asia/Shanghai', 'DTSTART:20270401T233000Z\nRRULE:FREQ=DAILY', [early, mid, late]],
      ['Asia/Shanghai', 'DTSTART:20270509T233000Z\nRDATE:20270510T233000Z,20270512T233000Z', [early, mid]],
      ['Europe/London', 'DTSTART:20270509T233000Z\nRRULE:FREQ=DAILY;COUNT=4', [early, mid, late]],
      ['UTC', 'DTSTART:20270509T233000Z\nRRULE:FREQ=DAILY;COUNT=4', [mid, late, last]],
      ['America/New_York', 'DTSTART:20270510T233000Z\nRRULE:FREQ=DAILY', [mid, late, last]],
      [
        'America/New_York',
        'DTSTART:20270511T003000Z\nRRULE:FREQ=DAILY;COUNT=4',
        ['2027-05-11T00:30:00+00:00', '2027-05-12T00:30:00+00:00', '2027-05-13T00:30:00+00:00'],
      ],
      [
        'Pacific/Kiritimati',
        'DTSTART;TZID=Etc/GMT+12:20270508T230000\nRRULE:FREQ=DAILY;COUNT=2',
        ['2027-05-08T23:00:00-12:00', '2027-05-09T23:00:00-12:00'],
      ],
      ['Asia/Shanghai', 'DTSTART:20270509T233000\nRRULE:FREQ=DAILY;COUNT=2', ['2027-05-10T23:30:00']],
    ])('%s: %s', (zone, lines, starts) => {
      expect(within(zone, lines)).toEqual(starts);
    });
  });

  describe('that lasts', () => {
    const lasting = (lines: string): unknown[] => {
      const within = { first: '2027-03-10', last: '2027-05-12', zone: 'Europe/Rome' };
      const { events } = readCalendarFile(bytesOf(calendar(entry(`UID:x\nSUMMARY:X\n${lines}`))), {
        most: 500,
        within,
      });
      return events.map(({ time }) =>
        time && 'starts' in time
          ? [time.starts, time.ends].map((one) => one && Temporal.Instant.from(one).toString())
          : time,
      );
    };
    const nine = 'DTSTART;TZID=Europe/Rome:20270510T090000';
    const first = ['2027-05-10T07:00:00Z', '2027-05-10T08:00:00Z'];
    const second = ['2027-05-11T07:00:00Z', '2027-05-11T08:00:00Z'];
    it.each([
      [
        `${nine}\nDTEND;TZID=Europe/Rome:20270510T100000\nRDATE;TZID=Asia/Shanghai:20270511T150000`,
        [first, second],
      ],
      [`${nine}\nDTEND;TZID=Europe/Rome:20270510T100000\nRDATE:20270511T070000Z`, [first, second]],
      [`${nine}\nDTEND:20270510T080000Z\nRDATE:20270511T090000`, [first, second]],
      [`${nine}\nDURATION:PT1H\nRDATE;TZID=Asia/Shanghai:20270511T150000`, [first, second]],
      [
        `${nine}\nDURATION:PT1H\nRDATE;VALUE=PERIOD:20270511T070000Z/PT3H,20270512T070000Z/20270512T073000Z`,
        [
          first,
          ['2027-05-11T07:00:00Z', '2027-05-11T10:00:00Z'],
          ['2027-05-12T07:00:00Z', '2027-05-12T07:30:00Z'],
        ],
      ],
      [
        'DTSTART;TZID=Europe/Rome:20270328T010000\nDURATION:PT3H',
        [['2027-03-28T00:00:00Z', '2027-03-28T03:00:00Z']],
      ],
      [
        'DTSTART;TZID=Europe/Rome:20270327T090000\nDURATION:PT24H',
        [['2027-03-27T08:00:00Z', '2027-03-28T08:00:00Z']],
      ],
      [
        'DTSTART;TZID=Europe/Rome:20270327T090000\nDURATION:P1DT1H',
        [['2027-03-27T08:00:00Z', '2027-03-28T08:00:00Z']],
      ],
      [
        'DTSTART;TZID=Europe/Rome:20270315T090000\nDTEND:20270315T090000Z\nRRULE:FREQ=MONTHLY;COUNT=2',
        [
          ['2027-03-15T08:00:00Z', '2027-03-15T09:00:00Z'],
          ['2027-04-15T07:00:00Z', '2027-04-15T08:00:00Z'],
        ],
      ],
      [
        'DTSTART:20270510\nDTEND:20270512\nRDATE:20270512',
        [
          { first: '2027-05-10', last: '2027-05-11' },
          { first: '2027-05-12', last: '2027-05-13' },
        ],
      ],
    ])('%s', (lines, times) => {
      expect(lasting(lines)).toEqual(times);
    });
  });

  describe('that leaves repetitions out, or moves them', () => {
    const series = 'DTSTART;TZID=Europe/Rome:20270510T080000\nRRULE:FREQ=DAILY;COUNT=2';
    const startsOf = (text: string): unknown[] => {
      const { events, faults } = read(bytesOf(calendar(text)));
      return [
        ...events.map(({ repetition, time }) => [
          repetition,
          time && ('starts' in time ? time.starts : time.first),
        ]),
        ...faults.map(({ code }) => code),
      ];
    };
    const [first, second] = ['10', '11'].map((day) => [`2027-05-${day}`, `2027-05-${day}T08:00:00+02:00`]);
    it.each([
      [`${series}\nEXDATE;VALUE=DATE:20270511`, [first]],
      [`${series}\nEXDATE:20270511T080000`, [first]],
      [`${series}\nEXDATE:20270511T090000`, [first, second]],
      [
        'DTSTART:20270510T080000\nRDATE:20270511T080000\nEXDATE:20270510T080000Z',
        [['2027-05-11', '2027-05-11T08:00:00']],
      ],
      ['DTSTART:20270510\nRRULE:FREQ=DAILY;COUNT=2\nEXDATE:20270511T000000', [['2027-05-10', '2027-05-10']]],
      [`${series}\nEXRULE:FREQ=DAILY;INTERVAL=2`, ['repetition']],
      [`${series}\nRDATE:20270512`, ['repetition']],
    ])('%s', (lines, becomes) => {
      expect(startsOf(entry(`UID:x\nSUMMARY:X\n${lines}`))).toEqual(becomes);
    });
    it.each([
      [';VALUE=DATE:20270511', [first, ['2027-05-11', '2027-05-12T10:00:00+02:00']]],
      [':20270511T080000', [first, ['2027-05-11', '2027-05-12T10:00:00+02:00']]],
      [';RANGE=THISANDFUTURE:20270511T060000Z', ['repetition']],
    ])('RECURRENCE-ID%s', (id, becomes) => {
      const moved = `UID:x\nSUMMARY:Y\nDTSTART;TZID=Europe/Rome:20270512T100000\nRECURRENCE-ID${id}`;
      expect(startsOf(entry(`UID:x\nSUMMARY:X\n${series}`) + entry(moved))).toEqual(becomes);
    });
  });

  it('one without an end, and one within another calendar', () => {
    const unended = entry('UID:x\nDTSTART:20270510T070000Z\nSUMMARY:X').replace('END:VEVENT\n', '');
    const { events, faults } = read(bytesOf(calendar(unended + GOOD[0]) + calendar(GOOD[1]!)));
    expect(events.map(told)).toEqual(ROME_GOOD);
    expect(faults.map(({ uid, code, line }) => [uid, code, line])).toEqual([['x', 'unfinished', 3]]);
  });

  it('a repetition that was moved, and one that was left out', () => {
    const series = entry(
      'UID:x\nDTSTART;TZID=Europe/Rome:20270510T080000\nRRULE:FREQ=DAILY\nEXDATE:20270511T060000Z\nSUMMARY:X',
    );
    const moved = entry(
      'UID:x\nRECURRENCE-ID:20270512T060000Z\nDTSTART;TZID=Europe/Rome:20270512T100000\nSUMMARY:Y',
    );
    expect(read(bytesOf(calendar(moved + series))).events.map(told)).toEqual([
      ['x', '2027-05-10', ['2027-05-10T08:00:00+02:00', null]],
      ['x', '2027-05-12', ['2027-05-12T10:00:00+02:00', null]],
    ]);
  });

  it('a repetition that was moved among several of a day', () => {
    const series = entry('UID:x\nDTSTART:20270512T060000Z\nRRULE:FREQ=DAILY;BYHOUR=6,12\nSUMMARY:X');
    const moved = entry('UID:x\nRECURRENCE-ID:20270512T120000Z\nDTSTART:20270512T130000Z\nSUMMARY:Y');
    expect(read(bytesOf(calendar(series + moved))).events.map(told)).toEqual([
      ['x', '2027-05-12', ['2027-05-12T06:00:00+00:00', null]],
      ['x', '2027-05-12T12:00:00', ['2027-05-12T13:00:00+00:00', null]],
    ]);
  });

  it('and says why a rule cannot be followed', () => {
    const rule = 'UID:x\nDTSTART:20270510T070000Z\nSUMMARY:X\nRRULE:FREQ=MONTHLY;BYWEEKNO=20';
    const { faults } = read(bytesOf(among(entry(rule))));
    expect(faults.map(({ detail }) => detail)).toEqual([
      'Its rule of repetition cannot be followed: BYWEEKNO does not go with FREQ=MONTHLY. Write its repetitions one by one.',
    ]);
  });

  it('a zone of its own', () => {
    const zone = (rule: string): string => `BEGIN:VTIMEZONE
TZID:Ours
BEGIN:STANDARD
DTSTART:16011028T030000
${rule}TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010325T020000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
END:VTIMEZONE
`;
    const ours = (time: string): string => entry(`UID:x\nDTSTART;TZID=Ours:${time}\nSUMMARY:X`);
    const readIn = (rule: string, time: string, head = 'TZID:Ours'): unknown[] => {
      const described = zone(rule).replace('TZID:Ours', head);
      const { events, faults } = read(bytesOf(calendar(described + ours(time))));
      return [...events.map(told), ...faults.map(({ code }) => code)];
    };
    const plain = 'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\n';
    expect(readIn(plain, '20270510T090000')).toEqual([['x', null, ['2027-05-10T07:00:00+00:00', null]]]);
    expect(readIn(plain, '20271210T090000')).toEqual([['x', null, ['2027-12-10T08:00:00+00:00', null]]]);
    expect(readIn(plain, '99991210T090000')).toEqual(['time']);
    expect(readIn('RRULE:FREQ=SECONDLY\n', '20270510T090000')).toEqual(['time']);
    const byDates = 'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=SU;BYMONTHDAY=22,23,24,25,26,27,28\n';
    const summer = [['x', null, ['2027-05-10T07:00:00+00:00', null]]];
    expect(readIn(byDates, '20270510T090000')).toEqual(summer);
    expect(readIn(byDates, '20271210T090000')).toEqual([['x', null, ['2027-12-10T08:00:00+00:00', null]]]);
    expect(readIn(plain, '20270510T090000', 'TZID;X-NAME="a:b":Ours')).toEqual(summer);
    expect(readIn('RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\n', '20270510T090000')).toEqual(['time']);
    expect(readIn('RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTHDAY=28\n', '20270510T090000')).toEqual(['time']);
  });
});

describe('a file', () => {
  it('may hold several calendars, each with zones and a method of its own', () => {
    const zone = (offset: string): string =>
      `BEGIN:VTIMEZONE\nTZID:Ours\nBEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:${offset}\nTZOFFSETTO:${offset}\nEND:STANDARD\nEND:VTIMEZONE\n`;
    const one = (method: string, offset: string): string =>
      calendar(
        zone(offset) + entry(`UID:${method}\nDTSTART;TZID=Ours:20270510T090000`),
        `METHOD:${method}\n`,
      );
    const { events } = read(bytesOf(one('CANCEL', '+0200') + one('PUBLISH', '+0800')));
    expect(
      events.map(({ calendar: own, time }) => [
        own.getFirstPropertyValue('method'),
        time && 'starts' in time && time.starts,
      ]),
    ).toEqual([
      ['CANCEL', '2027-05-10T07:00:00+00:00'],
      ['PUBLISH', '2027-05-10T01:00:00+00:00'],
    ]);
  });

  it('may quote what is not ASCII, as older programs did, over several lines', () => {
    const text = calendar(
      entry(
        'UID:x\nDTSTART:20270510T070000Z\nSUMMARY;LANGUAGE=it;ENCODING=QUOTED-PRINTABLE:Caff=C3=A8; t=C3=A8=\n e pane' +
          '\nDESCRIPTION;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:Citt=E0=0D=0ARoma',
      ),
    );
    const { part } = read(bytesOf(text)).events[0]!;
    expect(['summary', 'description'].map((name) => saidBy(part, name))).toEqual([
      { text: 'Caffè; tè e pane', language: 'it' },
      { text: 'Città\nRoma', language: null },
    ]);
  });

  it('may have entries without a UID, which are known by when they start and what they are called', () => {
    const [a, b] = ['A', 'B'].map((title) => entry(`DTSTART:20270510T070000Z\nSUMMARY:${title}`));
    const uids = (...entries: (string | undefined)[]): string[] =>
      read(bytesOf(calendar(entries.join('')))).events.map(({ uid }) => uid);
    const [one, other] = uids(a, b);
    expect(one).toMatch(/^entry-[\w-]{22}$/);
    expect(uids(b, a, b)).toEqual([other, one, `${other}-2`]);
  });

  it('may have a mark, other ends of lines, and folds inside a character', () => {
    const text = calendar(GOOD.join('') + entry('UID:x\nDTSTART:20270510T070000Z\nSUMMARY:参观企业'));
    const [head, tail] = text.split('参');
    const character = Buffer.from('参');
    const folded = Buffer.concat([
      Buffer.from(head!),
      character.subarray(0, 1),
      Buffer.from('\n '),
      character.subarray(1),
      Buffer.from(tail!),
    ]);
    const files = [
      Buffer.from(text),
      Buffer.from(text.replaceAll('\n', '\r')),
      Buffer.from(`\uFEFF${text}`),
      Buffer.from(`\uFEFF${text}`, 'utf16le'),
      Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
      folded,
    ];
    for (const file of files) {
      const { events } = read(file);
      expect(events.map(({ uid }) => uid)).toEqual(['one', 'other', 'x']);
      expect(events[2]!.part.getFirstPropertyValue('summary')).toBe('参观企业');
    }
  });

  it.each([
    ['utf-8', 'Città', '43697474c3a0', null],
    ['windows-1252', 'Città', '43697474e0', null],
    ['windows-1252', 'Città', '43697474e0', 'utf-8'],
    ['windows-1252', 'Ã©', 'c3a9', 'iso-8859-1'],
    ['windows-1251', 'Встреча', 'c2f1f2f0e5f7e0', 'windows-1251'],
    ['gb18030', '参观企业', 'b2ceb9dbc6f3d2b5', null],
  ])('is read in %s: %s', (encoding, title, hex, charset) => {
    const [head, tail] = calendar(entry('UID:x\nDTSTART:20270510T070000Z\nSUMMARY:|')).split('|');
    const file = Buffer.concat([Buffer.from(head!), Buffer.from(hex, 'hex'), Buffer.from(tail!)]);
    const { events, ...said } = readCalendarFile(file, WANTED, charset);
    const titles = events.map(({ part }) => part.getFirstPropertyValue('summary'));
    expect([said.encoding, ...titles]).toEqual([encoding, title]);
  });

  it('is refused where its sender says an encoding that nobody knows', () => {
    const text = Buffer.from(calendar(GOOD.join('')));
    expect(() => readCalendarFile(text, WANTED, 'ebcdic')).toThrow(
      'The encoding “ebcdic” that Content-Type says is not known.',
    );
  });

  it('has as many entries as can be taken, with every repetition', () => {
    const many = entry('UID:a\nDTSTART:20270510T070000Z\nSUMMARY:A');
    expect(read(bytesOf(calendar(many.repeat(500)))).events.length).toBe(500);
    expect(() => read(bytesOf(calendar(many.repeat(501))))).toThrow('at most 500 entries');
    const daily = entry('UID:a\nDTSTART:20270510T070000Z\nSUMMARY:A\nRRULE:FREQ=DAILY;COUNT=3');
    expect(() => read(bytesOf(calendar(daily.repeat(167))))).toThrow('at most 500 entries');
  });

  it('is told in words or read, whatever is in it, and soon', () => {
    const pieces = fc.constantFrom(
      ...'BEGIN:VEVENT|END:VEVENT|BEGIN:VCALENDAR|END:VCALENDAR|BEGIN:VTIMEZONE|END:VTIMEZONE|UID:a|SUMMARY:x|'.split(
        '|',
      ),
      ...'DTSTART:20270510|DTSTART;TZID=Ours:20270510T090000|TZID:Ours|BEGIN:STANDARD|END:STANDARD|'.split(
        '|',
      ),
      ...'TZOFFSETFROM:+0200|TZOFFSETTO:-9999|RRULE:FREQ=DAILY;BYDAY=MO|RRULE:FREQ=YEARLY;BYMONTH=99|RRULE:FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2;COUNT=9|'.split(
        '|',
      ),
      ...'RRULE:FREQ=WEEKLY;BYDAY=MO,MO;WKST=XX;INTERVAL=-1|EXDATE:x|RDATE;VALUE=PERIOD:a/b|DTEND:0|DURATION:-P1D'.split(
        '|',
      ),
      ...'RECURRENCE-ID:20270510|RRULE:FREQ=DAILY;UNTIL=abc|RRULE:FREQ=DAILY;COUNT=-3|SEQUENCE:x|LOCATION;="'.split(
        '|',
      ),
    );
    const line = fc.oneof({ weight: 9, arbitrary: pieces }, fc.string({ maxLength: 30 }));
    const file = fc
      .array(line, { maxLength: 40 })
      .map((lines) => ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n'));
    const began = performance.now();
    fc.assert(
      fc.property(file, (text) => {
        expect([undefined, 'dossier.unreadable']).toContain(codeOf(() => read(Buffer.from(text))));
      }),
      { numRuns: 300 },
    );
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});

it.each([
  ['carriage returns', '\r'.repeat(1_000_000)],
  [
    'beginnings of comments',
    among(entry(`UID:x\nDTSTART:20270510\nDESCRIPTION:<b>${'<!--'.repeat(100_000)}`)),
  ],
  ['spaces', among(entry(`UID:x\nDTSTART:20270510\nDESCRIPTION:<b>${' '.repeat(400_000)}x`))],
])('is no slower for a file of nothing but %s', (_, text) => {
  const began = performance.now();
  codeOf(() => {
    const { events } = read(Buffer.from(text));
    for (const { part } of events) saidBy(part, 'description');
  });
  expect(performance.now() - began).toBeLessThan(2000);
});
