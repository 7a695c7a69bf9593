import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { aParticipation } from '#participants/testing';
import { aPerson, anOrganization, named } from '#directory/testing';
import type { Answer, Recorded } from './answer.js';
import { type Office, openOffice } from './office.js';

const CONTACTS = `BEGIN:VCARD
VERSION:4.0
UID:urn:uuid:4fbe8971-0bc3-424c-9c26-36c3e1eff6b1
FN;LANGUAGE=zh;ALTID=1:孙志明
FN;LANGUAGE=zh-Latn;ALTID=1:Sun Zhiming
N:Sun;Zhiming;;;
ORG:Guiyang Municipal Government;Foreign Affairs Office
TITLE;LANGUAGE=en:Deputy Mayor
EMAIL:sun@example.org
TEL;VALUE=uri:tel:+86-851-000
END:VCARD
BEGIN:VCARD
VERSION:4.0
FN:Giuseppe Albano
EMAIL:none
END:VCARD
`.replaceAll('\n', '\r\n');

const CALENDAR = `BEGIN:VCALENDAR
VERSION:2.0
X-WR-CALNAME:Italy-China week
X-WR-TIMEZONE:Europe/Rome
BEGIN:VEVENT
UID:opening
DTSTART;TZID=Europe/Rome:20181203T093000
DTEND;TZID=Europe/Rome:20181203T110000
SUMMARY;LANGUAGE=it:Apertura della settimana
LOCATION:Città della Scienza
END:VEVENT
BEGIN:VEVENT
UID:tour
DTSTART;VALUE=DATE:20181204
SUMMARY;LANGUAGE=it:Visita al porto
END:VEVENT
END:VCALENDAR
`.replaceAll('\n', '\r\n');

describe('an office that takes over its address book and its calendars', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office.close());

  const send = (text: string, type: string, query = ''): Promise<Answer> =>
    office.post(`/v1/dossiers${query}`, text, { 'content-type': type });
  const outcomesOf = ({ body }: Answer): string[] =>
    body.entries.map(({ kind, outcome }: Recorded) => `${kind} ${outcome}`);

  it('is told which line of the contacts is at fault', async () => {
    const { status, body } = await send(CONTACTS, 'text/vcard');
    expect(status).toBe(400);
    expect(body.errors).toEqual([
      expect.objectContaining({ pointer: '/people/giuseppe-albano/email', line: 12, code: 'email' }),
    ]);
  });

  it('records contacts with their positions, once, and changes what was edited', async () => {
    const good = CONTACTS.replace('EMAIL:none\r\n', '');
    expect(outcomesOf(await send(good, 'text/vcard'))).toEqual([
      'person created',
      'organization created',
      'organization created',
      'position created',
      'person created',
    ]);
    const again = await send(good.replace('sun@', 'sz@'), 'text/vcard');
    expect(outcomesOf(again).filter((outcome) => !outcome.endsWith('unchanged'))).toEqual(['person changed']);
    const [sun] = (await office.get('/v1/people?q=孙志明')).body.items;
    expect((await office.get(`/v1/people/${sun.id}`)).body).toMatchObject({
      email: 'sz@example.org',
      phone: '+86-851-000',
      positions: [{ title: { en: 'Deputy Mayor' }, organization: { name: 'Foreign Affairs Office' } }],
    });
  });

  it('gives a person as a contact that address books read, without what colleagues noted', async () => {
    const organization = await office.post('/v1/organizations', anOrganization());
    const position = { organizationId: organization.body.id, title: { en: 'Professor', it: 'Professore' } };
    const person = await office.post('/v1/people', {
      ...aPerson({
        names: [...named('Li Bo', 'zh-Latn'), ...named('李波', 'zh-Hans')],
        email: 'li@example.org',
      }),
      notes: { en: 'Prefers tea' },
      positions: [position, { ...position, title: { en: 'Dean' }, until: '2018' }],
    });
    const { status, headers, text } = await office.get(`/v1/people/${person.body.id}.vcf`);
    expect([status, headers['content-type'], headers['content-disposition']]).toEqual([
      200,
      'text/vcard; charset=utf-8',
      `attachment; filename="people-${person.body.id}.vcf"`,
    ]);
    const card = new ICAL.Component(ICAL.parse(text));
    const valuesOf = (name: string): unknown[] =>
      card.getAllProperties(name).map((one) => one.getFirstValue());
    expect([
      valuesOf('version'),
      valuesOf('fn'),
      valuesOf('title'),
      valuesOf('org'),
      valuesOf('email'),
    ]).toEqual([
      ['4.0'],
      ['Li Bo', '李波'],
      ['Professor', 'Professore'],
      ['Tsinghua University'],
      ['li@example.org'],
    ]);
    expect(text).not.toContain('tea');
    const tag = { 'if-none-match': headers.etag as string };
    expect((await office.get(`/v1/people/${person.body.id}.vcf`, tag)).status).toBe(304);
    expect((await office.stranger.get(`/v1/people/${person.body.id}.vcf`)).status).toBe(401);
    expect((await office.get('/v1/people/019a8f3e-4c00-7000-8000-000000000001.vcf')).status).toBe(404);
  });

  it('knows a person again by the contact that it gave, whatever became of the name', async () => {
    const name = 'Semi; Colon Jr';
    const person = await office.post('/v1/people', aPerson({ names: named(name) }));
    const { text } = await office.get(`/v1/people/${person.body.id}.vcf`);
    const same = await send(text, 'text/vcard', '?dry-run=true');
    const renamed = await send(text.replace(/(FN.*:).*/, '$1Somebody Else'), 'text/vcard', '?dry-run=true');
    expect(
      [same, renamed].map(({ body: { entries } }) =>
        entries.map(({ id, outcome }: Recorded) => [id, outcome]),
      ),
    ).toEqual([[[person.body.id, 'unchanged']], [[person.body.id, 'doubtful']]]);
  });

  it('gives those of a delegation and of an event in one file', async () => {
    const people = await Promise.all(
      ['One', 'Other'].map((name) => office.post('/v1/people', aPerson({ names: named(name) }))),
    );
    const members = people.map(({ body }) => ({ personId: body.id, role: 'member' }));
    const delegation = await office.post('/v1/delegations', {
      names: named('Guests'),
      kind: 'official',
      members,
    });
    const participants = [aParticipation({ personId: people[0]!.body.id }), aParticipation()];
    const forum = await office.post('/v1/forums', { names: named('Forum'), participants });
    const namesIn = async (path: string): Promise<string[]> =>
      (await office.get(path)).text.split('\r\n').filter((line) => line.startsWith('FN'));
    expect(await namesIn(`/v1/delegations/${delegation.body.id}.vcf`)).toEqual([
      'FN;ALTID=1;LANGUAGE=en:One',
      'FN;ALTID=1;LANGUAGE=en:Other',
    ]);
    expect(await namesIn(`/v1/forums/${forum.body.id}.vcf`)).toEqual(['FN;ALTID=1;LANGUAGE=en:One']);
    expect((await office.get(`/v1/visits/${forum.body.id}.vcf`)).status).toBe(404);
  });

  it('sees what a calendar would become, then records it as a forum with its agenda', async () => {
    const plan = await send(CALENDAR, 'text/calendar', '?dry-run=true');
    expect(outcomesOf(plan)).toEqual([
      'forum created',
      'place created',
      'agenda item created',
      'agenda item created',
    ]);
    expect((await office.get('/v1/forums?q=week')).body.items).toEqual([]);
    const { body } = await send(CALENDAR, 'text/calendar');
    const { id } = body.entries.find(({ kind }: Recorded) => kind === 'forum');
    expect((await office.get(`/v1/forums/${id}`)).body).toMatchObject({
      name: 'Italy-China week',
      starts: '2018-12-03',
      ends: '2018-12-04',
      timeZone: 'Europe/Rome',
      agenda: [
        {
          kind: 'opening',
          title: { it: 'Apertura della settimana' },
          startsAt: '2018-12-03T09:30:00+01:00',
          endsAt: '2018-12-03T11:00:00+01:00',
          place: { name: 'Città della Scienza' },
        },
        { kind: 'site_visit', on: '2018-12-04' },
      ],
    });
    const later = CALENDAR.replace('T110000', 'T113000');
    const changed = (await send(later, 'text/calendar')).body.entries.filter(
      ({ outcome }: Recorded) => outcome !== 'unchanged',
    );
    expect(changed.map(({ path, changes }: Recorded) => [path, changes[0].field])).toEqual([
      ['forums/forum/agenda/opening', 'endsAt'],
    ]);
  });

  it('is told what to write into a calendar that names no time zone', async () => {
    const entry = (uid: string) =>
      `BEGIN:VEVENT\nUID:${uid}\nSUMMARY:Talk ${uid}\nDTSTART:20181203T090000Z\nEND:VEVENT\n`;
    const calendar = (heads: string) =>
      `BEGIN:VCALENDAR\nVERSION:2.0\nX-WR-CALNAME:Talks\n${heads}${entry('a')}${entry('b')}END:VCALENDAR\n`;
    const { status, body } = await send(calendar(''), 'text/calendar');
    expect([status, body.errors.map(({ line, detail }: Recorded) => [line, detail])]).toEqual([
      400,
      [4, 9].map((line) => [
        line,
        'No time zone is known for this entry: write one below BEGIN:VCALENDAR, as in X-WR-TIMEZONE:Europe/Rome, or record its place with one.',
      ]),
    ]);
    expect((await send(calendar('X-WR-TIMEZONE:Europe/Rome\n'), 'text/calendar')).status).toBe(200);
  });
});
