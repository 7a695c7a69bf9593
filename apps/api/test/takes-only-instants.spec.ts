import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Recorded } from './answer.js';
import { twoDaysInItaly } from './known.js';
import { type Office, openOffice } from './office.js';

const NO_INSTANTS = [
  '2027-05-10T10:00:60+02:00',
  '2027-05-10T23:59:60Z',
  '2027-05-10T24:00:00Z',
  '2027-02-29T10:00:00Z',
  '2027-05-10T10:00:00+16:00',
  '2027-05-10T10:00:00+02:60',
  '0000-05-10T10:00:00Z',
  '9999-12-31T23:59:59Z',
  '+012027-05-10T10:00:00Z',
  '2027-W19-1T10:00:00Z',
  '2027-05-10',
  '2027-130T10:00:00Z',
];

describe('what is no instant', () => {
  let office: Office;
  let visit: Recorded;
  let item: Recorded;

  beforeAll(async () => {
    office = await openOffice();
    visit = await office.record('/v1/visits', twoDaysInItaly('Guiyang in Naples'));
    item = await office.record(`${visit.at}/agenda`, {
      kind: 'meeting',
      title: { en: 'Welcome' },
      startsAt: '2027-05-10T10:00:00+02:00',
    });
  });
  afterAll(() => office.close());

  it.each(NO_INSTANTS)('is refused by name, in an item that is recorded or changed: %s', async (text) => {
    for (const field of ['startsAt', 'endsAt']) {
      const times = { startsAt: '2027-05-10T09:00:00+02:00', [field]: text };
      const body = { kind: 'meeting', title: { en: 'Welcome' }, ...times };
      const answers = [
        await office.post(`${visit.at}/agenda`, body),
        await office.patch(item.at, { [field]: text }, { 'if-match': '*' }),
        await office.post('/v1/visits', { ...twoDaysInItaly('v'), agenda: [body] }),
      ];
      expect(answers.map(({ status, body: { errors } }) => [status, errors?.[0].pointer])).toEqual([
        [400, `/${field}`],
        [400, `/${field}`],
        [400, `/agenda/0/${field}`],
      ]);
    }
  });

  it.each([
    ...NO_INSTANTS,
    '2026-W05-3',
    '2026-05',
    '2026-05-22T09Z',
    '2026-05-22T09:00Z',
    '2026',
    '2026-05-22T09:00',
    '2026-05-22T09:00:00',
    '2026-05-22 09:00:00Z',
    '2026-05-22T09:00:00.0000000001Z',
    'now',
    '',
  ])('is refused by name in every list, as updatedSince: %s', async (text) => {
    for (const list of ['visits', 'events', 'topics', 'follow-ups', `visits/${visit.id}/agenda`]) {
      const { status, body } = await office.get(`/v1/${list}?updatedSince=${encodeURIComponent(text)}`);
      expect([list, status, body.errors?.[0].pointer]).toEqual([list, 400, '?updatedSince']);
    }
  });

  it.each(['2018-07-12T09:30:00.123456789Z', '2018-07-12T09:30:00-15:59', '1000-01-01T00:00:00Z'])(
    'is told from one: %s',
    async (text) => {
      const { status } = await office.get(`/v1/visits?updatedSince=${encodeURIComponent(text)}`);
      expect(status).toBe(200);
    },
  );
});
