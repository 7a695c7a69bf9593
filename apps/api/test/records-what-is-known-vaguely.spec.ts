import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aDelegation } from '#delegations/testing';
import { aPerson, aPlace, anOrganization, named } from '#directory/testing';
import type { Recorded } from './answer.js';
import { addItem, aVisit, namesIn, referenceTo, twoDaysInItaly } from './known.js';
import { type Office, openOffice } from './office.js';

describe('what an office knows vaguely', () => {
  let office: Office;
  let tsinghua: Recorded;

  beforeAll(async () => {
    office = await openOffice();
    office.setTime('2026-11-22T09:00:00Z');
    tsinghua = await office.record('/v1/organizations', anOrganization());
  });
  afterAll(() => office.close());

  describe('about when', () => {
    const dated = {
      'in spring': '2027-21',
      'some day in April': '2027-04-XX',
      'in the second half of the year': '2027-41',
      'in the first quarter': '2027-33',
      'in winter': '2027-24',
    };

    beforeAll(async () => {
      for (const [name, starts] of Object.entries(dated))
        await office.record('/v1/visits', { names: named(`Visit ${name}`), starts });
    });

    const found = async (query: string) =>
      namesIn(await office.get(`/v1/visits?${query}`)).map((name) => name.replace('Visit ', ''));

    it('is found by the days that a season, a quarter, a half of a year or an open day may be', async () => {
      expect(await found('from=2027-04-30&to=2027-05-31')).toEqual(['in spring', 'some day in April']);
      expect(await found('from=2027-05-01&to=2027-05-31')).toEqual(['in spring']);
      expect(await found('from=2027-03-31&to=2027-03-31')).toEqual(['in spring', 'in the first quarter']);
      expect(await found('from=2028-02-29&to=2028-02-29')).toEqual(['in winter']);
    });

    it('is listed by the last of those days', async () => {
      expect(await found('from=2027-01-01&to=2028-12-31&sort=date')).toEqual([
        'in the first quarter',
        'some day in April',
        'in spring',
        'in the second half of the year',
        'in winter',
      ]);
    });

    it('is kept as it was written', async () => {
      const visit = await office.record('/v1/visits', aVisit({ starts: '2027-23~', ends: '2027-11-XX' }));
      expect([visit.starts, visit.ends]).toEqual(['2027-23~', '2027-11-XX']);
    });

    it.each(['2027-04-XX', '2027-22', '2027-34', '2027-40'])(
      'is no day that a visit could be confirmed for: %s',
      async (day) => {
        const visit = await office.record(
          '/v1/visits',
          aVisit({ starts: day, ends: day, status: 'planned' }),
        );
        const { body } = await office.move(visit, 'confirmed');
        expect([body.code, body.missing[0]]).toEqual(['visit.not-ready', 'dates to the day']);
      },
    );

    it.each(['2027-20', '2027-25', '2027-37', '2027-42', '2027-XX', '2027-21-03'])(
      'is refused where it is no date: %s',
      async (starts) => {
        const { status, body } = await office.post('/v1/visits', aVisit({ starts }));
        expect([status, body.errors.map(({ pointer }: Recorded) => pointer)]).toEqual([400, ['/starts']]);
      },
    );
  });

  describe('about how many', () => {
    const executives = { label: { en: 'executives of major companies' } };

    it('may be a group without a number, in a delegation as at an event', async () => {
      const delegation = await office.record(
        '/v1/delegations',
        aDelegation({ members: [{ group: executives }] }),
      );
      expect(delegation.members[0].group).toEqual(executives);
      const summit = await office.record('/v1/forums', {
        names: named('Yangtze Delta summit'),
        participants: [{ group: executives, side: 'guest', role: 'attendee' }],
      });
      expect(summit.participants[0].group).toEqual(executives);

      const shown = { label: executives.label.en, quantity: null };
      const members = await office.get(`${delegation.at}/members`);
      const participants = await office.get(`${summit.at}/participants`);
      expect([members.body.items[0].group, participants.body.items[0].group]).toEqual([shown, shown]);
    });

    it('may become known, and be forgotten again', async () => {
      const visit = await office.record('/v1/visits', aVisit());
      const group = await office.record(`${visit.at}/participants`, {
        group: executives,
        side: 'guest',
        role: 'attendee',
      });
      const quantity = { value: 1000, qualifier: 'over' };
      const counted = await office.change(group, { group: { quantity } });
      expect(counted.body.group).toEqual({ ...executives, quantity });
      const forgotten = await office.patch(group.at, { group: { quantity: null } }, { 'if-match': '*' });
      expect(forgotten.body.group).toEqual(executives);
    });

    it('may be an attendance that nobody counted', async () => {
      const attendance = [
        { category: { en: 'industry associations' }, quantity: { value: 100, qualifier: 'almost' } },
        { category: { en: 'financial institutions' } },
      ];
      const summit = await office.record('/v1/forums', {
        names: named('Yangtze Delta summit'),
        expectedAttendance: attendance,
        actualAttendance: [{ category: { en: 'financial institutions' }, quantity: null }],
      });
      expect([summit.expectedAttendance, summit.actualAttendance[0].quantity]).toEqual([attendance, null]);
    });

    it('counts as one where people must fit a room', async () => {
      const room = await office.record('/v1/places', aPlace({ kind: 'room', capacity: 1 }));
      const visit = await office.record('/v1/visits', twoDaysInItaly('Summit'));
      const item = await addItem(office, visit, { on: '2018-07-12', placeId: room.id });
      const come = (who: object) =>
        office.record(`${visit.at}/participants`, {
          ...who,
          agendaItemId: item.id,
          side: 'guest',
          role: 'attendee',
        });
      const { conflicts } = await come({ group: executives });
      const crowded = await come({ placeholder: { en: 'academician and university president' } });
      expect([conflicts, crowded.conflicts.map(({ detail }: Recorded) => detail)]).toEqual([
        [],
        ['2 people are expected, and the place holds 1.'],
      ]);
    });
  });

  describe('about who', () => {
    const placeholder = { en: 'academician and university president', it: 'accademico e rettore' };

    it('may be a participant who is known by an office only', async () => {
      const visit = await office.record('/v1/visits', twoDaysInItaly('Summit'));
      const item = await addItem(office, visit, { on: '2018-07-12' });
      const speaker = await office.record(`${visit.at}/participants`, {
        placeholder,
        organizationId: tsinghua.id,
        agendaItemId: item.id,
        side: 'guest',
        role: 'speaker',
      });
      expect([speaker.placeholder, speaker.person, speaker.organization]).toEqual([
        placeholder,
        null,
        referenceTo(tsinghua),
      ]);
      const listed = await office.get(`${visit.at}/participants`, { 'accept-language': 'it' });
      expect(listed.body.items[0].placeholder).toBe('accademico e rettore');
      const published = await office.record(`${visit.at}/agenda/publications`, {});
      expect(published.items[0].participants[0].placeholder).toBe(placeholder.en);
      const named = await office.record('/v1/people', aPerson());
      const known = await office.change(speaker, { personId: named.id, placeholder: null });
      expect([known.body.person, known.body.placeholder]).toEqual([referenceTo(named), null]);
      const { body } = await office.post(`${visit.at}/agenda/publications`);
      const changes = await office.get(`${visit.at}/agenda/publications/${body.number}/changes`);
      expect(changes.body.changes[0].fields).toEqual(['participants']);
    });

    it('is one of a person, a group and a placeholder, not two of them', async () => {
      const visit = await office.record('/v1/visits', aVisit());
      const two = { placeholder, group: { label: { en: 'students' } }, side: 'guest', role: 'attendee' };
      const { status, body } = await office.post(`${visit.at}/participants`, two);
      expect([status, body.errors.map(({ pointer }: Recorded) => pointer)]).toEqual([400, ['/placeholder']]);
    });
  });

  describe('about the end of an office', () => {
    let person: Recorded;
    const held = (fields: object = {}) => ({
      organizationId: tsinghua.id,
      title: { en: 'Rector' },
      ...fields,
    });

    beforeAll(async () => {
      person = await office.record('/v1/people', aPerson({ positions: [held()] as never }));
    });

    const endedOf = async (fields: object) =>
      (await office.record(`${person.at}/positions`, held(fields))).ended;

    it('is that it has come, though nobody knows when', async () => {
      expect([person.positions[0].ended, await endedOf({ ended: true })]).toEqual([false, true]);
    });

    it('is known where its last day has passed', async () => {
      expect([await endedOf({ until: '2026-11-21' }), await endedOf({ until: '2025' })]).toEqual([
        true,
        true,
      ]);
      expect([await endedOf({ until: '2026-11-22' }), await endedOf({ until: '2026' })]).toEqual([
        false,
        false,
      ]);
    });

    it('tells who is in office', async () => {
      const lasting = await office.get(`${person.at}/positions?ended=false`);
      const over = await office.get(`${person.at}/positions?ended=true`);
      expect(lasting.body.items.map(({ ended, until }: Recorded) => [ended, until])).toEqual([
        [false, null],
        [false, '2026-11-22'],
        [false, '2026'],
      ]);
      expect(over.body.items.map(({ ended, until }: Recorded) => [ended, until])).toEqual([
        [true, null],
        [true, '2026-11-21'],
        [true, '2025'],
      ]);
    });

    it('can be noted later, and history tells', async () => {
      const position = await office.record(`${person.at}/positions`, held({ since: '2019' }));
      const { body } = await office.change(position, { ended: true });
      const history = await office.get(`${position.at}/history`);
      expect([body.ended, history.body.items[0].fields]).toEqual([
        true,
        [{ field: 'ended', old: false, new: true }],
      ]);
    });

    it('is the same of relations between organizations', async () => {
      const csaa = await office.record('/v1/organizations', anOrganization({ names: named('CSAA') }));
      const member = { kind: 'member_of', toOrganizationId: csaa.id };
      const former = await office.record(`${tsinghua.at}/relations`, { ...member, ended: true });
      const found = await office.get(`${tsinghua.at}/relations?ended=true`);
      expect([former.ended, found.body.items.length]).toEqual([true, 1]);
    });
  });
});
