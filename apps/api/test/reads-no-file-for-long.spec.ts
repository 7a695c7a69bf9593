import { monitorEventLoopDelay } from 'node:perf_hooks';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Office, openOffice } from './office.js';

const BYTES = 400_000;

/** Nobody else is answered while a file is read at a stretch; what would take minutes is far beyond. */
const LONGEST_STRETCH_MS = 2500;

const CALENDAR = 'BEGIN:VCALENDAR\nVERSION:2.0\nNAME:Fair\nBEGIN:VEVENT\nDTSTART:20270512T090000Z\n';
const CARD = 'BEGIN:VCARD\nVERSION:4.0\nFN:Sun\n';
const RULE = `${CALENDAR}RRULE:FREQ=SECONDLY;COUNT=1000000\nEND:VEVENT\n`;

/** One of each that are read by the same reader. */
const TYPES = ['application/yaml', 'application/jsonl', 'text/csv', 'text/vcard', 'text/calendar'];

/** Something said over and over, behind what makes it be looked at. */
type Repeated = readonly [said: string, before?: string];

const SIGNS: readonly Repeated[] = [...'[{}]-?:,;.=#&*!|>\'"%@\\ \n\r\tx'].map((sign) => [sign]);
const STATEMENTS: readonly Repeated[] = [
  ['---\n'],
  ['a: b\n'],
  ['{"a":1,}\n'],
  ['k: 1\n', 'dossier: a\nplaces:\n'],
  ['"k":1,', '{'],
  ['BEGIN:VCALENDAR\n'],
  ['BEGIN:VEVENT\n'],
  ['BEGIN:VCARD\n'],
  ['COMMENT:x\n', CALENDAR],
  ['\n x', `${CALENDAR}SUMMARY:a`],
  [';X=y', `${CALENDAR}SUMMARY`],
  [',20270512T090000Z', `${CALENDAR}RDATE:20270512T090000Z`],
  [',MO', `${CALENDAR}RRULE:FREQ=DAILY;COUNT=2;BYDAY=MO`],
  ['NOTE:x\n', CARD],
  [';X=y', `${CARD}NOTE`],
  [';', `${CARD}N:`],
  ['\\n', `${CARD}NOTE:`],
  ['a,b\n', 'Name,Note\n'],
];

describe('a file that is made to be read for long', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice({ RATE_LIMIT_TOKEN: '0' });
  });
  afterAll(() => office.close());

  /** The longest that nobody else was answered, in milliseconds, while a file was taken in. */
  async function stretchOf(type: string, file: string): Promise<number> {
    const delay = monitorEventLoopDelay({ resolution: 10 });
    delay.enable();
    const address = '/v1/dossiers?dry-run=true&of=people';
    const { status } = await office.misuse('post', address, file, { 'content-type': type });
    delay.disable();
    expect([200, 400]).toContain(status);
    return delay.max / 1e6;
  }

  it.each(TYPES)(
    'is refused before that: %s',
    async (type) => {
      const slow: unknown[] = [];
      for (const [said, before = ''] of [...SIGNS, ...STATEMENTS]) {
        const file = before + said.repeat(Math.ceil((BYTES - before.length) / said.length));
        const stretch = await stretchOf(type, file);
        if (stretch > LONGEST_STRETCH_MS) slow.push([before, said, stretch]);
      }
      expect(slow).toEqual([]);
    },
    60_000,
  );

  it('is looked through no longer for rules of repetition, however many it has', async () => {
    const entries = RULE.slice(RULE.indexOf('BEGIN:VEVENT')).repeat(900);
    expect(await stretchOf('text/calendar', CALENDAR.replace(/BEGIN:VEVENT.*/s, entries))).toBeLessThan(
      LONGEST_STRETCH_MS,
    );
  });
});
