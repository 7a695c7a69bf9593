import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { named } from '#directory/testing';
import { Tokens } from '#identity';
import { hostileCalendar, hostileXml } from '../../../probes/fuzzing/calendars.js';
import { type Office, openOffice } from './office.js';

/** Longer than any answer takes, also where other tests run beside it. */
const MOST_MS = 3000;

describe('whatever is sent', () => {
  let office: Office;
  let forum: string;
  let home: string;
  let authorization: string;

  beforeAll(async () => {
    office = await openOffice();
    office.setTime('2027-04-22T09:00:00Z');
    forum = (
      await office.record('/v1/forums', { names: named('Forum'), starts: '2027-05-10', ends: '2027-05-12' })
    ).at as string;
    const link = await office.record('/v1/calendar-links', {
      subject: { kind: 'office' },
      audience: 'internal',
      languages: ['en'],
      label: 'Office',
    });
    home = `/dav/calendars/${link.id}/`;
    authorization = `Basic ${Buffer.from(`anybody:${link.password as string}`).toString('base64')}`;
  });
  afterAll(() => office.close());

  const send = async (method: string, path: string, body: string, headers: object): Promise<unknown> => {
    const began = performance.now();
    const answer = await fetch(`${office.url}${path}`, { method, body, headers: { ...headers } });
    await answer.arrayBuffer();
    return performance.now() - began < MOST_MS ? answer.status : 'too late';
  };

  it('by a program that knows CalDAV is answered or refused, and soon', async () => {
    const method = fc.constantFrom('PROPFIND', 'REPORT');
    const path = fc.constantFrom('', 'forums/', 'visits/', 'follow-ups/', 'visits/x.ics');
    await fc.assert(
      fc.asyncProperty(
        method,
        path,
        fc.constantFrom('0', '1', '2'),
        hostileXml,
        async (how, where, depth, body) => {
          const status = await send(how, `${home}${where}`, body, { authorization, depth });
          expect([200, 207, 400, 403, 404]).toContain(status);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('as a calendar to import is planned or refused, and soon', async () => {
    const { token } = await office.provider(Tokens).create({ label: 'Importer', role: 'organizer' });
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'text/calendar' };
    await fc.assert(
      fc.asyncProperty(hostileCalendar, async (calendar) => {
        const status = await send('POST', `${forum}/agenda/imports`, calendar, headers);
        expect([200, 400, 422]).toContain(status);
      }),
      { numRuns: 100 },
    );
  });
});
