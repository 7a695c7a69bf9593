import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { aPerson, aPlace, named } from '#directory/testing';
import { aParticipation } from '#participants/testing';
import { Database } from '#platform';
import { ZoneCorrectionsService } from '#schedules';
import type { Recorded } from './answer.js';
import { addItem } from './known.js';
import { type Office, openOffice } from './office.js';

const DAY = { starts: '2027-05-10', ends: '2027-05-10' };

describe('telling the time at the place', () => {
  let office: Office;
  let rome: Recorded;
  let tokyo: Recorded;

  beforeAll(async () => {
    office = await openOffice();
    office.setTime('2026-11-27T09:00:00Z');
    rome = await city('Rome', 'Europe/Rome');
    tokyo = await city('Tokyo', 'Asia/Tokyo');
  });

  afterAll(() => office.close());

  const city = (name: string, timeZone: string | null, parentId: string | null = null) =>
    office.record('/v1/places', aPlace({ names: named(name), timeZone, parentId }));
  const visit = (fields: object) => office.record('/v1/visits', { names: named('Visit'), ...DAY, ...fields });
  const patch = async ({ at }: Recorded, change: object): Promise<Recorded> => {
    const answer = await office.patch(at, change, { 'if-match': '*' });
    expect([answer.status, answer.body.errors]).toEqual([200, undefined]);
    return answer.body;
  };
  const told = async (item: Recorded) => {
    const { startsAt, endsAt, timeZone } = await office.reread(item);
    return [startsAt, endsAt, timeZone];
  };
  const kindsAt = async (event: Recorded) =>
    (await office.get(`${event.at}/agenda/conflicts`)).body.items.map(({ kind, detail }: Recorded) => [
      kind,
      detail,
    ]);

  describe('an item', () => {
    it.each([
      ['Europe/Rome', '2027-05-10T10:00', '2027-05-10T10:00:00+02:00'],
      ['Europe/Rome', '2027-10-31T02:30:00+01:00', '2027-10-31T02:30:00+01:00'],
      ['Asia/Kathmandu', '2027-05-10T10:00', '2027-05-10T10:00:00+05:45'],
      ['America/St_Johns', '2027-05-10T10:00', '2027-05-10T10:00:00-02:30'],
      ['Africa/Casablanca', '2026-12-10T10:00:00+00:00', '2026-12-10T10:00:00+00:00'],
      ['America/Edmonton', '2026-12-10T10:00:00-06:00', '2026-12-10T10:00:00-06:00'],
      ['Europe/Rome', '1861-03-17T10:00:00Z', '1861-03-17T10:00:00Z'],
      ['America/New_York', '1870-01-01T12:00:00Z', '1870-01-01T12:00:00Z'],
    ])('in %s, written %s, is at %s', async (timeZone, startsAt, answered) => {
      const event = await visit({ timeZone, starts: null, ends: null });
      const item = await addItem(office, event, { startsAt });
      expect([item.startsAt, await kindsAt(event)]).toEqual([answered, []]);
    });

    it.each([
      '2027-05-10T10:00:60',
      '2027-05-10T10:00:60+02:00',
      '2027-05-10T24:00',
      '2027-05-10',
      '2027-W19-1T10:00',
    ])('is not at %s', async (startsAt) => {
      const event = await visit({ timeZone: 'Europe/Rome' });
      const answer = await office.post(`${event.at}/agenda`, {
        kind: 'meeting',
        title: { en: 'x' },
        startsAt,
      });
      expect([answer.status, answer.body.errors[0].pointer]).toEqual([400, '/startsAt']);
    });

    it.each([
      ['leave out', '2027-03-28T02:30', 'clock-time-left-out', '2027-03-28T03:30:00+02:00'],
      ['show twice', '2027-10-31T02:30', 'clock-time-twice', '2027-10-31T02:30:00+01:00'],
    ])(
      'is not at a time that clocks there %s, until it says what is meant',
      async (_, startsAt, code, meant) => {
        const event = await visit({ timeZone: 'Europe/Rome', starts: null, ends: null });
        const meeting = { kind: 'meeting', title: { en: 'x' }, startsAt };
        const item = await addItem(office, event, { startsAt: '2027-03-27T10:00' });
        const found = [
          await office.post(`${event.at}/agenda`, meeting),
          await office.post('/v1/visits', { names: named('x'), timeZone: 'Europe/Rome', agenda: [meeting] }),
          await office.patch(item.at, { startsAt }, { 'if-match': '*' }),
          await office.post(`${event.at}/agenda/moves`, { items: [{ id: item.id, startsAt }] }),
        ].map(({ status, body }) => [status, body.errors?.[0].pointer, body.errors?.[0].code]);
        expect(found).toEqual(
          ['/startsAt', '/agenda/0/startsAt', '/startsAt', '/items/0/startsAt'].map((at) => [400, at, code]),
        );
        expect((await patch(item, { startsAt: meant })).startsAt).toBe(meant);
      },
    );

    it('of a year before 1000 is told which years have times', async () => {
      const event = await visit({ timeZone: 'Europe/Rome' });
      for (const startsAt of ['0999-12-31T10:00', '9999-01-01T10:00:00+01:00']) {
        const { body } = await office.post(`${event.at}/agenda`, {
          kind: 'meeting',
          title: { en: 'x' },
          startsAt,
        });
        expect(body.errors).toEqual([
          {
            pointer: '/startsAt',
            detail: 'must be a time in the years 1000 to 9998; a date can be of any year from 0001 to 9999.',
            code: 'instant',
          },
        ]);
      }
    });

    it('given with an offset that clocks there do not have is that instant, and says so', async () => {
      const event = await visit({ timeZone: 'Asia/Tokyo' });
      const item = await addItem(office, event, { startsAt: '2027-05-10T10:00:00+02:00' });
      const detail = 'It was given with the offset +02:00, and the clocks there have another.';
      expect([item.startsAt, await kindsAt(event)]).toEqual([
        '2027-05-10T17:00:00+09:00',
        [['other_offset', detail]],
      ]);
      expect(item.conflicts.map(({ kind }: Recorded) => kind)).toEqual(['other_offset']);
      await patch(item, { startsAt: '2027-05-10T10:00' });
      expect([await told(item), await kindsAt(event)]).toEqual([
        ['2027-05-10T10:00:00+09:00', null, 'Asia/Tokyo'],
        [],
      ]);
    });

    it('within its day by the clocks there is not outside it', async () => {
      const event = await visit({ timeZone: 'Africa/Casablanca', starts: '2027-03-17', ends: '2027-03-17' });
      await addItem(office, event, { startsAt: '2027-03-17T22:00:00Z', endsAt: '2027-03-17T23:45:00Z' });
      expect(await kindsAt(event)).toEqual([]);
    });
  });

  describe('follows the zone that it was derived from:', () => {
    const AT_TEN = { startsAt: '2027-05-10T10:00:00+02:00', endsAt: '2027-05-10T11:00:00+02:00' };
    const IN_TOKYO = ['2027-05-10T10:00:00+09:00', '2027-05-10T11:00:00+09:00', 'Asia/Tokyo'];

    it('an event that goes to another place, with its items', async () => {
      const event = await visit({ placeId: rome.id });
      const item = await addItem(office, event, AT_TEN);
      expect((await patch(event, { placeId: tokyo.id })).timeZone).toBe('Asia/Tokyo');
      expect(await told(item)).toEqual(IN_TOKYO);
      expect((await office.reread(item)).sequence).toBe(2);
    });

    it('an event that is given a place at last', async () => {
      const event = await visit({});
      const refused = await office.post(`${event.at}/agenda`, {
        kind: 'meeting',
        title: { en: 'x' },
        ...AT_TEN,
      });
      expect([refused.status, refused.body.errors[0].code]).toEqual([400, 'time-zone-unknown']);
      await patch(event, { placeId: rome.id });
      expect((await addItem(office, event, AT_TEN)).startsAt).toBe(AT_TEN.startsAt);
    });

    it('an event whose zone was said keeps it, until it is taken back', async () => {
      const event = await visit({ placeId: rome.id, timeZone: 'Asia/Tokyo' });
      expect((await patch(event, { placeId: (await city('Milan', 'Europe/Rome')).id })).timeZone).toBe(
        'Asia/Tokyo',
      );
      expect((await patch(event, { timeZone: null })).timeZone).toBe('Europe/Rome');
    });

    it('an event whose first leg goes elsewhere', async () => {
      const event = await visit({ legs: [{ placeId: rome.id }, { placeId: rome.id }] });
      const [first, second] = event.legs;
      const moved = await patch(event, {
        legs: [
          { id: first.id, placeId: tokyo.id },
          { id: second.id, placeId: rome.id },
        ],
      });
      expect(moved.timeZone).toBe('Asia/Tokyo');
    });

    it('an item whose leg goes elsewhere', async () => {
      const event = await visit({ timeZone: 'Europe/Rome', legs: [{ placeId: rome.id }] });
      const item = await addItem(office, event, { ...AT_TEN, legId: event.legs[0].id });
      await patch(event, { legs: [{ id: event.legs[0].id, placeId: tokyo.id }] });
      expect(await told(item)).toEqual(IN_TOKYO);
    });

    it('an item that goes to another leg or place', async () => {
      const event = await visit({
        timeZone: 'Europe/Rome',
        legs: [{ placeId: rome.id }, { placeId: tokyo.id }],
      });
      const item = await addItem(office, event, { ...AT_TEN, legId: event.legs[0].id });
      await patch(item, { legId: event.legs[1].id });
      expect(await told(item)).toEqual(IN_TOKYO);
      await patch(item, { placeId: rome.id });
      expect(await told(item)).toEqual([...Object.values(AT_TEN), 'Europe/Rome']);
    });

    it('an item of an event whose zone is said anew', async () => {
      const event = await visit({ timeZone: 'Europe/Rome' });
      const item = await addItem(office, event, AT_TEN);
      await patch(event, { timeZone: 'Asia/Tokyo' });
      expect(await told(item)).toEqual(IN_TOKYO);
    });

    it('what takes place in a place that is corrected, or in what is inside it', async () => {
      const japan = await city('Country', 'Europe/Rome');
      const kyoto = await city('Kyoto', null, japan.id);
      const event = await visit({ placeId: kyoto.id });
      const other = await visit({ timeZone: 'Europe/Rome' });
      const items = [
        await addItem(office, event, AT_TEN),
        await addItem(office, other, { ...AT_TEN, placeId: kyoto.id }),
      ];
      await patch(japan, { timeZone: 'Asia/Tokyo' });
      expect((await office.reread(event)).timeZone).toBe('Asia/Tokyo');
      for (const item of items) expect(await told(item)).toEqual(IN_TOKYO);
      await patch(kyoto, { parentId: rome.id });
      expect((await office.reread(other)).timeZone).toBe('Europe/Rome');
      for (const item of items) expect(await told(item)).toEqual([...Object.values(AT_TEN), 'Europe/Rome']);
    });

    it('an item that was given with the offset of the zone that its place is corrected to', async () => {
      const town = await city('Town', 'Asia/Shanghai');
      const event = await visit({ timeZone: 'Europe/Rome' });
      const item = await addItem(office, event, { startsAt: '2027-05-10T10:00:00+06:00', placeId: town.id });
      expect(await kindsAt(event)).toHaveLength(1);
      await patch(town, { timeZone: 'Asia/Urumqi' });
      expect([await told(item), await kindsAt(event)]).toEqual([
        ['2027-05-10T10:00:00+06:00', null, 'Asia/Urumqi'],
        [],
      ]);
    });
  });

  describe('lasts as long as before where it would end before it starts:', () => {
    const WAYS: Record<
      string,
      (event: Recorded, item: Recorded, town: Recorded, to: Recorded) => Promise<unknown>
    > = {
      'as its event goes elsewhere': (event, _item, _town, to) => patch(event, { placeId: to.id }),
      'as its event is given a zone': (event, _item, _town, { timeZone }) => patch(event, { timeZone }),
      'as its leg goes elsewhere': (event, _item, _town, to) =>
        patch(event, { legs: [{ id: event.legs[0].id, placeId: to.id }] }),
      'as its place is corrected': (_event, _item, town, { timeZone }) => patch(town, { timeZone }),
      'as it goes elsewhere': (_event, item, _town, to) => patch(item, { placeId: to.id }),
      'as the agenda is rearranged': (event, { id }, _town, to) =>
        office.post(`${event.at}/agenda/moves`, { items: [{ id, placeId: to.id }] }),
    };

    it.each([
      [
        'clocks leave its start out',
        '2027-03-28T02:50',
        '2027-03-28T03:10',
        'Europe/Rome',
        '03:50:00+02:00',
        20,
      ],
      [
        'clocks showed its hour twice',
        '2027-10-31T02:30:00+02:00',
        '2027-10-31T02:15:00+01:00',
        'Asia/Tokyo',
        '02:30:00+09:00',
        45,
      ],
      [
        'its start alone is an instant',
        '2027-05-10T10:00:00-04:00',
        '2027-05-10T17:00:00+02:00',
        'Asia/Tokyo',
        '23:00:00+09:00',
        60,
      ],
    ])('%s', async (_, startsAt, endsAt, timeZone, starts, minutes) => {
      const [from, to] = timeZone === 'Asia/Tokyo' ? [rome, tokyo] : [tokyo, rome];
      for (const [way, follow] of Object.entries(WAYS)) {
        const town = await city('Town', from.timeZone);
        const isOfLeg = way.includes('leg');
        const where = isOfLeg
          ? { timeZone: from.timeZone, legs: [{ placeId: town.id }] }
          : { placeId: town.id };
        const event = await visit({ ...where, starts: null, ends: null });
        const leg = isOfLeg ? { legId: event.legs[0].id } : {};
        const item = await addItem(office, event, { startsAt, endsAt, ...leg });
        await follow(event, item, town, to);
        const [start, end, zone] = await told(item);
        const lasts = (Date.parse(end) - Date.parse(start)) / 60_000;
        expect([way, start.slice(11), lasts, zone]).toEqual([way, starts, minutes, timeZone]);
      }
    });
  });

  it.each(['America/Mexico_City', 'Pacific/Auckland', 'Pacific/Honolulu', 'Europe/Rome'])(
    'puts a whole day where it is in %s in a schedule',
    async (timeZone) => {
      const person = await office.record('/v1/people', aPerson());
      const event = await visit({ timeZone, starts: '2027-05-09', ends: '2027-05-10' });
      const times = [
        ['breakfast', { startsAt: '2027-05-10T08:00' }],
        ['whole day', { on: '2027-05-10' }],
        ['dinner', { startsAt: '2027-05-09T21:00' }],
      ] as const;
      for (const [title, when] of times) {
        const item = await addItem(office, event, { title: { en: title }, ...when });
        await office.record(
          `${event.at}/participants`,
          aParticipation({ personId: person.id, agendaItemId: item.id }),
        );
      }
      const { body } = await office.get(`${person.at}/schedule?from=2027-05-09&to=2027-05-10`);
      expect(body.items.map(({ title }: Recorded) => title)).toEqual(['dinner', 'whole day', 'breakfast']);
    },
  );

  it('tells of parts and legs that lie outside their whole', async () => {
    const event = await visit({
      timeZone: 'Europe/Rome',
      legs: [
        { placeId: tokyo.id, starts: '2027-09-20', ends: '2027-09-21' },
        { placeId: rome.id, starts: '2027-05-10' },
      ],
    });
    const panel = await addItem(office, event, { startsAt: '2027-05-10T10:00', endsAt: '2027-05-10T12:00' });
    await addItem(office, event, {
      startsAt: '2027-05-10T15:00',
      endsAt: '2027-05-10T15:30',
      parentId: panel.id,
    });
    await addItem(office, event, {
      startsAt: '2027-05-10T11:30',
      endsAt: '2027-05-10T12:00',
      parentId: panel.id,
    });
    const { items } = (await office.get(`${event.at}/agenda/conflicts`)).body;
    expect(items.map(({ kind }: Recorded) => kind)).toEqual(['outside_whole', 'leg_outside_dates']);
    expect([items[1].detail, items[1].place.name, items[1].items]).toEqual([
      'A leg lies outside the dates of the event, which are 2027-05-10 to 2027-05-10.',
      'Tokyo',
      [],
    ]);
    const path = `${event.at}/agenda/conflicts/${items[1].fingerprint}/acknowledgement`;
    expect((await office.post(path, { reason: 'a second journey' })).status).toBe(200);
  });

  describe('where newer zone data move what lies ahead', () => {
    let event: Recorded;
    let item: Recorded;

    beforeEach(async () => {
      event = await office.record('/v1/forums', {
        names: named('Forum'),
        visibility: 'public',
        ...DAY,
        timeZone: 'Europe/Rome',
      });
      item = await addItem(office, event, {
        startsAt: '2027-05-10T10:00',
        endsAt: '2027-05-10T11:00',
        audience: 'public',
      });
      await office.record(`${event.at}/agenda/publications`, {});
    });

    /** As if instants had been made by data in which Rome was an hour further. */
    const makeOld = (id: string) =>
      office.provider(Database).transaction(async (tx) => {
        const shifted = `starts_at = starts_at - interval '1 hour', ends_at = ends_at - interval '1 hour'`;
        await tx.query(`update agenda_items set ${shifted} where id = $1`, [id]);
        await tx.query(`update published_items set ${shifted} where item_id = $1`, [id]);
        await tx.query(
          `insert into time_zone_data (version) values ('2020a') on conflict (only_one) do update set version = '2020a'`,
        );
      });
    const correct = (version?: string) => office.provider(ZoneCorrectionsService).correct(version);

    it('keeps what the clocks show, and says so in history', async () => {
      await makeOld(item.id);
      expect((await told(item))[0]).toBe('2027-05-10T10:00:00+03:00');
      await correct();
      expect(await told(item)).toEqual([
        '2027-05-10T10:00:00+02:00',
        '2027-05-10T11:00:00+02:00',
        'Europe/Rome',
      ]);
      expect((await office.get(`${event.at}/agenda/publications/1`)).body.items[0].startsAt).toBe(
        '2027-05-10T10:00:00+02:00',
      );
      const [change] = (await office.get(`${item.at}/history`)).body.items;
      expect([change.by.name, change.fields.map(({ field }: Recorded) => field).sort()]).toEqual([
        'Corteo',
        ['endsAt', 'sequence', 'startsAt'],
      ]);
      const { version } = await office.reread(item);
      await makeOld(item.id);
      await correct('2019c');
      expect((await office.reread(item)).version).toBe(version);
      await correct();
    });

    it('leaves what clocks show as it is meant, also in the second of two hours that they repeat', async () => {
      const late = await addItem(office, event, { startsAt: '2027-10-31T02:30:00+01:00' });
      await makeOld(item.id);
      await correct();
      const { startsAt, version } = await office.reread(late);
      expect([startsAt, version]).toEqual(['2027-10-31T02:30:00+01:00', 1]);
    });

    it('leaves what cannot be corrected, with a conflict', async () => {
      const room = await office.record(
        '/v1/places',
        aPlace({ kind: 'room', parentId: rome.id, timeZone: null }),
      );
      const confirmed = { placeId: room.id, status: 'confirmed' };
      const late = await addItem(office, event, {
        startsAt: '2027-05-10T12:00',
        endsAt: '2027-05-10T13:00',
        ...confirmed,
      });
      await makeOld(late.id);
      await addItem(office, event, {
        startsAt: '2027-05-10T12:30',
        endsAt: '2027-05-10T13:30',
        ...confirmed,
      });
      await correct();
      expect((await told(late))[0]).toBe('2027-05-10T12:00:00+03:00');
      expect(await kindsAt(event)).toContainEqual([
        'zone_changed',
        'Newer time zone data move it, and its room is taken at that time.',
      ]);
    });
  });

  it('is one time in JSON, in calendars and in Temporal, around each change of every zone', async () => {
    for (const zone of zonesThatDiffer()) {
      const instants = aroundChanges(zone);
      if (instants.length === 0) continue;
      const agenda = instants.map((at) => ({ kind: 'meeting', title: { en: 'x' }, startsAt: at.toString() }));
      const event = await office.record('/v1/visits', { names: named(zone), timeZone: zone, agenda });
      const shown = instants.map((at) => at.toZonedDateTimeISO(zone));
      expect([zone, event.agenda.map(({ startsAt }: Recorded) => startsAt)]).toEqual([
        zone,
        shown.map((at) => at.toString({ timeZoneName: 'never', smallestUnit: 'second' })),
      ]);
      expect([zone, startsIn((await office.get(`${event.at}.ics`)).text)]).toEqual([
        zone,
        instants.map((at) => at.epochMilliseconds / 1000),
      ]);
    }
  }, 120_000);
});

const [FROM, UNTIL] = ['2024-01-01T00:00Z', '2032-01-01T00:00Z'].map((at) => Temporal.Instant.from(at)) as [
  Temporal.Instant,
  Temporal.Instant,
];

function changesOf(zone: string): Temporal.Instant[] {
  const found: Temporal.Instant[] = [];
  let next = FROM.toZonedDateTimeISO(zone).getTimeZoneTransition('next');
  while (next && Temporal.Instant.compare(next.toInstant(), UNTIL) < 0) {
    found.push(next.toInstant());
    next = next.getTimeZoneTransition('next');
  }
  return found;
}

/** One zone of each kind that the runtime knows: its offset at the beginning, and when it changes. */
function zonesThatDiffer(): string[] {
  const kindOf = (zone: string): string => [FROM.toZonedDateTimeISO(zone).offset, ...changesOf(zone)].join();
  const kinds = Map.groupBy(
    Intl.supportedValuesOf('timeZone').filter((zone) => zone.includes('/') && !zone.startsWith('Etc/')),
    kindOf,
  );
  return [...kinds.values()].map(([zone]) => zone!);
}

function aroundChanges(zone: string): Temporal.Instant[] {
  const hours = [-1, 0, 1];
  return changesOf(zone).flatMap((at) => hours.map((of) => at.add({ hours: of })));
}

/** When each item of a file begins, in seconds, as another library reads it with the zone in the file. */
function startsIn(text: string): number[] {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const zones = calendar.getAllSubcomponents('vtimezone').map((zone) => new ICAL.Timezone(zone));
  return calendar.getAllSubcomponents('vevent').map((entry) => {
    const time = entry.getFirstPropertyValue('dtstart') as ICAL.Time;
    const tzid = entry.getFirstProperty('dtstart')!.getFirstParameter('tzid');
    time.zone = zones.find((zone) => zone.tzid === tzid) ?? ICAL.Timezone.utcTimezone;
    return time.toUnixTime();
  });
}
