import { describe, expect, it } from '@jest/globals';
import type { EventRow, ProgrammeRow } from './calendar-rows.js';
import { wordsIn } from './calendar.rules.js';
import { describeEvent } from './descriptions.js';

const event = {
  summary: null,
  theme: null,
  agendaComplete: true,
  programme: [],
  parts: [],
  hosts: [],
} as Partial<EventRow> as EventRow;

const item: ProgrammeRow = {
  name: 'Opening',
  status: 'confirmed',
  startsAt: null,
  endsAt: null,
  on: null,
  timeZone: 'Europe/Rome',
};
const english = wordsIn(['en']);

describe('the description of an event', () => {
  it('tells all that is known, in order', () => {
    const row: EventRow = {
      ...event,
      summary: 'A week of meetings.',
      theme: 'Innovation',
      agendaComplete: false,
      programme: [
        { ...item, startsAt: '2027-03-10T08:00:00.000Z', endsAt: '2027-03-10T09:30:00.000Z' },
        { ...item, name: 'Dinner', on: '2027-03-11' },
        { ...item, name: 'Panel', on: '2027-03', status: 'cancelled' },
        { ...item, name: 'Free\ntime' },
      ],
      parts: [
        { name: 'Workshop', status: 'announced', starts: '2027-03', ends: null },
        { name: 'Fair', status: 'cancelled', starts: '2027-03-12', ends: '2027-03-13' },
        { name: 'Ceremony', status: 'announced', starts: null, ends: null },
      ],
      hosts: ['Città della Scienza', 'Tsinghua University'],
    };
    expect(describeEvent(row, english, 'https://example.org/forum/1').split('\n')).toEqual([
      'A week of meetings.',
      '',
      'Innovation',
      '',
      'Programme (incomplete):',
      '2027-03-10 09:00–10:30 Opening',
      '2027-03-11 Dinner',
      '2027-03 Cancelled: Panel',
      'Free time',
      '',
      'Side events:',
      '2027-03 Workshop',
      '2027-03-12 – 2027-03-13 Cancelled: Fair',
      'Ceremony',
      '',
      'Hosts: Città della Scienza, Tsinghua University',
      '',
      'https://example.org/forum/1',
    ]);
  });

  it('is in the language of the calendar', () => {
    const row = { ...event, programme: [{ ...item, on: '2027-03' }], hosts: ['Tsinghua University'] };
    expect(describeEvent(row, wordsIn(['it']), undefined)).toBe(
      'Programma:\n2027-03 Opening\n\nA cura di: Tsinghua University',
    );
    expect(describeEvent({ ...row, agendaComplete: false }, wordsIn(['zh']), undefined)).toBe(
      '日程（不完整）：\n2027-03 Opening\n\n接待方：Tsinghua University',
    );
  });

  it('says nothing where nothing is known', () => {
    expect(describeEvent({ ...event, agendaComplete: false }, english, undefined)).toBe('');
  });

  it.each([
    ['2027-03-10T08:00:00.000Z', null, 'Europe/Rome', '2027-03-10 09:00'],
    ['2027-03-10T08:00:00.000Z', '2027-03-10T08:00:00.000Z', 'Europe/Rome', '2027-03-10 09:00'],
    [
      '2027-03-10T22:00:00.000Z',
      '2027-03-11T00:30:00.000Z',
      'Europe/Rome',
      '2027-03-10 23:00 – 2027-03-11 01:30',
    ],
    ['2027-03-10T22:00:00.000Z', '2027-03-11T00:30:00.000Z', 'Asia/Shanghai', '2027-03-11 06:00–08:30'],
    ['2027-03-10T22:00:00.000Z', null, null, '2027-03-10 22:00'],
  ])('tells %s to %s in %s as %s', (startsAt, endsAt, timeZone, told) => {
    const row = { ...event, programme: [{ ...item, startsAt, endsAt, timeZone }] };
    expect(describeEvent(row, english, undefined)).toBe(`Programme:\n${told} Opening`);
  });
});
