import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { named } from '#directory/testing';
import { Tokens, makeToken } from '#identity';
import { Database } from '#platform';
import type { Answer, Recorded } from './answer.js';
import { type Known, guiyangDelegation, recordKnown } from './known.js';
import { type Office, openOffice } from './office.js';

const NOW = '2027-04-22T09:00:00Z';
const LINKS = '/v1/calendar-links';
const NOT_THERE = '019a8f3e-4c00-7000-8000-00000000ffff';

describe('subscribing to a private calendar', () => {
  let office: Office;
  let known: Known;
  let delegation: Recorded;
  let visit: Recorded;
  let room: Recorded;

  beforeAll(async () => {
    office = await openOffice({ OFFICE_TIME_ZONE: 'Europe/Rome', PUBLIC_URL: 'https://corteo.example.org' });
    office.setTime(NOW);
    known = await recordKnown(office);
    room = await office.record('/v1/places', {
      names: named('Sala Newton'),
      kind: 'room',
      parentId: known.scienceCentre.id,
    });
    delegation = await office.record('/v1/delegations', guiyangDelegation(known));
    visit = await office.record('/v1/visits', aVisit());
    await office.record(`${visit.at}/agenda/publications`, {});
  });
  afterAll(() => office.close());

  const aVisit = (fields: object = {}): object => ({
    names: named('Guiyang delegation in Naples'),
    delegationIds: [delegation.id],
    starts: '2027-05-10',
    ends: '2027-05-11',
    timeZone: 'Europe/Rome',
    placeId: known.naples.id,
    agenda: [
      {
        kind: 'meeting',
        title: { en: 'Welcome', it: 'Benvenuto' },
        startsAt: '2027-05-10T10:00:00+02:00',
        endsAt: '2027-05-10T11:30:00+02:00',
        placeId: room.id,
        audience: 'guests',
        hostOrganizationIds: [known.cittaDellaScienza.id],
        participants: [
          {
            personId: known.deGennaro.id,
            organizationId: known.cittaDellaScienza.id,
            side: 'host',
            role: 'speaker',
          },
          { personId: known.sunZhiming.id, side: 'guest', role: 'speaker' },
        ],
      },
      { kind: 'meeting', title: { en: 'Debriefing' }, on: '2027-05-11', audience: 'internal' },
      { kind: 'speech', title: { en: 'Greetings' }, audience: 'guests', parent: 0 },
    ],
    participants: [{ organizationId: known.cittaDellaScienza.id, side: 'host', role: 'host' }],
    ...fields,
  });
  const aLink = (kind: string, id?: unknown, fields: object = {}): object => ({
    subject: { kind, ...(id ? { id } : {}) },
    audience: 'guests',
    languages: ['en'],
    label: 'A calendar',
    ...fields,
  });
  const make = (kind: string, id?: unknown, fields: object = {}): Promise<Recorded> =>
    office.record(LINKS, aLink(kind, id, fields));
  const pathOf = ({ address }: Recorded): string => new URL(address as string).pathname;
  const read = (link: Recorded, query = '', headers = {}): Promise<Answer> =>
    office.stranger.get(`${pathOf(link)}${query}`, headers);
  const titlesOf = async (kind: string, id?: unknown, fields: object = {}): Promise<string[]> =>
    entriesIn(await read(await make(kind, id, fields))).map(({ summary }) => summary);

  it('shows an address once, as https: and webcal:', async () => {
    const answer = await office.post(LINKS, aLink('visit', visit.id));
    const { address, webcal, caldav, password, ...view } = answer.body as Record<string, string>;
    expect([answer.status, answer.headers.location]).toEqual([201, `${LINKS}/${view.id}`]);
    expect(address).toMatch(
      /^https:\/\/corteo\.example\.org\/v1\/calendars\/private\/corteo_calendar_[0-9A-Za-z]{39}\.ics$/,
    );
    expect(webcal).toBe(address!.replace('https:', 'webcal:'));
    expect([caldav, address]).toEqual([
      'https://corteo.example.org/dav/',
      expect.stringContaining(`/${password}.ics`),
    ]);
    expect((await office.get(`${LINKS}/${view.id}`)).body).toEqual(view);
    expect(view).toEqual({
      id: expect.any(String),
      label: 'A calendar',
      subject: { kind: 'visit', id: visit.id },
      audience: 'guests',
      languages: ['en'],
      showsPeople: false,
      maker: { id: expect.any(String), name: 'Office' },
      state: 'living',
      createdAt: '2027-04-22T09:00:00.000Z',
      formerUntil: null,
      expiresAt: null,
      revokedAt: null,
      lastReadOn: null,
    });
    const again = { 'idempotency-key': 'once' };
    expect((await office.post(LINKS, aLink('office'), again)).body.code).toBe('idempotency.answered-once');
  });

  it('gives whoever has it what is for the audience, with nothing that is not', async () => {
    const answer = await read(await make('visit', visit.id));
    expect(answer.status).toBe(200);
    expect(answer.headers).toMatchObject({
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'attachment; filename="visit.ics"',
      'cache-control': 'private, no-cache',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow',
    });
    const [whole, item] = entriesIn(answer);
    expect(whole).toMatchObject({
      uid: visit.uid,
      sequence: 0,
      class: 'PRIVATE',
      summary: 'Guiyang delegation in Naples',
    });
    expect(item).toMatchObject({
      uid: (visit.agenda as Recorded[])[0]!.uid,
      sequence: 0,
      class: 'PRIVATE',
      summary: 'Welcome',
    });
    expect(item!.description.split('\n\n')).toEqual([
      'Order of the day:\nGreetings',
      'Hosts: Città della Scienza',
      'For the hosts: Città della Scienza\nFor the guests: Guiyang Municipal Government',
      '2027-05-10 10:00–11:30 (Europe/Rome)\n2027-05-10 16:00–17:30 (Asia/Shanghai)',
    ]);
    expect(entriesIn(answer)).toHaveLength(2);
    expect(unfold(answer)).not.toMatch(/METHOD|SOURCE|@|Debriefing|Gennaro|Sun Zhiming/);
  });

  it('names people where the office chose so', async () => {
    const [, item] = entriesIn(await read(await make('visit', visit.id, { showsPeople: true })));
    expect(item!.description).toContain('For the hosts: Valeria De Gennaro\nFor the guests: Sun Zhiming');
  });

  it('shows everything to who works there', async () => {
    expect(await titlesOf('visit', visit.id, { audience: 'internal' })).toEqual([
      'Guiyang delegation in Naples',
      'Welcome',
      'Debriefing',
    ]);
    expect(await titlesOf('visit', visit.id, { audience: 'public' })).toEqual([
      'Guiyang delegation in Naples',
    ]);
  });

  it('tells at a forum, too, whom people come for, and when it is by their clocks', async () => {
    const forum = await office.record('/v1/forums', {
      names: named('Forum of cities'),
      starts: '2027-05-20',
      ends: '2027-05-20',
      timeZone: 'Europe/Rome',
      placeId: known.naples.id,
      participants: [{ delegationId: delegation.id, side: 'guest', role: 'attendee' }],
      agenda: [
        {
          kind: 'meeting',
          title: { en: 'Panel of cities' },
          startsAt: '2027-05-20T10:00:00+02:00',
          endsAt: '2027-05-20T11:00:00+02:00',
          audience: 'guests',
          participants: [{ personId: known.sunZhiming.id, side: 'guest', role: 'speaker' }],
        },
      ],
    });
    await office.record(`${forum.at}/agenda/publications`, {});
    for (const link of [await make('forum', forum.id), await make('delegation', delegation.id)]) {
      const item = entriesIn(await read(link)).find(({ summary }) => summary === 'Panel of cities');
      expect(item!.description.split('\n\n')).toEqual([
        'For the guests: Guiyang Municipal Government',
        '2027-05-20 10:00–11:00 (Europe/Rome)\n2027-05-20 16:00–17:00 (Asia/Shanghai)',
      ]);
    }
    await office.delete(forum.at, { 'if-match': '*' });
  });

  it('says that an item changed when it is published without what it told, or that is put away', async () => {
    const own = await office.record('/v1/visits', aVisit({ names: named('Visit of one who leaves') }));
    const link = await make('visit', own.id);
    const changedAt = async (): Promise<string> => {
      const calendar = new ICAL.Component(ICAL.parse((await read(link)).text));
      const [item] = calendar
        .getAllSubcomponents('vevent')
        .filter((one) => one.getFirstPropertyValue('summary') === 'Welcome');
      return String(item!.getFirstPropertyValue('last-modified'));
    };
    const publishAt = async (time: string): Promise<void> => {
      office.setTime(time);
      await office.record(`${own.at}/agenda/publications`, {});
      expect(await changedAt()).toBe(time);
    };
    await publishAt('2027-04-22T10:00:00Z');
    const find = async (path: string, isWanted: (one: Recorded) => boolean): Promise<string> =>
      (await office.get(path)).body.items.find(isWanted).id;
    const speaker = await find(
      `${own.at}/participants`,
      ({ role, side }) => role === 'speaker' && side === 'guest',
    );
    await office.delete(`${own.at}/participants/${speaker}`, { 'if-match': '*' });
    await publishAt('2027-04-22T11:00:00Z');
    const greetings = await find(`${own.at}/agenda`, ({ title }) => title === 'Greetings');
    office.setTime('2027-04-22T12:00:00Z');
    await office.delete(`${own.at}/agenda/${greetings}`, { 'if-match': '*' });
    expect(await changedAt()).toBe('2027-04-22T12:00:00Z');
    office.setTime(NOW);
    await office.delete(own.at, { 'if-match': '*' });
  });

  it('tells no part of an item that was put away since it was published', async () => {
    const own = await office.record('/v1/visits', aVisit({ names: named('Visit without greetings') }));
    await office.record(`${own.at}/agenda/publications`, {});
    const link = await make('visit', own.id);
    const told = async (): Promise<boolean> => (await read(link)).text.includes('Greetings');
    expect(await told()).toBe(true);
    await office.delete(`${own.at}/agenda/${(own.agenda as Recorded[])[2]!.id}`, { 'if-match': '*' });
    expect(await told()).toBe(false);
    await office.delete(own.at, { 'if-match': '*' });
  });

  it('tells the public of public events alone', async () => {
    const dated = { starts: '2027-05-25', ends: '2027-05-26' };
    const forum = await office.record('/v1/forums', { ...dated, names: named('Open'), visibility: 'public' });
    const parts = await Promise.all(
      ['public', 'internal'].map((visibility) =>
        office.record('/v1/forums', {
          ...dated,
          names: named(`Part, ${visibility}`),
          parentId: forum.id,
          visibility,
        }),
      ),
    );
    const link = await make('forum', forum.id, { audience: 'public' });
    expect(entriesIn(await read(link)).map(({ summary }) => summary)).toEqual(['Open', 'Part, public']);
    expect(unfold(await read(link))).not.toContain('internal');
    expect((await titlesOf('forum', forum.id)).sort()).toEqual(['Open', 'Part, internal', 'Part, public']);
    expect(await titlesOf('office', undefined, { audience: 'public' })).toEqual(['Open', 'Part, public']);
    for (const one of [...parts, forum]) await office.delete(one.at, { 'if-match': '*' });
  });

  it('speaks the languages that it was made for', async () => {
    const [, item] = entriesIn(await read(await make('visit', visit.id, { languages: ['it', 'en'] })));
    expect([item!.summary, item!.description.split('\n\n')[0]]).toEqual([
      'Benvenuto',
      'Ordine del giorno:\nGreetings',
    ]);
  });

  it('differs by what it is about', async () => {
    const title = 'Guiyang delegation in Naples';
    const guest = await office.as({ label: 'Responsible', role: 'organizer' });
    const actor = (await guest.get('/v1/me')).body.actor.id as string;
    const own = await office.record('/v1/visits', {
      names: named('Another visit'),
      starts: '2027-06-10',
      responsibleId: actor,
    });
    const due = { title: { en: 'Write to them' }, kind: 'reply', eventId: own.id, ownerActorId: actor };
    const [task] = await Promise.all([
      office.record('/v1/follow-ups', { ...due, due: '2027-06-20' }),
      office.record('/v1/follow-ups', { ...due, due: '2027-06' }),
    ]);
    expect(await titlesOf('delegation', delegation.id)).toEqual([title, 'Welcome']);
    expect(await titlesOf('person', known.sunZhiming.id)).toEqual([title, 'Welcome']);
    expect(await titlesOf('person', known.deGennaro.id)).toEqual(['Welcome']);
    expect(await titlesOf('person', known.wuHongchun.id)).toEqual([title, 'Welcome']);
    expect(await titlesOf('place', room.id)).toEqual(['Welcome']);
    expect(await titlesOf('place', known.naples.id)).toEqual([title, 'Welcome']);
    expect(await titlesOf('office')).toEqual([title, 'Another visit']);
    const link = await make('actor', actor, { audience: 'internal' });
    expect(entriesIn(await read(link)).map(({ summary }) => summary)).toEqual(['Another visit']);
    const tasks = new ICAL.Component(ICAL.parse((await read(link)).text)).getAllSubcomponents('vtodo');
    expect(
      tasks.map((todo) => [todo.getFirstPropertyValue('uid'), String(todo.getFirstPropertyValue('due'))]),
    ).toEqual([
      [task.id, '2027-06-20'],
      [expect.any(String), 'null'],
    ]);
    const asEvents = entriesIn(await read(link, '?as=events')).map(({ summary }) => summary);
    expect(asEvents).toEqual(['Another visit', 'Due: Write to them']);
    expect(await titlesOf('actor', actor)).toEqual(['Another visit']);
    const corteo = await office.post(LINKS, aLink('actor', '00000000-0000-7000-8000-000000000001'));
    expect([corteo.status, corteo.body.code]).toEqual([400, 'request.invalid']);
  });

  it('holds agendas as they were published', async () => {
    const other = await office.record(
      '/v1/visits',
      aVisit({
        names: named('Later'),
        starts: '2027-09-10',
        ends: '2027-09-11',
        agenda: [{ kind: 'meeting', title: { en: 'Draft' }, on: '2027-09-10', audience: 'guests' }],
      }),
    );
    const link = await make('visit', other.id);
    const titles = async () => entriesIn(await read(link)).map(({ summary }) => summary);
    expect(await titles()).toEqual(['Later']);
    await office.record(`${other.at}/agenda/publications`, {});
    expect(await titles()).toEqual(['Later', 'Draft']);
    const [item] = (await office.get(other.at)).body.agenda as Recorded[];
    await office.patch(`${other.at}/agenda/${item!.id}`, { title: { en: 'Changed' } }, { 'if-match': '*' });
    expect(await titles()).toEqual(['Later', 'Draft']);
    await office.patch(`${other.at}/agenda/${item!.id}`, { audience: 'internal' }, { 'if-match': '*' });
    expect(await titles()).toEqual(['Later']);
  });

  describe('in its other forms', () => {
    const readAs = (link: Recorded, ending: string, headers = {}): Promise<Answer> =>
      office.stranger.get(pathOf(link).replace('.ics', ending), headers);

    it('says the same', async () => {
      const owner = (await office.get('/v1/me')).body.actor.id as string;
      const task = { title: { en: 'Write to them' }, kind: 'reply', eventId: visit.id, ownerActorId: owner };
      const { id } = await office.record('/v1/follow-ups', { ...task, due: '2027-05-20' });
      for (const link of [
        await make('visit', visit.id),
        await make('actor', owner, { audience: 'internal' }),
      ]) {
        const [jcal, js] = [await readAs(link, '.jcal.json'), await readAs(link, '.jscalendar.json')];
        const text = await read(link);
        expect(jcal.body).toEqual(ICAL.parse(text.text));
        const parts = new ICAL.Component(ICAL.parse(text.text)).getAllSubcomponents();
        const entries = parts.filter(({ name }) => name !== 'vtimezone');
        expect(
          (js.body.entries as Recorded[]).map(({ uid, title, privacy }) => [uid, title, privacy]),
        ).toEqual(
          entries.map((entry) => [
            entry.getFirstPropertyValue('uid'),
            entry.getFirstPropertyValue('summary'),
            'private',
          ]),
        );
        expect(js.body).toMatchObject({ '@type': 'Group', uid: link.id, title: 'A calendar' });
      }
      const js = await readAs(await make('actor', owner, { audience: 'internal' }), '.jscalendar.json');
      expect(js.body.entries).toContainEqual(
        expect.objectContaining({
          '@type': 'Task',
          uid: id,
          due: '2027-05-20T00:00:00',
          progress: 'needs-action',
        }),
      );
      const [, item] = (await readAs(await make('visit', visit.id), '.jscalendar.json')).body
        .entries as Recorded[];
      expect([item!.locale, item!.localizations]).toEqual(['en', { it: { title: 'Benvenuto' } }]);
      await office.delete(`/v1/follow-ups/${id}`, { 'if-match': '*' });
    });

    it('tells when a person is taken, and nothing of what by', async () => {
      const link = await make('person', known.sunZhiming.id);
      const answer = await readAs(link, '.ifb?from=2027-05-10&to=2027-05-11');
      expect(answer.text.split('\r\n').slice(3, -2)).toEqual([
        'BEGIN:VFREEBUSY',
        `UID:${link.id}-20270509T220000Z-20270511T220000Z`,
        expect.stringMatching(/^DTSTAMP:20270422T/),
        'DTSTART:20270509T220000Z',
        'DTEND:20270511T220000Z',
        'FREEBUSY;FBTYPE=BUSY-TENTATIVE:20270510T080000Z/20270510T093000Z',
        'END:VFREEBUSY',
      ]);
      expect((await readAs(link, '.ifb?from=2027-05-11&to=2027-05-10')).status).toBe(400);
      expect((await readAs(link, '.ifb')).text).toContain('20270510T080000Z/');
      const [first, second] = [await readAs(link, '.ifb'), await readAs(link, '.ifb')];
      expect(first.text).toBe(second.text);
    });

    it.each(['2020-03-04', '2031-03-04'])('tells when a place was or will be taken in %s', async (day) => {
      const items = ['confirmed', 'proposed', 'cancelled'].map((status, index) => ({
        kind: 'meeting',
        title: { en: status },
        status,
        startsAt: `${day}T1${index}:00:00+01:00`,
        endsAt: `${day}T1${index + 1}:00:00+01:00`,
        placeId: room.id,
        audience: 'guests',
      }));
      const long = await office.record('/v1/visits', aVisit({ starts: day, ends: day, agenda: items }));
      await office.record(`${long.at}/agenda/publications`, {});
      const asked = `?from=${day}&to=${day}`;
      const [own, place] = [
        await readAs(await make('place', room.id), `.ifb${asked}`),
        await office.get(`/v1/places/${room.id}/free-busy.ifb${asked}`),
      ];
      const date = day.replaceAll('-', '');
      expect(
        [own, place].map(({ text }) => text.split('\r\n').filter((line) => line.startsWith('FREEBUSY'))),
      ).toEqual(
        Array.from({ length: 2 }, () => [
          `FREEBUSY;FBTYPE=BUSY:${date}T090000Z/${date}T100000Z`,
          `FREEBUSY;FBTYPE=BUSY-TENTATIVE:${date}T100000Z/${date}T110000Z`,
        ]),
      );
    });

    it.each([
      ['.ics', 'text/calendar; charset=utf-8'],
      ['.jcal.json', 'application/calendar+json'],
      ['.jscalendar.json', 'application/jscalendar+json;type=group'],
      ['.ifb', 'text/calendar; charset=utf-8; component=VFREEBUSY'],
    ])('is for nobody but who knows its address, as %s', async (ending, type) => {
      const link = await make('visit', visit.id);
      const answer = await readAs(link, ending);
      const told = {
        'cache-control': 'private, no-cache',
        'referrer-policy': 'no-referrer',
        'x-robots-tag': 'noindex, nofollow',
      };
      expect([answer.status, answer.headers]).toMatchObject([
        200,
        { ...told, 'content-type': type, 'content-disposition': `attachment; filename="visit${ending}"` },
      ]);
      const again = await readAs(link, ending, { 'if-none-match': answer.headers.etag! });
      expect([again.status, again.headers]).toMatchObject([304, { ...told, etag: answer.headers.etag }]);
      await office.delete(`${LINKS}/${link.id}`);
      const gone = await readAs(link, ending);
      const never = await office.stranger.get(
        `/v1/calendars/private/corteo_calendar_${'0'.repeat(39)}${ending}`,
      );
      expect([gone.status, gone.body, gone.headers]).toMatchObject([404, never.body, told]);
      expect(gone.body.instance).toBe(`/v1/calendars/private/corteo_redacted${ending}`);
    });
  });

  it.each([
    ['half a code', '%.ics', 400],
    ['a code of no digits', '.ics%zz', 400],
    ['a secret that is too long', `${'a'.repeat(5000)}.ics`, 414],
    ['another ending', '.icsx', 404],
    ['a parameter', '.ics?token', 404],
  ])('has a secret that no refusal repeats: with %s', async (_, ending, status) => {
    const token = makeToken('calendar');
    const inCode = [...token].map((letter) => `%${letter.charCodeAt(0).toString(16)}`);
    const spellings = [token, `%63${token.slice(1)}`, token.replace('_', '%5F'), inCode.join('')];
    for (const spelling of spellings) {
      const answer = await office.stranger.misuse('get', `/v1/calendars/private/${spelling}${ending}`);
      expect([spelling, answer.status, answer.body.instance]).toEqual([
        spelling,
        status,
        expect.stringMatching(/^\/v1\/calendars\/private\/corteo_redacted[^_]*$/),
      ]);
      expect(decodeURIComponent(answer.text.replace(/%(?![\da-f]{2})/gi, ''))).not.toContain(token);
    }
  });

  it('says how much of it has no day yet', async () => {
    const open = await office.record('/v1/visits', {
      names: named('Some day in autumn'),
      starts: '2027-10',
      agenda: [{ kind: 'meeting', title: { en: 'Some time' }, audience: 'guests' }],
    });
    await office.record(`${open.at}/agenda/publications`, {});
    const answer = await read(await make('visit', open.id));
    expect([entriesIn(answer), answer.headers['x-corteo-undated']]).toEqual([[], '2']);
    await office.delete(open.at, { 'if-match': '*' });
  });

  it('is the same until something changes, and then another one', async () => {
    const link = await make('visit', visit.id);
    const { headers, text } = await read(link);
    const again = await read(link, '', { 'if-none-match': headers.etag! });
    expect([again.status, again.text, again.headers['x-robots-tag']]).toEqual([304, '', 'noindex, nofollow']);
    const head = await office.stranger.misuse('head', pathOf(link));
    expect([head.status, head.headers.etag, Number(head.headers['content-length'])]).toEqual([
      200,
      headers.etag,
      Buffer.byteLength(text),
    ]);
    const summary = { en: 'What it is about' };
    await office.patch(visit.at, { summary }, { 'if-match': '*' });
    const changed = await read(link, '', { 'if-none-match': headers.etag! });
    expect([changed.status, unfold(changed).includes(summary.en)]).toEqual([200, true]);
  });

  describe('ends', () => {
    let unknown: Answer;
    const gone = (answer: Answer): object => {
      const own = ['x-request-id', 'date', 'ratelimit-remaining', 'ratelimit-reset'];
      const headers = Object.entries(answer.headers).filter(([name]) => !own.includes(name));
      return { status: answer.status, body: answer.body as object, headers };
    };

    beforeAll(async () => {
      const never = `/v1/calendars/private/corteo_calendar_${'0'.repeat(39)}.ics`;
      unknown = await office.stranger.get(never);
    });

    it('as if it had never been', async () => {
      const [revoked, over] = [
        await make('visit', visit.id),
        await make('visit', visit.id, { expiresAt: '2027-04-22T10:00:00Z' }),
      ];
      expect([(await read(revoked)).status, (await read(over)).status]).toEqual([200, 200]);
      expect((await office.delete(`${LINKS}/${revoked.id}`)).status).toBe(204);
      office.setTime('2027-04-22T10:00:00Z');
      const answers = [await read(revoked), await read(over)];
      office.setTime(NOW);
      expect(unknown.status).toBe(404);
      expect(unknown.body).toMatchObject({
        code: 'record.unknown',
        instance: '/v1/calendars/private/corteo_redacted.ics',
      });
      expect(answers.map(gone)).toEqual([gone(unknown), gone(unknown)]);
      expect((await office.delete(`${LINKS}/${revoked.id}`)).status).toBe(404);
      const states = (await office.get(`${LINKS}/${revoked.id}`)).body;
      expect(states).toMatchObject({
        state: 'revoked',
        revokedAt: expect.any(String),
        lastReadOn: '2027-04-22',
      });
    });

    it('in the same time and with the same words as what nobody ever had', async () => {
      const revoked = await make('visit', visit.id);
      expect((await read(revoked)).status).toBe(200);
      await office.delete(`${LINKS}/${revoked.id}`);
      const known = pathOf(revoked);
      const took: Record<'never' | 'revoked', number[]> = { never: [], revoked: [] };
      const told = new Set<string>();
      for (let time = 0; time < 150; time++)
        for (const kind of ['never', 'revoked'] as const) {
          const path = kind === 'revoked' ? known : `/v1/calendars/private/${makeToken('calendar')}.ics`;
          const began = performance.now();
          const answer = await fetch(`${office.url}${path}`);
          told.add(JSON.stringify([answer.status, [...answer.headers.keys()], await answer.text()]));
          took[kind].push(performance.now() - began);
        }
      expect([...told]).toEqual([expect.stringContaining('record.unknown')]);
      const ratio = medianOf(took.revoked) / medianOf(took.never);
      expect(ratio).toBeGreaterThan(0.6);
      expect(ratio).toBeLessThan(1.6);
    });

    it('on every instance with the next request', async () => {
      const other = await office.openAnother();
      other.setTime(NOW);
      const link = await make('visit', visit.id);
      const elsewhere = (): Promise<Answer> => other.stranger.get(pathOf(link));
      expect((await elsewhere()).status).toBe(200);
      await office.delete(`${LINKS}/${link.id}`);
      expect((await elsewhere()).status).toBe(404);
      await other.close();
    });

    it('with the token that it was made with, or the one that replaced it', async () => {
      const tokens = office.provider(Tokens);
      const made = await tokens.create({ label: 'Organizer', role: 'organizer', days: 36_500 });
      const organizer = office.by(made.token);
      const link = await organizer.record(LINKS, aLink('visit', visit.id));
      const rotated = await office.post(`/v1/tokens/${made.id}/rotate`, {});
      expect((await read(link)).status).toBe(200);
      await office.patch(`/v1/tokens/${rotated.body.id}`, { scopes: ['forums:read'] });
      expect(gone(await read(link))).toEqual(gone(unknown));
      await office.patch(`/v1/tokens/${rotated.body.id}`, { scopes: null });
      expect((await read(link)).status).toBe(200);
      await office.delete(`/v1/tokens/${rotated.body.id}`);
      expect(gone(await read(link))).toEqual(gone(unknown));
    });

    it('with what its maker may see', async () => {
      const viewer = await office.as({ label: 'Viewer', role: 'viewer', days: 36_500 });
      const secret = await office.record('/v1/visits', { names: named('Secret'), starts: '2027-05-20' });
      const [one, all] = [
        await viewer.record(LINKS, aLink('visit', secret.id)),
        await viewer.record(LINKS, aLink('office')),
      ];
      expect((await read(one)).status).toBe(200);
      expect((await read(all)).text).toContain('SUMMARY:Secret');
      await office.patch(secret.at, { visibility: 'confidential' }, { 'if-match': '*' });
      expect(gone(await read(one))).toEqual(gone(unknown));
      expect((await read(all)).text).not.toContain('Secret');
      const refused = await viewer.post(LINKS, aLink('visit', secret.id));
      const never = await viewer.post(LINKS, aLink('visit', NOT_THERE));
      expect([refused.status, never.status]).toEqual([400, 400]);
      await office.delete(secret.at, { 'if-match': '*' });
    });

    it('seven days after it was replaced', async () => {
      const link = await make('visit', visit.id);
      const rotated = await office.post(`${LINKS}/${link.id}/rotate`);
      expect([rotated.status, rotated.headers.location, rotated.body.id]).toEqual([
        201,
        `${LINKS}/${link.id}`,
        link.id,
      ]);
      const next: Recorded = { ...link, address: rotated.body.address };
      expect(next.address).not.toBe(link.address);
      expect([(await read(link)).text, (await read(next)).status]).toEqual([(await read(next)).text, 200]);
      office.setTime('2027-04-24T09:00:00Z');
      const again = await office.post(`${LINKS}/${link.id}/rotate`);
      const third: Recorded = { ...link, address: again.body.address };
      expect(again.body.formerUntil).toBe('2027-05-01T09:00:00.000Z');
      const statuses = [await read(link), await read(next), await read(third)].map(({ status }) => status);
      expect(statuses).toEqual([200, 200, 200]);
      office.setTime('2027-04-29T09:00:00Z');
      expect([gone(await read(link)), (await read(next)).status]).toEqual([gone(unknown), 200]);
      office.setTime(NOW);
    });
  });

  it('is listed for who made it, and for who keeps the tokens of the office', async () => {
    const maker = await office.as({ label: 'Maker', role: 'organizer' });
    const stranger = await office.as({ label: 'Somebody else', role: 'organizer' });
    const link = await maker.record(LINKS, aLink('office'));
    const idsFor = async (client: typeof maker): Promise<unknown[]> =>
      ((await client.get(`${LINKS}?state=living`)).body.items as Recorded[]).map(({ id }) => id);
    expect(await idsFor(maker)).toEqual([link.id]);
    expect(await idsFor(stranger)).toEqual([]);
    expect(await idsFor(office)).toContain(link.id);
    const at = `${LINKS}/${link.id}`;
    const others = [await stranger.get(at), await stranger.delete(at), await stranger.post(`${at}/rotate`)];
    expect(others.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect((await office.post(`${at}/rotate`)).status).toBe(201);
    const scopes = ['tokens:read', 'tokens:write', 'visits:read'] as const;
    const keeper = await office.as({ label: 'Keeper', role: 'admin', scopes, days: 36_500 });
    expect((await keeper.post(`${at}/rotate`)).body.code).toBe('token.beyond-own');
    expect((await keeper.delete(at)).status).toBe(204);
  });

  it('is about something that there is', async () => {
    const refused = await Promise.all(
      [
        aLink('office', visit.id),
        aLink('visit'),
        aLink('forum', visit.id),
        aLink('visit', visit.id, { expiresAt: '2027-04-22T09:00:00Z' }),
        aLink('visit', visit.id, { languages: [] }),
      ].map((body) => office.post(LINKS, body)),
    );
    expect(refused.map(({ status, body }) => [status, body.errors?.[0]?.pointer ?? body.code])).toEqual([
      [400, '/subject/id'],
      [400, '/subject/id'],
      [400, '/subject/id'],
      [400, '/expiresAt'],
      [400, '/languages'],
    ]);
  });

  it('is made while something else is recorded by its maker', async () => {
    const { body: me } = await office.get('/v1/me');
    await office.provider(Database).transaction(async (tx) => {
      await tx.query('select from actors where id = $1 for key share', [me.actor.id]);
      expect((await office.post(LINKS, aLink('office'))).status).toBe(201);
    });
  });

  it('has limits of its own', async () => {
    const limited = await openOffice({ RATE_LIMIT_TOKEN: '3', RATE_LIMIT_FAILURES: '2' });
    const link = await limited.record(LINKS, aLink('office'));
    const statuses = async (path: string, times: number): Promise<number[]> => {
      const found: number[] = [];
      for (let time = 0; time < times; time++) found.push((await limited.stranger.get(path)).status);
      return found;
    };
    expect(await statuses(pathOf(link), 4)).toEqual([200, 200, 200, 429]);
    const never = `/v1/calendars/private/corteo_calendar_${'0'.repeat(39)}.ics`;
    expect(await statuses(never, 3)).toEqual([404, 404, 429]);
    await limited.close();
  });
});

interface Entry {
  readonly uid: string;
  readonly sequence: number;
  readonly class: string;
  readonly summary: string;
  readonly description: string;
}

/** The entries of a calendar, as another library reads them. */
function entriesIn({ text, status }: Answer): Entry[] {
  if (status !== 200) throw new Error(`A calendar answered ${status}: ${text}`);
  const found = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
  const names = ['uid', 'sequence', 'class', 'summary', 'description'] as const;
  return found.map(
    (entry) =>
      Object.fromEntries(names.map((name) => [name, entry.getFirstPropertyValue(name)])) as unknown as Entry,
  );
}

function medianOf(times: readonly number[]): number {
  return times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)]!;
}

function unfold({ text }: Answer): string {
  return text.replaceAll('\r\n ', '');
}
