import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aPlace, named } from '#directory/testing';
import { APPLE, GOOGLE, INDICO, OUTLOOK, PRETALX } from '#dossiers/testing';
import fc from 'fast-check';
import type { Answer, Recorded } from './answer.js';
import { type Office, openOffice } from './office.js';

describe('an office that takes over the programme of others', () => {
  let office: Office;
  let around: { red: string; green: string; venue: string };
  beforeAll(async () => {
    office = await openOffice();
    const place = async (body: object): Promise<string> => (await office.post('/v1/places', body)).body.id;
    const city = await place({ names: named('Roma', 'it'), kind: 'city', timeZone: 'Europe/Rome' });
    const venue = await place({ names: named('Palazzo dei Congressi', 'it'), kind: 'venue', parentId: city });
    const room = (name: string, parentId: string): Promise<string> =>
      place({ names: named(name, 'it'), kind: 'room', parentId });
    around = { venue, red: await room('Sala Rossa', venue), green: await room('Sala Verde', venue) };
    const elsewhere = await place({ names: named('Villa', 'it'), kind: 'venue' });
    await room('Sala Rossa', elsewhere);
  });
  afterAll(() => office.close());

  const newForum = async (fields: object = {}): Promise<string> => {
    const forum = {
      names: named('Forum 2027'),
      placeId: around.venue,
      starts: '2027-05-10',
      ends: '2027-05-12',
    };
    return (await office.post('/v1/forums', { ...forum, ...fields })).body.id;
  };
  const send = (id: string, text: string | Buffer, query = '', type = 'text/calendar'): Promise<Answer> =>
    office.post(`/v1/forums/${id}/agenda/imports${query}`, text, { 'content-type': type });
  const take = async (id: string, text: string): Promise<Answer> =>
    send(id, text, `?apply=${(await send(id, text)).body.plan}`);
  const agendaOf = async (id: string): Promise<Recorded[]> =>
    (await office.get(`/v1/forums/${id}/agenda?limit=200`)).body.items;
  const told = ({ body }: Answer): unknown[] =>
    body.entries.map(({ title, outcome, reasons }: Recorded) => [
      title,
      outcome,
      ...reasons.map(({ code }: Recorded) => code),
    ]);
  const timed = (items: Recorded[]): unknown[] =>
    items.map(({ title, startsAt, on, place }) => [title, startsAt ?? on, place && place.name]);

  it('is told what would be written, and nothing is', async () => {
    const id = await newForum();
    const { status, body } = await send(id, OUTLOOK);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      applied: false,
      counts: { created: 2, updated: 0, skipped: 0, doubtful: 0 },
      left: [],
    });
    expect(body.entries[0]).toEqual({
      line: 24,
      uid: expect.stringMatching(/^040000008200E00074C5B7101A82E008.*F90$/),
      repetition: null,
      sequence: 0,
      title: 'Apertura',
      outcome: 'created',
      reasons: [],
      id: null,
      kind: 'opening',
      changes: [
        { field: 'title/it', from: null, to: 'Apertura' },
        { field: 'abstract/und', from: null, to: 'Saluti istituzionali' },
        { field: 'placeId', from: null, to: around.red },
        { field: 'startsAt', from: null, to: '2027-05-10T07:30:00Z' },
        { field: 'endsAt', from: null, to: '2027-05-10T09:00:00Z' },
      ],
      contested: [],
      kept: [],
    });
    expect(await agendaOf(id)).toEqual([]);
  });

  it.each<[string, string, unknown[], unknown[]]>([
    [
      'Outlook',
      OUTLOOK,
      [
        ['Apertura', 'created'],
        ['Riunione di chiusura', 'created'],
      ],
      [
        ['Apertura', '2027-05-10T09:30:00+02:00', 'Sala Rossa'],
        ['Riunione di chiusura', '2027-05-11T17:00:00+02:00', null],
      ],
    ],
    [
      'Google',
      GOOGLE,
      [
        ['Morning briefing', 'created'],
        ['Panel on robots', 'created'],
        ['Workshop', 'skipped', 'cancelled'],
        ['Last briefing', 'created'],
      ],
      [
        ['Morning briefing', '2027-05-10T08:30:00+02:00', null],
        ['Panel on robots', '2027-05-10T14:00:00+02:00', 'Sala Verde'],
        ['Last briefing', '2027-05-12T10:00:00+02:00', null],
      ],
    ],
    [
      'Apple',
      APPLE,
      [
        ['参观企业', 'created'],
        ['Pranzo', 'created'],
      ],
      [
        ['参观企业', '2027-05-11', null],
        ['Pranzo', '2027-05-12T12:30:00+02:00', 'Sala Rossa'],
      ],
    ],
    [
      'Indico',
      INDICO,
      [
        ['Keynote: Quantum links', 'created'],
        ['Forum 2027', 'skipped', 'whole'],
      ],
      [['Keynote: Quantum links', '2027-05-10T11:00:00+02:00', 'Sala Verde']],
    ],
    [
      'pretalx',
      PRETALX,
      [['Workshop on data - A. Speaker', 'created', 'place-unknown']],
      [['Workshop on data - A. Speaker', '2027-05-12T15:00:00+02:00', null]],
    ],
  ])('takes what %s exports, once', async (_, text, becomes, agenda) => {
    const id = await newForum();
    const done = await take(id, text);
    expect([done.status, done.body.applied, told(done)]).toEqual([200, true, becomes]);
    const items = await agendaOf(id);
    expect(timed(items)).toEqual(agenda);
    const ids = done.body.entries.map((entry: Recorded) => entry.id).filter(Boolean);
    expect(ids.toSorted()).toEqual(items.map((item) => item.id).toSorted());
    const again = await send(id, text, `?apply=${done.body.plan}`);
    expect([again.status, again.body.counts.created, again.body.counts.updated]).toEqual([200, 0, 0]);
    expect(await agendaOf(id)).toEqual(items);
    await office.delete(`/v1/forums/${id}`, { 'if-match': '*' });
  });

  it('doubts what is in a room that is taken, and takes the rest', async () => {
    const [one, other] = [await newForum(), await newForum()];
    await take(one, GOOGLE);
    expect(told(await take(other, GOOGLE))).toEqual([
      ['Morning briefing', 'created'],
      ['Panel on robots', 'doubtful', 'agenda-item.room-taken'],
      ['Workshop', 'skipped', 'cancelled'],
      ['Last briefing', 'created'],
    ]);
    for (const id of [one, other]) await office.delete(`/v1/forums/${id}`, { 'if-match': '*' });
  });

  it('keeps where something is as a note, where it knows no such place', async () => {
    const id = await newForum();
    await take(id, PRETALX);
    const [item] = await agendaOf(id);
    const { body } = await office.get(`/v1/forums/${id}/agenda/${item!.id}`);
    expect(body.notes).toEqual({ und: 'Sala Blu' });
    expect((await office.get(`/v1/forums/${id}/agenda/${item!.id}/history`)).body.items.length).toBe(1);
  });

  it('looks for places around that of the event, however many elsewhere are called the same', async () => {
    const [city, hall] = await Promise.all(
      ['Torino', 'Lingotto'].map((name) => office.record('/v1/places', aPlace({ names: named(name, 'it') }))),
    );
    const rooms = async (name: string, places: readonly string[]): Promise<string[]> => {
      const ids = [];
      for (const parentId of places)
        ids.push(
          (await office.record('/v1/places', aPlace({ names: named(name, 'it'), kind: 'room', parentId })))
            .id,
        );
      return ids;
    };
    const twelve = Array.from({ length: 12 }, () => hall!.id);
    const [blue] = (await rooms('Sala Uno', [...twelve, around.venue])).slice(-1);
    await rooms('Sala Due', [...twelve, around.venue, around.venue]);
    await rooms('Sala Tre', [...twelve, city!.id]);
    const id = await newForum();
    const calendar = ['Sala Uno', 'Sala Due', 'Sala Tre'].map((room, at) =>
      entry(
        `UID:${at}`,
        `SUMMARY:${room}`,
        `LOCATION:${room}`,
        `DTSTART;TZID=Europe/Rome:2027051${at}T090000`,
      ),
    );
    expect(told(await take(id, calendarOf(...calendar)))).toEqual([
      ['Sala Uno', 'created'],
      ['Sala Due', 'created', 'place-ambiguous'],
      ['Sala Tre', 'created', 'place-unknown'],
    ]);
    expect((await agendaOf(id)).map(({ place }) => place?.id ?? null)).toEqual([blue, null, null]);
  });

  it('takes a later version, and keeps what was edited in between', async () => {
    const id = await newForum();
    await take(id, GOOGLE);
    const panel = (await agendaOf(id)).find(({ title }) => title === 'Panel on robots')!;
    const address = `/v1/forums/${id}/agenda/${panel.id}`;
    await office.patch(
      address,
      { title: { und: 'Panel on robots and law', it: 'Robot' }, placeId: null },
      { 'if-match': '*' },
    );
    const later = GOOGLE.replace('SUMMARY:Panel on robots', 'SUMMARY:Panel on machines')
      .replace('DTEND:20270510T133000Z', 'DTEND:20270510T140000Z')
      .replace(
        'SEQUENCE:1\r\nSTATUS:CONFIRMED\r\nSUMMARY:Panel',
        'SEQUENCE:2\r\nSTATUS:CONFIRMED\r\nSUMMARY:Panel',
      );
    const older = await send(
      id,
      later.replace('SEQUENCE:2\r\nSTATUS:CONFIRMED', 'SEQUENCE:0\r\nSTATUS:CONFIRMED'),
    );
    expect(told(older)[1]).toEqual(['Panel on machines', 'skipped', 'older']);
    const entry = (await take(id, later)).body.entries[1];
    expect(entry).toMatchObject({
      outcome: 'doubtful',
      reasons: [{ code: 'contested' }],
      id: panel.id,
      changes: [{ field: 'endsAt', from: '2027-05-10T13:30:00Z', to: '2027-05-10T14:00:00Z' }],
      contested: [{ field: 'title/und', from: 'Panel on robots and law', to: 'Panel on machines' }],
      kept: [{ field: 'placeId', from: null, to: around.green }],
    });
    const { body } = await office.get(address);
    expect([body.title, body.endsAt, body.place]).toEqual([
      { und: 'Panel on robots and law', it: 'Robot' },
      '2027-05-10T16:00:00+02:00',
      null,
    ]);
    await office.patch(address, { title: { und: 'Panel on machines' } }, { 'if-match': '*' });
    expect(told(await send(id, later))[1]).toEqual(['Panel on machines', 'skipped', 'kept']);
  });

  it('tells of what is cancelled, put away, or no longer there', async () => {
    const id = await newForum();
    await take(id, APPLE + PRETALX);
    const [tour, lunch] = await agendaOf(id);
    await office.delete(`/v1/forums/${id}/agenda/${tour!.id}`, { 'if-match': '*' });
    const cancelled = APPLE.replace('SUMMARY:Pranzo', 'STATUS:CANCELLED\r\nSUMMARY:Pranzo');
    const { body } = await send(id, cancelled);
    expect(told({ body } as Answer)).toEqual([
      ['参观企业', 'doubtful', 'put-away'],
      ['Pranzo', 'doubtful', 'cancelled'],
    ]);
    expect(body.left.map(({ uid }: Recorded) => uid)).toEqual([
      'pretalx-forum-2027-ABC123@pretalx.example.org',
    ]);
    await office.post(`/v1/forums/${id}/agenda/${lunch!.id}/transitions`, {
      to: 'cancelled',
      reason: 'No time',
    });
    expect(told(await send(id, cancelled))[1]).toEqual(['Pranzo', 'skipped', 'cancelled']);
  });

  it('doubts what lies outside the days of the event, and what has no title or no zone', async () => {
    const id = await newForum({ ends: '2027-05-11' });
    expect(told(await take(id, PRETALX))).toEqual([
      ['Workshop on data - A. Speaker', 'doubtful', 'place-unknown', 'outside'],
    ]);
    expect(told(await send(id, INDICO.replace('SUMMARY:Keynote: Quantum links\r\n', '')))[0]).toEqual([
      null,
      'doubtful',
      'no-title',
    ]);
    const nowhere = await newForum({ placeId: null });
    const [first] = (await send(nowhere, OUTLOOK)).body.entries;
    expect([first.outcome, first.reasons]).toEqual([
      'doubtful',
      [
        { code: 'place-ambiguous', detail: expect.stringContaining('Several places') },
        { code: 'time-zone-unknown', detail: expect.stringContaining('No time zone is known') },
      ],
    ]);
  });

  const entry = (...lines: string[]): string => ['BEGIN:VEVENT', ...lines, 'END:VEVENT', ''].join('\r\n');
  const calendarOf = (...entries: string[]): string =>
    `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${entries.join('')}END:VCALENDAR\r\n`;
  const NINE = 'DTSTART;TZID=Europe/Rome:20270510T090000';

  it('follows the status of a calendar, which stands while it says none', async () => {
    const id = await newForum();
    const takeNext = async (sequence: number, ...lines: string[]): Promise<unknown[]> => {
      const { body } = await take(
        id,
        calendarOf(entry('UID:s', NINE, 'SUMMARY:S', `SEQUENCE:${sequence}`, ...lines)),
      );
      const [item] = await agendaOf(id);
      return [
        ...told({ body } as Answer),
        body.entries[0].changes.map(({ field }: Recorded) => field),
        item!.status,
      ];
    };
    const titled = ['title/und', 'status', 'startsAt'];
    expect(await takeNext(0, 'STATUS:TENTATIVE')).toEqual([['S', 'created'], titled, 'proposed']);
    expect(await takeNext(1)).toEqual([['S', 'skipped', 'unchanged'], [], 'proposed']);
    expect(await takeNext(2, 'STATUS:CONFIRMED')).toEqual([['S', 'updated'], ['status'], 'confirmed']);
    expect(await takeNext(3)).toEqual([['S', 'skipped', 'unchanged'], [], 'confirmed']);
    const other = entry('UID:t', NINE, 'SUMMARY:T');
    await take(id, calendarOf(other));
    await take(id, calendarOf(other.replace('SUMMARY:T', 'SUMMARY:U')));
    const { body } = await take(id, calendarOf(other.replace('SUMMARY:T', 'SUMMARY:U\r\nSTATUS:CONFIRMED')));
    expect(told({ body } as Answer)).toEqual([['U', 'updated']]);
  });

  it('takes the newest of entries with the same UID, wherever it stands', async () => {
    const id = await newForum();
    const [newer, older] = ['12', '11'].map((hour) =>
      entry('UID:s', NINE, `SUMMARY:At ${hour}`, `LAST-MODIFIED:20270101T${hour}0000Z`),
    ) as [string, string];
    const becomes = async (...entries: string[]): Promise<unknown[]> =>
      told(await send(id, calendarOf(...entries))).toSorted();
    const one = [
      ['At 11', 'skipped', 'twice'],
      ['At 12', 'created'],
    ];
    expect([await becomes(newer, older), await becomes(older, newer)]).toEqual([one, one]);
  });

  it('cancels by the method of each calendar alone', async () => {
    const id = await newForum();
    const withMethod = (method: string): string =>
      calendarOf(`METHOD:${method}\r\n`, entry(`UID:${method}`, NINE, `SUMMARY:${method}`));
    const both = [withMethod('CANCEL'), withMethod('PUBLISH')];
    for (const text of [both.join(''), both.toReversed().join('')])
      expect(told(await send(id, text)).toSorted()).toEqual([
        ['CANCEL', 'skipped', 'cancelled'],
        ['PUBLISH', 'created'],
      ]);
  });

  it('finds days and repetitions again that a later version counts otherwise', async () => {
    const series = entry('UID:s', NINE, 'SUMMARY:S', 'RRULE:FREQ=DAILY;COUNT=2');
    const single = entry('UID:s', NINE, 'SUMMARY:S');
    const days = (first: string, end: string): string =>
      entry('UID:s', `DTSTART:202705${first}`, `DTEND:202705${end}`, 'SUMMARY:S');
    const [ten, eleven, twelve] = ['10', '11', '12'].map((day) => `2027-05-${day}`);
    const versions: [string, string, unknown[], number, number][] = [
      [days('10', '12'), days('11', '13'), [eleven, twelve], 2, 0],
      [days('10', '12'), days('10', '11'), [ten, eleven], 1, 1],
      [days('10', '11'), days('10', '12'), [ten, eleven], 2, 0],
      [days('10', '11'), days('11', '13'), [eleven, twelve], 2, 0],
      [series, single, [`${ten}T09:00:00+02:00`, `${eleven}T09:00:00+02:00`], 1, 1],
      [single, series, [`${ten}T09:00:00+02:00`, `${eleven}T09:00:00+02:00`], 2, 0],
    ];
    for (const [at, [before, after, agenda, entries, left]] of versions.entries()) {
      const id = await newForum();
      await take(id, calendarOf(before));
      const ids = (await agendaOf(id)).map((item) => item.id);
      const { body } = await take(id, calendarOf(after));
      const items = await agendaOf(id);
      expect([at, items.map(({ startsAt, on }) => startsAt ?? on).toSorted()]).toEqual([at, agenda]);
      expect([body.entries.length, body.left.length]).toEqual([entries, left]);
      expect(ids.filter((one) => items.some((item) => item.id === one))).toEqual(ids);
      const again = (await send(id, calendarOf(after))).body;
      expect([again.counts.skipped, again.left]).toEqual([entries, body.left]);
    }
  });

  it('knows what comes from the agenda itself', async () => {
    const id = await newForum({ starts: '2027-05-10', ends: '2027-05-10' });
    await take(id, calendarOf(entry('UID:s', NINE, 'SUMMARY:S', 'LOCATION:Sala Rossa')));
    const own = (await office.get(`/v1/forums/${id}.ics`)).text;
    const { body } = await send(id, own);
    expect(told({ body } as Answer).map((one) => (one as unknown[]).slice(1))).toEqual([
      ['skipped', 'own'],
      ['skipped', 'own'],
    ]);
    expect(told(await send(await newForum(), own)).length).toBe(2);
    await office.delete(`/v1/forums/${id}`, { 'if-match': '*' });
  });

  it('skips what lasts as long as the event, which is the event itself, be it for one day', async () => {
    const day = 'DTSTART;VALUE=DATE:20270510';
    const whole = (title: string): string => entry(`UID:${title}`, day, `SUMMARY:${title}`);
    const id = await newForum({ starts: '2027-05-10', ends: '2027-05-10' });
    expect(told(await send(id, calendarOf(whole('Forum'), entry('UID:s', NINE, 'SUMMARY:S'))))).toEqual([
      ['S', 'created'],
      ['Forum', 'skipped', 'whole'],
    ]);
    expect(told(await send(id, calendarOf(whole('Exhibition'), whole('Sale of books'))))).toEqual([
      ['Exhibition', 'created'],
      ['Sale of books', 'created'],
    ]);
  });

  it('says which encoding it was read in', async () => {
    const id = await newForum();
    const text = calendarOf(entry('UID:s', NINE, 'SUMMARY:Città'));
    const encodingOf = async (type: string): Promise<unknown[]> => {
      const { body } = await send(id, Buffer.from(text, 'latin1'), '', type);
      return [body.encoding, ...body.entries.map(({ title }: Recorded) => title)];
    };
    expect(await encodingOf('text/calendar')).toEqual(['windows-1252', 'Città']);
    expect(await encodingOf('text/calendar; charset="ISO-8859-7"')).toEqual(['iso-8859-7', 'Cittΰ']);
    expect((await send(id, text)).body.encoding).toBe('utf-8');
  });

  it('writes only what was planned', async () => {
    const id = await newForum();
    const { body } = await send(id, PRETALX);
    const other = await send(id, APPLE, `?apply=${body.plan}`);
    expect([other.status, other.body.code]).toEqual([409, 'agenda-import.outdated']);
    expect(await agendaOf(id)).toEqual([]);
  });

  it('comes to a visit, too', async () => {
    const place = { placeId: around.venue, starts: '2027-05-10', ends: '2027-05-12' };
    const delegation = await office.post('/v1/delegations', { names: named('Guests'), kind: 'official' });
    const visit = { names: named('Visit'), direction: 'incoming', delegationIds: [delegation.body.id] };
    const { body } = await office.post('/v1/visits', { ...visit, ...place });
    const path = `/v1/visits/${body.id}/agenda/imports`;
    const answer = await office.post(path, PRETALX, { 'content-type': 'text/calendar' });
    expect(told(answer)).toEqual([['Workshop on data - A. Speaker', 'created', 'place-unknown']]);
    const wrong = await office.post(path.replace('visits', 'forums'), PRETALX, {
      'content-type': 'text/calendar',
    });
    expect(wrong.status).toBe(404);
  });

  it('is refused in words what is no calendar', async () => {
    const id = await newForum();
    const refused = async (answer: Promise<Answer>): Promise<unknown> => {
      const { status, body } = await answer;
      return [status, body.code];
    };
    const inWords = async (answer: Promise<Answer>): Promise<string> => (await answer).body.detail;
    for (const type of ['text/plain', 'application/octet-stream', 'application/json', 'image/png'])
      expect(await inWords(send(id, OUTLOOK, '', type))).toBe('Send text/calendar.');
    expect(await inWords(send(id, 'x'.repeat(2 * 1024 * 1024 + 1)))).toBe(
      'The body of a request may have at most 2 MiB.',
    );
    expect(await inWords(send(id, OUTLOOK, '', 'text/calendar; charset=ebcdic'))).toBe(
      'The encoding “ebcdic” that Content-Type says is not known.',
    );
    expect(await refused(send(id, 'hello'))).toEqual([422, 'agenda-import.unreadable']);
    expect(await refused(send(id, Buffer.from([0xff, 0x00, 0x80])))).toEqual([
      422,
      'agenda-import.unreadable',
    ]);
    expect(await refused(send(id, ''))).toEqual([422, 'agenda-import.unreadable']);
    expect(await refused(send(id, OUTLOOK, '', 'text/plain'))).toEqual([415, 'request.media-type']);
    expect(await refused(send(id, 'x'.repeat(2 * 1024 * 1024 + 1)))).toEqual([413, 'request.too-large']);
    expect(await refused(send(id, OUTLOOK, '?language=x'))).toEqual([400, 'request.invalid']);
  });

  it('is told in words or planned, whatever is in a file', async () => {
    const id = await newForum();
    const lines = [OUTLOOK, GOOGLE, APPLE, INDICO, PRETALX].flatMap((text) => text.split('\r\n'));
    const line = fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...lines) },
      fc.string({ unit: 'binary', maxLength: 60 }).map((text) => `SUMMARY:${text}`),
      fc.constantFrom(
        'UID:',
        `UID:${'u'.repeat(3000)}`,
        'SEQUENCE:99999999999',
        'LOCATION:%_\\',
        'LOCATION:,',
      ),
    );
    const files = fc.sample(fc.array(line, { minLength: 20, maxLength: 80 }), { numRuns: 40, seed: 7 });
    for (const [at, file] of files.entries()) {
      const text = ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'DTSTART:20270510', ...file].join('\r\n');
      const { status, body } = await send(id, text);
      expect([at, [200, 422].includes(status), body.code]).toEqual([at, true, body.code]);
    }
  });

  it('takes 500 entries in time', async () => {
    const id = await newForum();
    const [head, tail] = [PRETALX.slice(0, PRETALX.indexOf('BEGIN:VEVENT')), 'END:VCALENDAR\r\n'];
    const entry = PRETALX.slice(head.length, PRETALX.indexOf('END:VCALENDAR'));
    const many = Array.from({ length: 500 }, (_, at) => entry.replace('ABC123', `T${at}`)).join('');
    const { status, body } = await take(id, head + many + tail);
    expect([status, body.counts]).toEqual([200, { created: 500, updated: 0, skipped: 0, doubtful: 0 }]);
  }, 30_000);
});
