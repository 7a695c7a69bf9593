import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aPlace, anOrganization, named } from '#directory/testing';
import { aSource } from '#sources/testing';
import type { Recorded } from './answer.js';
import { type Office, openOffice } from './office.js';

const STRANGER = '019a8f3e-4c00-7000-8000-00000000ffff';
const TEXT = 'In Kunshan stellt Qingtao Festkörperbatterien her. 🔋 Die Firma heizt';

describe('an organizer who notes where facts come from', () => {
  let office: Office;
  let report: Recorded;
  let glossary: Recorded;

  beforeAll(async () => {
    office = await openOffice();
    office.setTime('2026-11-22T09:00:00Z');
    report = await office.record('/v1/sources', aSource({ names: named('Putuo in Kunshan') }));
    glossary = await office.record('/v1/sources', aSource({ names: named('Glossary'), kind: 'web' }));
  });
  afterAll(() => office.close());

  describe('records a source', () => {
    it('with its text as it is, its language and where it breaks off', async () => {
      const length = [...TEXT].length;
      const source = await office.record('/v1/sources', {
        kind: 'press_release',
        language: 'de',
        publisher: 'Putuo District',
        published: '2024-05',
        text: TEXT,
        breaksOffAt: length,
        ranges: [{ start: 51, end: length, why: 'machine_written', note: { en: 'from a chat' } }],
      });
      expect(source).toMatchObject({
        name: TEXT,
        names: [],
        author: null,
        text: TEXT,
        breaksOffAt: length,
        ranges: [{ start: 51, end: length, why: 'machine_written', note: { en: 'from a chat' } }],
        checksum: expect.stringMatching(/^[\da-f]{64}$/),
        citedFor: [],
        citationCount: 0,
      });
      const { body } = await office.get('/v1/sources?q=festkorper');
      expect(
        body.items.map(({ id, textLength, rangeCount }: Recorded) => [id, textLength, rangeCount]),
      ).toEqual([[source.id, length, 1]]);
    });

    it.each([
      ['a text in no language', { text: TEXT }, ['/language']],
      ['a range beyond its end', { text: 'ab', language: 'en', ranges: [aRange(0, 3)] }, ['/ranges/0/end']],
      ['a range of nothing', { text: 'ab', language: 'en', ranges: [aRange(1, 1)] }, ['/ranges/0/end']],
      ['a range of no text', { ranges: [aRange(0, 1)] }, ['/ranges/0/end']],
      ['an end beyond its end', { text: 'ab', language: 'en', breaksOffAt: 3 }, ['/breaksOffAt']],
    ])('but not with %s', async (_, fields, pointers) => {
      const { status, body } = await office.post('/v1/sources', { ...aSource(), ...fields });
      expect([status, body.errors.map(({ pointer }: Recorded) => pointer)]).toEqual([400, pointers]);
    });

    it('and keeps its ranges within its text when that is changed', async () => {
      const ranges = [aRange(0, 4)];
      const source = await office.record('/v1/sources', aSource({ text: 'four', language: 'en', ranges }));
      const { status, body } = await office.change(source, { text: 'one' });
      expect([status, body.errors[0].pointer]).toEqual([400, '/ranges/0/end']);
    });

    it('that is a translation of another, in no circle', async () => {
      const original = await office.record('/v1/sources', aSource({ names: named('通知', 'zh-Hans') }));
      const translation = await office.record('/v1/sources', aSource({ translationOfId: original.id }));
      expect(translation.translationOf).toEqual({ id: original.id, name: '通知' });
      const { body } = await office.get(`/v1/sources?translationOf=${original.id}`);
      expect(body.items.map(({ id }: Recorded) => id)).toEqual([translation.id]);
      const circle = await office.change(original, { translationOfId: translation.id });
      expect([circle.status, circle.body.code]).toEqual([409, 'source.circle']);
    });

    it('and finds it by kind, language and date', async () => {
      const speech = { kind: 'speech', language: 'zh-Hans', published: '2024-05' } as const;
      const { id } = await office.record('/v1/sources', aSource(speech));
      const found = async (query: string) =>
        (await office.get(`/v1/sources?kind=speech&${query}`)).body.items.map((one: Recorded) => one.id);
      const queries = [
        'language=zh-hans',
        'from=2024-05-31',
        'to=2024-05-01',
        'dated=true',
        'sort=-published',
      ];
      expect(await Promise.all(queries.map(found))).toEqual(queries.map(() => [id]));
      const others = ['language=it', 'from=2024-06-01', 'to=2024-04-30', 'dated=false'];
      expect(await Promise.all(others.map(found))).toEqual(others.map(() => []));
    });

    it('of at most 200000 characters, of whatever script', async () => {
      const text = '贵'.repeat(199_999);
      const source = await office.record('/v1/sources', aSource({ text: `${text}🐼`, language: 'zh-Hans' }));
      expect([source.text.length, source.checksum.length]).toEqual([200_001, 64]);
      const { status, body } = await office.post(
        '/v1/sources',
        aSource({ text: `${text}贵贵`, language: 'zh' }),
      );
      expect([status, body.errors[0].pointer]).toEqual([400, '/text']);
    });

    it('that nobody reads without a token', async () => {
      expect((await office.stranger.get(report.at)).status).toBe(401);
      expect((await office.stranger.get(`${report.at}/citations`)).status).toBe(401);
    });
  });

  describe('cites a field', () => {
    it('of a place, and the source names what rests on it', async () => {
      const source = await office.record('/v1/sources', aSource({ text: TEXT, language: 'de' }));
      const place = await office.record('/v1/places', aPlace({ names: named('Kunshan') }));
      const locator = { paragraph: 1, start: 3, end: 10 };
      const citation = await office.record(`${place.at}/citations`, {
        sourceId: source.id,
        field: 'kind',
        locator,
        verification: 'verified',
      });
      expect(citation).toMatchObject({
        record: { id: place.id, kind: 'place', name: 'Kunshan' },
        source: { id: source.id, name: source.name },
        field: 'kind',
        locator,
        verification: 'verified',
        value: null,
      });
      expect(citation.at).toBe(`/v1/citations/${citation.id}`);
      const { body } = await office.get(source.at);
      expect([body.citationCount, body.citedFor]).toEqual([
        1,
        [
          {
            citationId: citation.id,
            record: { id: place.id, kind: 'place', name: 'Kunshan' },
            field: 'kind',
            locator,
            verification: 'verified',
          },
        ],
      ]);
      expect((await office.get(place.at)).body.disputed).toBeUndefined();
    });

    it.each([
      ['that the record does not have', { field: 'population' }, '/field', 'unknown-field'],
      ['at a range without an end', { locator: { start: 1 } }, '/locator/end', 'locator'],
      ['at a place that is none', { locator: {} }, '/locator', 'locator'],
      [
        'at a range of a source without a text',
        { locator: { start: 0, end: 1 } },
        '/locator/end',
        'beyond-text',
      ],
      ['with a value too long to be one', { value: 'a'.repeat(10_000) }, '/value', 'max-length'],
      ['of a source that is not there', { sourceId: STRANGER }, '/sourceId', 'unknown-reference'],
    ])('but none %s', async (_, said, pointer, code) => {
      const place = await office.record('/v1/places', aPlace());
      const { status, body } = await office.post(`${place.at}/citations`, { sourceId: report.id, ...said });
      expect([status, body.errors.map((one: Recorded) => [one.pointer, one.code])]).toEqual([
        400,
        [[pointer, code]],
      ]);
    });

    it('which is changed also where the text that it refers to has become shorter', async () => {
      const place = await office.record('/v1/places', aPlace());
      const source = await office.record('/v1/sources', aSource({ text: '0123456789', language: 'en' }));
      const locator = { start: 5, end: 9 };
      const citation = await office.record(`${place.at}/citations`, { sourceId: source.id, locator });
      await office.change(source, { text: '0123' });
      const weighed = await office.change(citation, { verification: 'verified' });
      expect([weighed.body.verification, weighed.body.locator]).toEqual(['verified', locator]);
      const moved = await office.change(await office.reread(citation), { locator: { start: 3, end: 5 } });
      expect([moved.status, moved.body.errors]).toEqual([
        400,
        [{ pointer: '/locator/end', detail: 'The text has 4 characters.', code: 'beyond-text' }],
      ]);
    });

    it('and none of a record that is not there', async () => {
      const atAddress = await office.post(`/v1/places/${STRANGER}/citations`, { sourceId: report.id });
      const byId = await office.post('/v1/citations', { recordId: STRANGER, sourceId: report.id });
      const ofCitation = await office.record('/v1/citations', { recordId: glossary.id, sourceId: report.id });
      const ofItself = await office.post('/v1/citations', { recordId: ofCitation.id, sourceId: report.id });
      expect([atAddress.status, byId.status, ofItself.status]).toEqual([404, 400, 400]);
      expect(byId.body.errors).toEqual([
        { pointer: '/recordId', detail: `There is no record ${STRANGER}.`, code: 'unknown-reference' },
      ]);
    });

    it('once, however often the request is sent', async () => {
      const place = await office.record('/v1/places', aPlace());
      const send = () =>
        office.post(`${place.at}/citations`, { sourceId: report.id }, { 'idempotency-key': 'cite-once' });
      const [first, again] = [await send(), await send()];
      expect([again.status, again.body.id]).toEqual([201, first.body.id]);
      expect((await office.get(`${place.at}/citations?count=true`)).body.total).toBe(1);
    });
  });

  it.each(['record', 'source'])(
    'never cites unseen where the %s is put away at the same time',
    async (end) => {
      const attempts = Array.from({ length: 12 }, async (_, index) => {
        const place = await office.record('/v1/places', aPlace());
        const source = await office.record('/v1/sources', aSource());
        const byId = { recordId: place.id, sourceId: source.id };
        const [cited, archived] = await Promise.all([
          index % 2 === 0
            ? office.post('/v1/citations', byId)
            : office.post(`${place.at}/citations`, { sourceId: source.id }),
          office.delete((end === 'record' ? place : source).at, { 'if-match': '*' }),
        ]);
        const later = cited.status === 201 ? await office.get(cited.headers.location!) : cited;
        return [archived.status, cited.status, later.status].join();
      });
      const seen = await Promise.all(attempts);
      expect(seen.filter((one) => one !== '204,201,404' && one !== '204,409,409')).toEqual([]);
    },
  );

  describe('keeps what sources contradict each other about', () => {
    it('with both values, until one of them is refuted', async () => {
      const forum = await office.record('/v1/forums', {
        names: named('Zhongguancun Forum'),
        starts: '2024-04',
      });
      const cite = (sourceId: string, said: object) =>
        office.record(`${forum.at}/citations`, { sourceId, field: 'starts', ...said });
      const disputed = async () => (await office.get(forum.at)).body.disputed;

      await cite(report.id, { verification: 'corroborated' });
      expect(await disputed()).toBeUndefined();
      const other = await cite(glossary.id, { value: '2024-05-10' });
      expect(await disputed()).toEqual([
        {
          field: 'starts',
          values: [
            { value: '2024-04', source: sourceOf(report), verification: 'corroborated' },
            { value: '2024-05-10', source: sourceOf(glossary), verification: 'reported' },
          ],
        },
      ]);
      await office.change(other, { verification: 'refuted' });
      expect(await disputed()).toBeUndefined();
      const { body } = await office.get(`${forum.at}/citations`);
      expect([body.items.length, body.disputed]).toEqual([2, []]);
    });

    it('beside the value of the record, for which there may be no source', async () => {
      const organization = await office.record('/v1/organizations', anOrganization({ kind: 'company' }));
      const said = { sourceId: glossary.id, field: 'kind', value: 'heating utility' };
      const citation = await office.record(`${organization.at}/citations`, said);
      const { body } = await office.get(`${organization.at}/citations`);
      expect(body.disputed).toEqual([
        {
          field: 'kind',
          values: [
            { value: 'company', source: null, verification: null },
            { value: 'heating utility', source: sourceOf(glossary), verification: 'reported' },
          ],
        },
      ]);
      const history = await office.get(`${citation.at}/history`);
      expect(history.body.items.map(({ kind }: Recorded) => kind)).toEqual(['created']);
    });

    it('and no longer where the record says the same since, or the source is put away', async () => {
      const source = await office.record('/v1/sources', aSource());
      const place = await office.record('/v1/places', aPlace({ kind: 'district' }));
      const said = { sourceId: source.id, field: 'kind', value: 'zone' };
      const citation = await office.record(`${place.at}/citations`, said);
      const isDisputed = async () => Boolean((await office.get(place.at)).body.disputed);
      const isFound = async () =>
        (await office.get('/v1/places?verification=disputed')).body.items.some(
          ({ id }: Recorded) => id === place.id,
        );
      const seen = async () => [await isDisputed(), await isFound()];

      expect(await seen()).toEqual([true, true]);
      await office.change(place, { kind: 'zone' });
      expect(await seen()).toEqual([false, false]);
      await office.change(citation, { value: 'city' });
      expect(await seen()).toEqual([true, true]);
      const answer = await office.delete(source.at, { 'if-match': '*' });
      expect(answer.headers['x-corteo-took-along']).toBe('citations=1');
      expect(await seen()).toEqual([false, false]);
      const restored = await office.post(`${citation.at}/restore`);
      expect([restored.status, restored.body.code]).toEqual([409, 'record.archived']);
      await office.post(`${source.at}/restore`);
      expect(await seen()).toEqual([true, true]);
    });

    it('but not with what stands in no field of its own: there they are compared with each other', async () => {
      const topic = await office.record('/v1/topics', { names: named('Batteries') });
      const visit = await office.record('/v1/visits', { names: named('Visit'), topicIds: [topic.id] });
      const cite = (value: unknown[]) =>
        office.record(`${visit.at}/citations`, { sourceId: report.id, field: 'topicIds', value });
      const disputed = async () => (await office.get(visit.at)).body.disputed?.length;
      await cite([topic.id]);
      expect(await disputed()).toBeUndefined();
      await cite([]);
      expect(await disputed()).toBe(1);
    });

    it('of a list only by what the record does not name, whatever the order', async () => {
      const [italian, english] = [named('Torino', 'it'), named('Turin', 'en')];
      const place = await office.record('/v1/places', aPlace({ names: [...italian, ...english] }));
      const cite = (field: string, value: unknown[], sourceId = report.id) =>
        office.record(`${place.at}/citations`, { sourceId, field, value });
      const disputed = async () =>
        (await office.get(place.at)).body.disputed?.map(({ field }: Recorded) => field) ?? [];
      const found = async () =>
        (await office.get('/v1/places?verification=disputed')).body.items.some(
          ({ id }: Recorded) => id === place.id,
        );
      await cite('names', [...english, ...italian]);
      await cite('names', italian);
      await cite('names', english, glossary.id);
      expect([await disputed(), await found()]).toEqual([[], false]);
      await cite('names', named('Augusta Taurinorum', 'la'));
      expect([await disputed(), await found()]).toEqual([['names'], true]);
    });

    it('where one source names others than another, whatever the order', async () => {
      const topics = [];
      for (const name of ['Fibres', 'Seats'])
        topics.push((await office.record('/v1/topics', { names: named(name) })).id);
      const visit = await office.record('/v1/visits', { names: named('Visit'), topicIds: topics });
      const cite = (value: unknown[]) =>
        office.record(`${visit.at}/citations`, { sourceId: report.id, field: 'topicIds', value });
      const disputed = async () => (await office.get(visit.at)).body.disputed?.length;
      await cite(topics);
      await cite(topics.toReversed());
      expect(await disputed()).toBeUndefined();
      await cite(topics.slice(1));
      expect(await disputed()).toBe(1);
    });

    it('as it was cited, whatever becomes of a list', async () => {
      const topics = [];
      for (const name of ['Energy', 'Robots', 'Water'])
        topics.push((await office.record('/v1/topics', { names: named(name) })).id);
      const [place, other] = [
        await office.record('/v1/places', aPlace()),
        await office.record('/v1/places', aPlace()),
      ];
      const visit = await office.record('/v1/visits', {
        names: named('Visit'),
        topicIds: topics.slice(0, 1),
        legs: [{ placeId: place.id, starts: '2024-05' }],
      });
      for (const field of ['topicIds', 'legs'])
        await office.record(`${visit.at}/citations`, { sourceId: report.id, field });
      const values = async () =>
        (await office.get(`${visit.at}/citations`)).body.items.map(({ value, version }: Recorded) => [
          value,
          version,
        ]);

      await office.patch(visit.at, { topicIds: topics.slice(0, 2) }, { 'if-match': '*' });
      expect(await values()).toEqual([
        [null, 1],
        [null, 1],
      ]);
      await office.patch(
        visit.at,
        { topicIds: topics.slice(2), legs: [{ placeId: other.id }] },
        { 'if-match': '*' },
      );
      expect((await values()).toSorted()).toEqual(
        [
          [topics.slice(0, 2), 2],
          [[{ placeId: place.id, starts: '2024-05' }], 2],
        ].toSorted(),
      );
      await office.patch(visit.at, { topicIds: [] }, { 'if-match': '*' });
      expect((await values()).map(([, version]: [unknown, number]) => version)).toEqual([2, 2]);
    });

    it('but not with a record that says nothing, as long as they agree', async () => {
      const person = await office.record('/v1/people', { names: named('Sun Zhiming') });
      const cite = (value: string) =>
        office.record(`${person.at}/citations`, { sourceId: report.id, field: 'familyName', value });
      const seen = async () => {
        const { body } = await office.get('/v1/people?verification=disputed');
        const { disputed } = (await office.get(person.at)).body;
        return [body.items.length, disputed?.[0].values.map((said: Recorded) => said.value)];
      };
      await cite('Sun');
      await cite('Sun');
      expect(await seen()).toEqual([0, undefined]);
      await cite('Zhiming');
      expect(await seen()).toEqual([1, ['Sun', 'Sun', 'Zhiming']]);
    });

    it('also where the record is changed: what a source said stays what it said', async () => {
      const place = await office.record('/v1/places', aPlace({ kind: 'district', address: 'Via Coroglio' }));
      const cite = (field: string) =>
        office.record(`${place.at}/citations`, { sourceId: report.id, field, verification: 'verified' });
      const citations = [await cite('kind'), await cite('address'), await cite('names')];
      const names = [...place.names, ...named('普陀', 'zh-Hans')];
      await office.change(place, { kind: 'zone', address: null, names });

      const read = async () => {
        const found = await Promise.all(citations.map(({ at }) => office.get(at)));
        return found.map(({ body }) => body.value);
      };
      expect(await read()).toEqual(['district', 'Via Coroglio', null]);
      expect((await office.get(place.at)).body.disputed).toEqual([
        {
          field: 'kind',
          values: [
            { value: 'zone', source: null, verification: null },
            { value: 'district', source: sourceOf(report), verification: 'verified' },
          ],
        },
      ]);
      const { body: history } = await office.get(`${citations[0]!.at}/history?limit=1`);
      expect(history.items[0].fields).toEqual([{ field: 'value', old: null, new: 'district' }]);
      await office.patch(place.at, { kind: 'district' }, { 'if-match': '*' });
      expect((await office.get(place.at)).body.disputed).toBeUndefined();
    });

    it('also where an agenda is rearranged', async () => {
      const visit = await office.record('/v1/visits', {
        names: named('Visit'),
        starts: '2024-05-10',
        ends: '2024-05-11',
        agenda: [{ kind: 'meeting', title: { en: 'Meeting' }, on: '2024-05-10' }],
      });
      const [item] = visit.agenda;
      const at = `${visit.at}/agenda/${item.id}`;
      const citation = await office.record(`${at}/citations`, { sourceId: report.id, field: 'on' });
      const moved = await office.post(`${visit.at}/agenda/moves`, {
        items: [{ id: item.id, version: item.version, on: '2024-05-11' }],
      });
      expect([moved.status, (await office.get(citation.at)).body.value]).toEqual([200, '2024-05-10']);
    });

    it('in lists of several verifications, by each of which it is found', async () => {
      const place = await office.record('/v1/places', aPlace());
      await office.record(`${place.at}/citations`, { sourceId: report.id, verification: 'unverified' });
      const { body } = await office.get('/v1/places?verification=unverified&verification=refuted&count=true');
      expect([body.total, body.items[0].id]).toEqual([1, place.id]);
    });
  });
});

function aRange(start: number, end: number) {
  return { start, end, why: 'doubtful' } as const;
}

function sourceOf({ id, name }: Recorded) {
  return { id, name };
}
