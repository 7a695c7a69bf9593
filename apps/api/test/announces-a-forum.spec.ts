import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { named } from '#directory/testing';
import type { Answer, Recorded } from './answer.js';
import { type Known, eventReferenceTo, recordKnown, referenceTo } from './known.js';
import { type Office, openOffice } from './office.js';

const FORUMS = '/v1/forums';

describe('announcing a forum', () => {
  let office: Office;
  let known: Known;
  let series: Recorded;

  beforeAll(async () => {
    office = await openOffice();
    office.setTime('2024-01-15T09:00:00Z');
    known = await recordKnown(office);
    series = await office.record('/v1/forum-series', {
      names: [
        ...named('Zhongguancun Forum'),
        { text: 'ZGC', lang: 'en', kind: 'acronym' },
        { text: '中关村论坛', lang: 'zh-hans', kind: 'official' },
      ],
      frequency: 'annual',
      organizerIds: [known.tsinghua.id],
      objectives: [{ it: 'creare opportunità di sviluppo condivise a livello globale' }],
      audience: { it: 'scienziati, imprenditori e investitori' },
    });
  });

  afterAll(() => office.close());

  const aForum = (fields: object = {}): object => ({ names: named('Zhongguancun Forum 2024'), ...fields });
  const days = { starts: '2024-05-10', ends: '2024-05-14' };
  const move = ({ at }: Recorded, to: string, more = {}): Promise<Answer> =>
    office.post(`${at}/transitions`, { to, ...more });
  const patch = ({ at, tag }: Recorded, body: object): Promise<Answer> =>
    office.patch(at, body, { 'if-match': tag });
  const read = async ({ at }: Recorded): Promise<Recorded> => (await office.get(at)).body;

  it('is found in its series by who organizes it, with their units and those they have succeeded', async () => {
    const { municipality, bureau, tsinghua } = known;
    const { id } = await office.record('/v1/forum-series', {
      names: named('Week of science'),
      organizerIds: [bureau.id],
    });
    const found = async (organizer: Recorded): Promise<string[]> => {
      const { body } = await office.get(`/v1/forum-series?organizer=${organizer.id}&count=true`);
      expect(body.total).toBe(body.items.length);
      return body.items.map((one: Recorded) => one.id);
    };
    expect([await found(municipality), await found(bureau), await found(tsinghua)]).toEqual([
      [id],
      [id],
      [series.id],
    ]);
  });

  it('begins with its series, which counts its editions', async () => {
    expect([series.organizers, series.editionCount, series.names[2].lang]).toEqual([
      [referenceTo(known.tsinghua)],
      0,
      'zh-Hans',
    ]);
    const forum = await office.record(FORUMS, aForum({ seriesId: series.id, edition: 16, year: 2024 }));
    expect([forum.series, forum.edition, forum.year, forum.status]).toEqual([
      referenceTo(series),
      16,
      2024,
      'announced',
    ]);
    const { body } = await office.get('/v1/forum-series?q=中关村', { 'accept-language': 'zh' });
    expect(body.items.map(({ name, editionCount }: Recorded) => [name, editionCount])).toEqual([
      ['中关村论坛', 1],
    ]);
    const edition = await office.get(forum.at, { 'accept-language': 'zh-CN' });
    expect(edition.body.series.name).toBe('中关村论坛');
  });

  it('says how many are expected and how many came, by category', async () => {
    const expectedAttendance = [
      { category: { en: 'industry associations' }, quantity: { value: 100, qualifier: 'almost' } },
      {
        category: { en: 'companies' },
        quantity: { value: 60, max: 80, qualifier: 'over', unit: 'companies' },
      },
    ];
    const actualAttendance = [
      { category: { en: 'investments' }, quantity: { value: 2 ** 53 - 1, qualifier: 'exact', unit: 'CNY' } },
      { category: { en: 'hours' }, quantity: { value: 0.25, qualifier: 'about' } },
    ];
    const announcedSideEvents = { value: 6, qualifier: 'exact' };
    const attendance = { expectedAttendance, actualAttendance, announcedSideEvents };
    const forum = await office.record(FORUMS, aForum({ ...attendance, theme: { en: 'Innovation' } }));
    expect(forum).toMatchObject({ ...attendance, theme: { en: 'Innovation' } });
    const { body } = await patch(forum, { expectedAttendance: null, announcedSideEvents: null });
    expect([body.expectedAttendance, body.actualAttendance, body.announcedSideEvents]).toEqual([
      null,
      actualAttendance,
      null,
    ]);
  });

  it('is recorded with its agenda and participants', async () => {
    const forum = await office.record(
      FORUMS,
      aForum({
        ...days,
        placeId: known.china.id,
        agenda: [
          {
            kind: 'opening',
            title: { en: 'Opening' },
            startsAt: '2024-05-10T09:00:00+08:00',
            audience: 'public',
          },
        ],
        participants: [
          {
            organizationId: known.municipality.id,
            side: 'guest',
            role: 'exhibitor',
            response: 'under_evaluation',
          },
        ],
      }),
    );
    const [{ startsAt, audience }] = forum.agenda;
    expect([forum.timeZone, startsAt, audience, forum.participants[0].response]).toEqual([
      'Asia/Shanghai',
      '2024-05-10T09:00:00+08:00',
      'public',
      'under_evaluation',
    ]);
  });

  describe('with a date', () => {
    it('of a month only, is announced but not scheduled', async () => {
      const forum = await office.record(FORUMS, aForum({ starts: '2024-05' }));
      const { body: transitions } = await office.get(`${forum.at}/transitions`);
      expect(transitions.allowed).toEqual([
        { to: 'scheduled', missing: ['dates to the day'] },
        { to: 'cancelled', missing: [] },
      ]);
      const refused = await move(forum, 'scheduled');
      expect([refused.status, refused.body.code, refused.body.missing]).toEqual([
        409,
        'forum.not-ready',
        ['dates to the day'],
      ]);
      expect(await read(forum)).toMatchObject({ status: 'announced', version: 1 });
    });

    it('to the day, is scheduled and keeps its days', async () => {
      const forum = await office.record(FORUMS, aForum(days));
      const scheduled = await move(forum, 'scheduled');
      expect([scheduled.status, scheduled.body.sequence]).toEqual([200, 1]);
      const vague = await office.patch(forum.at, { ends: '2024-05' }, { 'if-match': '*' });
      expect([vague.status, vague.body.code, vague.body.missing]).toEqual([
        409,
        'forum.not-ready',
        ['dates to the day'],
      ]);
    });

    it('in doubt, is not to the day', async () => {
      const forum = await office.record(FORUMS, aForum({ starts: '2024-05-10~', ends: '2024-05-14' }));
      expect((await move(forum, 'scheduled')).body.missing).toEqual(['dates to the day']);
    });

    it('is postponed, waits without days, and is back with others', async () => {
      const forum = await office.record(FORUMS, aForum({ ...days, status: 'confirmed' }));
      const postponed = await move(forum, 'postponed', { reason: 'the fair hall is under repair' });
      expect(postponed.status).toBe(200);
      const change = { starts: '2024-09', ends: null, dateChangeReason: 'the fair hall is under repair' };
      const tag = postponed.headers.etag!;
      const waiting = await office.patch(forum.at, change, { 'if-match': tag });
      expect([waiting.status, waiting.body.starts]).toEqual([200, '2024-09']);
      expect((await move(forum, 'scheduled')).body.missing).toEqual(['dates to the day']);
      const again = { starts: '2024-09-20', ends: '2024-09-24' };
      await office.patch(forum.at, again, { 'if-match': waiting.headers.etag! });
      const { body } = await move(forum, 'scheduled');
      expect([body.status, body.sequence, body.statusHistory.map(({ to }: Recorded) => to)]).toEqual([
        'scheduled',
        4,
        ['confirmed', 'postponed', 'scheduled'],
      ]);
      expect(body.earlierDates.map(({ starts, ends, reason }: Recorded) => [starts, ends, reason])).toEqual([
        ['2024-05-10', '2024-05-14', 'the fair hall is under repair'],
        ['2024-09', null, null],
      ]);
    });

    it('is taken up again where it was cancelled by mistake, as far as its dates are known', async () => {
      const forum = await office.record(FORUMS, aForum({ ...days, status: 'confirmed' }));
      expect((await move(forum, 'cancelled', { reason: 'wrong record' })).body.status).toBe('cancelled');
      const back = await move(forum, 'scheduled');
      expect([back.status, back.body.status, back.body.sequence]).toEqual([200, 'scheduled', 2]);

      const vague = await office.record(FORUMS, aForum({ starts: '2024-05', status: 'cancelled' }));
      expect((await move(vague, 'scheduled')).body.missing).toEqual(['dates to the day']);
      expect((await move(vague, 'announced')).body.status).toBe('announced');
    });
  });

  describe('among other events', () => {
    let fair: Recorded;
    let summit: Recorded;

    beforeEach(async () => {
      fair = await office.record(FORUMS, aForum({ names: named('Fair'), format: 'fair' }));
      summit = await office.record(
        FORUMS,
        aForum({ names: named('Summit'), format: 'summit', parentId: fair.id }),
      );
    });

    it('is part of a fair, as the fair says too', async () => {
      expect([summit.parent, (await read(fair)).parts]).toEqual([
        eventReferenceTo(fair),
        [eventReferenceTo(summit)],
      ]);
      await office.delete(summit.at, { 'if-match': summit.tag });
      expect((await read(fair)).parts).toEqual([]);
    });

    it('is linked to a visit that prepares it, and the link is seen from both', async () => {
      const visit = await office.record('/v1/visits', { names: named('Beijing in Turin') });
      const link = await office.record(`${visit.at}/links`, { toId: summit.id, kind: 'in_preparation_for' });
      expect([link.kind, link.to, link.at]).toEqual([
        'in_preparation_for',
        eventReferenceTo(summit),
        `${visit.at}/links/${link.id}`,
      ]);
      const told = { id: link.id, kind: 'in_preparation_for' };
      expect((await read(visit)).links).toEqual([{ ...told, event: eventReferenceTo(summit) }]);
      expect((await read(summit)).linkedFrom).toEqual([{ ...told, event: eventReferenceTo(visit) }]);
      const { body } = await patch(link, { kind: 'coincides_with' });
      expect([body.kind, (await read(summit)).linkedFrom[0].kind]).toEqual([
        'coincides_with',
        'coincides_with',
      ]);
      await office.delete(link.at, { 'if-match': '*' });
      expect([(await read(visit)).links, (await read(summit)).linkedFrom]).toEqual([[], []]);
      await office.post(`${link.at}/restore`);
      expect((await read(visit)).links).toHaveLength(1);
    });

    it('is not linked to itself, nor twice in the same way, nor to nothing', async () => {
      const link = (toId: string): Promise<Answer> =>
        office.post(`${summit.at}/links`, { toId, kind: 'follows' });
      expect((await link(fair.id)).status).toBe(201);
      const answers = [await link(fair.id), await link(summit.id), await link(series.id)];
      expect(answers.map(({ status, body }) => [status, body.errors?.[0].pointer ?? body.code])).toEqual([
        [409, 'event.link-twice'],
        [409, 'event.link-to-itself'],
        [400, '/toId'],
      ]);
    });
  });

  it('is no visit', async () => {
    const forum = await office.record(FORUMS, aForum());
    const answers = await Promise.all([
      office.get(`/v1/visits/${forum.id}`),
      office.get(`/v1/visits/${forum.id}/transitions`),
      office.post(`/v1/visits/${forum.id}/transitions`, { to: 'planned' }),
      office.patch(`/v1/visits/${forum.id}`, { starts: null }, { 'if-match': '*' }),
      office.delete(`/v1/visits/${forum.id}`, { 'if-match': '*' }),
      office.post(`/v1/visits/${forum.id}/participants`, {
        organizationId: known.tsinghua.id,
        side: 'guest',
        role: 'attendee',
      }),
      office.post(`/v1/visits/${forum.id}/links`, { toId: forum.id, kind: 'follows' }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(Array(7).fill(404));
  });
});
