import { aDelegation, aMember } from '#delegations/testing';
import { aPerson, aPlace, named, naples } from '#directory/testing';
import { aParticipation } from '#participants/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Recorded } from './answer.js';
import type { Client } from './client.js';
import { addItem, at, twoDaysInItaly } from './known.js';
import { type Office, openOffice } from './office.js';

const BUSY = { busy: true, startsAt: '2018-07-12T08:00:00.000Z', endsAt: '2018-07-12T10:00:00.000Z' };

describe('of what somebody may not see', () => {
  let office: Office;
  let creator: Client;
  let organizer: Client;
  let room: Recorded;

  beforeAll(async () => {
    office = await openOffice();
    creator = await office.as({ label: 'Creator', role: 'organizer' });
    organizer = await office.as({ label: 'Organizer', role: 'organizer' });
    const city = await office.record('/v1/places', naples());
    room = await office.record('/v1/places', aPlace({ kind: 'room', parentId: city.id, timeZone: null }));
  });
  afterAll(() => office.close());

  const visitOf = (fields: object = {}) =>
    creator.record('/v1/visits', { ...twoDaysInItaly('Visit'), ...fields });
  const takePart = (event: Recorded, item: Recorded, who: object) =>
    creator.record(`${event.at}/participants`, aParticipation({ agendaItemId: item.id, ...who }));
  const conflictsOf = async (by: Client, event: Recorded) =>
    (await by.get(`${event.at}/agenda/conflicts`)).body.items;
  const scheduleOf = async (by: Client, person: Recorded) =>
    (await by.get(`${person.at}/schedule?from=2018-07-12&to=2018-07-12`)).body.items;

  it('only the time is told, whatever its status and whoever comes as what', async () => {
    const told = [];
    for (const [role, status] of [
      ['attendee', 'proposed'],
      ['interpreter', 'confirmed'],
    ]) {
      const person = await creator.record('/v1/people', aPerson({ names: named('Sun Zhiming') }));
      const [open, hidden] = [await visitOf(), await visitOf({ visibility: 'confidential' })];
      const items = [
        await addItem(creator, open, { ...at(9, 11), status: 'confirmed' }),
        await addItem(creator, hidden, { ...at(10, 12), status, placeId: room.id }),
      ];
      await takePart(open, items[0], { personId: person.id });
      await takePart(hidden, items[1], { personId: person.id, role });
      const [conflict] = await conflictsOf(organizer, open);
      const { kind, severity, items: met } = conflict;
      const free = await organizer.get(`${room.at}/free-busy.ifb?from=2018-07-12&to=2018-07-12`);
      const taken = free.text.split('\r\n').filter((line) => line.startsWith('FREEBUSY'));
      told.push({ kind, severity, met: met[1], schedule: (await scheduleOf(organizer, person))[1], taken });
      await creator.delete(hidden.at, { 'if-match': '*' });
    }
    const taken = ['FREEBUSY;FBTYPE=BUSY:20180712T080000Z/20180712T100000Z'];
    const same = { kind: 'person_twice', severity: 'error', met: BUSY, schedule: BUSY, taken };
    expect(told).toEqual([same, same]);
  });

  it('nothing moves what is told of a conflict but the time, and an acknowledgement holds as long', async () => {
    office.setTime('2026-11-22T09:00:00Z');
    const person = await creator.record('/v1/people', aPerson({ names: named('Qingtao') }));
    const [open, hidden] = [await visitOf(), await visitOf({ visibility: 'confidential' })];
    const [first, second] = [
      await addItem(creator, open, at(9, 11)),
      await addItem(creator, hidden, at(10, 12)),
    ];
    await takePart(open, first, { personId: person.id });
    await takePart(hidden, second, { personId: person.id });
    const [{ fingerprint }] = await conflictsOf(organizer, open);
    const conflicts = `${open.at}/agenda/conflicts`;
    await organizer.post(`${conflicts}/${fingerprint}/acknowledgement`, { reason: 'sends a deputy' });
    const told = async (by: Client) => {
      const { body, headers } = await by.get(conflicts);
      const since = await by.get(`${conflicts}?updatedSince=2026-11-22T10:00:00Z&count=true`);
      return { body, tag: headers.etag, since: since.body };
    };
    const before = [await told(organizer), await told(creator)];
    expect(before[0]).toMatchObject({ body: { items: [{ acknowledgement: { reason: 'sends a deputy' } }] } });
    expect(before[1]).toMatchObject({ body: { items: [{ acknowledgement: null }] } });

    office.setTime('2026-11-22T11:00:00Z');
    for (const change of [{ placeId: room.id }, { title: { en: 'Dinner' } }, at(10, 13), at(10, 12)])
      expect((await creator.patch(second.at, change, { 'if-match': '*' })).status).toBe(200);
    expect((await creator.post(`${second.at}/transitions`, { to: 'confirmed' })).status).toBe(200);
    const after = [await told(organizer), await told(creator)];
    expect(after[0]).toEqual(before[0]);
    expect(after[1]!.body.items[0].fingerprint).not.toBe(before[1]!.body.items[0].fingerprint);
    expect(after[1]!.since.total).toBe(1);

    await creator.patch(second.at, at(10, 13), { 'if-match': '*' });
    expect((await conflictsOf(organizer, open))[0].acknowledgement).toBeNull();
  });

  describe('a delegation', () => {
    let person: Recorded;
    let open: Recorded;
    let shared: Recorded;
    let item: Recorded;
    let delegation: Recorded;

    beforeAll(async () => {
      person = await creator.record('/v1/people', aPerson({ names: named('Li Wei') }));
      delegation = await creator.record(
        '/v1/delegations',
        aDelegation({
          visibility: 'confidential',
          members: [aMember({ placeholder: null, personId: person.id, role: 'interpreter' })],
        }),
      );
      [open, shared] = [await visitOf(), await visitOf()];
      const lecture = await addItem(creator, open, at(9, 11));
      await takePart(open, lecture, { personId: person.id });
      item = await addItem(creator, shared, at(10, 12));
      await takePart(shared, item, { delegationId: delegation.id });
      await takePart(shared, item, {});
    });

    it('takes those who come with it out of sight, wherever they are', async () => {
      const [seen] = await conflictsOf(creator, open);
      expect([seen.kind, seen.items[1].id]).toEqual(['interpreter_twice', item.id]);
      const [told] = await conflictsOf(organizer, open);
      expect([told.kind, told.items[1]]).toEqual(['person_twice', BUSY]);
      expect(await conflictsOf(organizer, shared)).toEqual([]);
      expect((await scheduleOf(creator, person))[1]).toMatchObject({ id: item.id });
      expect((await scheduleOf(organizer, person))[1]).toEqual(BUSY);
    });

    it('takes no part in what is shown, counted and published', async () => {
      const { number } = await organizer.record(`${shared.at}/agenda/publications`, {});
      const countedBy = async (by: Client) => {
        const participants = await by.get(`${shared.at}/participants?count=true`);
        const published = await by.get(`${shared.at}/agenda/publications/${number}`);
        const changes = await by.get(`${shared.at}/agenda/publications/${number}/changes`);
        return [
          participants.body.total,
          (await by.get(shared.at)).body.agenda[0].participants.length,
          published.body.items[0].participants.length,
          changes.body.changes[0].participants.length,
        ];
      };
      expect(await countedBy(creator)).toEqual([2, 2, 2, 2]);
      expect(await countedBy(organizer)).toEqual([1, 1, 1, 1]);
      await creator.patch(delegation.at, { visibility: 'internal' }, { 'if-match': '*' });
      expect(await countedBy(organizer)).toEqual([2, 2, 2, 2]);
      await creator.patch(delegation.at, { visibility: 'confidential' }, { 'if-match': '*' });
      expect(await countedBy(organizer)).toEqual([1, 1, 1, 1]);
    });
  });
});
