import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { aPlace, named } from '#directory/testing';
import type { Answer, Recorded } from './answer.js';
import { type Office, openOffice } from './office.js';

const NOW = '2026-11-22T09:00:00Z';
const FEED = '/v1/calendars/forums';

describe('calendars in other forms', () => {
  let office: Office;
  let forum: Recorded;
  let visit: Recorded;
  let room: string;
  beforeAll(async () => {
    office = await openOffice();
    office.setTime(NOW);
    const venue = { names: named('Hall', 'en'), kind: 'venue', timeZone: 'Asia/Shanghai' };
    const venueId = (await office.post('/v1/places', venue)).body.id;
    room = (await office.post('/v1/places', { names: named('Room'), kind: 'room', parentId: venueId })).body
      .id;
    const names = [...named('ZGC Forum; “END:VEVENT”', 'en'), ...named('中关村论坛', 'zh-Hans')];
    const days = { starts: '2027-05-10', ends: '2027-05-14', placeId: venueId };
    const times = (startsAt: string, endsAt: string): object => ({ startsAt, endsAt, placeId: room });
    const agenda = [
      {
        kind: 'opening',
        title: { en: 'Opening', it: 'Apertura' },
        ...times('2027-05-10T09:00:00', '2027-05-10T10:00:00'),
      },
      { kind: 'panel', title: { en: 'Panel' }, ...times('2027-05-10T10:00:00', '2027-05-10T11:30:00') },
      { kind: 'meal', title: { en: 'Lunch' }, on: '2027-05-11' },
    ];
    forum = await office.record('/v1/forums', {
      names,
      visibility: 'public',
      status: 'confirmed',
      agenda,
      ...days,
    });
    await office.post(`${forum.at}/agenda/publications`, {});
    const delegation = await office.post('/v1/delegations', { names: named('Guests'), kind: 'official' });
    const delegationIds = [delegation.body.id];
    visit = await office.record('/v1/visits', {
      names: named('Visit'),
      direction: 'incoming',
      delegationIds,
      ...days,
    });
  });
  afterAll(() => office.close());

  const paths = (): [string, string][] => [
    ['the feed', FEED],
    ['a forum', forum.at],
    ['a visit', visit.at],
  ];

  it('are, as jCal, what readers make of iCalendar', async () => {
    for (const [, path] of paths()) {
      const [text, jcal] = [await office.get(`${path}.ics`), await office.get(`${path}.jcal.json`)];
      expect([jcal.status, jcal.headers['content-type']]).toEqual([200, 'application/calendar+json']);
      const read = JSON.stringify(ICAL.parse(text.text)).replaceAll('.ics"', '.jcal.json"');
      expect(JSON.parse(jcal.text)).toEqual(JSON.parse(read));
    }
  });

  it('have, as JSCalendar, the same entries, with names in every language', async () => {
    for (const [, path] of paths()) {
      const [text, js] = [await office.get(`${path}.ics`), await office.get(`${path}.jscalendar.json`)];
      expect([js.status, js.headers['content-type']]).toEqual([
        200,
        'application/jscalendar+json;type=group',
      ]);
      const { entries } = JSON.parse(js.text);
      const events = new ICAL.Component(ICAL.parse(text.text)).getAllSubcomponents('vevent');
      expect(entries.map(asEntry)).toEqual(events.map((event) => asEntryOf(event)));
    }
    const [whole, opening] = JSON.parse((await office.get(`${forum.at}.jscalendar.json`)).text).entries;
    expect([whole.locale, whole.localizations]).toEqual(['en', { 'zh-Hans': { title: '中关村论坛' } }]);
    expect(opening.localizations).toEqual({ it: { title: 'Apertura' } });
  });

  it('are answered with tags and conditions, as files, to whoever may have them', async () => {
    for (const ending of ['jcal.json', 'jscalendar.json']) {
      const path = `${forum.at}.${ending}`;
      const { headers } = await office.stranger.get(path);
      expect(headers['content-disposition']).toBe(`attachment; filename="forum-${forum.id}.${ending}"`);
      expect(headers['cache-control']).toBe('public, max-age=300');
      const known = { 'if-none-match': headers.etag! };
      expect((await office.stranger.get(path, known)).status).toBe(304);
      const head = await fetch(`${office.url}${path}`, { method: 'HEAD' });
      expect([head.status, head.headers.get('etag')]).toEqual([200, headers.etag]);
      expect((await office.stranger.get(`${visit.at}.${ending}`)).status).toBe(401);
      expect((await office.stranger.get(`${FEED}.${ending}`)).status).toBe(200);
      expect((await office.get(`/v1/forums/${visit.id}.${ending}`)).status).toBe(404);
    }
  });

  it('tell when a place is taken, merged, and nothing of what by', async () => {
    const at = `/v1/places/${room}/free-busy.ifb`;
    const busy = async (query: string): Promise<Answer> => office.get(`${at}${query}`);
    const { status, headers, text } = await busy('?from=2027-05-10&to=2027-05-11');
    expect([status, headers['content-type']]).toEqual([
      200,
      'text/calendar; charset=utf-8; component=VFREEBUSY',
    ]);
    expect(text.split('\r\n').slice(3, -2)).toEqual([
      'BEGIN:VFREEBUSY',
      `UID:${room}-20270509T160000Z-20270511T160000Z`,
      'DTSTAMP:20261121T160000Z',
      'DTSTART:20270509T160000Z',
      'DTEND:20270511T160000Z',
      'FREEBUSY;FBTYPE=BUSY-TENTATIVE:20270510T010000Z/20270510T033000Z',
      'END:VFREEBUSY',
    ]);
    const [component] = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vfreebusy');
    expect(component!.getAllProperties('freebusy').length).toBe(1);
    office.setTime('2026-11-22T10:00:00Z');
    const item = `${forum.at}/agenda/${forum.agenda[0].id}`;
    const patched = await office.patch(item, { abstract: { en: 'By invitation' } }, { 'if-match': '*' });
    expect(patched.status).toBe(200);
    expect(
      (await office.get(`${at}?from=2027-05-10&to=2027-05-11`, { 'if-none-match': headers.etag! })).status,
    ).toBe(304);
    expect((await busy('')).text).not.toContain('FREEBUSY:');
    expect((await busy('?from=2027-05-11&to=2027-05-10')).body.errors[0].code).toBe('end-before-start');
    const samoa = await office.record('/v1/places', aPlace({ timeZone: 'Pacific/Apia' }));
    const never = await office.get(`${samoa.at}/free-busy.ifb?from=2011-12-30&to=2011-12-30`);
    expect([never.status, never.body.errors]).toEqual([
      400,
      [{ pointer: '?from', detail: 'At this place there was no 2011-12-30.', code: 'day-left-out' }],
    ]);
    expect((await office.stranger.get(at)).status).toBe(401);
    expect((await office.get(`/v1/places/${forum.id}/free-busy.ifb`)).status).toBe(404);
  });
});

function asEntry({ uid, sequence, title, start, timeZone }: Recorded): unknown {
  const at =
    timeZone && Temporal.PlainDateTime.from(start).toZonedDateTime(timeZone).epochMilliseconds / 1000;
  return [uid, sequence, title, at ?? start.slice(0, 10)];
}

function asEntryOf(event: ICAL.Component): unknown {
  const start = event.getFirstPropertyValue('dtstart') as ICAL.Time;
  const zone = event.parent.getFirstSubcomponent('vtimezone');
  if (zone) start.zone = start.isDate ? start.zone : new ICAL.Timezone(zone);
  const [uid, sequence, title] = ['uid', 'sequence', 'summary'].map((name) =>
    event.getFirstPropertyValue(name),
  );
  return [uid, sequence, title, start.isDate ? start.toString() : start.toUnixTime()];
}
