import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { anAgendaItem } from '#agendas/testing';
import { aPerson, aPlace, cittaDellaScienza, named, naples } from '#directory/testing';
import { aParticipation } from '#participants/testing';
import type { Recorded } from './answer.js';
import type { Client } from './client.js';
import { addItem, at } from './known.js';
import { type Office, openOffice } from './office.js';

describe('publishing an agenda', () => {
  let office: Office;
  let visit: Recorded;
  let person: Recorded;
  let host: Recorded;
  let items: Record<'welcome' | 'tour' | 'dinner' | 'rest', Recorded>;

  beforeAll(async () => {
    office = await openOffice();
    office.setTime('2018-07-01T09:00:00Z');
    const city = await office.record('/v1/places', naples());
    person = await office.record('/v1/people', aPerson());
    host = await office.record('/v1/organizations', cittaDellaScienza());
    visit = await office.record('/v1/visits', {
      names: named('Guiyang delegation in Naples'),
      placeId: city.id,
      starts: '2018-07-12',
      ends: '2018-07-13',
    });
    items = {
      welcome: await add({ title: { en: 'Welcome' }, ...at(9, 10), placeId: city.id }),
      tour: await add({ title: { en: 'Tour' }, ...at(10, 11) }),
      dinner: await add({ title: { en: 'Dinner' }, ...at(20, 22), kind: 'meal' }),
      rest: await add({ title: { en: 'Rest' }, on: '2018-07-13', kind: 'rest' }),
    };
    await takePart('welcome', { personId: person.id, role: 'speaker' });
    await takePart('welcome', { organizationId: host.id, role: 'host', side: 'host' });
    await takePart('tour', { personId: person.id });
  });

  afterAll(() => office.close());

  const add = (item: object) => addItem(office, visit, item);

  const takePart = (item: keyof typeof items, who: object) =>
    office.record(`${visit.at}/participants`, aParticipation({ agendaItemId: items[item].id, ...who }));

  const publications = () => `${visit.at}/agenda/publications`;
  const titlesInCalendar = async (query = '') => {
    const { text } = await office.get(`${visit.at}.ics${query}`);
    return [...text.matchAll(/SUMMARY:(.*)\r\n/g)].map(([, title]) => title).slice(1);
  };

  it('shows the working agenda in calendars until there is a published one', async () => {
    expect(await titlesInCalendar()).toEqual(['Welcome', 'Tour', 'Dinner', 'Rest']);
  });

  it('freezes a version', async () => {
    const first = await office.record(publications(), { note: 'first version' });
    expect([first.at, first.number, first.note, first.itemCount]).toEqual([
      `${publications()}/1`,
      1,
      'first version',
      4,
    ]);
    expect(first.items[0]).toEqual({
      id: items.welcome.id,
      title: 'Welcome',
      kind: 'meeting',
      status: 'proposed',
      audience: 'guests',
      place: { id: items.welcome.place.id, name: 'Napoli' },
      ...at(9, 10),
      on: null,
      timeZone: 'Europe/Rome',
      participants: [
        participant({ person, role: 'speaker' }),
        participant({ organization: host, role: 'host' }),
      ],
    });
    const { body } = await office.get(`${first.at}/changes`);
    expect([body.since, body.changes.map(({ change }: Recorded) => change)]).toEqual([
      null,
      ['added', 'added', 'added', 'added'],
    ]);
  });

  it('tells after a rescheduling what moved, and whom that concerns', async () => {
    const room = await office.record(
      '/v1/places',
      aPlace({ names: named('Sala Newton'), kind: 'room', timeZone: 'Europe/Rome' }),
    );
    const patch = (item: Recorded, change: object) => office.patch(item.at, change, { 'if-match': '*' });
    await patch(items.welcome, { ...at(11, 12), placeId: room.id });
    await takePart('tour', { organizationId: host.id, role: 'escort', side: 'host' });
    await office.post(`${items.dinner.at}/transitions`, { to: 'cancelled' });
    await office.delete(items.rest.at, { 'if-match': '*' });
    const farewell = await add({ title: { en: 'Farewell' }, ...at(17, 18) });

    expect((await office.get(`${publications()}/1`)).body.items[0].startsAt).toBe(at(9, 10).startsAt);
    expect((await office.get(`${publications()}/1`)).body.itemCount).toBe(4);
    expect(await titlesInCalendar()).toEqual(['Welcome', 'Tour', 'Dinner']);
    expect(await titlesInCalendar('?draft=true')).toEqual(['Welcome', 'Tour', 'Dinner', 'Farewell']);

    const second = await office.record(publications(), {});
    const { body } = await office.get(`${second.at}/changes`);
    expect([body.number, body.since]).toEqual([2, 1]);
    expect(body.changes.map((one: Recorded) => [one.change, one.item.title, one.fields])).toEqual([
      ['moved', 'Welcome', ['time', 'place']],
      ['changed', 'Tour', ['participants']],
      ['cancelled', 'Dinner', ['status']],
      ['cancelled', 'Rest', []],
      ['added', 'Farewell', []],
    ]);
    const [moved, changed, , gone, added] = body.changes;
    expect([moved.before.startsAt, moved.after.startsAt, moved.after.place.name]).toEqual([
      at(9, 10).startsAt,
      at(11, 12).startsAt,
      'Sala Newton',
    ]);
    expect(moved.participants).toEqual([
      participant({ person, role: 'speaker' }),
      participant({ organization: host, role: 'host' }),
    ]);
    // Who was there before and still is need not be told that somebody joined.
    expect(changed.participants).toEqual([participant({ organization: host, role: 'escort' })]);
    expect([gone.after, added.before, added.item.id]).toEqual([null, null, farewell.id]);
    expect(await titlesInCalendar()).toEqual(['Welcome', 'Tour', 'Dinner', 'Farewell']);
  });

  it('calls off the parts of an item with it, for whoever sees them', async () => {
    const forum = await office.record('/v1/forums', {
      names: named('Forum with a keynote'),
      visibility: 'public',
      status: 'confirmed',
      starts: '2018-07-12',
      ends: '2018-07-12',
      timeZone: 'Europe/Rome',
    });
    const item = { ...at(9, 10), status: 'confirmed' };
    const opening = await addItem(office, forum, { ...item, title: { en: 'Opening' }, audience: 'hosts' });
    await addItem(office, forum, {
      ...item,
      title: { en: 'Keynote' },
      audience: 'public',
      parentId: opening.id,
    });
    await office.record(`${forum.at}/agenda/publications`, {});
    const read = async (by: Client): Promise<unknown[]> => {
      const { text } = await by.get(`${forum.at}.ics`);
      const entry = text.split('BEGIN:VEVENT').find((one) => one.includes('SUMMARY:Keynote'))!;
      return [...entry.matchAll(/^(?:LAST-MODIFIED|STATUS|TRANSP):(.*)\r\n/gm)].map(([, value]) => value);
    };
    const readBoth = () => Promise.all([office, office.stranger].map(read));
    const alike = (state: string[]) => [state, state];
    office.setTime('2018-07-02T09:00:00Z');
    await office.move(opening, 'cancelled');
    expect(await readBoth()).toEqual(alike(['20180702T090000Z', 'CONFIRMED', 'OPAQUE']));
    office.setTime('2018-07-03T09:00:00Z');
    const { at: second } = await office.record(`${forum.at}/agenda/publications`, {});
    expect(await readBoth()).toEqual(alike(['20180703T090000Z', 'CANCELLED', 'TRANSPARENT']));
    const { changes } = (await office.get(`${second}/changes`)).body;
    expect(changes.map((one: Recorded) => [one.change, one.item.title, one.fields])).toEqual([
      ['cancelled', 'Opening', ['status']],
      ['cancelled', 'Keynote', []],
    ]);
  });

  it('numbers versions one after the other, however many publish at once', async () => {
    await Promise.all(Array.from({ length: 5 }, () => office.record(publications(), {})));
    const { body } = await office.get(`${publications()}?limit=3`);
    expect(body.items.map(({ number }: Recorded) => number)).toEqual([7, 6, 5]);
    expect((await office.get(`${publications()}/7/changes`)).body.changes).toEqual([]);
    for (const unknown of ['8', 'x', '0'])
      expect((await office.get(`${publications()}/${unknown}`)).status).toBe(404);
  });

  it('shows everybody the published version of what is public, and drafts to who carries a token', async () => {
    const forum = await office.record('/v1/forums', {
      names: named('Zhongguancun Forum'),
      visibility: 'public',
      starts: '2018-07-12',
      ends: '2018-07-12',
      timeZone: 'Europe/Rome',
      agenda: [
        anAgendaItem({ title: { en: 'Opening' }, audience: 'public', on: undefined, ...at(9, 10) }),
        anAgendaItem({ title: { en: 'Briefing' }, audience: 'hosts', on: undefined, ...at(8, 9) }),
      ],
    });
    await office.record(`${forum.at}/agenda/publications`, {});
    await office.patch(
      `${forum.at}/agenda/${forum.agenda[0].id}`,
      { title: { en: 'Grand opening' } },
      { 'if-match': '*' },
    );
    const open = await office.stranger.get(`${forum.at}.ics`);
    expect([open.text.includes('SUMMARY:Opening'), open.text.includes('Briefing')]).toEqual([true, false]);
    const draft = await office.stranger.get(`${forum.at}.ics?draft=true`);
    expect([draft.status, draft.body.code]).toEqual([401, 'identity.required']);
    expect((await office.reader.get(`${forum.at}.ics?draft=true`)).text).toContain('SUMMARY:Grand opening');
  });

  describe('takes back at once what everybody was shown', () => {
    const day = { starts: '2018-07-12', ends: '2018-07-12', timeZone: 'Europe/Rome' };
    const publicItem = (title: string) =>
      anAgendaItem({ title: { en: title }, audience: 'public', on: undefined, ...at(9, 10) });
    let forum: Recorded;
    let secret: Recorded;

    beforeEach(async () => {
      const agenda = [publicItem('Opening'), publicItem('Secret')];
      const event = { names: named('Forum'), visibility: 'public', status: 'confirmed', ...day, agenda };
      forum = await office.record('/v1/forums', event);
      secret = { ...forum.agenda[1], at: `${forum.at}/agenda/${forum.agenda[1].id}` };
      await office.record(`${forum.at}/agenda/publications`, {});
    });

    const shown = async () => {
      const { text } = await office.stranger.get(`${forum.at}.ics`);
      return [...text.matchAll(/SUMMARY:(.*)\r\n/g)].map(([, title]) => title).slice(1);
    };

    it.each(['guests', 'hosts', 'internal'])('where it is only for %s now', async (audience) => {
      expect(await shown()).toEqual(['Opening', 'Secret']);
      await office.patch(secret.at, { audience }, { 'if-match': '*' });
      expect(await shown()).toEqual(['Opening']);
      await office.patch(secret.at, { audience: 'public' }, { 'if-match': '*' });
      expect(await shown()).toEqual(['Opening', 'Secret']);
    });

    it('where it was put away', async () => {
      await office.delete(secret.at, { 'if-match': '*' });
      expect(await shown()).toEqual(['Opening']);
    });

    it('as cancelled, with a higher sequence, where the whole forum is', async () => {
      await office.move(forum, 'cancelled');
      const { text } = await office.stranger.get(`${forum.at}.ics`);
      const states = [...text.matchAll(/^(SEQUENCE|STATUS):(.*)\r\n/gm)].map(([, , value]) => value);
      expect(states).toEqual(['1', 'CANCELLED', '1', 'CANCELLED', '1', 'CANCELLED']);
    });
  });

  const participant = ({ person, organization, role }: Recorded) => ({
    person: person ? { id: person.id, name: person.name } : null,
    organization: organization ? { id: organization.id, name: organization.name } : null,
    delegation: null,
    group: null,
    placeholder: null,
    role,
  });
});
