import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { named } from '#directory/testing';
import type { Recorded } from './answer.js';
import { type Office, openOffice } from './office.js';

/** As many characters in each. */
const NAMES = ['Veluqra Qoxzimark', 'Qoxzimar Veluqrak'];

describe('people who are named where no two may be the same', () => {
  let office: Office;
  let visit: Recorded;

  beforeAll(async () => {
    office = await openOffice();
    visit = await office.record('/v1/visits', {
      names: named('Visit to Naples'),
      starts: '2027-05-10',
      ends: '2027-05-12',
      timeZone: 'Europe/Rome',
    });
  });
  afterAll(() => office.close());

  const uidOf = (name: string) => `${name.replace(' ', '-').toLowerCase()}@example.org`;

  async function importTalkOf(name: string): Promise<void> {
    const lines = [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:x',
      'BEGIN:VEVENT',
      `UID:${uidOf(name)}`,
      'DTSTAMP:20270101T000000Z',
      'DTSTART:20270510T080000Z',
      'DTEND:20270510T090000Z',
      'SUMMARY:Talk',
      'END:VEVENT',
      'END:VCALENDAR',
    ];
    const send = (query: string) =>
      office.post(`${visit.at}/agenda/imports${query}`, `${lines.join('\r\n')}\r\n`, {
        'content-type': 'text/calendar',
      });
    const { plan } = (await send('')).body;
    expect((await send(`?apply=${plan}`)).status).toBe(200);
  }

  it('are blacked out of all of it, and it still differs', async () => {
    for (const name of NAMES) {
      await office.record('/v1/tokens', { label: `Office of ${name}`, role: 'viewer' });
      await importTalkOf(name);
    }
    for (const name of NAMES) {
      const person = await office.record('/v1/people', { names: named(name) });
      const { mentions } = (await office.get(`${person.at}/erasure`)).body;
      const redact = mentions.map(({ kind, id, field }: Recorded) => ({ kind, id, field }));
      expect(redact.map(({ kind, field }: Recorded) => `${kind} ${field}`).toSorted()).toEqual([
        'access tokens label',
        'actors name',
        'imported items uid',
      ]);
      const { status } = await office.post(`${person.at}/erasure`, { reason: 'asked for it', redact });
      expect([name, status]).toEqual([name, 200]);
    }
    const apart = expect.stringMatching(/^Office of █{17} [0-9A-F]{8}$/);
    const { items: actors } = (await office.get('/v1/actors?q=office of')).body;
    expect(actors.map(({ name }: Recorded) => name)).toEqual(['Office', apart, apart]);
  });
});
