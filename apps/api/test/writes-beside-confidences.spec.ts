import { anAgreement } from '#agreements/testing';
import { anEntry } from '#briefings/testing';
import { named } from '#directory/testing';
import { aFollowUp, anOutcome } from '#follow-ups/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answer, Recorded } from './answer.js';
import type { Client } from './client.js';
import { type Office, openOffice } from './office.js';

const UNKNOWN = '019a8f3e-4c00-7000-8000-00000000abcd';
const ANY = { 'if-match': '*' };

describe('who writes beside what is confidential', () => {
  let office: Office;
  let creator: Client;
  let organizer: Client;
  let place: Recorded;

  beforeAll(async () => {
    office = await openOffice();
    creator = await office.as({ label: 'Creator', role: 'organizer' });
    organizer = await office.as({ label: 'Organizer', role: 'organizer' });
    place = await office.record('/v1/places', { names: named('Naples'), kind: 'city' });
  });
  afterAll(() => office.close());

  const hidden = { visibility: 'confidential' };
  const visitOf = (by: Client, fields: object = {}) =>
    by.record('/v1/visits', { names: named('Visit'), timeZone: 'Europe/Rome', ...fields });
  const delegationOf = (fields: object = {}) =>
    creator.record('/v1/delegations', { names: named('Delegation'), ...fields });

  describe('is told the same of its id as of one that never was', () => {
    /** The different answers to a write that names something hidden, and to one that names what never was. */
    const answersTo = async (id: string, write: (id: string) => Promise<Answer>): Promise<string[]> => {
      const answers = [await write(id), await write(UNKNOWN)];
      return [...new Set(answers.map(({ status, text }) => `${status} ${text.replaceAll(id, UNKNOWN)}`))];
    };
    const unknown = [expect.stringMatching(/^400 .*"unknown-reference"/)];

    it('where it takes part already', async () => {
      const delegation = await delegationOf(hidden);
      const visit = await visitOf(creator);
      const participant = (delegationId: string) => ({ delegationId, side: 'guest', role: 'attendee' });
      await creator.record(`${visit.at}/participants`, participant(delegation.id));
      expect(
        await answersTo(delegation.id, (id) => organizer.post(`${visit.at}/participants`, participant(id))),
      ).toEqual(unknown);
    });

    it('where a link would close a circle, or be there twice', async () => {
      const [first, second] = [await visitOf(creator), await visitOf(creator, hidden)];
      await creator.record(`${second.at}/links`, { kind: 'follows', toId: first.id });
      expect(
        await answersTo(second.id, (toId) => organizer.post(`${first.at}/links`, { kind: 'follows', toId })),
      ).toEqual(unknown);
      const [register, treaty] = [
        await creator.record('/v1/agreements', anAgreement()),
        await creator.record('/v1/agreements', { ...anAgreement(), ...hidden }),
      ];
      await creator.record(`${register.at}/links`, { kind: 'renews', toId: treaty.id });
      for (const kind of ['renews', 'amends'])
        expect(
          await answersTo(treaty.id, (toId) => organizer.post(`${register.at}/links`, { kind, toId })),
        ).toEqual(unknown);
    });

    it('where the record leads there already', async () => {
      const [forum, visit] = [await visitOf(creator, hidden), await visitOf(creator)];
      const delegation = await delegationOf(hidden);
      const patch = (fields: object) => creator.patch(visit.at, fields, ANY);
      expect((await patch({ parentId: forum.id, delegationIds: [delegation.id] })).status).toBe(200);
      expect(await answersTo(forum.id, (parentId) => organizer.patch(visit.at, { parentId }, ANY))).toEqual(
        unknown,
      );
      expect(
        await answersTo(delegation.id, (id) => organizer.patch(visit.at, { delegationIds: [id] }, ANY)),
      ).toEqual(unknown);
      const entry = await creator.record('/v1/entries', {
        ...anEntry({ placeId: place.id }),
        recordId: forum.id,
      });
      expect(await answersTo(forum.id, (recordId) => organizer.patch(entry.at, { recordId }, ANY))).toEqual(
        unknown,
      );
    });

    it('where a file gives a record this id', async () => {
      const visit = await visitOf(creator, hidden);
      const story = (id: string) => ({
        dossier: 'ids',
        visits: { one: { id, names: named('Visit'), timeZone: 'Europe/Rome' } },
      });
      const write = async (id: string) => {
        const { status, body } = await organizer.post('/v1/dossiers?dry-run=true', story(id));
        return [status, body.errors.map(({ code }: { code: string }) => code)];
      };
      for (const id of [visit.id, UNKNOWN]) expect(await write(id)).toEqual([400, ['fixed-id']]);
    });
  });

  it('leaves it where it is, and hears of no change', async () => {
    const [forum, delegation] = [await visitOf(creator, hidden), await delegationOf(hidden)];
    const dates = { delegationId: delegation.id, starts: '2027-05-10', ends: null };
    const visit = await visitOf(creator, {
      parentId: forum.id,
      delegationIds: [delegation.id],
      delegationDates: [dates],
    });
    const entry = await creator.record('/v1/entries', {
      ...anEntry({ placeId: place.id }),
      recordId: forum.id,
    });
    const nothing = { parentId: null, delegationIds: [], delegationDates: [] };
    expect((await organizer.patch(visit.at, nothing, ANY)).body).toMatchObject({ version: 1 });
    expect((await organizer.patch(entry.at, { recordId: null }, ANY)).body).toMatchObject({ version: 1 });
    const open = await delegationOf();
    const own = { delegationId: open.id, starts: '2027-05-11', ends: null };
    const added = { delegationIds: [open.id], delegationDates: [own] };
    const comes = { id: open.id, starts: '2027-05-11' };
    expect((await organizer.patch(visit.at, added, ANY)).body).toMatchObject({
      version: 2,
      delegations: [comes],
    });
    const delegations = [comes, { id: delegation.id, starts: '2027-05-10' }];
    expect((await creator.get(visit.at)).body).toMatchObject({ parent: { id: forum.id }, delegations });
    expect((await creator.get(entry.at)).body.record.id).toBe(forum.id);
  });

  it('moves a record as far as all lets it that there is, and is told no more', async () => {
    const delegation = await delegationOf(hidden);
    const dates = { starts: '2018-07-12', ends: '2018-07-13' };
    const visit = await visitOf(creator, {
      ...dates,
      delegationIds: [delegation.id],
      participants: [{ delegationId: delegation.id, side: 'host', role: 'host' }],
    });
    const followUp = await creator.record('/v1/follow-ups', {
      ...aFollowUp({ eventId: visit.id, title: { en: 'Zibaldone' } }),
      mandatory: true,
      ...hidden,
    });
    for (const to of ['planned', 'confirmed', 'ongoing', 'completed'])
      expect([to, (await organizer.post(`${visit.at}/transitions`, { to })).status]).toEqual([to, 200]);
    for (const { id } of (await organizer.get(visit.at)).body.followUps)
      await organizer.post(`/v1/follow-ups/${id}/transitions`, { to: 'done' });
    const refused = await organizer.post(`${visit.at}/transitions`, { to: 'closed' });
    const missing = ['a follow-up that you do not see'];
    expect([refused.status, refused.body.missing]).toEqual([409, missing]);
    expect((await organizer.get(`${visit.at}/transitions`)).body.allowed).toEqual([
      { to: 'closed', missing },
    ]);
    expect(refused.text).not.toContain('Zibaldone');
    expect((await creator.post(`${followUp.at}/transitions`, { to: 'done' })).status).toBe(200);
    expect((await organizer.post(`${visit.at}/transitions`, { to: 'closed' })).status).toBe(200);
    const [former, next] = [
      await creator.record('/v1/agreements', { ...anAgreement(), status: 'expired', expiry: '2020-01-01' }),
      await creator.record('/v1/agreements', { ...anAgreement(), ...hidden }),
    ];
    const renewed = () => organizer.get(`${former.at}/transitions`);
    const toRenewed = async () =>
      (await renewed()).body.allowed.find(({ to }: { to: string }) => to === 'renewed');
    expect((await toRenewed()).missing).toEqual(['the agreement that renews it']);
    await creator.record(`${next.at}/links`, { kind: 'renews', toId: former.id });
    expect((await toRenewed()).missing).toEqual([]);
  });

  it('follows up once what is followed up out of sight, and names nothing of it', async () => {
    const outcome = await creator.record('/v1/outcomes', {
      ...anOutcome({ eventId: (await visitOf(creator)).id }),
      kind: 'commitment',
    });
    const { id } = await creator.record(`${outcome.at}/follow-up`, hidden);
    const refused = await Promise.all(
      [creator, organizer].map((by) => by.post(`${outcome.at}/follow-up`, {})),
    );
    expect(refused.map(({ body, text }) => [body.code, text.includes(id)])).toEqual([
      ['outcome.followed-up', true],
      ['outcome.followed-up', false],
    ]);
    const own = await organizer.record('/v1/follow-ups', aFollowUp({ outcomeId: outcome.id }));
    const again = await organizer.post(`${outcome.at}/follow-up`, {});
    expect([again.status, again.text.includes(own.id)]).toEqual([409, true]);
  });

  it('closes no circle through it', async () => {
    const whole = await creator.record('/v1/entries', anEntry({ placeId: place.id }));
    const part = await creator.record('/v1/entries', {
      ...anEntry({ placeId: undefined, parentId: whole.id }),
      ...hidden,
    });
    const circle = { status: 409, body: { code: 'entry.circle' } };
    for (const [at, parentId] of [
      [whole.at, part.id],
      [part.at, part.id],
    ])
      expect(await creator.patch(at as string, { parentId }, ANY)).toMatchObject(circle);
  });

  it('is not given an answer again that tells of it now', async () => {
    const [visit, delegation] = [await visitOf(organizer), await delegationOf()];
    expect((await organizer.patch(visit.at, { delegationIds: [delegation.id] }, ANY)).status).toBe(200);
    const move = () =>
      organizer.post(`${visit.at}/transitions`, { to: 'planned' }, { 'idempotency-key': 'moves' });
    const first = await move();
    expect([first.status, (await move()).body]).toEqual([200, first.body]);
    await creator.patch(delegation.at, hidden, ANY);
    expect(await move()).toMatchObject({ status: 409, body: { code: 'idempotency.unseen' } });
  });

  it('does not put a record out of the own sight, and hands it over all the same', async () => {
    const visit = await visitOf(creator);
    const unseen = { status: 409, body: { code: 'record.out-of-sight' } };
    expect(await organizer.patch(visit.at, hidden, ANY)).toMatchObject(unseen);
    const me = (await organizer.get('/v1/me')).body.actor.id as string;
    const [own, other] = [
      { responsibleId: me },
      { responsibleId: (await creator.get('/v1/me')).body.actor.id },
    ];
    expect((await creator.patch(visit.at, { ...hidden, ...own }, ANY)).status).toBe(200);
    expect(await organizer.patch(visit.at, { responsibleId: null }, ANY)).toMatchObject(unseen);
    const kept = { ...other, visibleTo: { actorIds: [me] } };
    expect((await organizer.patch(visit.at, kept, ANY)).status).toBe(200);
    expect((await creator.patch(visit.at, { visibleTo: { actorIds: [] } }, ANY)).status).toBe(200);
    expect((await organizer.get(visit.at)).status).toBe(404);
    const partner = await office.as({ label: 'Guest', role: 'partner' });
    expect(await partner.post('/v1/visits', { names: named('Visit') })).toMatchObject(unseen);
  });
});
