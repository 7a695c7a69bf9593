import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { named } from '#directory/testing';
import type { Answer, Recorded } from './answer.js';
import { type Known, guiyangDelegation, recordKnown, referenceTo } from './known.js';
import { type Office, openOffice } from './office.js';

const VISITS = '/v1/visits';
const NOW = '2018-07-01T09:00:00.000Z';

describe('planning a visit', () => {
  let office: Office;
  let known: Known;
  let delegation: Recorded;

  beforeAll(async () => {
    office = await openOffice();
    office.setTime(NOW);
    known = await recordKnown(office);
    delegation = await office.record('/v1/delegations', guiyangDelegation(known));
  });

  afterAll(() => office.close());

  const aVisit = (fields: object = {}): object => ({ names: named('Guiyang in Naples and Rome'), ...fields });
  const patch = (visit: Recorded, body: object): Promise<Answer> =>
    office.patch(visit.at, body, { 'if-match': visit.tag });
  const move = (record: Recorded, to: string): Promise<Answer> =>
    office.post(`${record.at}/transitions`, { to });
  const read = async ({ at }: Recorded): Promise<Recorded> => {
    const { body, headers } = await office.get(at);
    return { ...body, tag: headers.etag, at };
  };

  describe('recorded as a whole', () => {
    let visit: Recorded;

    beforeAll(async () => {
      visit = await office.record(VISITS, wholeVisit());
    });

    const wholeVisit = (): object =>
      aVisit({
        delegationIds: [delegation.id],
        direction: 'incoming',
        category: 'exploratory',
        starts: '2018-07-12',
        ends: '2018-07-13',
        topicIds: [known.robotics.id, known.bigData.id],
        objectives: [{ en: 'partnerships on big data and manufacturing 4.0' }],
        legs: [
          { placeId: known.naples.id, starts: '2018-07-12', ends: '2018-07-12' },
          { placeId: known.rome.id, starts: '2018-07-13', ends: '2018-07-13' },
        ],
        agenda: [
          {
            kind: 'meeting',
            title: { en: 'Welcome at Città della Scienza' },
            leg: 0,
            placeId: known.scienceCentre.id,
            startsAt: '2018-07-12T09:30:00+02:00',
            endsAt: '2018-07-12T11:00:00+02:00',
            hostOrganizationIds: [known.cittaDellaScienza.id],
            topicIds: [known.bigData.id],
            participants: [
              {
                personId: known.deGennaro.id,
                side: 'host',
                role: 'greeter',
                onBehalfOf: { en: 'the regional councillor for research' },
              },
              {
                group: { label: { en: 'students' }, quantity: { value: 6, qualifier: 'exact' } },
                organizationId: known.tsinghua.id,
                side: 'guest',
                role: 'attendee',
              },
            ],
          },
          { kind: 'speech', title: { en: 'Greeting' }, parent: 0, on: '2018-07-12' },
          { kind: 'meeting', title: { en: 'Agency for Digital Italy' }, leg: 1, on: '2018-07-13' },
        ],
        participants: [
          { organizationId: known.cittaDellaScienza.id, side: 'host', role: 'host', response: 'accepted' },
        ],
        status: 'planned',
      });

    it('answers with all of it', () => {
      const by = { id: expect.any(String), name: 'Office' };
      const made = { createdAt: NOW, createdBy: by, updatedAt: NOW, updatedBy: by, archivedAt: null };
      const [welcome, greeting, agency] = visit.agenda;
      const [naples, rome] = visit.legs;
      const { statusHistory: _history, ...delegationInVisit } = plain(delegation);
      const item = { id: expect.any(String), version: 1, sequence: 0, uid: expect.any(String), ...made };
      const untold = { abstract: null, track: null, languages: [], audience: 'guests', status: 'proposed' };
      const participation = { id: expect.any(String), version: 1, speakingOrder: null, seat: null, ...made };
      const nobody = { person: null, organization: null, delegation: null, group: null };
      expect(plain(visit)).toEqual({
        id: expect.any(String),
        version: 1,
        kind: 'visit',
        status: 'planned',
        name: 'Guiyang in Naples and Rome',
        names: named('Guiyang in Naples and Rome'),
        summary: null,
        delegations: [delegationInVisit],
        direction: 'incoming',
        category: 'exploratory',
        starts: '2018-07-12',
        ends: '2018-07-13',
        datesNote: null,
        timeZone: 'Europe/Rome',
        place: null,
        parent: null,
        parts: [],
        responsible: null,
        visibility: 'internal',
        topics: [referenceTo(known.robotics), referenceTo(known.bigData)],
        objectives: [{ en: 'partnerships on big data and manufacturing 4.0' }],
        legCount: 2,
        legs: [
          {
            ...naples,
            position: 0,
            place: referenceTo(known.naples),
            starts: '2018-07-12',
            ends: '2018-07-12',
          },
          { ...rome, position: 1, place: referenceTo(known.rome), starts: '2018-07-13', ends: '2018-07-13' },
        ],
        agendaComplete: false,
        agenda: [
          {
            ...item,
            ...untold,
            kind: 'meeting',
            title: { en: 'Welcome at Città della Scienza' },
            position: 0,
            leg: { id: naples.id, position: 0 },
            parent: null,
            place: referenceTo(known.scienceCentre),
            startsAt: '2018-07-12T09:30:00+02:00',
            endsAt: '2018-07-12T11:00:00+02:00',
            on: null,
            timeZone: 'Europe/Rome',
            hostOrganizations: [referenceTo(known.cittaDellaScienza)],
            topics: [referenceTo(known.bigData)],
            participants: [
              {
                ...participation,
                ...nobody,
                agendaItem: { id: welcome.id, title: 'Welcome at Città della Scienza' },
                person: referenceTo(known.deGennaro),
                side: 'host',
                role: 'greeter',
                response: 'invited',
                onBehalfOf: { en: 'the regional councillor for research' },
                title: null,
              },
              {
                ...participation,
                ...nobody,
                agendaItem: { id: welcome.id, title: 'Welcome at Città della Scienza' },
                group: { label: { en: 'students' }, quantity: { value: 6, qualifier: 'exact' } },
                organization: referenceTo(known.tsinghua),
                side: 'guest',
                role: 'attendee',
                response: 'invited',
                onBehalfOf: null,
                title: null,
              },
            ],
          },
          {
            ...greeting,
            ...item,
            ...untold,
            kind: 'speech',
            title: { en: 'Greeting' },
            position: 1,
            leg: null,
            parent: { id: welcome.id, title: 'Welcome at Città della Scienza' },
            on: '2018-07-12',
            participants: [],
          },
          {
            ...agency,
            ...item,
            ...untold,
            title: { en: 'Agency for Digital Italy' },
            position: 2,
            leg: { id: rome.id, position: 1 },
            parent: null,
            on: '2018-07-13',
          },
        ],
        participants: [
          {
            ...participation,
            ...nobody,
            agendaItem: null,
            organization: referenceTo(known.cittaDellaScienza),
            side: 'host',
            role: 'host',
            response: 'accepted',
            onBehalfOf: null,
            title: null,
          },
        ],
        links: [],
        linkedFrom: [],
        earlierDates: [],
        uid: expect.any(String),
        sequence: 0,
        statusHistory: [{ from: null, to: 'planned', at: NOW, by, reason: null, effectiveOn: null }],
        ...made,
      });
    });

    it('reads the same at its address, with the same entity tag', async () => {
      expect(await read(visit)).toEqual(visit);
    });

    it('stands in lists with its counts', async () => {
      const { body } = await office.get(`${VISITS}?delegation=${delegation.id}`);
      const [{ name, legCount, agendaItemCount, delegations }] = body.items;
      expect([name, legCount, agendaItemCount, delegations]).toEqual([
        'Guiyang in Naples and Rome',
        2,
        3,
        [referenceTo(delegation)],
      ]);
    });

    it.each([
      [
        'a leg that is not there',
        { agenda: [{ kind: 'meeting', title: { en: 'x' }, leg: 2 }] },
        '/agenda/0/leg',
      ],
      [
        'a parent that is not there',
        { agenda: [{ kind: 'meeting', title: { en: 'x' }, parent: 7 }] },
        '/agenda/0/parent',
      ],
      [
        'a parent that is itself',
        { agenda: [{ kind: 'meeting', title: { en: 'x' }, parent: 0 }] },
        '/agenda/0/parent',
      ],
      ['a host of nobody', { participants: [{ side: 'host', role: 'host' }] }, '/participants/0'],
      [
        'an agenda item that is no map',
        { agenda: [{ kind: 'meeting', title: 'Welcome' }] },
        '/agenda/0/title',
      ],
      ['a leg that ends too early', { legs: [{ starts: '2018-07-13', ends: '2018-07-12' }] }, '/legs/0/ends'],
    ])('is not recorded at all with %s', async (_, wrong, pointer) => {
      const count = async () => (await office.get(`${VISITS}?count=true`)).body.total;
      const before = await count();
      const answer = await office.post(VISITS, { ...wholeVisit(), ...wrong });
      expect([answer.status, answer.body.errors[0].pointer, await count()]).toEqual([400, pointer, before]);
    });
  });

  describe('with what is left out', () => {
    it('is requested, internal, and without anything that nobody said', async () => {
      const { status, visibility, starts, ends, timeZone, legs, agenda, participants, delegations } =
        await office.record(VISITS, aVisit());
      expect([status, visibility, starts, ends, timeZone]).toEqual([
        'requested',
        'internal',
        null,
        null,
        null,
      ]);
      expect([legs, agenda, participants, delegations]).toEqual([[], [], [], []]);
    });

    it.each([
      ['its place', () => ({ placeId: known.china.id, legs: [{ placeId: known.rome.id }] }), 'Asia/Shanghai'],
      ['what its place lies in', () => ({ placeId: known.scienceCentre.id }), 'Europe/Rome'],
      [
        'what its first leg lies in',
        () => ({ legs: [{ placeId: known.guiyang.id }, { placeId: known.rome.id }] }),
        'Asia/Shanghai',
      ],
      ['itself', () => ({ placeId: known.rome.id, timeZone: 'Europe/Zurich' }), 'Europe/Zurich'],
    ])('has the time zone of %s', async (_, where, timeZone) => {
      expect((await office.record(VISITS, aVisit(where()))).timeZone).toBe(timeZone);
    });
  });

  describe('to be confirmed', () => {
    it('needs dates to the day, a host and a delegation', async () => {
      const visit = await office.record(VISITS, aVisit({ status: 'planned', starts: '2018-07' }));
      const { body: transitions } = await office.get(`${visit.at}/transitions`);
      expect(transitions).toEqual({
        status: 'planned',
        allowed: [
          { to: 'confirmed', missing: ['dates to the day', 'host', 'delegation'] },
          { to: 'postponed', missing: [] },
          { to: 'declined', missing: [] },
          { to: 'cancelled', missing: [] },
        ],
      });
      const refused = await move(visit, 'confirmed');
      expect([refused.status, refused.body.code, refused.body.missing]).toEqual([
        409,
        'visit.not-ready',
        ['dates to the day', 'host', 'delegation'],
      ]);
      const days = { starts: '2018-07-12', ends: '2018-07-13', delegationIds: [delegation.id] };
      expect((await patch(visit, days)).status).toBe(200);
      const host = { organizationId: known.cittaDellaScienza.id, side: 'host', role: 'host' };
      expect((await office.post(`${visit.at}/participants`, host)).status).toBe(201);
      const confirmed = await move(visit, 'confirmed');
      expect([confirmed.status, confirmed.body.status, confirmed.body.sequence]).toEqual([
        200,
        'confirmed',
        2,
      ]);
    });

    it('has no host where the host has declined', async () => {
      const host = {
        organizationId: known.cittaDellaScienza.id,
        side: 'host',
        role: 'host',
        response: 'declined',
      };
      const days = { starts: '2018-07-12', ends: '2018-07-13', delegationIds: [delegation.id] };
      const visit = await office.record(VISITS, aVisit({ ...days, participants: [host], status: 'planned' }));
      expect((await move(visit, 'confirmed')).body.missing).toEqual(['host']);
    });

    it('stays ready once it is: a patch cannot take away what it needs', async () => {
      const visit = await office.record(VISITS, confirmed());
      for (const [change, missing] of [
        [{ ends: '2018-07' }, 'dates to the day'],
        [{ starts: null }, 'dates to the day'],
        [{ delegationIds: [] }, 'delegation'],
      ] as const) {
        const { status, body } = await patch(visit, change);
        expect([status, body.code, body.missing]).toEqual([409, 'visit.not-ready', [missing]]);
      }
      expect(await read(visit)).toEqual(visit);
    });

    it('is refused a move that its lifecycle does not know', async () => {
      const { status, body } = await move(await office.record(VISITS, aVisit()), 'completed');
      expect([status, body.code, body.allowed]).toEqual([
        409,
        'visit.illegal-move',
        ['planned', 'declined', 'cancelled'],
      ]);
    });
  });

  const confirmed = (): object =>
    aVisit({
      status: 'confirmed',
      starts: '2018-07-12',
      ends: '2018-07-13',
      delegationIds: [delegation.id],
      participants: [{ organizationId: known.cittaDellaScienza.id, side: 'host', role: 'host' }],
    });

  describe('moved to other dates', () => {
    it('keeps the dates it had, with the reason', async () => {
      const visit = await office.record(VISITS, confirmed());
      const moved = { starts: '2018-07-19', ends: '2018-07-20', dateChangeReason: 'no flight' };
      const { body, headers } = await patch(visit, moved);
      await office.patch(visit.at, { ends: '2018-07-21' }, { 'if-match': headers.etag! });
      const { starts, ends, earlierDates, sequence } = await read(visit);
      const change = { changedAt: NOW, changedBy: { id: expect.any(String), name: 'Office' } };
      expect([body.sequence, sequence, starts, ends]).toEqual([1, 2, '2018-07-19', '2018-07-21']);
      expect(earlierDates).toEqual([
        { starts: '2018-07-12', ends: '2018-07-13', reason: 'no flight', ...change },
        { starts: '2018-07-19', ends: '2018-07-20', reason: null, ...change },
      ]);
    });

    it('has no earlier dates where a patch says the same dates again', async () => {
      const visit = await office.record(VISITS, confirmed());
      const { body } = await patch(visit, { starts: '2018-07-12', summary: { en: 'Exploratory' } });
      expect([body.earlierDates, body.sequence, body.version]).toEqual([[], 0, 2]);
    });

    it('cannot end before it starts', async () => {
      const visit = await office.record(VISITS, confirmed());
      const { status, body } = await patch(visit, { ends: '2018-07-11' });
      expect([status, body.errors]).toEqual([
        400,
        [
          {
            pointer: '/ends',
            detail: 'The end, 2018-07-11, is before the start, 2018-07-12.',
            code: 'end-before-start',
          },
        ],
      ]);
    });
  });

  describe('whose stops are put in another order', () => {
    let visit: Recorded;

    beforeEach(async () => {
      visit = await office.record(
        VISITS,
        aVisit({
          legs: [{ placeId: known.naples.id }, { placeId: known.rome.id }],
          agenda: [{ kind: 'meeting', title: { en: 'Agency for Digital Italy' }, leg: 1 }],
        }),
      );
    });

    const placesOf = ({ legs }: Recorded): unknown[] =>
      legs.map(({ id, place, position }: Recorded) => [position, id, place.name]);

    it('keeps the legs that keep their id', async () => {
      const [naples, rome] = visit.legs;
      const legs = [
        { id: rome.id, placeId: known.rome.id },
        { placeId: known.guiyang.id },
        { id: naples.id, placeId: known.naples.id },
      ];
      const { status, body } = await patch(visit, { legs });
      expect([status, placesOf(body)]).toEqual([
        200,
        [
          [0, rome.id, 'Rome'],
          [1, expect.any(String), 'Guiyang'],
          [2, naples.id, 'Napoli'],
        ],
      ]);
      expect([body.agenda[0].leg, body.sequence]).toEqual([{ id: rome.id, position: 0 }, 1]);
    });

    it('keeps a leg that agenda items use', async () => {
      const [naples, rome] = visit.legs;
      const { status, body } = await patch(visit, { legs: [{ id: naples.id, placeId: known.naples.id }] });
      expect([status, body.code]).toEqual([409, 'event.leg-in-use']);
      expect(await read(visit)).toEqual(visit);
      const gone = await patch(visit, { legs: [{ id: rome.id, placeId: known.rome.id }] });
      expect([gone.status, placesOf(gone.body)]).toEqual([200, [[0, rome.id, 'Rome']]]);
    });

    it('takes no leg of another event, nor one leg twice', async () => {
      const other = await office.record(VISITS, aVisit({ legs: [{ placeId: known.rome.id }] }));
      const [naples] = visit.legs;
      const strange = await patch(visit, { legs: [{ id: other.legs[0].id }] });
      expect([strange.status, strange.body.errors[0].pointer]).toEqual([400, '/legs/0/id']);
      const twice = await patch(visit, { legs: [{ id: naples.id }, { id: naples.id }] });
      expect([twice.status, twice.body.errors?.[0].pointer]).toEqual([400, '/legs/1/id']);
      const created = await office.post(VISITS, aVisit({ legs: [{ id: naples.id }] }));
      expect([created.status, created.body.errors?.[0].pointer]).toEqual([400, '/legs/0/id']);
      expect([await read(visit), await read(other)]).toEqual([visit, other]);
    });
  });

  describe('and its agenda', () => {
    let visit: Recorded;
    let item: Recorded;

    beforeEach(async () => {
      visit = await office.record(
        VISITS,
        aVisit({ legs: [{ placeId: known.naples.id }, { placeId: known.guiyang.id }], starts: '2018-07-12' }),
      );
      item = await office.record(`${visit.at}/agenda`, {
        kind: 'meeting',
        title: { en: 'Welcome', it: 'Benvenuto' },
        legId: visit.legs[0].id,
        startsAt: '2018-07-12T07:30:00Z',
      });
    });

    it('shows the hours of an item in the zone of its leg', async () => {
      expect([item.startsAt, item.timeZone, item.at]).toEqual([
        '2018-07-12T09:30:00+02:00',
        'Europe/Rome',
        `${visit.at}/agenda/${item.id}`,
      ]);
      const { body } = await patch(item, { legId: visit.legs[1].id });
      expect([body.startsAt, body.timeZone, body.sequence]).toEqual([
        '2018-07-12T15:30:00+08:00',
        'Asia/Shanghai',
        1,
      ]);
    });

    it('changes one item without the visit', async () => {
      const change = {
        title: { it: null, 'zh-Hans': '欢迎' },
        startsAt: null,
        on: '2018-07',
        audience: 'public',
      };
      const { status, body } = await patch(item, change);
      expect([status, body.title, body.startsAt, body.on, body.audience, body.version]).toEqual([
        200,
        { en: 'Welcome', 'zh-Hans': '欢迎' },
        null,
        '2018-07',
        'public',
        2,
      ]);
      expect((await read(visit)).version).toBe(1);
    });

    it('refuses both a time and a date, and an end before the start', async () => {
      const both = await patch(item, { on: '2018-07-12' });
      expect([both.status, both.body.errors[0].pointer]).toEqual([400, '/on']);
      const early = await patch(item, { endsAt: '2018-07-12T07:29:59Z' });
      expect([early.status, early.body.errors[0].pointer]).toEqual([400, '/endsAt']);
    });

    it('has parts, but no parts of parts', async () => {
      const part = await office.record(`${visit.at}/agenda`, aPart(item.id));
      const answer = await office.post(`${visit.at}/agenda`, aPart(part.id));
      expect([answer.status, answer.body.code]).toEqual([409, 'item.one-level']);
      const { body } = await office.get(`${visit.at}/agenda?parent=${item.id}`);
      expect(body.items.map(({ title }: Recorded) => title)).toEqual(['Keynote']);
    });

    const aPart = (parentId: string): object => ({ kind: 'keynote', title: { en: 'Keynote' }, parentId });

    it('moves an item from proposed to held, and counts it in calendars', async () => {
      expect((await move(item, 'held')).body.allowed).toEqual(['confirmed', 'not_held', 'cancelled']);
      expect((await move(item, 'confirmed')).status).toBe(200);
      const { body } = await move(item, 'held');
      expect([body.status, body.sequence, body.statusHistory.map(({ to }: Recorded) => to)]).toEqual([
        'held',
        2,
        ['proposed', 'confirmed', 'held'],
      ]);
      expect((await office.get(`${item.at}/transitions`)).body).toEqual({ status: 'held', allowed: [] });
    });

    it('is found at its own visit only, and under visits only', async () => {
      const other = await office.record(VISITS, aVisit());
      const answers = await Promise.all([
        office.get(`${other.at}/agenda/${item.id}`),
        office.get(item.at.replace('visits', 'forums')),
        office.get(`/v1/forums/${visit.id}/agenda`),
        office.post(`${other.at}/agenda`, aPart(item.id)),
        office.post(`${other.at}/agenda`, { ...aPart(item.id), parentId: null, legId: visit.legs[0].id }),
      ]);
      expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 400, 400]);
    });

    it('is put away with its parts in sight, and comes back', async () => {
      expect((await office.delete(item.at, { 'if-match': item.tag })).status).toBe(204);
      expect([(await read(visit)).agenda, (await office.get(item.at)).status]).toEqual([[], 404]);
      expect((await office.post(`${item.at}/restore`)).status).toBe(200);
      expect((await read(visit)).agenda).toHaveLength(1);
    });
  });

  describe('and who takes part', () => {
    it('follows an answer from evaluation to attendance', async () => {
      const visit = await office.record(VISITS, aVisit());
      const guest = await office.record(`${visit.at}/participants`, {
        delegationId: delegation.id,
        side: 'guest',
        role: 'attendee',
        response: 'under_evaluation',
      });
      const { body: transitions } = await office.get(`${guest.at}/transitions`);
      expect(transitions.allowed.map(({ to }: Recorded) => to)).toEqual(['invited', 'withdrawn']);
      const early = await move(guest, 'attended');
      expect([early.status, early.body.code]).toEqual([409, 'participation.illegal-move']);
      for (const to of ['invited', 'tentative', 'accepted', 'attended'])
        expect((await move(guest, to)).body.response).toBe(to);
      const { statusHistory } = await read(guest);
      expect(statusHistory.map(({ from, to }: Recorded) => [from, to])).toEqual([
        [null, 'under_evaluation'],
        ['under_evaluation', 'invited'],
        ['invited', 'tentative'],
        ['tentative', 'accepted'],
        ['accepted', 'attended'],
      ]);
    });

    it('puts a participation into an item of the same visit only', async () => {
      const agenda = [{ kind: 'meeting', title: { en: 'Welcome' } }];
      const [visit, other] = [
        await office.record(VISITS, aVisit({ agenda })),
        await office.record(VISITS, aVisit({ agenda })),
      ];
      const speaker = { personId: known.deGennaro.id, side: 'host', role: 'speaker' };
      const strange = { ...speaker, agendaItemId: other.agenda[0].id };
      const refused = await office.post(`${visit.at}/participants`, strange);
      expect([refused.status, refused.body.code]).toEqual([400, expect.stringMatching(/^re(quest|cord)\./)]);
      const own = { ...speaker, agendaItemId: visit.agenda[0].id };
      await office.record(`${visit.at}/participants`, own);
      const { agenda: items, participants } = await read(visit);
      expect([items[0].participants[0].person, participants]).toEqual([referenceTo(known.deGennaro), []]);
    });
  });

  describe('within another event', () => {
    const pair = async (): Promise<[Recorded, Recorded]> => {
      const whole = await office.record(VISITS, aVisit({ names: named('Whole') }));
      return [whole, await office.record(VISITS, aVisit({ names: named('Part'), parentId: whole.id }))];
    };

    it('is told from both sides', async () => {
      const [whole, part] = await pair();
      expect([part.parent, (await read(whole)).parts]).toEqual([referenceTo(whole), [referenceTo(part)]]);
    });

    it('is never part of itself, by way of others either', async () => {
      const [whole, part] = await pair();
      const answers = [await patch(whole, { parentId: part.id }), await patch(whole, { parentId: whole.id })];
      expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
        [409, 'event.circle'],
        [409, 'event.circle'],
      ]);
      expect(await read(whole)).toMatchObject({ parent: null, version: 1 });
    });

    it('makes no circle though three are moved at the same moment', async () => {
      const [a, b, c] = await Promise.all([1, 2, 3].map(() => office.record(VISITS, aVisit())));
      const answers = await Promise.all([
        patch(a, { parentId: b.id }),
        patch(b, { parentId: c.id }),
        patch(c, { parentId: a.id }),
      ]);
      expect(answers.map(({ status, body }) => body.code ?? status).sort()).toEqual([
        200,
        200,
        'event.circle',
      ]);
    });
  });

  describe('put away', () => {
    it('disappears with its agenda, and comes back as it was', async () => {
      const agenda = [{ kind: 'meeting', title: { en: 'Welcome' } }];
      const visit = await office.record(VISITS, aVisit({ names: named('Put away'), agenda }));
      expect((await office.delete(visit.at, { 'if-match': visit.tag })).status).toBe(204);
      const found = async (query = '') =>
        (await office.get(`${VISITS}?q=put%20away${query}`)).body.items.length;
      expect([await found(), await found('&archived=include')]).toEqual([0, 1]);
      const answers = await Promise.all([
        office.get(visit.at),
        office.get(`${visit.at}?archived=include`),
        move(visit, 'planned'),
        office.post(`${visit.at}/agenda`, agenda[0]),
        office.patch(visit.at, { starts: null }, { 'if-match': '*' }),
      ]);
      expect(answers.map(({ status }) => status)).toEqual([404, 200, 409, 409, 409]);
      const { status, body } = await office.post(`${visit.at}/restore`);
      const [item] = visit.agenda;
      expect([status, body]).toEqual([
        200,
        { ...plain(visit), version: 3, agenda: [{ ...item, version: 3 }] },
      ]);
    });
  });
});

/** A record as it was answered, without its tag and address. */
function plain({ tag: _tag, at: _at, ...record }: Recorded): Recorded {
  return record;
}
