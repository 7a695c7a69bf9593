import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aFigure, anEntry } from '#briefings/testing';
import { aPerson, aPlace, aTopic, anOrganization, named } from '#directory/testing';
import { aSource } from '#sources/testing';
import type { Recorded } from './answer.js';
import { type Office, openOffice } from './office.js';

const ANY = { 'if-match': '*' };
const PILLARS = ['shape the city', 'attract talents', 'revitalise industry', 'enrich culture'];

describe('an office that knows the programme of another city', () => {
  let office: Office;
  let chongqing: Recorded;
  let municipality: Recorded;
  let programme: Recorded;
  let pillars: Recorded[];

  beforeAll(async () => {
    office = await openOffice();
    office.setTime('2026-11-22T09:00:00Z');
    chongqing = await office.record('/v1/places', aPlace({ names: named('Chongqing') }));
    municipality = await office.record('/v1/organizations', anOrganization({ names: named('Municipality') }));
    programme = await office.record('/v1/entries', {
      names: named('Innovazione come forza trainante', 'it'),
      kind: 'programme',
      placeId: chongqing.id,
      status: 'under_way',
      level: 'municipal',
      issuerIds: [municipality.id],
      actorIds: [municipality.id],
      datesNote: { it: 'in seguito' },
      text: { it: 'scienza, industria, città, persone e cultura' },
    });
    pillars = [];
    for (const pillar of PILLARS)
      pillars.push(await part(programme, { names: named(pillar), kind: 'pillar' }));
  });
  afterAll(() => office.close());

  const part = (parent: Recorded, fields: object): Promise<Recorded> =>
    office.record('/v1/entries', { ...anEntry(), parentId: parent.id, ...fields });
  const entries = async (query: string): Promise<string[]> =>
    (await office.get(`/v1/entries?${query}`)).body.items.map(({ name }: Recorded) => name);
  const figures = async (query: string): Promise<string[]> =>
    (await office.get(`/v1/figures?${query}`)).body.items.map(({ metric }: Recorded) => metric.en);

  describe('keeps its tree', () => {
    it('about one city, which its parts need not say, in order', async () => {
      expect(pillars.map(({ place, position, parent }) => [place.id, position, parent.id])).toEqual(
        [0, 1, 2, 3].map((position) => [chongqing.id, position, programme.id]),
      );
      const { body } = await office.get(programme.at);
      expect([body.childCount, body.children]).toEqual([
        4,
        pillars.map(({ id, name }) => ({ id, name, kind: 'pillar' })),
      ]);
      expect(body).toMatchObject({
        name: 'Innovazione come forza trainante',
        status: 'under_way',
        level: 'municipal',
        issuers: [{ id: municipality.id, name: 'Municipality' }],
        actors: [{ id: municipality.id, name: 'Municipality' }],
        datesNote: { it: 'in seguito' },
        verification: 'reported',
        figures: [],
        openQuestions: [],
      });
      expect(await entries(`parent=${programme.id}`)).toEqual(PILLARS);
    });

    it('with measures below the pillars, and topics, five of which lists name', async () => {
      const topicIds = [];
      for (const topic of ['digital', 'health', 'materials', 'low carbon', 'finance', 'talents'])
        topicIds.push((await office.record('/v1/topics', aTopic({ names: named(topic) }))).id);
      const corridor = await part(pillars[0], {
        names: named('Corridor for science and technology'),
        kind: 'measure',
        layout: { it: 'nucleo guida – supporto nodale – collegamento cittadino' },
        topicIds,
        placeIds: [chongqing.id],
      });
      expect(corridor.layout).toEqual({ it: 'nucleo guida – supporto nodale – collegamento cittadino' });
      expect([corridor.topics.length, corridor.places[0].name]).toEqual([6, 'Chongqing']);
      const { body } = await office.get(`/v1/entries?topic=${topicIds[5]}`);
      expect(body.items.map(({ topics, topicCount }: Recorded) => [topics.length, topicCount])).toEqual([
        [5, 6],
      ]);
      expect(body.items[0].topics.map(({ name }: Recorded) => name)).toEqual([
        'digital',
        'health',
        'materials',
        'low carbon',
        'finance',
      ]);
    });

    it('in another order once that is changed', async () => {
      const [first, , , last] = pillars;
      await office.patch(last.at, { position: 0 }, ANY);
      await office.patch(first.at, { position: 3 }, ANY);
      expect(await entries(`parent=${programme.id}`)).toEqual([
        PILLARS[3],
        PILLARS[1],
        PILLARS[2],
        PILLARS[0],
      ]);
      await office.patch(last.at, { position: 3 }, ANY);
      await office.patch(first.at, { position: 0 }, ANY);
    });

    it('and refuses a branch about something else', async () => {
      const elsewhere = await office.record('/v1/places', aPlace({ names: named('Chengdu') }));
      const foreign = await office.record('/v1/entries', anEntry({ placeId: elsewhere.id }));
      const body = anEntry({ parentId: programme.id, placeId: elsewhere.id });
      const refused = [
        await office.post('/v1/entries', body),
        await office.patch(foreign.at, { parentId: programme.id }, ANY),
        await office.patch(pillars[0].at, { placeId: elsewhere.id }, ANY),
        await office.patch(programme.at, { placeId: elsewhere.id }, ANY),
      ];
      expect(refused.map(({ status, body: problem }) => [status, problem.code])).toEqual(
        refused.map(() => [409, 'entry.other-subject']),
      );
      const moved = { parentId: programme.id, placeId: chongqing.id };
      expect((await office.patch(foreign.at, moved, ANY)).status).toBe(200);
      await office.delete(foreign.at, ANY);
    });

    it('in no circle, whoever moves its parts at once', async () => {
      const [a, b] = [await part(programme, {}), await part(programme, {})];
      const itself = await office.patch(programme.at, { parentId: pillars[0].id }, ANY);
      expect([itself.status, itself.body.code]).toEqual([409, 'entry.circle']);
      const answers = await Promise.all([
        office.patch(a.at, { parentId: b.id }, ANY),
        office.patch(b.at, { parentId: a.id }, ANY),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      for (const one of [a, b]) await office.delete(one.at, ANY);
    });

    it('of one city, whoever moves its root while a part is added', async () => {
      const elsewhere = await office.record('/v1/places', aPlace({ names: named('Chengdu') }));
      const seen = await Promise.all(
        Array.from({ length: 8 }, async () => {
          const root = await office.record('/v1/entries', anEntry({ placeId: chongqing.id }));
          const [added, moved] = await Promise.all([
            office.post('/v1/entries', anEntry({ parentId: root.id })),
            office.patch(root.at, { placeId: elsewhere.id }, ANY),
          ]);
          const { body } = await office.get(root.at);
          await office.delete(root.at, ANY);
          const isAlike = added.status !== 201 || added.body.place.id === body.place.id;
          return [added.status, moved.status].every((status) => [200, 201, 409].includes(status)) && isAlike;
        }),
      );
      expect(seen).toEqual(seen.map(() => true));
    });

    it('and puts it away and brings it back as a whole, with what is about it', async () => {
      const root = await office.record('/v1/entries', anEntry({ placeId: chongqing.id }));
      const branch = await part(root, {});
      const leaf = await part(branch, {});
      const figure = await office.record('/v1/figures', aFigure(leaf.id));
      const source = await office.record('/v1/sources', aSource());
      await office.record(`${figure.at}/citations`, { sourceId: source.id });
      const followUp = { kind: 'action', title: { en: 'Ask' }, entryId: branch.id };
      await office.record('/v1/follow-ups', followUp);
      const { headers } = await office.delete(root.at, ANY);
      expect(headers['x-corteo-took-along']).toBe('citations=1, entries=2, figures=1, followUps=1');
      const restored = await office.post(`${figure.at}/restore`);
      expect([restored.status, restored.body.code]).toEqual([409, 'record.archived']);
      await office.post(`${root.at}/restore`);
      expect((await office.get(figure.at)).body.record).toMatchObject({ id: leaf.id, kind: 'entry' });
      await office.delete(root.at, ANY);
    });
  });

  describe('keeps figures', () => {
    it('that are to be reached, by when', async () => {
      const targets = [
        [pillars[0], { en: 'R&D intensity' }, { value: 3, qualifier: 'exact', unit: '%' }, '2027'],
        [pillars[1], { en: 'national platforms' }, { value: 150, qualifier: 'exact' }, '2027'],
        [pillars[2], { en: 'high-tech companies' }, { value: 20_000, qualifier: 'exact' }, '2030'],
      ] as const;
      for (const [{ id: recordId }, metric, quantity, due] of targets) {
        const figure = await office.record('/v1/figures', {
          recordId,
          kind: 'target',
          metric,
          quantity,
          due,
        });
        expect(figure).toMatchObject({
          record: { id: recordId, kind: 'entry' },
          metric,
          quantity,
          due,
          rank: null,
          position: 0,
          verification: 'reported',
        });
      }
      expect(await figures('kind=target&sort=due')).toEqual([
        'R&D intensity',
        'national platforms',
        'high-tech companies',
      ]);
      expect(await figures('dueBefore=2027-12-31&q=platf')).toEqual(['national platforms']);
      expect(await figures('dueBefore=2027-12-30')).toEqual([]);
      const { body } = await office.get(pillars[2].at);
      expect([body.figureCount, body.figures[0].metric, body.figures[0].quantity.value]).toEqual([
        1,
        'high-tech companies',
        20_000,
      ]);
    });

    it('that have been measured, among whom and for how long, of any record', async () => {
      const metric = { en: 'index of innovation' };
      const first = await office.record('/v1/figures', {
        recordId: chongqing.id,
        kind: 'indicator',
        metric,
        rank: 7,
        among: { en: 'Chinese cities' },
        asOf: '202X',
      });
      const second = await office.record('/v1/figures', {
        recordId: chongqing.id,
        kind: 'indicator',
        metric,
        rank: 1,
        among: { en: 'cities in western China' },
        yearsRunning: 6,
        verification: 'unverified',
      });
      expect([first.record, first.position, second.position]).toEqual([
        { id: chongqing.id, kind: 'place', name: 'Chongqing' },
        0,
        1,
      ]);
      const { body } = await office.get(`/v1/figures?record=${chongqing.id}&kind=indicator`);
      const told = body.items.map(({ rank, yearsRunning }: Recorded) => [rank, yearsRunning]);
      expect(told).toEqual([
        [7, null],
        [1, 6],
      ]);
    });

    it('that are found by the place they are about, and by what it lies in', async () => {
      const place = (name: string, parentId: string | null = null): Promise<Recorded> =>
        office.record('/v1/places', aPlace({ names: named(name), parentId }));
      const province = await place('Guizhou');
      const [city, elsewhere] = [await place('Guiyang', province.id), await place('Zunyi')];
      const company = await office.record('/v1/organizations', anOrganization({ placeId: city.id }));
      const [about, other] = [
        await office.record('/v1/entries', anEntry({ placeId: city.id })),
        await office.record('/v1/entries', anEntry({ placeId: elsewhere.id })),
      ];
      const measured = { city, about, other, company };
      for (const [en, { id }] of Object.entries(measured))
        await office.record('/v1/figures', aFigure(id, { metric: { en } }));
      const found = [await figures(`place=${city.id}`), await figures('place=name:Guizhou')];
      expect([...found, await figures(`place=${elsewhere.id}`)]).toEqual([
        ['city', 'about'],
        ['city', 'about'],
        ['other'],
      ]);
    });

    it.each([
      ['an indicator of nothing', { kind: 'indicator', quantity: null, due: null }, ['']],
      ['an indicator that is due', { kind: 'indicator' }, ['/due']],
      ['a target without a quantity', { quantity: null }, ['/quantity']],
      ['a target that ranks', { rank: 1 }, ['/rank']],
      ['no rank before the first', { kind: 'indicator', due: null, rank: 0 }, ['/rank']],
    ])('but not %s', async (_, fields, pointers) => {
      const { status, body } = await office.post('/v1/figures', { ...aFigure(programme.id), ...fields });
      expect([status, body.errors.map(({ pointer }: Recorded) => pointer)]).toEqual([400, pointers]);
    });

    it('of what is there and in use, and no figure or citation', async () => {
      const figure = await office.record('/v1/figures', aFigure(programme.id));
      const source = await office.record('/v1/sources', aSource());
      const citation = await office.record(`${figure.at}/citations`, { sourceId: source.id });
      expect(citation.record).toEqual({ id: figure.id, kind: 'figure', name: 'R&D intensity' });
      const gone = await office.record('/v1/places', aPlace());
      await office.delete(gone.at, ANY);
      const answers = [];
      for (const { id } of [figure, citation, gone])
        answers.push(await office.post('/v1/figures', aFigure(id)));
      expect(answers.map(({ body }) => [body.code, body.errors[0].pointer])).toEqual([
        ['request.invalid', '/recordId'],
        ['request.invalid', '/recordId'],
        ['record.archived-reference', '/recordId'],
      ]);
      await office.delete(figure.at, ANY);
      expect((await office.get(citation.at)).status).toBe(404);
    });
  });

  describe('keeps a glossary', () => {
    it('with a term that nobody can explain, and asks about it', async () => {
      const hypotheses = [
        { text: { it: 'nome di progetto interno' } },
        { text: { it: 'piano di sviluppo locale' }, verification: 'reported' },
        { text: { it: 'traduzione imprecisa' }, note: { it: 'dal cinese' } },
      ];
      const text = { it: 'Che cosa significa “416”?' };
      const term = await office.record('/v1/entries', {
        names: named('416', 'it'),
        kind: 'term',
        placeId: chongqing.id,
        verification: 'unverified',
        hypotheses,
        openQuestions: [{ text }],
      });
      expect([term.text, term.status, term.hypotheses]).toEqual([
        null,
        'unknown',
        [
          { text: hypotheses[0]!.text, verification: 'unverified', note: null },
          { text: hypotheses[1]!.text, verification: 'reported', note: null },
          { text: hypotheses[2]!.text, verification: 'unverified', note: { it: 'dal cinese' } },
        ],
      ]);
      expect(await entries(`kind=term&place=${chongqing.id}&verification=unverified`)).toEqual(['416']);
      expect(await entries('kind=term&verification=verified')).toEqual([]);

      const [question] = term.openQuestions;
      const followUp = await office.record(`${term.at}/questions/${question.id}/follow-up`, {
        due: '2027-01',
      });
      expect(followUp).toMatchObject({
        at: `/v1/follow-ups/${followUp.id}`,
        title: text,
        kind: 'verification',
        entry: { id: term.id, name: '416' },
        event: null,
      });
      const asked = await office.reread(term);
      expect([asked.version, asked.openQuestions]).toEqual([
        2,
        [{ id: question.id, text, followUpId: followUp.id }],
      ]);
      for (const query of [`entry=${term.id}`, `place=${chongqing.id}`]) {
        const { body } = await office.get(`/v1/follow-ups?${query}`);
        expect(body.items.map(({ id }: Recorded) => id)).toEqual([followUp.id]);
      }

      const again = await office.post(`${term.at}/questions/${question.id}/follow-up`);
      expect([again.status, again.body.code]).toEqual([409, 'entry.question-followed-up']);
      await office.move(followUp, 'cancelled');
      const another = await office.record(`${term.at}/questions/${question.id}/follow-up`, {
        kind: 'action',
      });
      expect((await office.get(term.at)).body.openQuestions[0].followUpId).toBe(another.id);
    });

    it('whose questions stay the same ones while others come and go', async () => {
      const [what, who] = [{ en: 'What is it?' }, { en: 'Who knows?' }];
      const openQuestions = [{ text: what }, { text: who }];
      const term = await office.record('/v1/entries', {
        ...anEntry({ kind: 'term', placeId: chongqing.id }),
        openQuestions,
      });
      const [first, second] = term.openQuestions;
      const { id: followUpId } = await office.record(`${term.at}/questions/${first.id}/follow-up`, {});
      const same = await office.patch(term.at, { openQuestions }, ANY);
      expect([same.body.version, same.body.openQuestions.map(({ id }: Recorded) => id)]).toEqual([
        2,
        [first.id, second.id],
      ]);
      const reworded = { id: first.id, text: { en: 'What does it mean?' } };
      const { body } = await office.patch(term.at, { openQuestions: [{ text: who }, reworded] }, ANY);
      expect(body.openQuestions).toEqual([second, { ...reworded, followUpId }]);
      const refused = [
        await office.patch(term.at, { openQuestions: [{ id: term.id, text: who }] }, ANY),
        await office.post('/v1/entries', { ...anEntry({ placeId: chongqing.id }), openQuestions: [first] }),
        await office.post(`${term.at}/questions/${term.id}/follow-up`),
      ];
      expect(refused.map(({ status }) => status)).toEqual([400, 400, 404]);
    });

    it('whose question is followed up once, by whoever asks at once', async () => {
      const openQuestions = [{ text: { en: 'What is it?' } }];
      const term = await office.record('/v1/entries', {
        ...anEntry({ kind: 'term', placeId: chongqing.id }),
        openQuestions,
      });
      const address = `${term.at}/questions/${term.openQuestions[0].id}/follow-up`;
      const answers = await Promise.all([1, 2, 3].map(() => office.post(address)));
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
      const stale = await office.post(address, {}, { 'if-match': term.tag });
      expect(stale.status).toBe(412);
    });
  });

  it('knows a mechanism by its nickname, and what it is an example of', async () => {
    const turin = await office.record('/v1/places', aPlace({ names: named('Torino', 'it') }));
    const mechanism = await office.record('/v1/entries', {
      names: [{ text: 'Otto Città, Un Distretto', lang: 'it', kind: 'nickname' }],
      kind: 'mechanism',
      placeId: turin.id,
      text: { it: 'città che collaborano' },
      since: '2024',
    });
    const link = await office.record(`${programme.at}/links`, {
      toId: mechanism.id,
      kind: 'aligned_with',
      note: { en: 'in method, not in merit' },
    });
    expect(link).toMatchObject({ to: { id: mechanism.id, name: 'Otto Città, Un Distretto' } });
    const [from, to] = [await office.get(programme.at), await office.get(mechanism.at)];
    const { note } = link;
    expect([from.body.links, to.body.linkedFrom]).toEqual([
      [{ id: link.id, kind: 'aligned_with', entry: { id: mechanism.id, name: mechanism.name }, note }],
      [{ id: link.id, kind: 'aligned_with', entry: { id: programme.id, name: programme.name }, note }],
    ]);
    expect(await entries('q=otto%20citta')).toEqual(['Otto Città, Un Distretto']);
    expect(await entries('q=collaborano')).toEqual(['Otto Città, Un Distretto']);
  });

  describe('keeps what was said and celebrated', () => {
    let forum: Recorded;
    let ceremony: Recorded;

    beforeAll(async () => {
      forum = await office.record('/v1/forums', { names: named('Yangtze Delta summit') });
      ceremony = await office.record(`${forum.at}/agenda`, {
        kind: 'ceremony',
        title: { en: 'Recognition' },
      });
    });

    it('a first recognition of 129 firms, with the ceremony', async () => {
      const recognition = await office.record('/v1/entries', {
        names: named('First recognition'),
        kind: 'recognition',
        organizationId: municipality.id,
        itemId: ceremony.id,
      });
      expect([recognition.event, recognition.item]).toEqual([
        {
          id: forum.id,
          name: 'Yangtze Delta summit',
          kind: 'forum',
          status: 'announced',
          starts: null,
          ends: null,
        },
        { id: ceremony.id, title: 'Recognition' },
      ]);
      await office.record('/v1/figures', {
        recordId: recognition.id,
        kind: 'indicator',
        metric: { en: 'firms recognised' },
        quantity: { value: 129, qualifier: 'exact', unit: 'firms' },
      });
      const { body } = await office.get(`/v1/entries?event=${forum.id}&kind=recognition`);
      expect(body.items.map(({ id, figureCount }: Recorded) => [id, figureCount])).toEqual([
        [recognition.id, 1],
      ]);
    });

    it('a quotation with its speaker, the office held, its occasion and its language', async () => {
      const russo = await office.record('/v1/people', aPerson({ names: named('Giuseppe Russo', 'it') }));
      const quotation = await office.record('/v1/entries', {
        kind: 'statement',
        personId: russo.id,
        speakerId: russo.id,
        officeHeld: { en: 'director' },
        eventId: forum.id,
        language: 'en',
        text: { en: 'We want to work together.', it: 'Vogliamo lavorare insieme.' },
      });
      expect(quotation).toMatchObject({
        name: 'We want to work together.',
        names: [],
        speaker: { id: russo.id, name: 'Giuseppe Russo' },
        officeHeld: { en: 'director' },
        event: { id: forum.id },
        item: null,
        language: 'en',
      });
      const inItalian = await office.get(quotation.at, { 'accept-language': 'it' });
      expect(inItalian.body.name).toBe('Vogliamo lavorare insieme.');
      expect(await entries(`speaker=${russo.id}`)).toEqual(['We want to work together.']);
      expect(await entries(`person=${russo.id}`)).toEqual(['We want to work together.']);
      const longer = { en: 'The first line.\nThe second line.' };
      expect((await office.change(quotation, { text: longer })).body.name).toBe('The first line.');
    });

    it.each([
      ['a term without a name', { kind: 'term', names: [], text: { en: 'x' } }, ['/names']],
      ['a statement of nothing', { kind: 'statement', names: [] }, ['/names']],
      ['a policy that somebody says', { kind: 'policy', officeHeld: { en: 'mayor' } }, ['/officeHeld']],
      ['an end before the beginning', { since: '2024', until: '2023' }, ['/until']],
      ['nothing that it is about', { placeId: null }, ['']],
    ])('but not %s', async (_, fields, pointers) => {
      const { status, body } = await office.post('/v1/entries', {
        ...anEntry({ placeId: chongqing.id }),
        ...fields,
      });
      expect([status, body.errors.map(({ pointer }: Recorded) => pointer)]).toEqual([400, pointers]);
    });
  });

  it('refers to nothing that is not there', async () => {
    const stranger = '019a8f3e-4c00-7000-8000-00000000ffff';
    const bodies = [
      anEntry({ parentId: stranger }),
      anEntry({ seriesId: stranger, issuerIds: [stranger] }),
      anEntry({ placeId: chongqing.id, recordId: stranger }),
      anEntry({ placeId: chongqing.id, itemId: stranger }),
    ];
    const answers = await Promise.all(bodies.map((body) => office.post('/v1/entries', body)));
    expect(
      answers.map(({ status, body }) => [status, ...body.errors.map(({ pointer }: Recorded) => pointer)]),
    ).toEqual([
      [400, '/parentId'],
      [400, '/seriesId', '/issuerIds/0'],
      [400, '/recordId'],
      [400, '/itemId'],
    ]);
    expect(new Set(answers.flatMap(({ body }) => body.errors.map(({ code }: Recorded) => code)))).toEqual(
      new Set(['unknown-reference']),
    );
  });

  it('knows which record an entry speaks of, once that is there', async () => {
    const zone = await part(pillars[3], {
      names: named('Pilot zone for financial reform'),
      kind: 'measure',
      status: 'planned',
    });
    const built = await office.record('/v1/places', aPlace({ names: named('Pilot zone'), kind: 'zone' }));
    const { body } = await office.change(zone, { recordId: built.id });
    expect(body.record).toEqual({ id: built.id, kind: 'place', name: 'Pilot zone' });
    expect(await entries(`about=${built.id}`)).toEqual(['Pilot zone for financial reform']);
    await office.move(zone, 'completed');
    expect(await entries('status=completed&level=national')).toEqual([]);
    expect(await entries('status=completed')).toEqual(['Pilot zone for financial reform']);

    await office.delete(built.at, ANY);
    const kept = await office.patch(zone.at, { recordId: built.id, level: 'national' }, ANY);
    expect([kept.status, kept.body.record.archived]).toEqual([200, true]);
    const refused = await office.post('/v1/entries', anEntry({ placeId: chongqing.id, recordId: built.id }));
    expect([refused.status, refused.body.errors[0].pointer]).toEqual([409, '/recordId']);
    expect((await office.patch(zone.at, { recordId: null }, ANY)).body.record).toBeNull();
  });

  it('finds entries by what they are about and who issued them, with what is inside and below', async () => {
    const district = await office.record('/v1/places', aPlace({ kind: 'district', parentId: chongqing.id }));
    const bureau = await office.record('/v1/organizations', anOrganization({ parentId: municipality.id }));
    const series = await office.record('/v1/forum-series', { names: named('Smart China Expo') });
    const topic = await office.record('/v1/topics', aTopic());
    const about = {
      district: anEntry({ names: named('of a district'), placeId: district.id }),
      bureau: anEntry({ names: named('of a bureau'), organizationId: bureau.id }),
      series: anEntry({ names: named('of a series'), seriesId: series.id, issuerIds: [bureau.id] }),
      topic: anEntry({ names: named('of a topic'), topicId: topic.id }),
    };
    for (const body of Object.values(about)) await office.record('/v1/entries', body);
    expect(await entries(`place=${chongqing.id}&q=district`)).toEqual(['of a district']);
    expect(await entries(`organization=${municipality.id}&q=bureau`)).toEqual(['of a bureau']);
    expect(await entries(`series=${series.id}`)).toEqual(['of a series']);
    expect(await entries(`topic=${topic.id}`)).toEqual(['of a topic']);
    expect(await entries(`issuer=${municipality.id}&sort=name`)).toEqual([
      'Innovazione come forza trainante',
      'of a series',
    ]);
    const { headers } = await office.delete(series.at, ANY);
    expect(headers['x-corteo-took-along']).toBe('entries=1');
  });
});
