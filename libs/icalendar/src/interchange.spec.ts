import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { type Calendar, type CalendarEntry, writeCalendar } from './calendar.js';
import { joinLines } from './content-line.js';
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

const LINE_BREAKS = '\n\v\f\r\u001c\u001d\u001e\u0085\u2028\u2029';

describe('a hostile text', () => {
  const syntax = [
    'END:VEVENT',
    '\r\nEND:VEVENT\r\nBEGIN:VALARM\r\n',
    '\r\n',
    '\r',
    '\n',
    '\\n',
    '\\',
    ';',
    ',',
    ':',
    '"',
  ];
  const scripts = ['😀👩‍👩‍👧', '贵阳大数据博览会', 'e\u0301\u0327', '\u0000\u001b\u007f\u0086', '\t', ' '];
  const injected = [...LINE_BREAKS].map((one) => ['', 'END:VEVENT', 'BEGIN:VEVENT', 'UID:evil'].join(one));
  const part = fc.oneof(
    fc.constantFrom(...syntax, ...scripts, ...injected, ...LINE_BREAKS),
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.nat(500).map((length) => '中关村论坛'.repeat(length)),
  );
  const hostileText = fc.array(part, { maxLength: 12 }).map((parts) => parts.join(''));

  it('stays text, without its control characters', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const entry = { ...visit, uid: text, summary: text, description: text, location: text };
        const component = readComponent({ ...calendar, name: text, description: text, entries: [entry] });
        const [event, ...others] = component.getAllSubcomponents('vevent');
        expect([others, event!.getAllSubcomponents()]).toEqual([[], []]);
        expect(component.getFirstPropertyValue('description') ?? '').toBe(cleanText(text));
        expect(event!.getFirstPropertyValue('summary')).toBe(joinLines(text));
        expect(event!.getFirstPropertyValue('location') ?? '').toBe(joinLines(text, ', '));
        expect(event!.getFirstPropertyValue('description') ?? '').toBe(cleanText(text));
        expect(event!.getFirstPropertyValue('uid')).toBe(joinLines(text));
      }),
    );
  });

  it('stays within its own category', () => {
    // ical.js takes the comma after an escaped backslash for an escaped comma.
    const category = hostileText.filter((text) => !joinLines(text).endsWith('\\'));
    fc.assert(
      fc.property(fc.array(category, { minLength: 1, maxLength: 3 }), (categories) => {
        fc.pre(categories.map((category) => joinLines(category)).join(',') !== '');
        const component = readComponent({ ...calendar, entries: [{ ...visit, categories }] });
        const read = component.getFirstSubcomponent('vevent')!.getFirstProperty('categories')!.getValues();
        expect(read).toEqual(categories.map((category) => joinLines(category)));
      }),
    );
  });

  it('leaves lines of at most 75 octets of valid UTF-8, each ended by CRLF', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const entry = { ...visit, summary: text, description: text, url: text, categories: [text] };
        const bytes = Buffer.from(
          writeCalendar({ ...calendar, name: text, source: text, language: text, entries: [entry] }),
        );
        expect(findUnfitLines(bytes)).toEqual([]);
      }),
    );
  });
});

describe('an entry with a time, read by another library', () => {
  it('stands at the same instant, for any instant at any place', () => {
    const zone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
    const second = fc.integer({ min: at('1995-01-01T00:00Z').epochMilliseconds / 1000, max: 2_500_000_000 });
    fc.assert(
      fc.property(zone, second, (timeZone, seconds) => {
        const when = { from: Temporal.Instant.fromEpochMilliseconds(seconds * 1000), until: null, timeZone };
        expect(readStart(when)).toBe(seconds);
      }),
    );
  });
});

function readComponent(input: Calendar): ICAL.Component {
  return new ICAL.Component(ICAL.parse(writeCalendar(input)));
}

function readStart(when: When): number {
  const component = readComponent({ ...calendar, entries: [{ ...visit, when }] });
  const start = component.getFirstSubcomponent('vevent')!.getFirstPropertyValue('dtstart') as ICAL.Time;
  return start.toUnixTime();
}

/** What RFC 5545 lets a TEXT keep. */
function cleanText(text: string): string {
  const breaks = new RegExp(`\r\n|[${LINE_BREAKS}]`, 'g');
  const lines = text.replace(breaks, '\n').replaceAll('\t', ' ').toWellFormed();
  return [...lines].filter((character) => character === '\n' || !/\p{Cc}/u.test(character)).join('');
}

/** Each line is decoded alone, so that a character cut in two fails. */
function findUnfitLines(bytes: Buffer): string[] {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const decode = (line: string): string => decoder.decode(Buffer.from(line, 'latin1'));
  const lines = bytes.toString('latin1').split('\r\n');
  return lines.filter(
    (line) => line.length > 75 || [...LINE_BREAKS].some((one) => decode(line).includes(one)),
  );
}
