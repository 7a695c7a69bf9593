import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { insertActor, insertForum, insertRecord, named } from '#calendars/testing';
import { Database } from '#platform';
import type { FieldError } from '#refusals';
import type { Answer } from './answer.js';
import { type Office, openOffice } from './office.js';

const FEED = '/v1/calendars/forums.ics';

describe('subscribing to calendars', () => {
  let office: Office;
  let forum: string;
  let internal: string;
  let visit: string;

  beforeAll(async () => {
    office = await openOffice();
    office.setTime('2026-11-22T09:00:00Z');
    await office.provider(Database).transaction(async (tx) => {
      await insertActor(tx, 'Founders');
      forum = await insertForum(tx, { names: named('Forum, "Zhongguancun"\r\nEND:VEVENT') });
      internal = await insertForum(tx, { visibility: 'internal' });
      visit = await insertForum(tx, { kind: 'visit' });
      await insertForum(tx, {
        names: named('Cancelled one'),
        status: 'cancelled',
        starts: '2027-04-01',
        ends: null,
      });
      await insertForum(tx, { starts: '2027', ends: null });
      const hours = {
        starts_at: '2027-03-10T08:00Z',
        ends_at: '2027-03-10T09:00Z',
        starts_local: '2027-03-10T09:00:00',
        ends_local: '2027-03-10T10:00:00',
        time_zone: 'Europe/Rome',
      };
      await insertRecord(tx, 'agenda_items', item(forum, 'Opening', 'public', hours));
      await insertRecord(
        tx,
        'agenda_items',
        item(forum, 'Briefing', 'hosts', { on_date: '2027-03-09', day_starts_at: '2027-03-09' }),
      );
      await insertRecord(
        tx,
        'agenda_items',
        item(forum, 'Panel', 'public', { on_date: '2027-03', day_starts_at: '2027-03-01' }),
      );
    });
  });

  afterAll(() => office.close());

  it('gives everybody the public forums', async () => {
    const answer = await office.stranger.get(FEED);
    expect(answer.status).toBe(200);
    expect(answer.headers).toMatchObject({
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'attachment; filename="forums.ics"',
      'cache-control': 'public, max-age=300',
      vary: 'Accept-Language',
      'x-corteo-undated': '1',
    });
    expect(answer.headers).not.toHaveProperty('last-modified');
    expect(read(answer)).toEqual([
      ['Forum, "Zhongguancun" END:VEVENT', 'CONFIRMED', '2027-03-10'],
      ['Cancelled one', 'CANCELLED', '2027-04-01'],
    ]);
  });

  it('names its public address, whatever the request says', async () => {
    const { text } = await office.stranger.get(FEED, { host: 'example.org' });
    expect(text).toContain(`SOURCE;VALUE=URI:http://localhost:3000${FEED}\r\n`);
  });

  it('keeps what is cancelled in sight, in the language asked for', async () => {
    const answer = await office.stranger.get(`${FEED}?cancelled=visible&language=it`);
    expect(read(answer)[1]).toEqual(['Annullato: Cancelled one', 'TENTATIVE', '2027-04-01']);
    expect(answer.text).toContain('NAME;LANGUAGE=it:Forum pubblici\r\n');
    expect(answer.headers).not.toHaveProperty('vary');
  });

  it.each([FEED, 'forum'])('answers 304 to who has it already: %s', async (what) => {
    const path = what === FEED ? FEED : `/v1/forums/${forum}.ics`;
    const { headers } = await office.stranger.get(path);
    const again = await office.stranger.get(path, { 'if-none-match': headers.etag! });
    expect([again.status, again.text, again.headers.etag]).toEqual([304, '', headers.etag]);
    const head = await office.stranger.misuse('head', path);
    expect([head.status, head.headers.etag, head.headers['content-length']]).toEqual([
      200,
      headers.etag,
      headers['content-length'],
    ]);
  });

  it('gives everybody a public forum with what is public of its agenda', async () => {
    const answer = await office.stranger.get(`/v1/forums/${forum}.ics`);
    expect(read(answer).map(([title]) => title)).toEqual(['Forum, "Zhongguancun" END:VEVENT', 'Opening']);
    expect(answer.text).toContain('DTSTART;TZID=Europe/Rome:20270310T090000\r\n');
    expect([answer.headers['x-corteo-undated'], answer.headers.vary]).toEqual([
      '1',
      'Accept-Language, Authorization',
    ]);
  });

  it('gives who carries a token the whole agenda', async () => {
    const answer = await office.reader.get(`/v1/forums/${forum}.ics`);
    expect(read(answer)).toContainEqual(['Briefing', 'CONFIRMED', '2027-03-09']);
    expect(answer.headers['cache-control']).toBe('private, max-age=0, must-revalidate');
  });

  it('asks for a token for visits, and knows no other forum', async () => {
    const paths = [`forums/${internal}`, `visits/${visit}`, `forums/${visit}`, 'forums/abc'];
    const asked = await Promise.all(paths.map((path) => office.stranger.get(`/v1/${path}.ics`)));
    expect(asked.map(({ body }) => body.code)).toEqual([
      'record.unknown',
      'identity.required',
      'record.unknown',
      'record.unknown',
    ]);
    const answers = await Promise.all(paths.map((path) => office.get(`/v1/${path}.ics`)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 404, 404]);
  });
});

describe('a calendar address that somebody follows', () => {
  let office: Office;
  let file: string;

  beforeAll(async () => {
    office = await openOffice();
    const forum = { names: [{ text: 'Forum', lang: 'en', kind: 'official' }], visibility: 'public' };
    file = `${(await office.record('/v1/forums', forum)).at}.ics`;
  });
  afterAll(() => office.close());

  it.each([
    'nocache=1',
    'fbclid=a&fbclid=b',
    'utm_source=%E9',
    'kind=visit',
    '__proto__=1',
    'x=%00',
    '&',
    'q[]=1',
  ])('may have foreign parameters: %s', async (foreign) => {
    for (const path of [FEED, file]) {
      const [plain, followed] = await Promise.all(
        [`${path}?language=it`, `${path}?language=it&${foreign}`].map((one) => office.stranger.get(one)),
      );
      expect([followed!.status, followed!.text]).toEqual([200, plain!.text]);
    }
  });

  it('is told where a parameter of its own cannot be used', async () => {
    const wrong = ['language=1', 'from=2027-02-30', 'from=2027-03-11&to=2027-03-10', 'from=%E9'];
    const answers = await Promise.all(wrong.map((query) => office.stranger.get(`${FEED}?${query}`)));
    const told = answers.map(({ status, body }) => [
      status,
      body.errors.map(({ pointer }: FieldError) => pointer),
    ]);
    expect(told).toEqual([
      [400, ['?language']],
      [400, ['?from']],
      [400, ['?to']],
      [400, ['?from']],
    ]);
  });

  it.each(['Basic Zm9vOmJhcg==', 'Digest username="a"', 'Negotiate abc', 'corteo_abc', ''])(
    'is for everybody, with foreign credentials too: %j',
    async (authorization) => {
      for (const path of [FEED, file]) {
        const answer = await office.stranger.get(path, { authorization });
        expect([answer.status, answer.headers['cache-control']]).toEqual([200, 'public, max-age=300']);
      }
    },
  );

  it('takes an access token for one, which has to be valid', async () => {
    const { status, body } = await office.stranger.get(FEED, { authorization: 'Bearer corteo_abc' });
    expect([status, body.code]).toEqual([401, 'identity.invalid']);
  });

  it('may be read by pages of every origin', async () => {
    for (const path of [FEED, file]) {
      const answer = await office.stranger.get(path, { origin: 'https://example.org' });
      expect(answer.headers).toMatchObject({
        'access-control-allow-origin': '*',
        'access-control-expose-headers': 'ETag, X-Corteo-Undated, X-Corteo-Beyond-Limit, X-Corteo-Large',
      });
      const preflight = await office.stranger.misuse('options', path, undefined, {
        origin: 'https://example.org',
        'access-control-request-method': 'GET',
        authorization: 'Basic Zm9vOmJhcg==',
      });
      expect([preflight.status, preflight.text]).toEqual([204, '']);
      expect(preflight.headers).toMatchObject({
        'access-control-allow-origin': '*',
        'access-control-allow-methods': 'GET, HEAD',
        'access-control-allow-headers': '*',
      });
    }
  });

  it('lets pages of every origin read why there is nothing', async () => {
    const answer = await office.stranger.get('/v1/forums/019a8f3e-4c00-7000-8000-000000000009.ics');
    expect([answer.status, answer.headers['access-control-allow-origin']]).toEqual([404, '*']);
  });

  it('says where a calendar is larger than Google reads', async () => {
    const { headers } = await office.stranger.get(FEED);
    expect(headers).not.toHaveProperty('x-corteo-large');
    const summary = JSON.stringify({ en: 'x'.repeat(1_000_000) });
    await office.provider(Database).transaction(async (tx) => {
      await insertActor(tx, 'Founders');
      await insertForum(tx, { summary });
    });
    const large = await office.stranger.get(FEED);
    expect(large.headers['x-corteo-large']).toBe(large.headers['content-length']);
    expect(Number(large.headers['x-corteo-large'])).toBeGreaterThan(1_000_000);
  });
});

function item(event_id: string, title: string, audience: string, when: object): Record<string, unknown> {
  const rest = { kind: 'panel', status: 'confirmed', position: 0, languages: [], sequence: 0, uid: title };
  return { ...rest, ...when, event_id, audience, title: JSON.stringify({ en: title }) };
}

/** Title, status and first day of each entry, as another library reads them. */
function read({ text }: Answer): [title: unknown, status: unknown, day: string][] {
  const entries = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
  return entries.map((entry) => [
    entry.getFirstPropertyValue('summary'),
    entry.getFirstPropertyValue('status'),
    String(entry.getFirstPropertyValue('dtstart')).slice(0, 10),
  ]);
}
