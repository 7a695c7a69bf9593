import { execFileSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { type Calendar, type CalendarEntry, writeCalendar } from './calendar.js';
import { writeTimeZone } from './time-zone.js';
import type { When } from './when.js';

const at = (text: string) => Temporal.Instant.from(text);

const visit: CalendarEntry = {
  uid: 'naples-visit@example.org',
  sequence: 0,
  created: at('2018-05-02T08:00:00Z'),
  changed: at('2018-06-04T09:30:15.250Z'),
  when: { from: at('2018-07-12T08:00Z'), until: at('2018-07-12T10:30Z'), timeZone: 'Europe/Rome' },
  status: 'CONFIRMED',
  summary: 'Guiyang in Naples',
};

const calendar: Calendar = { name: 'Forums', timeZone: 'Europe/Rome', entries: [visit] };

describe('a calendar', () => {
  it('is written line by line as the standards say', () => {
    expect(writeCalendar(describedCalendar()).split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Corteo//Corteo//EN',
      'CALSCALE:GREGORIAN',
      'NAME;LANGUAGE=en:Forums\\, 2018',
      'X-WR-CALNAME:Forums\\, 2018',
      'DESCRIPTION;LANGUAGE=en:All public forums',
      'X-WR-CALDESC:All public forums',
      'X-WR-TIMEZONE:Asia/Shanghai',
      'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
      'X-PUBLISHED-TTL:PT1H',
      'SOURCE;VALUE=URI:https://example.org/calendars/public.ics',
      'BEGIN:VTIMEZONE',
      'TZID:Asia/Shanghai',
      'BEGIN:STANDARD',
      'DTSTART:19910915T020000',
      'TZOFFSETFROM:+0900',
      'TZOFFSETTO:+0800',
      'END:STANDARD',
      'END:VTIMEZONE',
      'BEGIN:VEVENT',
      'UID:opening@example.org',
      'DTSTAMP:20180604T093015Z',
      'DTSTART;TZID=Asia/Shanghai:20180712T160000',
      'DTEND;TZID=Asia/Shanghai:20180712T183000',
      'CREATED:20180502T080000Z',
      'LAST-MODIFIED:20180604T093015Z',
      'SEQUENCE:3',
      'STATUS:TENTATIVE',
      'TRANSP:TRANSPARENT',
      'X-MICROSOFT-CDO-BUSYSTATUS:FREE',
      'SUMMARY:Opening',
      'DESCRIPTION:Hall 1\\nSpeeches',
      'LOCATION:Guiyang\\, Guizhou',
      'GEO:26.583333;106.716667',
      'CATEGORIES:Data\\, big and small,Tourism',
      'URL:https://example.org/events/opening',
      'RELATED-TO:forum@example.org',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it('writes only what is given, and takes the time of an entry unless told otherwise', () => {
    const empty = { description: '', location: '', categories: [], url: '', relatedTo: '' };
    const entry = readComponent({ ...calendar, entries: [{ ...visit, ...empty }] }).getFirstSubcomponent(
      'vevent',
    )!;
    const names = entry.getAllProperties().map(({ name }) => name);
    expect(names.join(' ')).toBe(
      'uid dtstamp dtstart dtend created last-modified sequence status transp x-microsoft-cdo-busystatus summary',
    );
    expect(entry.getFirstPropertyValue('transp')).toBe('OPAQUE');
  });

  it('says nothing of itself without a name, as a file with one entry has none', () => {
    const { name: _name, ...nameless } = calendar;
    expect(writeCalendar(nameless).split('\r\n').slice(0, 5)).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Corteo//Corteo//EN',
      'CALSCALE:GREGORIAN',
      'BEGIN:VTIMEZONE',
    ]);
  });

  it.each([
    ['CONFIRMED', undefined, 'OPAQUE', 'BUSY'],
    ['CONFIRMED', true, 'TRANSPARENT', 'FREE'],
    ['TENTATIVE', undefined, 'OPAQUE', 'TENTATIVE'],
    ['TENTATIVE', true, 'TRANSPARENT', 'FREE'],
    ['CANCELLED', true, 'TRANSPARENT', 'FREE'],
  ] as const)('tells Outlook how busy one is: %s, transparent %s', (status, transparent, transp, busy) => {
    const text = writeCalendar({ ...calendar, entries: [{ ...visit, status, transparent }] });
    expect(text).toContain(`TRANSP:${transp}\r\nX-MICROSOFT-CDO-BUSYSTATUS:${busy}\r\n`);
  });

  it('is in UTC, without VTIMEZONE, where no yearly rules describe a zone', () => {
    const entries = [{ ...visit, when: { ...hourIn('Asia/Gaza'), from: at('2018-07-12T08:00Z') } }];
    const text = writeCalendar({ ...calendar, entries });
    expect(text).toContain('DTSTART:20180712T080000Z\r\nDTEND:20180712T090000Z\r\n');
    expect(text).not.toContain('VTIMEZONE');
  });

  it('holds the VTIMEZONE of UTC when it holds nothing else and its zone has none', () => {
    const component = readComponent({ ...calendar, timeZone: 'Asia/Gaza', entries: [] });
    expect(component.getFirstSubcomponent('vtimezone')!.getFirstPropertyValue('tzid')).toBe('UTC');
  });

  it('holds the VTIMEZONE of its own zone when it holds nothing else', () => {
    const component = readComponent({ ...calendar, timeZone: 'Asia/Shanghai', entries: [] });
    expect(component.getAllSubcomponents().map((child) => child.name)).toEqual(['vtimezone']);
    expect(component.getFirstSubcomponent('vtimezone')!.getFirstPropertyValue('tzid')).toBe('Asia/Shanghai');
  });

  it('has no VTIMEZONE for whole days nor for what is in UTC', () => {
    const day = Temporal.PlainDate.from('2018-07-12');
    const entries = [
      { ...visit, when: { days: { first: day, last: day } } },
      { ...visit, when: hourIn('UTC') },
    ];
    expect(readComponent({ ...calendar, entries }).getAllSubcomponents('vtimezone')).toEqual([]);
  });

  it('has each zone once, before the entries, which keep their order', () => {
    const zones = ['Europe/Rome', 'Asia/Shanghai', 'Europe/Rome', 'UTC'];
    const entries = zones.map((timeZone, index) => ({
      ...visit,
      uid: String(index),
      when: hourIn(timeZone),
    }));
    const children = readComponent({ ...calendar, entries }).getAllSubcomponents();
    expect(
      children.map((child) => child.getFirstPropertyValue('tzid') ?? child.getFirstPropertyValue('uid')),
    ).toEqual(['Europe/Rome', 'Asia/Shanghai', '0', '1', '2', '3']);
  });

  it('gives a zone from a year before the first of its times to a year after the last', () => {
    const times = [
      ['2012-06-01T08:00Z', '2012-06-01T09:00Z'],
      ['2010-06-01T08:00Z', null],
      ['2014-06-01T08:00Z', '2015-06-01T08:00Z'],
      ['2013-06-01T08:00Z', '2013-06-01T09:00Z'],
    ] as const;
    const timeZone = 'America/New_York';
    const entries = times.map(([from, until]) => ({
      ...visit,
      when: { from: at(from), until: until && at(until), timeZone },
    }));
    const [before, after] = [at('2009-05-31T08:00Z'), at('2016-06-01T08:00Z')];
    const [zone] = /BEGIN:VTIMEZONE.*END:VTIMEZONE/s.exec(writeCalendar({ ...calendar, entries }))!;
    expect(zone.split('\r\n')).toEqual(writeTimeZone(timeZone, before, after));
  });

  it('refuses a refresh interval that is no duration', () => {
    expect(() => writeCalendar({ ...calendar, refreshEvery: 'hourly' })).toThrow('duration');
  });

  it('is the same wherever the server stands', () => {
    expect(writeElsewhere('America/Los_Angeles')).toBe(writeElsewhere('UTC'));
    expect(writeElsewhere('Asia/Tokyo')).toBe(writeCalendar(calendar));
  });

  it('of ten thousand entries is written in less than two seconds of work', () => {
    const entries = Array.from({ length: 10_000 }, (_, index) => ({ ...visit, uid: `${index}@example.org` }));
    // Not by the clock, which also counts the work of others on the machine.
    const start = process.threadCpuUsage();
    writeCalendar({ ...calendar, entries });
    expect(process.threadCpuUsage(start).user).toBeLessThan(2_000_000);
  });
});

function describedCalendar(): Calendar {
  const entry: CalendarEntry = {
    ...visit,
    uid: 'opening@example.org',
    sequence: 3,
    when: { ...visit.when, timeZone: 'Asia/Shanghai' },
    status: 'TENTATIVE',
    summary: 'Opening',
    description: 'Hall 1\nSpeeches',
    location: 'Guiyang, Guizhou',
    categories: ['Data, big and small', 'Tourism'],
    url: 'https://example.org/events/opening',
    geo: { latitude: 26.58333333, longitude: 106.71666667 },
    relatedTo: 'forum@example.org',
    transparent: true,
  };
  return {
    name: 'Forums, 2018',
    description: 'All public forums',
    language: 'en',
    refreshEvery: 'PT1H',
    source: 'https://example.org/calendars/public.ics',
    timeZone: 'Asia/Shanghai',
    entries: [entry],
  };
}

function hourIn(timeZone: string): When {
  return { from: at('2018-07-12T08:00Z'), until: at('2018-07-12T09:00Z'), timeZone };
}

function readComponent(input: Calendar): ICAL.Component {
  return new ICAL.Component(ICAL.parse(writeCalendar(input)));
}

function writeElsewhere(serverZone: string): string {
  const script = `
    import { writeCalendar } from ${JSON.stringify(new URL('./calendar.js', import.meta.url).href)};
    const at = (text) => Temporal.Instant.from(text);
    const { created, changed, when, ...entry } = ${JSON.stringify(visit)};
    const times = { from: at(when.from), until: at(when.until), timeZone: when.timeZone };
    const visit = { ...entry, created: at(created), changed: at(changed), when: times };
    process.stdout.write(writeCalendar({ name: 'Forums', timeZone: 'Europe/Rome', entries: [visit] }));`;
  const env = { ...process.env, TZ: serverZone, NODE_OPTIONS: '' };
  return execFileSync(process.execPath, ['--input-type=module', '--eval', script], { env, encoding: 'utf8' });
}
