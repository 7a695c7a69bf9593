import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anAgendaItem } from '#agendas/testing';
import { anAgreement } from '#agreements/testing';
import { aDelegation, aMember } from '#delegations/testing';
import { aPerson, anOrganization, naples, named } from '#directory/testing';
import { aParticipation } from '#participants/testing';
import { aSource } from '#sources/testing';
import type { Scope } from '#identity';
import type { Recorded } from './answer.js';
import type { Client } from './client.js';
import { type Office, openOffice } from './office.js';

const notes = { en: 'The driver waits at the south gate.' };

describe('keeping notes for colleagues', () => {
  let office: Office;
  let person: Recorded;

  beforeAll(async () => {
    office = await openOffice();
    office.setTime('2018-07-01T09:00:00Z');
    const { id: organizationId } = await office.record('/v1/organizations', anOrganization());
    const rector = { organizationId, title: { en: 'Rector' }, notes };
    person = await office.record('/v1/people', aPerson({ notes, positions: [rector] }));
  });
  afterAll(() => office.close());

  it('takes those of the parts that are recorded with their whole', async () => {
    const delegation = await office.record('/v1/delegations', aDelegation({ members: [aMember({ notes })] }));
    const visit = await office.record('/v1/visits', {
      names: named('Visit'),
      agenda: [{ ...anAgendaItem({ notes }), participants: [aParticipation({ notes })] }],
      participants: [aParticipation({ notes })],
    });
    const [item] = visit.agenda;
    const organizationId = person.positions[0].organization.id;
    const agreement = await office.record(
      '/v1/agreements',
      anAgreement({
        parties: [{ organizationId, notes, signatories: [{ notes }] }],
        obligations: [{ text: { en: 'send students' }, notes }],
      }),
    );
    const [party] = agreement.parties;
    const parts = [
      person.positions[0],
      delegation.members[0],
      item,
      item.participants[0],
      visit.participants[0],
      party,
      party.signatories[0],
      agreement.obligations[0],
    ];
    expect(parts.map((part) => part.notes)).toEqual(parts.map(() => notes));
  });

  it('tells those about people to who may read contacts alone, and partners none', async () => {
    const host = await office.record('/v1/organizations', anOrganization());
    const positions = [{ organizationId: host.id, title: { en: 'Rector' }, notes }];
    const rector = await office.record('/v1/people', aPerson({ notes, positions }));
    const [viewer, partner] = [
      await office.as({ label: 'Viewer', role: 'viewer' }),
      await office.as({ label: 'Host', role: 'partner', organizations: [host.id] }),
    ];
    const relation = { kind: 'founded_by', toPersonId: rector.id, notes };
    const related = await office.record(`${host.at}/relations`, relation);
    const delegation = await office.record(
      '/v1/delegations',
      aDelegation({ notes, organizationIds: [host.id], members: [aMember({ notes })] }),
    );
    const visit = await office.record('/v1/visits', {
      names: named('Visit'),
      notes,
      agenda: [{ ...anAgendaItem({ notes }), participants: [aParticipation({ notes })] }],
      participants: [aParticipation({ organizationId: host.id, side: 'host', role: 'host', notes })],
    });
    const agreement = await office.record(
      '/v1/agreements',
      anAgreement({ notes, parties: [{ organizationId: host.id, signatories: [{ notes }] }] }),
    );
    const source = await office.record('/v1/sources', aSource());
    const inside = (whole: Recorded, at: string, { id }: Recorded) => `${whole.at}/${at}/${id}`;
    const aboutPeople = [
      rector.at,
      inside(rector, 'positions', rector.positions[0]),
      related.at,
      inside(delegation, 'members', delegation.members[0]),
      inside(visit, 'participants', visit.participants[0]),
      inside(agreement, 'signatories', agreement.parties[0].signatories[0]),
    ];
    const others = [delegation.at, visit.at, inside(visit, 'agenda', visit.agenda[0]), agreement.at];
    const notesTo = (by: Client, paths: string[]) =>
      Promise.all(
        paths.map(async (path) => {
          const [{ body }, history] = [await by.get(path), await by.get(`${path}/history`)];
          const said = history.text.includes('north gate');
          return [body.notes, said];
        }),
      );
    const later = { en: 'The driver waits at the north gate.' };
    for (const path of [...aboutPeople, ...others]) {
      await office.patch(path, { notes: later }, { 'if-match': '*' });
      await office.record(`${path}/citations`, { field: 'notes', value: notes, sourceId: source.id });
    }
    const told = (paths: string[]) => paths.map(() => [later, true]);
    const withheld = (paths: string[]) => paths.map(() => [null, false]);
    expect(await notesTo(viewer, others)).toEqual(told(others));
    expect(await notesTo(viewer, aboutPeople)).toEqual(withheld(aboutPeople));
    const shown = [delegation.at, visit.at, aboutPeople[3]!, aboutPeople[4]!];
    expect(await notesTo(partner, shown)).toEqual(withheld(shown));
    const citedTo = async (by: Client, path: string) => (await by.get(`${path}/citations`)).body.items.length;
    expect(await Promise.all(aboutPeople.map((path) => citedTo(office, path)))).toEqual([1, 1, 1, 1, 1, 1]);
    expect(await Promise.all(aboutPeople.map((path) => citedTo(viewer, path)))).toEqual([0, 0, 0, 0, 0, 0]);
    const { text } = await viewer.get(delegation.at);
    expect([text.includes('south gate'), text.includes('north gate')]).toEqual([true, true]);
  });

  it('lets nobody write over what they are not shown', async () => {
    const host = await office.record('/v1/organizations', anOrganization());
    const positions = [{ organizationId: host.id, title: { en: 'Rector' }, notes }];
    const reached = { email: 'rector@example.org', phone: '+39 081 1234567' };
    const rector = await office.record('/v1/people', aPerson({ notes, positions, ...reached }));
    const relation = { kind: 'founded_by', toPersonId: rector.id, notes };
    const related = await office.record(`${host.at}/relations`, relation);
    const delegation = await office.record(
      '/v1/delegations',
      aDelegation({ notes, organizationIds: [host.id], members: [aMember({ notes })] }),
    );
    const visit = await office.record('/v1/visits', {
      names: named('Visit'),
      notes,
      responsibleId: (await office.get('/v1/me')).body.actor.id,
      agenda: [anAgendaItem({ notes })],
      participants: [aParticipation({ organizationId: host.id, side: 'host', role: 'host', notes })],
    });
    const parties = [{ organizationId: host.id, signatories: [{ notes }] }];
    const agreement = await office.record('/v1/agreements', anAgreement({ parties }));
    const [member] = delegation.members;
    const shown = [
      visit.at,
      `${visit.at}/agenda/${visit.agenda[0].id}`,
      `${visit.at}/participants/${visit.participants[0].id}`,
      delegation.at,
      `${delegation.at}/members/${member.id}`,
    ];
    const aboutPeople = [
      rector.at,
      `${rector.at}/positions/${rector.positions[0].id}`,
      related.at,
      `${agreement.at}/signatories/${agreement.parties[0].signatories[0].id}`,
    ];
    const partner = await office.as({ label: 'Host', role: 'partner', organizations: [host.id] });
    const scopes: Scope[] = ['directory:read', 'directory:write', 'agreements:read', 'agreements:write'];
    const clerk = await office.as({ label: 'Clerk', role: 'organizer', scopes });
    const unseen = { status: 403, body: { code: 'record.field-unseen' } };
    const ANY = { 'if-match': '*' };
    for (const [by, paths] of [
      [partner, shown],
      [clerk, aboutPeople],
    ] as const)
      for (const path of paths) {
        for (const said of [notes, { en: null }, { it: 'mine' }])
          expect(await by.patch(path, { notes: said }, ANY)).toMatchObject(unseen);
        const { status, body } = await by.patch(path, { notes: null }, ANY);
        expect([path, status, body.version, (await office.get(path)).body.notes]).toEqual([
          path,
          200,
          1,
          notes,
        ]);
      }
    expect(await clerk.patch(rector.at, { email: 'me@example.org' }, ANY)).toMatchObject(unseen);
    expect(await clerk.patch(rector.at, { phone: reached.phone }, ANY)).toMatchObject(unseen);
    expect((await clerk.patch(rector.at, { email: null, phone: null }, ANY)).status).toBe(200);
    expect((await office.get(rector.at)).body).toMatchObject(reached);
    expect((await partner.patch(visit.at, { responsibleId: null }, ANY)).body.code).toBe(
      'record.visibility-fixed',
    );
  });

  it('shows them in lists, too', async () => {
    const { body } = await office.get('/v1/people');
    expect(body.items.map((one: Recorded) => one.notes)).toContainEqual(notes);
  });

  it('refuses what is no text by language', async () => {
    const { status, body } = await office.post('/v1/people', { ...aPerson(), notes: 'south gate' });
    expect([status, body.errors.map(({ pointer }: Recorded) => pointer)]).toEqual([400, ['/notes']]);
  });

  it('keeps of people’s only that they changed', async () => {
    await office.change(person, { notes: null });
    const { body } = await office.get(`${person.at}/history`);
    expect(body.items[0].fields).toEqual([{ field: 'notes', old: null, new: null }]);
  });

  it('never tells them in calendars, with a token or without', async () => {
    const hall = await office.record('/v1/places', naples({ notes }));
    const forum = await office.record('/v1/forums', {
      names: named('Innovation Week'),
      status: 'scheduled',
      visibility: 'public',
      starts: '2018-10-22',
      ends: '2018-10-25',
      placeId: hall.id,
      notes,
      agenda: [{ ...anAgendaItem({ audience: 'public', on: '2018-10-22', notes }) }],
    });
    const files = await Promise.all(
      [office, office.stranger].flatMap((caller) =>
        [`${forum.at}.ics`, '/v1/calendars/forums.ics'].map((path) => caller.get(path)),
      ),
    );
    expect(files.map(({ status, text }) => [status, text.includes('Innovation Week')])).toEqual(
      files.map(() => [200, true]),
    );
    expect(files.filter(({ text }) => text.includes('south gate'))).toEqual([]);
  });
});
