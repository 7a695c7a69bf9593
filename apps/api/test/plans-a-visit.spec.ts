import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { named } from '#directory/testing';
import type { Recorded } from './answer.js';
import {
  type Known,
  aVisit,
  eventReferenceTo,
  guiyangDelegation,
  plain,
  recordKnown,
  referenceTo,
} from './known.js';
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
      const {
        statusHistory: _history,
        missing: _missing,
        parts: _parts,
        visibleTo: _visibleTo,
        createdAt: _createdAt,
        createdBy: _createdBy,
        updatedAt: _updatedAt,
        updatedBy: _updatedBy,
        ...delegationInVisit
      } = plain(delegation);
      const item = { id: expect.any(String), version: 1, sequence: 0, uid: expect.any(String), notes: null };
      const unsaid = { abstract: null, track: null, dayPart: null, mode: null };
      const stands = { status: 'proposed', standing: 'stands' };
      const untold = { ...unsaid, ...stands, languages: [], audience: 'guests' };
      const participation = {
        id: expect.any(String),
        version: 1,
        speakingOrder: null,
        seat: null,
        notes: null,
      };
      const nobody = { person: null, organization: null, delegation: null, group: null, placeholder: null };
      expect(plain(visit)).toEqual({
        id: expect.any(String),
        version: 1,
        kind: 'visit',
        status: 'planned',
        name: 'Guiyang in Naples and Rome',
        names: named('Guiyang in Naples and Rome'),
        summary: null,
        theme: null,
        mode: null,
        ordinal: null,
        hostCity: null,
        delegations: [{ ...delegationInVisit, starts: null, ends: null }],
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
        visibleTo: { actorIds: [], roles: [] },
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
        missing: [],
        agreements: [],
        outcomes: [],
        followUps: [],
        unsettled: [],
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
        notes: null,
        ...made,
      });
    });

    it('reads the same at its address, with the same entity tag', async () => {
      expect(await office.reread(visit)).toEqual(visit);
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

  describe('within another event', () => {
    const pair = async (): Promise<[Recorded, Recorded]> => {
      const whole = await office.record(VISITS, aVisit({ names: named('Whole') }));
      return [whole, await office.record(VISITS, aVisit({ names: named('Part'), parentId: whole.id }))];
    };

    it('is told from both sides', async () => {
      const [whole, part] = await pair();
      expect([part.parent, (await office.reread(whole)).parts]).toEqual([
        eventReferenceTo(whole),
        [eventReferenceTo(part)],
      ]);
    });

    it('is never part of itself, by way of others either', async () => {
      const [whole, part] = await pair();
      const answers = [
        await office.change(whole, { parentId: part.id }),
        await office.change(whole, { parentId: whole.id }),
      ];
      expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
        [409, 'event.circle'],
        [409, 'event.circle'],
      ]);
      expect(await office.reread(whole)).toMatchObject({ parent: null, version: 1 });
    });

    it('makes no circle though three are moved at the same moment', async () => {
      const [a, b, c] = await Promise.all([1, 2, 3].map(() => office.record(VISITS, aVisit())));
      const answers = await Promise.all([
        office.change(a, { parentId: b.id }),
        office.change(b, { parentId: c.id }),
        office.change(c, { parentId: a.id }),
      ]);
      expect(answers.map(({ status, body }) => body.code ?? status).sort()).toEqual([
        200,
        200,
        'event.circle',
      ]);
    });
  });
});
