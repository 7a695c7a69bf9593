import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { SaxesParser } from 'saxes';
import { createDAVClient } from 'tsdav';
import { insertActor, insertForum } from '#calendars/testing';
import { named } from '#directory/testing';
import { Database } from '#platform';
import type { Recorded } from './answer.js';
import { guiyangDelegation, recordKnown } from './known.js';
import { type Office, openOffice } from './office.js';

const NOW = '2027-04-22T09:00:00Z';
const NOT_THERE = '019a8f3e-4c00-7000-8000-00000000ffff';
const C = 'urn:ietf:params:xml:ns:caldav';

/** The methods that would write. */
const WRITING = [
  'PUT',
  'POST',
  'PATCH',
  'DELETE',
  'PROPPATCH',
  'MKCOL',
  'MKCALENDAR',
  'COPY',
  'MOVE',
  'LOCK',
  'UNLOCK',
  'ACL',
  'BIND',
  'REBIND',
  'UNBIND',
  'LINK',
  'UNLINK',
  'MERGE',
  'MKACTIVITY',
  'CHECKOUT',
  'PURGE',
];

/** The methods that are neither known nor would write. */
const UNKNOWN = ['SEARCH', 'M-SEARCH', 'NOTIFY', 'QUERY', 'SOURCE', 'SUBSCRIBE', 'UNSUBSCRIBE'];

describe('reading calendars by CalDAV', () => {
  let office: Office;
  let link: Recorded;
  let visit: Recorded;
  let home: string;

  beforeAll(async () => {
    office = await openOffice({ OFFICE_TIME_ZONE: 'Europe/Rome' });
    office.setTime(NOW);
    const known = await recordKnown(office);
    const delegation = await office.record('/v1/delegations', guiyangDelegation(known));
    visit = await office.record('/v1/visits', {
      names: named('Guiyang delegation in Naples'),
      delegationIds: [delegation.id],
      status: 'confirmed',
      placeId: known.naples.id,
      timeZone: 'Europe/Rome',
      starts: '2027-05-10',
      ends: '2027-05-11',
      participants: [{ organizationId: known.cittaDellaScienza.id, side: 'host', role: 'host' }],
      agenda: [
        anItem('Welcome', '2027-05-10T10:00:00+02:00', '2027-05-10T11:30:00+02:00'),
        anItem('Tour', '2027-05-10T11:00:00+02:00', '2027-05-10T12:00:00+02:00'),
        anItem('Dinner', '2027-05-10T20:00:00+02:00', '2027-05-10T22:00:00+02:00'),
      ],
    });
    await publish();
    link = await makeLink('delegation', delegation.id);
    home = `/dav/calendars/${link.id}/`;
  });
  afterAll(() => office.close());

  const anItem = (title: string, startsAt: string, endsAt: string): object => ({
    kind: 'meeting',
    title: { en: title },
    status: 'confirmed',
    audience: 'guests',
    startsAt,
    endsAt,
  });
  const publish = (): Promise<Recorded> => office.record(`${visit.at}/agenda/publications`, {});
  const makeLink = (kind: string, id?: unknown, audience = 'guests'): Promise<Recorded> =>
    office.record('/v1/calendar-links', {
      subject: { kind, ...(id ? { id } : {}) },
      audience,
      languages: ['en'],
      label: 'Delegation',
    });
  const agenda = async (): Promise<Recorded[]> => (await office.get(visit.at)).body.agenda as Recorded[];
  const itemAt = async (title: string): Promise<string> => {
    const found = (await agenda()).find((item) => (item.title as Record<string, string>).en === title)!;
    return `${visit.at}/agenda/${found.id}`;
  };
  const basic = (password: string): string =>
    `Basic ${Buffer.from(`anybody:${password}`).toString('base64')}`;
  const ask = async (
    method: string,
    path: string,
    body?: string | Buffer,
    headers: Record<string, string> = {},
  ): Promise<DavAnswer> => {
    const authorization = basic(link.password as string);
    const init = {
      method,
      headers: { authorization, depth: '0', 'content-type': 'application/xml', ...headers },
    };
    const answer = await fetch(`${office.url}${path}`, { ...init, body: body as string, redirect: 'manual' });
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, text, found: responsesIn(text) };
  };
  const properties = (path: string, names: string, depth = '0'): Promise<DavAnswer> =>
    ask('PROPFIND', path, `<propfind ${ALL_NS}><prop>${names}</prop></propfind>`, { depth });
  const report = (name: string, content: string, path = `${home}programme/`): Promise<DavAnswer> =>
    ask('REPORT', path, `<${name} ${ALL_NS}>${content}</${name}>`, { depth: '1' });
  const titles = ({ found }: DavAnswer): string[] =>
    found.flatMap(({ text }) => [...text.matchAll(/SUMMARY:(.*)/g)].map(([, title]) => title!.trim())).sort();

  describe('tsdav', () => {
    it('discovers, lists, reads, and takes over a change, a cancellation and a removal', async () => {
      const client = await createDAVClient({
        serverUrl: office.url,
        credentials: { username: 'anybody', password: link.password as string },
        authMethod: 'Basic',
        defaultAccountType: 'caldav',
      });
      const calendars = await client.fetchCalendars();
      expect(calendars.map(({ displayName, components }) => [displayName, components])).toEqual([
        ['Delegation: Forums', ['VEVENT']],
        ['Delegation: Visits', ['VEVENT']],
        ['Delegation: Programme', ['VEVENT']],
      ]);
      const programme = calendars[2]!;
      const objects = await client.fetchCalendarObjects({ calendar: programme });
      const uids = (list: typeof objects): string[] => list.map(({ data }) => uidIn(data as string)).sort();
      expect(uids(objects)).toEqual((await agenda()).map(({ uid }) => uid as string).sort());

      await office.patch(await itemAt('Tour'), { title: { en: 'Long tour' } }, { 'if-match': '*' });
      await office.post(`${await itemAt('Dinner')}/transitions`, { to: 'cancelled' });
      await office.delete(await itemAt('Welcome'), { 'if-match': '*' });
      await publish();
      const before = { ...programme, objects, objectMultiGet: client.calendarMultiGet };
      const { created, updated, deleted } = (
        await client.smartCollectionSync({ collection: before, method: 'webdav', detailedResult: true })
      ).objects as unknown as Record<string, typeof objects>;
      const told = (list: typeof objects): unknown[] =>
        list.map(({ data }) => [
          /SUMMARY:(.*)\r?\n/.exec(data as string)?.[1]?.trim(),
          /STATUS:(.*)\r?\n/.exec(data as string)?.[1]?.trim(),
        ]);
      expect(created).toEqual([]);
      expect(told(updated!).sort()).toEqual([
        ['Dinner', 'CANCELLED'],
        ['Long tour', 'CONFIRMED'],
      ]);
      expect(deleted!.map(({ url }) => url)).toEqual([
        objects.find(({ data }) => (data as string).includes('Welcome'))!.url,
      ]);
      expect(updated!.every(({ data }) => uids(objects).includes(uidIn(data as string)))).toBe(true);
    });

    it('finds the way from the well-known address', async () => {
      const answer = await ask('PROPFIND', '/.well-known/caldav');
      expect([answer.status, answer.headers.get('location')]).toEqual([301, '/dav/']);
    });
  });

  it('says what it can do, and asks for nothing before', async () => {
    for (const path of [home, '/', '/principals', '/principals/', '/dav', '/dav/']) {
      const answer = await fetch(`${office.url}${path}`, { method: 'OPTIONS' });
      expect([path, answer.status, answer.headers.get('dav'), answer.headers.get('allow')]).toEqual([
        path,
        200,
        '1, 3, access-control, calendar-access',
        'OPTIONS, GET, HEAD, PROPFIND, REPORT',
      ]);
    }
  });

  it('tells no more than so much of what it does not know, however much is asked for', async () => {
    const unknown = Array.from({ length: 3000 }, (_, at) => `<d:unknown-${at}/>`).join('');
    const answer = await properties('/dav/', unknown);
    expect([answer.status, answer.found[0]!.missing.length]).toEqual([207, 60]);
    const twice = await properties('/dav/', '<d:resourcetype/>'.repeat(2000));
    expect(twice.found[0]!.text.match(/resourcetype/g)).toHaveLength(2);
  });

  it.each(['text/xml, text/calendar', 'application/xml', 'text/html'])(
    'answers in the form of the protocol to whoever accepts %s',
    async (accept) => {
      const statuses = await Promise.all(
        ['/', '/.well-known/caldav', '/dav/', home, `${home}programme/`].map(
          async (path) => (await ask('PROPFIND', path, undefined, { accept })).status,
        ),
      );
      expect(statuses).toEqual([207, 301, 207, 207, 207]);
    },
  );

  it.each(['/', '/principals', '/principals/', '/dav/', '/dav'])(
    'leads from %s to who is asking',
    async (path) => {
      const names = [
        'd:current-user-principal',
        'd:principal-URL',
        'c:calendar-home-set',
        'c:calendar-user-address-set',
      ];
      const answer = await properties(
        path,
        names.map((name) => `<${name}/>`).join('') + '<d:resourcetype/><cs:email-address-set/>',
      );
      expect([answer.status, answer.found.length]).toEqual([207, 1]);
      const { text, missing } = answer.found[0]!;
      const principal = `/dav/principals/${link.id}/`;
      expect(text.match(new RegExp(principal, 'g'))).toHaveLength(3);
      expect(text).toContain(home);
      expect(missing).toEqual(['email-address-set']);
    },
  );

  it('tells what Thunderbird, Evolution, vdirsyncer, DAVx5 and python ask of a calendar', async () => {
    const names =
      '<d:resourcetype/><d:owner/><d:displayname/><d:current-user-principal/><d:current-user-privilege-set/><d:supported-report-set/>' +
      '<c:supported-calendar-component-set/><c:calendar-description/><cs:getctag/><d:sync-token/>' +
      '<i:calendar-color/><c:calendar-timezone/>';
    const answer = await properties(`${home}programme/`, names);
    const [{ text, missing, href }] = answer.found as [Found];
    expect([href, missing]).toEqual([`${home}programme/`, ['calendar-color', 'calendar-timezone']]);
    for (const part of [
      'calendar',
      'read',
      'calendar-query',
      'calendar-multiget',
      'sync-collection',
      'free-busy-query',
    ])
      expect(answer.text).toMatch(new RegExp(`<[dc]:${part}/>`));
    expect(answer.text).not.toMatch(/<d:write/);
    expect(text).toContain('Delegation: Programme');
    const listed = await properties(
      `${home}programme/`,
      '<d:resourcetype/><d:getcontenttype/><d:getetag/>',
      '1',
    );
    expect(listed.found.length).toBe(1 + (await agenda()).length);
  });

  it('finds what is in a time, as python and Evolution ask', async () => {
    const within = (start: string, end: string, component = 'VEVENT'): Promise<DavAnswer> =>
      report(
        'c:calendar-query',
        `<d:prop><d:getetag/><c:calendar-data/></d:prop><c:filter><c:comp-filter name="VCALENDAR"><c:comp-filter name="${component}"><c:time-range start="${start}" end="${end}"/></c:comp-filter></c:comp-filter></c:filter>`,
      );
    expect(titles(await within('20270510T180000Z', '20270510T190000Z'))).toEqual(['Dinner']);
    expect(titles(await within('20270510T000000Z', '20270511T000000Z'))).toEqual(['Dinner', 'Long tour']);
    expect(titles(await within('20270510T100000Z', '20270510T180000Z'))).toEqual([]);
    expect(titles(await within('20270510T000000Z', '20270511T000000Z', 'VTODO'))).toEqual([]);
    for (const filter of [
      '',
      ...['x', '20270231T000000Z', '20270510T240000Z', '2027-05-10T00:00:00Z'].map(
        (start) =>
          `<c:comp-filter name="VCALENDAR"><c:comp-filter name="VEVENT"><c:time-range start="${start}"/></c:comp-filter></c:comp-filter>`,
      ),
    ])
      expect((await report('c:calendar-query', `<c:filter>${filter}</c:filter>`)).text).toContain(
        '<c:valid-filter/>',
      );
    const all = await report(
      'c:calendar-query',
      '<d:prop><c:calendar-data/></d:prop><c:filter><c:comp-filter name="VCALENDAR"/></c:filter>',
    );
    expect(titles(all)).toEqual(['Dinner', 'Long tour']);
  });

  const match = (text: string, how = ''): string => `<c:text-match ${how}>${text}</c:text-match>`;
  const prop = (name: string, content = ''): string =>
    `<c:prop-filter name="${name}">${content}</c:prop-filter>`;
  const comp = (name: string, content = ''): string =>
    `<c:comp-filter name="${name}">${content}</c:comp-filter>`;
  const zone = (content: string): string =>
    prop('DTSTART', `<c:param-filter name="TZID">${content}</c:param-filter>`);
  const NEITHER = '<c:is-not-defined/>';
  const BOTH = ['Dinner', 'Long tour'];

  it.each([
    ['that has a summary', prop('SUMMARY'), BOTH],
    ['named in small letters', prop('summary'), BOTH],
    ['that has not been completed', prop('COMPLETED', NEITHER), BOTH],
    ['that has been completed', prop('COMPLETED'), []],
    ['without a summary', prop('SUMMARY', NEITHER), []],
    ['of a title, in any case', prop('SUMMARY', match('dINN')), ['Dinner']],
    ['of a title, as it is', prop('SUMMARY', match('dINN', 'collation="i;octet"')), []],
    ['of another status', prop('STATUS', match('CANCELLED', 'negate-condition="yes"')), ['Long tour']],
    ['of both', prop('SUMMARY', match('n')) + prop('STATUS', match('confirmed')), ['Long tour']],
    ['in a zone', zone(match('rome')), BOTH],
    ['in another zone', zone(match('rome', 'negate-condition="yes"')), []],
    ['in no zone', zone(NEITHER), []],
    ['with an alarm', comp('VALARM'), []],
    ['without an alarm', comp('VALARM', NEITHER), BOTH],
    ['of a title in a time', '<c:time-range start="20270510T180000Z"/>' + prop('SUMMARY', match('our')), []],
  ])('finds what is asked for by its properties: %s', async (_, filter, found) => {
    const query = `<d:prop><c:calendar-data/></d:prop><c:filter>${comp('VCALENDAR', comp('VEVENT', filter))}</c:filter>`;
    expect(titles(await report('c:calendar-query', query))).toEqual(found);
  });

  it('finds an entry by its UID, and a calendar by what is in it', async () => {
    const ask = async (filter: string): Promise<string[]> =>
      titles(
        await report(
          'c:calendar-query',
          `<d:prop><c:calendar-data/></d:prop><c:filter>${comp('VCALENDAR', filter)}</c:filter>`,
        ),
      );
    const { uid, title } = (await agenda())[0]!;
    expect(await ask(comp('VEVENT', prop('UID', match(uid as string, 'collation="i;octet"'))))).toEqual([
      (title as Record<string, string>).en,
    ]);
    expect(await ask(prop('VERSION', match('2.0')) + comp('VTIMEZONE'))).toEqual(BOTH);
    expect(await ask(comp('VTODO', NEITHER))).toEqual(BOTH);
    expect(await ask(NEITHER)).toEqual([]);
  });

  it.each([
    ['a filter of nothing', '', 'c:valid-filter'],
    ['a property without a name', comp('VCALENDAR', '<c:prop-filter/>'), 'c:valid-filter'],
    [
      'a time of the whole',
      comp('VCALENDAR', '<c:time-range start="20270510T180000Z"/>'),
      'c:supported-filter',
    ],
    [
      'the time of a property',
      comp('VCALENDAR', prop('DTSTAMP', '<c:time-range start="20270510T180000Z"/>')),
      'c:supported-filter',
    ],
    ['what is no filter', comp('VCALENDAR', '<constructor xmlns=""/>'), 'c:supported-filter'],
    ['a hundred filters', comp('VCALENDAR', prop('UID').repeat(100)), 'c:supported-filter'],
    [
      'letters of a language',
      comp('VCALENDAR', prop('UID', match('x', 'collation="i;unicode-casemap"'))),
      'c:supported-collation',
    ],
  ])('refuses %s', async (_, filter, condition) => {
    const answer = await report('c:calendar-query', `<c:filter>${filter}</c:filter>`);
    expect([answer.status, answer.text.includes(`<${condition}/>`)]).toEqual([403, true]);
  });

  it('gives calendars in the one form that it tells, expanded in UTC', async () => {
    const all = (data: string): Promise<DavAnswer> =>
      report('c:calendar-query', `<d:prop>${data}</d:prop><c:filter>${comp('VCALENDAR')}</c:filter>`);
    for (const how of ['content-type="application/calendar+json"', 'version="1.0"'])
      expect((await all(`<c:calendar-data ${how}/>`)).text).toContain('<c:supported-calendar-data/>');
    const plain = await all('<c:calendar-data content-type="text/calendar" version="2.0"/>');
    expect(plain.text.match(/DTSTART;TZID=Europe\/Rome/g)).toHaveLength(2);
    const expanded = await all(
      '<c:calendar-data><c:expand start="20270501T000000Z" end="20270601T000000Z"/></c:calendar-data>',
    );
    expect(expanded.text).not.toMatch(/TZID|VTIMEZONE/);
    expect(expanded.text.match(/DTSTART:20270510T\d{6}Z/g)!.sort()).toEqual([
      'DTSTART:20270510T090000Z',
      'DTSTART:20270510T180000Z',
    ]);
  });

  it('reads what is sent as UTF-16', async () => {
    const body = `\ufeff<propfind ${ALL_NS}><prop><displayname/></prop></propfind>`;
    const little = Buffer.from(body, 'utf16le');
    for (const bytes of [little, Buffer.from(little).swap16()])
      expect((await ask('PROPFIND', `${home}programme/`, bytes)).found[0]!.text).toContain('Programme');
  });

  it('gives several at once, and says what is not there', async () => {
    const listed = await properties(`${home}programme/`, '<d:getetag/>', '1');
    const [, first] = listed.found as [Found, Found];
    const hrefs = [
      first.href,
      `${office.url}${first.href}`,
      `${home}programme/${NOT_THERE}.ics`,
      'http://%',
      '/dav/',
    ];
    const answer = await report(
      'c:calendar-multiget',
      `<d:prop><d:getetag/><c:calendar-data/></d:prop>${hrefs.map((href) => `<d:href>${href}</d:href>`).join('')}`,
    );
    expect(answer.found.map(({ href, status }) => [href, status])).toEqual([
      [first.href, '200'],
      [`${home}programme/${NOT_THERE}.ics`, '404'],
      ['http://%', '404'],
      ['/dav/', '404'],
    ]);
    const single = await ask('GET', first.href);
    expect([single.status, single.headers.get('content-type')]).toEqual([
      200,
      'text/calendar; charset=utf-8',
    ]);
    expect(answer.found[0]!.text).toContain(single.headers.get('etag')!);
    expect(
      (await ask('GET', first.href, undefined, { 'if-none-match': single.headers.get('etag')! })).status,
    ).toBe(304);
    const head = await ask('HEAD', first.href);
    expect([head.status, head.text, head.headers.get('etag')]).toEqual([200, '', single.headers.get('etag')]);
    expect((await ask('GET', `${home}programme/`)).text.match(/BEGIN:VEVENT/g)).toHaveLength(2);
    expect((await ask('GET', home)).status).toBe(405);
  });

  describe('what has changed', () => {
    const sync = (token: string, limit = ''): Promise<DavAnswer> =>
      report(
        'd:sync-collection',
        `<d:sync-token>${token}</d:sync-token><d:sync-level>1</d:sync-level>${limit}<d:prop><d:getetag/></d:prop>`,
        `${home}programme/`,
      );
    const tokenIn = ({ text }: DavAnswer): string => /<d:sync-token>(.*)<\/d:sync-token>/.exec(text)![1]!;

    it('is told from one token to the next', async () => {
      const first = await sync('');
      expect(first.found).toHaveLength(2);
      const none = await sync(tokenIn(first));
      expect([none.found, tokenIn(none)]).toEqual([[], tokenIn(first)]);
      await office.patch(await itemAt('Dinner'), { abstract: { en: 'At the harbour' } }, { 'if-match': '*' });
      await publish();
      const changed = await sync(tokenIn(first));
      expect(changed.found.map(({ status }) => status)).toEqual(['200']);
      expect(tokenIn(changed)).not.toBe(tokenIn(first));
    });

    it('is told of the one entry that it was of', async () => {
      const hrefsAfter = async (change: () => Promise<unknown>): Promise<string[]> => {
        const before = tokenIn(await sync(''));
        office.setTime('2027-04-22T09:30:00Z');
        await change();
        await publish();
        const after = await sync(before);
        office.setTime(NOW);
        return after.found.map(({ href }) => href);
      };
      const dinner = await itemAt('Dinner');
      const notes = { notes: { en: 'For colleagues' } };
      expect(await hrefsAfter(() => office.patch(visit.at, notes, { 'if-match': '*' }))).toEqual([]);
      const abstract = { abstract: { en: 'At the castle' } };
      expect(await hrefsAfter(() => office.patch(dinner, abstract, { 'if-match': '*' }))).toEqual([
        `${home}programme/${dinner.split('/').at(-1)}.ics`,
      ]);
    });

    it('is told of what is only changed indirectly, and of what is no longer seen', async () => {
      const first = await sync('');
      const tour = await itemAt('Long tour');
      await office.patch(tour, { audience: 'internal' }, { 'if-match': '*' });
      const gone = await sync(tokenIn(first));
      expect(gone.found.map(({ status, href }) => [status, href])).toEqual([
        ['404', `${home}programme/${tour.split('/').at(-1)}.ics`],
      ]);
      await office.patch(tour, { audience: 'guests' }, { 'if-match': '*' });
      expect((await sync(tokenIn(gone))).found.map(({ status }) => status)).toEqual(['200']);
    });

    it('is told in pieces to who takes no more', async () => {
      const limit = '<d:limit><d:nresults>1</d:nresults></d:limit>';
      const first = await sync('', limit);
      expect(first.found.map(({ status, href }) => [status, href.endsWith('.ics')])).toEqual([
        ['200', true],
        ['507', false],
      ]);
      const second = await sync(tokenIn(first), limit);
      expect(second.found.map(({ status }) => status)).toEqual(['200']);
      expect(second.found[0]!.href).not.toBe(first.found[0]!.href);
      expect(tokenIn(second)).toBe(tokenIn(await sync('')));
    });

    it('is not told from a token that is not known', async () => {
      for (const token of ['data:,x', `data:,${'0'.repeat(64)}`, 'x']) {
        const answer = await sync(token);
        expect([answer.status, answer.text.includes('<d:valid-sync-token/>')]).toEqual([403, true]);
      }
    });
  });

  it('tells when somebody is busy, merged and without a word of what with', async () => {
    const answer = await report(
      'c:free-busy-query',
      '<c:time-range start="20270510T000000Z" end="20270511T000000Z"/>',
    );
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200,
      'text/calendar; charset=utf-8',
    ]);
    expect(answer.text).not.toMatch(/SUMMARY/);
    expect(answer.text.replaceAll('\r\n ', '')).toContain(
      `UID:${link.id}-programme-20270510T000000Z-20270511T000000Z\r\n`,
    );
    const [busy] = new ICAL.Component(ICAL.parse(answer.text)).getAllSubcomponents('vfreebusy');
    expect(busy!.getAllProperties('freebusy').map((one) => String(one.getFirstValue()))).toEqual([
      '2027-05-10T09:00:00Z/2027-05-10T10:00:00Z',
    ]);
    expect((await report('c:free-busy-query', '')).text).toContain('<c:valid-filter/>');
    for (const range of [
      'start="00000101T000000Z" end="99991231T235959Z"',
      'start="00010101T000000Z" end="00010102T000000Z"',
    ])
      expect((await report('c:free-busy-query', `<c:time-range ${range}/>`)).status).toBe(200);
  });

  it('gives what is to be done as tasks, due only where the day is known', async () => {
    const actor = (await office.get('/v1/me')).body.actor.id as string;
    const due = { kind: 'reply', eventId: visit.id, ownerActorId: actor };
    const task = await office.record('/v1/follow-ups', {
      ...due,
      title: { en: 'Thank them' },
      due: '2027-05-20',
    });
    await office.record('/v1/follow-ups', { ...due, title: { en: 'Some day' }, due: '2027-06' });
    const own = await makeLink('actor', actor, 'internal');
    const path = `/dav/calendars/${own.id}/follow-ups/`;
    const authorization = basic(own.password as string);
    const read = async (component: string, range = '') =>
      ask(
        'REPORT',
        path,
        `<c:calendar-query ${ALL_NS}><d:prop><c:calendar-data/></d:prop><c:filter><c:comp-filter name="VCALENDAR"><c:comp-filter name="${component}">${range}</c:comp-filter></c:comp-filter></c:filter></c:calendar-query>`,
        { authorization },
      );
    const all = await read('VTODO');
    expect(titles(all)).toEqual(['Some day', 'Thank them']);
    expect(all.text.match(/DUE;VALUE=DATE:/g)).toHaveLength(1);
    expect(all.text).toContain(`UID:${task.id}`);
    expect(
      titles(await read('VTODO', '<c:time-range start="20270519T000000Z" end="20270521T000000Z"/>')),
    ).toContain('Thank them');
    expect(titles(await read('VEVENT'))).toEqual([]);
    const names = await ask(
      'PROPFIND',
      path,
      `<propfind ${ALL_NS}><prop><c:supported-calendar-component-set/></prop></propfind>`,
      { authorization },
    );
    expect(names.text).toContain('<c:comp name="VTODO"/>');
  });

  it('answers what it does not do in the words of the protocol', async () => {
    const conditionOf = ({ status, text }: DavAnswer): unknown => [
      status,
      /<d:error[^>]*><(.*)\/>/.exec(text)?.[1],
    ];
    const member = `${home}programme/${(await agenda())[0]!.id}.ics`;
    for (const method of WRITING)
      expect([method, conditionOf(await ask(method, member, 'BEGIN:VCALENDAR'))]).toEqual([
        method,
        [403, 'd:need-privileges'],
      ]);
    for (const method of UNKNOWN) {
      const { status, headers } = await ask(method, home);
      expect([method, status, headers.get('allow')]).toEqual([
        method,
        405,
        'OPTIONS, GET, HEAD, PROPFIND, REPORT',
      ]);
    }
    expect(conditionOf(await ask('REPORT', home, '<constructor/>'))).toEqual([403, 'd:supported-report']);
    expect(conditionOf(await ask('REPORT', `${home}programme/`, '<constructor/>'))).toEqual([
      403,
      'd:supported-report',
    ]);
    expect(conditionOf(await properties(home, '<d:displayname/>', 'infinity'))).toEqual([
      403,
      'd:propfind-finite-depth',
    ]);
    expect(conditionOf(await report('d:principal-match', ''))).toEqual([403, 'd:supported-report']);
    expect(conditionOf(await report('c:calendar-query', '', home))).toEqual([403, 'd:supported-report']);
  });

  it.each([
    `/dav/calendars/${NOT_THERE}/`,
    `/dav/principals/${NOT_THERE}/`,
    '/dav/x/',
    '/dav/%FF',
    'HOME/bookings/',
    'HOME/programme/x.ics',
    'HOME/programme/x/y',
  ])('has nothing at %s', async (path) => {
    const answer = await properties(path.replace('HOME', home.slice(0, -1)), '<d:displayname/>');
    expect([path, answer.status, answer.headers.get('content-type')]).toEqual([
      path,
      path.includes('%FF') ? 400 : 404,
      'application/problem+json; charset=utf-8',
    ]);
  });

  const PATHS = ['/dav/', 'HOME', 'HOMEprogramme/', `HOMEprogramme/${NOT_THERE}.ics`];
  const METHODS = ['GET', 'HEAD', 'PROPFIND', 'REPORT', ...WRITING, ...UNKNOWN];

  it.each(METHODS)('lets nobody %s without the secret of an address', async (method) => {
    const revoked = await makeLink('office');
    await office.delete(`/v1/calendar-links/${revoked.id}`);
    const bad = [
      '',
      'Basic',
      'Basic x',
      'Basic Og==',
      basic(''),
      basic('x'),
      basic(`corteo_calendar_${'0'.repeat(39)}`),
      basic(revoked.password as string),
      'Digest username="x"',
    ];
    for (const authorization of bad)
      for (const path of PATHS.map((one) => one.replace('HOME', home))) {
        const answer = await ask(method, path, method === 'GET' || method === 'HEAD' ? undefined : 'x', {
          authorization,
        });
        expect([authorization, path, answer.status, answer.headers.get('www-authenticate')]).toEqual([
          authorization,
          path,
          401,
          'Basic realm="Corteo", charset="UTF-8"',
        ]);
      }
    const bearer = await ask(method, home, method === 'GET' || method === 'HEAD' ? undefined : 'x', {
      authorization: 'Bearer corteo_x',
    });
    expect(bearer.status).toBe(401);
  });

  it('moves one entry of a thousand where one has changed', async () => {
    const before = await makeLink('office');
    const [path, own] = [
      `/dav/calendars/${before.id}/forums/`,
      { authorization: basic(before.password as string) },
    ];
    await office.provider(Database).transaction(async (tx) => {
      await insertActor(tx, 'Founders');
      for (let one = 0; one < 1000; one++)
        await insertForum(tx, { starts: '2027-06-01', ends: '2027-06-02' });
    });
    const synchronize = (token: string): Promise<DavAnswer> =>
      ask(
        'REPORT',
        path,
        `<sync-collection ${ALL_NS}><sync-token>${token}</sync-token><sync-level>1</sync-level><prop><getetag/></prop></sync-collection>`,
        own,
      );
    const all = await synchronize('');
    expect(all.found.length).toBe(1000);
    const id = (await office.get('/v1/forums?limit=1')).body.items[0].id;
    await office.patch(`/v1/forums/${id}`, { names: named('Renamed') }, { 'if-match': '*' });
    const { uid } = (await office.get(`/v1/forums/${id}`)).body;
    const [, token] = /<d:sync-token>(.*)<\/d:sync-token>/.exec(all.text)!;
    const changed = await synchronize(token!);
    expect(changed.found.map(({ href }) => href)).toEqual([`${path}${uid}.ics`]);
    const ten = [
      ...all.found.map(({ href }) => href),
      ...Array.from(
        { length: 9000 },
        (_, one) => `${path}019a8f3e-4c00-7000-8000-${String(one).padStart(12, '0')}.ics`,
      ),
    ];
    const hrefs = ten.map((href) => `<href>${href}</href>`).join('');
    const several = await ask(
      'REPORT',
      path,
      `<c:calendar-multiget ${ALL_NS}>${hrefs}<prop><getetag/></prop></c:calendar-multiget>`,
      own,
    );
    expect(several.found.map(({ href, status }) => [href, status])).toEqual(
      ten.map((href, at) => [href, at < 1000 ? '200' : '404']),
    );
  });

  it('reads whatever is sent without falling over', async () => {
    const base = `<d:propfind ${ALL_NS}><d:prop><d:displayname/></d:prop></d:propfind>`;
    const hostile = [
      '',
      '<',
      '<a',
      'x',
      '<?xml version="1.0"?>',
      '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
      `<!DOCTYPE lolz SYSTEM "file:///etc/passwd">${base}`,
      '<d:propfind/>',
      '<a xmlns="b"><a/></a><a/>',
      `<d:propfind ${ALL_NS}>${'<d:prop>'.repeat(1000)}${'</d:prop>'.repeat(1000)}</d:propfind>`,
      '&amp;',
      `<d:propfind ${ALL_NS}><d:prop>&nbsp;</d:prop></d:propfind>`,
      `<d:propfind ${ALL_NS}><d:prop><x xmlns="&quot;&gt;&lt;"/></d:prop></d:propfind>`,
      `<d:propfind ${ALL_NS}><d:prop><__proto__/><constructor xmlns="DAV:"/></d:prop></d:propfind>`,
      `<d:propfind ${ALL_NS}>${'<a/>'.repeat(24_001)}</d:propfind>`,
      `<d:propfind ${ALL_NS} ${Array.from({ length: 24_001 }, (_, at) => `a${at}=""`).join(' ')}/>`,
    ];
    for (const method of ['PROPFIND', 'REPORT'])
      for (const body of [...hostile, Buffer.from([0xff, 0xfe, 0x3c]), Buffer.alloc(10)]) {
        const { status } = await ask(method, `${home}programme/`, body);
        expect([method, String(body).slice(0, 40), status < 500]).toEqual([
          method,
          String(body).slice(0, 40),
          true,
        ]);
      }
    const long = await ask('REPORT', `${home}programme/`, 'x'.repeat(2 * 1024 * 1024 + 1));
    expect([long.status, JSON.parse(long.text).code]).toEqual([413, 'request.too-large']);
    const random = fuzz(base);
    for (let time = 0; time < 300; time++) {
      const body = random();
      const { status } = await ask(time % 2 ? 'PROPFIND' : 'REPORT', `${home}programme/`, body);
      expect([body, [207, 400, 403].includes(status)]).toEqual([body, true]);
    }
  });
});

const ALL_NS = `xmlns="DAV:" xmlns:d="DAV:" xmlns:c="${C}" xmlns:cs="http://calendarserver.org/ns/" xmlns:i="http://apple.com/ns/ical/"`;

interface Found {
  readonly href: string;
  readonly status: string;
  readonly text: string;
  /** What was asked for and is not there. */
  readonly missing: readonly string[];
}

interface DavAnswer {
  readonly status: number;
  readonly headers: Response['headers'];
  readonly text: string;
  readonly found: readonly Found[];
}

/** The answers in an answer, as another reader than the server's own takes them. */
function responsesIn(text: string): Found[] {
  if (!text.startsWith('<?xml')) return [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(text).close();
  return [...text.matchAll(/<d:response>([^]*?)<\/d:response>/g)].map(([, content]) => {
    const missing =
      /<d:propstat><d:prop>((?:(?!<\/d:prop>)[^])*)<\/d:prop><d:status>HTTP\/1.1 404/.exec(content!)?.[1] ??
      '';
    return {
      href: /<d:href>(.*?)<\/d:href>/.exec(content!)![1]!,
      status: /HTTP\/1.1 (\d+)/.exec(content!)![1]!,
      text: content!.replaceAll('&quot;', '"'),
      missing: [...missing.matchAll(/<(?:\w+:)?([\w-]+)/g)].map(([, name]) => name!),
    };
  });
}

function uidIn(data: string): string {
  return /UID:(.*)\r?\n/.exec(data)![1]!.trim();
}

/** Gives the text with some of it gone, doubled or changed, the same at every run. */
function fuzz(text: string): () => string {
  let seed = 1;
  const next = (most: number): number => {
    seed = (seed * 48271) % 2147483647;
    return seed % most;
  };
  const pieces = [
    '<',
    '>',
    '&',
    '"',
    '/',
    '\0',
    ']]>',
    '<![CDATA[',
    '<!--',
    'é',
    '\ud83d',
    ' ',
    'xmlns:d=""',
  ];
  return () => {
    let changed = text;
    for (let time = 0; time <= next(4); time++) {
      const at = next(changed.length);
      changed = `${changed.slice(0, at)}${next(2) ? pieces[next(pieces.length)] : ''}${changed.slice(at + next(5))}`;
    }
    return changed;
  };
}
