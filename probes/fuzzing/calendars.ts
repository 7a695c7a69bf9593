import fc from 'fast-check';

const NAMESPACES =
  'xmlns="DAV:" xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav" xmlns:cs="http://calendarserver.org/ns/" xmlns:x="x"';

const ROOTS = [
  'd:propfind',
  'd:sync-collection',
  'd:principal-match',
  'd:error',
  'c:calendar-query',
  'c:calendar-multiget',
  'c:free-busy-query',
];
const NAMES = [
  ...ROOTS,
  'd:prop',
  'd:allprop',
  'd:propname',
  'd:href',
  'd:sync-token',
  'd:sync-level',
  'd:limit',
  'd:nresults',
  'd:displayname',
  'd:getetag',
  'd:resourcetype',
  'd:supported-report-set',
  'cs:getctag',
  'c:filter',
  'c:comp-filter',
  'c:prop-filter',
  'c:time-range',
  'c:is-not-defined',
  'c:calendar-data',
  'x:y',
  'd:__proto__',
  'd:constructor',
  'toString',
];
const VALUES = [
  'VCALENDAR',
  'VEVENT',
  'VTODO',
  '20270510T000000Z',
  '20270511T000000Z',
  '99999999T999999Z',
  '-1',
  '1e9',
  'data:,',
  `data:,${'0'.repeat(64)}`,
  '/dav/',
  'http://%',
  '../..',
  '&lt;',
  '&#x10ffff;',
  '',
];
const MARKUP = [
  '&#0;',
  '&none;',
  ']]>',
  '<![CDATA[<]]>',
  '<!-- -->',
  '<?x?>',
  '<!DOCTYPE a [<!ENTITY b "c">]>',
  '<no:prefix/>',
];

const value = fc.constantFrom(...VALUES);
const text = fc.oneof(
  { weight: 40, arbitrary: value },
  fc.constantFrom(...MARKUP),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const attribute = fc
  .tuple(fc.constantFrom('name', 'start', 'end', 'content-type'), value)
  .map(([name, one]) => ` ${name}="${one}"`);
const { content } = fc.letrec<{ content: string; element: string }>((tie) => ({
  element: fc
    .tuple(
      fc.constantFrom(...NAMES),
      fc.uniqueArray(attribute, { maxLength: 2, selector: (one) => one.split('=')[0] }),
      tie('content'),
    )
    .map(([name, attributes, inner]) => `<${name}${attributes.join('')}>${inner}</${name}>`),
  content: fc
    .array(fc.oneof({ depthSize: 'small' }, text, tie('element'), tie('element')), { maxLength: 4 })
    .map((parts) => parts.join('')),
}));

const share = fc.double({ min: 0, max: 1, noNaN: true });
const cut = fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, fc.tuple(share, text));

/** What a program could send as a request of CalDAV, and what none should: whole, or cut and changed somewhere. */
export const hostileXml: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom(...ROOTS), content, cut)
  .map(([root, inner, change]) => {
    const whole = `<${root} ${NAMESPACES}>${inner}</${root}>`;
    if (change === null) return whole;
    const at = Math.floor(change[0] * whole.length);
    return `${whole.slice(0, at)}${change[1]}${whole.slice(at + change[1].length)}`;
  });

const number = fc.oneof(fc.integer({ min: -400, max: 400 }), fc.constantFrom(0, 1e9, -1e9));
const numbers = fc.array(number, { minLength: 1, maxLength: 4 }).map(String);
const RULE_PARTS =
  'INTERVAL COUNT BYMONTH BYWEEKNO BYYEARDAY BYMONTHDAY BYHOUR BYMINUTE BYSECOND BYSETPOS'.split(' ');
const rule = fc
  .tuple(
    fc.constantFrom('YEARLY', 'MONTHLY', 'WEEKLY', 'DAILY', 'HOURLY', 'MINUTELY', 'SECONDLY', 'NEVER'),
    fc.array(
      fc.oneof(
        fc.tuple(fc.constantFrom(...RULE_PARTS), numbers).map((part) => part.join('=')),
        fc.tuple(numbers, fc.constantFrom('MO', 'SU', 'XX')).map(([nth, day]) => `BYDAY=${nth}${day}`),
        fc.constantFrom(
          'UNTIL=20270512T000000Z',
          'UNTIL=99991231',
          'UNTIL=x',
          'WKST=SU',
          'RSCALE=HEBREW',
          '=',
        ),
      ),
      { maxLength: 5 },
    ),
  )
  .map(([frequency, parts]) => [`RRULE:FREQ=${frequency}`, ...parts].join(';'));

const time = fc.oneof(
  fc.constantFrom(
    ':20270510',
    ';VALUE=DATE:20270511',
    ':20270510T090000Z',
    ';TZID=Europe/Rome:20270511T090000',
    ';TZID=Ours:20270512T090000',
    ';TZID=Nowhere:20270510T090000',
    ':99991231T235959',
    ':00000000',
    ':x',
  ),
  fc.string({ maxLength: 12 }).map((one) => `:${one}`),
);
const line = fc.oneof(
  { weight: 3, arbitrary: rule },
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.constantFrom('DTSTART', 'DTEND', 'RDATE', 'EXDATE', 'RECURRENCE-ID', 'DURATION'), time)
      .map((parts) => parts.join('')),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(
        fc.constantFrom('UID', 'SUMMARY', 'DESCRIPTION', 'LOCATION', 'SEQUENCE', 'STATUS', 'X-A;B="'),
        text,
      )
      .map((parts) => parts.join(':')),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        fc.constantFrom('BEGIN', 'END'),
        fc.constantFrom('VEVENT', 'VCALENDAR', 'VTIMEZONE', 'STANDARD', 'DAYLIGHT', 'VALARM'),
      )
      .map((parts) => parts.join(':')),
  },
  fc.constantFrom(
    'TZID:Ours',
    'TZOFFSETFROM:+0200',
    'TZOFFSETTO:-9999',
    'X-WR-TIMEZONE:Asia/Shanghai',
    ' folded',
    '',
  ),
);

/** What a program could export as a calendar, and what none should. */
export const hostileCalendar: fc.Arbitrary<string> = fc
  .array(line, { maxLength: 40 })
  .map((lines) => ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', ...lines, 'END:VEVENT', 'END:VCALENDAR'].join('\r\n'));
