import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anAgendaItem } from '#agendas/testing';
import { aPlace, named } from '#directory/testing';
import type { Recorded } from './answer.js';
import { at, eventReferenceTo, twoDaysInItaly } from './known.js';
import { type Office, openOffice } from './office.js';

describe('listing what takes place, in all agendas', () => {
  let office: Office;
  let visit: Recorded;
  let forum: Recorded;
  let naples: Recorded;
  let rome: Recorded;

  const item = (title: string, fields: object): object => ({
    ...anAgendaItem({ on: undefined, ...fields }),
    title: { en: title },
  });

  beforeAll(async () => {
    office = await openOffice();
    const place = (name: string) => office.record('/v1/places', aPlace({ names: named(name) }));
    [naples, rome] = [await place('Naples'), await place('Rome')];
    visit = await office.record('/v1/visits', {
      ...twoDaysInItaly('Guiyang in Naples and Rome'),
      legs: [{ placeId: naples.id }, { placeId: rome.id }],
      agenda: [
        item('dinner', { on: '2018-07-12', dayPart: 'evening', leg: 0 }),
        item('welcome', { ...at(9, 11), leg: 0 }),
        item('some day', { on: '2018-07' }),
        item('farewell', { on: '2018-07-13', leg: 1 }),
        item('undated', {}),
      ],
    });
    forum = await office.record('/v1/forums', {
      names: named('Italy-China Week'),
      timeZone: 'Europe/Rome',
      agenda: [
        item('exhibition', { startsAt: '2018-06-01T09:00:00+02:00', endsAt: '2018-07-12T18:00:00+02:00' }),
        item('keynote', at(11, 12)),
      ],
    });
  });
  afterAll(() => office.close());

  const titles = async (query = ''): Promise<string[]> => {
    const { body } = await office.get(`/v1/agenda-items?${query}`);
    return body.items.map(({ title }: Recorded) => title);
  };

  const ALL = ['exhibition', 'some day', 'welcome', 'keynote', 'dinner', 'farewell', 'undated'];

  it('lists it by time, what has no date last', async () => {
    expect(await titles()).toEqual(ALL);
    expect(await titles('sort=-time')).toEqual(ALL.toReversed());
  });

  it('tells the event of each', async () => {
    const { body } = await office.get('/v1/agenda-items');
    const events = body.items.map(({ event }: Recorded) => event);
    expect(events[0]).toEqual(eventReferenceTo(forum));
    expect(events[1]).toEqual(eventReferenceTo(visit));
  });

  it.each(['time', '-time', '-updated'])('walks page by page by %s, each once', async (sort) => {
    const found: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body } = await office.get(
        `/v1/agenda-items?sort=${sort}&limit=2${cursor && `&cursor=${cursor}`}`,
      );
      found.push(...body.items.map(({ title }: Recorded) => title));
      cursor = body.nextCursor;
    }
    expect(found).toEqual(await titles(`sort=${sort}`));
    expect([...found].sort()).toEqual([...ALL].sort());
  });

  it.each([
    ['from=2018-07-12&to=2018-07-12', ['exhibition', 'some day', 'welcome', 'keynote', 'dinner']],
    ['from=2018-07-12&to=2018-07-12&sort=-time', ['dinner', 'keynote', 'welcome', 'some day', 'exhibition']],
    ['from=2018-07-13', ['some day', 'farewell']],
    ['from=2018-08-01', []],
    ['to=2018-06-30', ['exhibition']],
    ['to=2018-07-01', ['exhibition', 'some day']],
  ])('between two days: %s', async (query, expected) => {
    expect(await titles(query)).toEqual(expected);
    expect((await office.get(`/v1/agenda-items?${query}&count=true`)).body.total).toBe(expected.length);
  });

  it('at the place of its leg, in one agenda as in all', async () => {
    expect(await titles(`place=${naples.id}`)).toEqual(['welcome', 'dinner']);
    const inOne = await office.get(`${visit.at}/agenda?place=${rome.id}`);
    expect(inOne.body.items.map(({ title }: Recorded) => title)).toEqual(['farewell']);
  });

  it('tells the list of events where items are, until these are elsewhere or put away', async () => {
    const hall = await office.record('/v1/places', aPlace({ names: named('Hall'), parentId: rome.id }));
    const there = async (place = hall) => {
      const { body } = await office.get(`/v1/events?place=${place.id}`);
      return body.items.map(({ name }: Recorded) => name);
    };
    const keynote = await office.record(`${forum.at}/agenda`, item('talk', { placeId: hall.id }));
    expect([await there(), await there(rome)]).toEqual([[forum.name], [visit.name, forum.name]]);
    await office.delete(keynote.at, { 'if-match': '*' });
    expect([await there(), await titles(`place=${hall.id}`)]).toEqual([[], []]);
    expect(await titles(`place=${hall.id}&archived=include`)).toEqual(['talk']);
    await office.post(`${keynote.at}/restore`, undefined);
    expect(await there()).toEqual([forum.name]);
    const { status } = await office.patch(keynote.at, { placeId: naples.id }, { 'if-match': '*' });
    expect([status, await there(), await there(naples)]).toEqual([200, [], [visit.name, forum.name]]);
    await office.delete(keynote.at, { 'if-match': '*' });
  });

  it('tells the list of events which city receives a visit, until it is another', async () => {
    const turin = await office.record('/v1/places', aPlace({ names: named('Turin') }));
    const received = await office.record('/v1/visits', { names: named('Beijing in Turin') });
    const there = async () => (await office.get(`/v1/visits?place=${turin.id}`)).body.items.length;
    const patch = (hostCityId: string | null) =>
      office.patch(received.at, { hostCityId }, { 'if-match': '*' });
    await patch(turin.id);
    expect(await there()).toBe(1);
    await patch(null);
    expect(await there()).toBe(0);
  });
});
