import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CalendarEntry } from './calendar.js';
import { type JsEvent, writeEvent, writeGroup } from './jscalendar.js';

const at = (text: string): Temporal.Instant => Temporal.Instant.from(text);

const opening: CalendarEntry = {
  uid: 'opening@example.org',
  sequence: 2,
  created: at('2018-05-02T08:00:00Z'),
  changed: at('2018-06-04T09:30:15Z'),
  when: { from: at('2018-07-12T08:00Z'), until: at('2018-07-12T10:30Z'), timeZone: 'Europe/Rome' },
  status: 'CONFIRMED',
  summary: 'Apertura',
  description: 'Saluti\ne discorsi',
  location: 'Sala Rossa',
  categories: ['Big data'],
  url: 'https://example.org/1',
  geo: { latitude: 40.8, longitude: 14.2 },
  relatedTo: 'forum@example.org',
  transparent: false,
  language: 'it',
  translations: { it: { summary: 'Apertura' }, en: { summary: 'Opening', description: 'Speeches' } },
};

describe('an entry in JSCalendar', () => {
  it('is an event, with what it is called in other languages', () => {
    expect(JSON.parse(JSON.stringify(writeEvent(opening)))).toEqual({
      '@type': 'Event',
      uid: 'opening@example.org',
      sequence: 2,
      created: '2018-05-02T08:00:00Z',
      updated: '2018-06-04T09:30:15Z',
      title: 'Apertura',
      description: 'Saluti\ne discorsi',
      locale: 'it',
      start: '2018-07-12T10:00:00',
      timeZone: 'Europe/Rome',
      duration: 'PT2H30M',
      status: 'confirmed',
      freeBusyStatus: 'busy',
      locations: { '1': { '@type': 'Location', name: 'Sala Rossa', coordinates: 'geo:40.8,14.2' } },
      links: { '1': { '@type': 'Link', href: 'https://example.org/1' } },
      keywords: { 'Big data': true },
      relatedTo: { 'forum@example.org': { '@type': 'Relation', relation: { parent: true } } },
      localizations: { en: { title: 'Opening', description: 'Speeches' } },
    });
  });

  it('is at a position that an address of one can hold', () => {
    const { locations } = writeEvent({
      ...opening,
      location: undefined,
      geo: { latitude: 1e-7, longitude: -1e-6 },
    });
    expect(locations).toEqual({ '1': { '@type': 'Location', coordinates: 'geo:0,-0.000001' } });
  });

  it('lasts whole days without a zone', () => {
    const days = {
      first: Temporal.PlainDate.from('2027-05-10'),
      last: Temporal.PlainDate.from('2027-05-14'),
    };
    expect(writeEvent({ ...opening, when: { days } })).toMatchObject({
      start: '2027-05-10T00:00:00',
      duration: 'P5D',
      showWithoutTime: true,
    });
  });

  it('has no end where none is known', () => {
    const when = { from: at('2018-07-12T08:00Z'), until: null, timeZone: 'Asia/Shanghai' };
    expect(writeEvent({ ...opening, when })).not.toHaveProperty('duration');
  });

  it('reads back as what it was, whatever it is called, whenever and wherever it is', () => {
    const zone = fc.constantFrom('UTC', ...Intl.supportedValuesOf('timeZone'));
    const second = fc.integer({ min: at('1995-01-01T00:00Z').epochMilliseconds / 1000, max: 2_500_000_000 });
    const title = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !/\p{C}|\p{Z}/u.test(text));
    fc.assert(
      fc.property(zone, second, fc.nat(1_000_000), title, (timeZone, seconds, lasting, summary) => {
        const from = Temporal.Instant.fromEpochMilliseconds(seconds * 1000);
        const when = { from, until: from.add({ seconds: lasting }), timeZone };
        const {
          start,
          timeZone: written,
          duration,
          title: read,
        } = JSON.parse(JSON.stringify(writeEvent({ ...opening, summary, when }))) as JsEvent;
        const begins = Temporal.PlainDateTime.from(start).toZonedDateTime(written!).toInstant();
        expect([begins.toString(), read]).toEqual([from.toString(), summary]);
        expect(begins.add(Temporal.Duration.from(duration ?? 'PT0S')).toString()).toBe(when.until.toString());
      }),
    );
  });
});

describe('a group', () => {
  it('holds its entries as they come, those that are written already, too', () => {
    const entries = [
      JSON.stringify(writeEvent(opening)),
      { ...opening, uid: 'b', changed: at('2018-06-05T00:00:00Z') },
    ];
    const source = 'https://example.org/forums.jscalendar.json';
    const group = JSON.parse(
      writeGroup({ name: 'Forums', language: 'en', source, timeZone: 'UTC', entries }),
    ) as { entries: JsEvent[] };
    expect(group).toMatchObject({
      '@type': 'Group',
      uid: source,
      title: 'Forums',
      locale: 'en',
      source,
      updated: '2018-06-05T00:00:00Z',
    });
    expect(group.entries.map(({ uid }) => uid)).toEqual(['opening@example.org', 'b']);
    expect(JSON.parse(writeGroup({ uid: 'x', timeZone: 'UTC', entries: [] }))).toMatchObject({
      uid: 'x',
      updated: '1970-01-01T00:00:00Z',
      entries: [],
    });
  });
});
