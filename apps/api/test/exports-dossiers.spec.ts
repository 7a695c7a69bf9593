import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { aFigure } from '#briefings/testing';
import { DossierExports, DossierImports } from '#dossiers';
import { readDossiers } from '#dossiers/testing';
import { OFFICE } from '#identity';
import { databaseBusy, recordBusy } from '#platform';
import fc from 'fast-check';
import { parse, stringify } from 'yaml';
import type { Recorded } from './answer.js';
import { type Office, openOffice } from './office.js';
import { STORIES, type Story } from './stories/stories.js';

type Plain = Record<string, unknown>;

describe('an organizer who passes a story on', () => {
  let here: Office;
  let there: Office;

  beforeAll(async () => {
    [here, there] = [await openOffice(), await openOffice()];
  });
  afterAll(async () => {
    await here.close();
    await there.close();
  });

  function take(office: Office, text: string): Promise<Recorded> {
    return office.provider(DossierImports).import(readDossiers(text), OFFICE, { mayFixIds: true });
  }

  function give(office: Office, path: string, id: string): Promise<string> {
    return office.provider(DossierExports).export(path, id, OFFICE);
  }

  /** The record that the entry of a dossier became. */
  function idOf({ entries }: Recorded, path: string): string {
    return entries.find((entry: Recorded) => entry.path === path).id;
  }

  it('finds what was typed in as a dossier: all that belongs to it, and what that names', async () => {
    const city = await here.record('/v1/places', {
      names: [{ text: 'Torino', lang: 'it', kind: 'official' }],
      kind: 'city',
      timeZone: 'Europe/Rome',
    });
    const visit = await here.record('/v1/visits', {
      names: [{ text: 'Beijing in Turin', lang: 'en', kind: 'official' }],
      starts: '2024-02',
      legs: [{ placeId: city.id }],
      agenda: [
        { kind: 'opening', title: { en: 'Opening' }, leg: 0 },
        { kind: 'keynote', title: { en: 'Keynote' }, parent: 0 },
      ],
    });
    await here.record('/v1/outcomes', { eventId: visit.id, kind: 'groundwork', text: { en: 'A basis' } });
    const text = await give(here, 'visits', visit.id);
    expect(text).toBe(`dossier: beijing-in-turin
places:
  torino:
    match:
      name: Torino
    names:
      - text: Torino
        lang: it
        kind: official
    kind: city
    timeZone: Europe/Rome
visits:
  beijing-in-turin:
    status: requested
    visibility: internal
    names:
      - text: Beijing in Turin
        lang: en
        kind: official
    starts: 2024-02
    timeZone: Europe/Rome
    legs:
      - place: torino
    agendaComplete: false
    agenda:
      opening:
        leg: 0
        kind: opening
        title:
          en: Opening
        audience: guests
        position: 0
        status: proposed
      keynote:
        parent: opening
        kind: keynote
        title:
          en: Keynote
        audience: guests
        position: 1
        status: proposed
outcomes:
  outcome:
    event: beijing-in-turin
    kind: groundwork
    text:
      en: A basis
    status: reported
    visibility: internal
`);
    const plan = await take(there, text);
    expect(await give(there, 'visits', idOf(plan, 'visits/beijing-in-turin'))).toBe(text);
    expect((await take(here, text)).entries.filter(isTouched)).toEqual([]);
    const edited = text.replace('en: Keynote', 'en: The keynote');
    const [changed, ...others] = (await take(here, edited)).entries.filter(isTouched);
    expect([changed.path, changed.changes.length, others]).toEqual([
      'visits/beijing-in-turin/agenda/keynote',
      1,
      [],
    ]);
    expect(await give(here, 'visits', visit.id)).toBe(edited);
  });

  describe('finds what the demo tells the same in an empty office, to the byte', () => {
    let demo: Office;
    const plans = new Map<Story, Recorded>();

    beforeAll(async () => {
      demo = await openOffice();
      for (const story of STORIES)
        plans.set(story, await take(demo, await readFile(`demo/${story}.yaml`, 'utf8')));
    }, 120_000);
    afterAll(() => demo.close());

    it.each(STORIES.flatMap(rootsOf))(
      'of %s: %s',
      async (story, path) => {
        const address = path.replace(/\/.*/, '').replace('forumSeries', 'forum-series');
        const first = await give(demo, address, idOf(plans.get(story), path));
        const empty = await openOffice();
        try {
          const plan = await take(empty, first);
          expect(await give(empty, address, idOf(plan, path))).toBe(first);
          expect((await take(demo, first)).entries.filter(isTouched)).toEqual([]);
        } finally {
          await empty.close();
        }
      },
      60_000,
    );
  });

  const word = fc.constantFrom('Aurora', 'Città', '贵阳', "d'Arco", 'No', '2018', 'a: b', '- c', '#', 'né');
  const names = fc.array(
    fc.record({
      text: word,
      lang: fc.constantFrom('it', 'en', 'zh-Hans'),
      kind: fc.constantFrom('official', 'alias'),
    }),
    {
      minLength: 1,
      maxLength: 3,
    },
  );
  const text = fc.dictionary(fc.constantFrom('it', 'en', 'zh'), word, { minKeys: 1, maxKeys: 2 });
  const date = fc.constantFrom('2018', '2018-07', '2018-07-12', '2018-07-12~', '201X', '2018-22');
  const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
    fc.option(value, { nil: undefined });
  const several = (entry: fc.Arbitrary<Plain>, most = 3): fc.Arbitrary<Plain> =>
    fc
      .array(entry, { maxLength: most })
      .map((all) => Object.fromEntries(all.map((one, at) => [`k${at}`, one])));

  const story = fc.record({
    places: fc.tuple(names, names).map(([country, city]) => ({
      country: { names: country, kind: 'country' },
      city: { names: city, kind: 'city', parent: 'country', timeZone: 'Europe/Rome' },
    })),
    topics: several(fc.record({ names, notes: maybe(text) }), 1),
    organizations: fc.record({
      host: fc.record({
        names,
        kind: fc.constant('company'),
        founded: maybe(date),
        place: fc.constant('city'),
      }),
    }),
    people: fc.record({
      guest: fc.record({
        names,
        positions: fc.array(fc.record({ organization: fc.constant('host'), title: text }), { maxLength: 2 }),
      }),
    }),
    visits: fc.record({
      visit: fc.record({
        names,
        summary: maybe(text),
        starts: maybe(date),
        legs: fc.constant([{ place: 'city' }]),
        objectives: fc.array(text, { maxLength: 2 }),
        agenda: several(
          fc.record({ kind: fc.constantFrom('meeting', 'meal'), title: text, leg: maybe(fc.constant(0)) }),
        ),
        participants: fc.array(
          fc.record({
            person: fc.constant('guest'),
            side: fc.constant('guest'),
            role: fc.constantFrom('speaker', 'attendee'),
          }),
          { maxLength: 1 },
        ),
        citations: fc.array(
          fc.record({ source: fc.constant('told'), field: maybe(fc.constantFrom('starts', 'names')) }),
          { maxLength: 2 },
        ),
      }),
    }),
    sources: fc.record({ told: fc.record({ names, kind: fc.constant('article'), published: maybe(date) }) }),
  });

  /** A story that shares its city with others, and names its article as they do. */
  const sharing = (key: string, publisher: string): string => `dossier: ${key}
places:
  city:
    match: { name: Sharedplace }
    names: [{ text: Sharedplace, lang: en, kind: official }]
    kind: city
    citations:
      - { source: article, locator: { page: 1 } }
sources:
  article: { names: [{ text: Told by ${publisher}, lang: en, kind: official }], kind: article }
visits:
  v:
    names: [{ text: Visit of ${key}, lang: en, kind: official }]
    starts: 2018
    legs: [{ place: city }]
citations:
  of-visit: { record: v, source: article, field: starts }
`;

  it('changes nothing where it came from, also where stories share what they name', async () => {
    const plans = [await take(here, sharing('mini-one', 'A')), await take(here, sharing('mini-two', 'B'))];
    for (const plan of plans) {
      const first = await give(here, 'visits', idOf(plan, 'visits/v'));
      for (const { path, outcome, changes } of (await take(here, first)).entries)
        expect([path, outcome, changes]).toEqual([path, 'unchanged', []]);
      expect(await give(here, 'visits', idOf(plan, 'visits/v'))).toBe(first);
      const again = await take(there, first);
      expect(await give(there, 'visits', idOf(again, 'visits/v'))).toBe(first);
    }
    const sources = (await here.get('/v1/sources?q=Told')).body.items;
    expect(sources.map(({ name }: Recorded) => name).sort()).toEqual(['Told by A', 'Told by B']);
  });

  it('is not taken for another story that is called the same', async () => {
    await take(here, sharing('twin-story', 'C'));
    const typed = await here.record('/v1/visits', {
      names: [{ text: 'Twin story', lang: 'en', kind: 'official' }],
    });
    expect(await give(here, 'visits', typed.id)).toMatch(/^dossier: twin-story-2\n/);
  });

  it('finds a record in a dossier of its own, the same whatever others have named it meanwhile', async () => {
    const names = (text: string) => [{ text, lang: 'en', kind: 'official' }];
    const city = await here.record('/v1/places', { names: names('Manyfold'), kind: 'city' });
    const visit = await here.record('/v1/visits', {
      names: names('Seen there'),
      legs: [{ placeId: city.id }],
    });
    const signed = { names: names('Agreed there'), kind: 'mou', signedAtEventId: visit.id };
    const agreement = await here.record('/v1/agreements', signed);
    const roots = [
      ['agreements', agreement.id],
      ['visits', visit.id],
      ['places', city.id],
    ] as const;

    const first: string[] = [];
    for (const [path, id] of roots) first.push(await give(here, path, id));
    expect(first.map((text) => text.split('\n', 1)[0])).toEqual([
      'dossier: agreed-there',
      'dossier: seen-there',
      'dossier: manyfold',
    ]);
    for (const [index, [path, id]] of roots.entries()) expect(await give(here, path, id)).toBe(first[index]);
    for (const [index, [path]] of roots.entries()) {
      const empty = await openOffice();
      try {
        const { entries } = await take(empty, first[index]!);
        const root = entries.find((entry: Recorded) => entry.path.startsWith(`${path}/`));
        expect(await give(empty, path, root.id)).toBe(first[index]);
      } finally {
        await empty.close();
      }
    }
  });

  it('is asked to try again where it cannot be remembered just now', async () => {
    const { id } = await here.record('/v1/visits', {
      names: [{ text: 'Busy story', lang: 'en', kind: 'official' }],
    });
    for (const refusal of [recordBusy(), databaseBusy()]) {
      jest.spyOn(here.provider(DossierImports), 'import').mockRejectedValueOnce(refusal);
      await expect(give(here, 'visits', id)).rejects.toBe(refusal);
    }
    const [entry] = (await take(here, await give(here, 'visits', id))).entries;
    expect([entry.id, entry.outcome]).toEqual([id, 'unchanged']);
  });

  it('keeps the keys of a list that has lost its first', async () => {
    const plan = await take(
      here,
      `dossier: listed
visits:
  v:
    names: [{ text: Listed, lang: en, kind: official }]
    agenda:
      - { kind: meeting, title: { en: One } }
      - { kind: meeting, title: { en: Two } }
      - { kind: meeting, title: { en: Three } }
`,
    );
    const two = idOf(plan, 'visits/v/agenda/2');
    await here.record('/v1/outcomes', { agendaItemId: two, kind: 'idea', text: { en: 'Of Two' } });
    const one = await here.reread({
      at: `/v1/visits/${idOf(plan, 'visits/v')}/agenda/${idOf(plan, 'visits/v/agenda/1')}`,
    });
    await here.delete(one.at, { 'if-match': one.tag });
    const text = await give(here, 'visits', idOf(plan, 'visits/v'));
    const again = await take(there, text);
    const outcome = (await there.get(`/v1/outcomes/${again.entries.at(-1).id}`)).body;
    expect(outcome.agendaItem.title).toBe('Two');
    expect(await give(there, 'visits', idOf(again, 'visits/v'))).toBe(text);
  });

  it('can be read again whatever its records are called', async () => {
    const names = (text: string) => [{ text, lang: 'en', kind: 'official' }];
    const agenda = [{ kind: 'opening', title: { en: 'Opening' } }];
    const place = await here.record('/v1/places', {
      names: names(`a${'\u{20000}'.repeat(65)}`),
      kind: 'city',
    });
    for (const path of ['visits', 'forums']) {
      const event = await here.record(`/v1/${path}`, { names: names('Same name'), agenda });
      await here.record('/v1/entries', {
        placeId: place.id,
        kind: 'policy',
        names: names(path),
        text: { en: path },
        eventId: event.id,
        itemId: event.agenda[0].id,
      });
    }
    const text = await give(here, 'places', place.id);
    const plan = await take(there, text);
    const key = text.match(/^places:\n {2}(.*):$/m)![1]!;
    expect(await give(there, 'places', idOf(plan, `places/${key}`))).toBe(text);
  });

  it('finds what refers to each other all around, and what sources say to be nothing', async () => {
    const names = (text: string) => [{ text, lang: 'en', kind: 'official' }];
    const place = await here.record('/v1/places', { names: names('Roundabout'), kind: 'city' });
    const source = await here.record('/v1/sources', { names: names('Told around'), kind: 'article' });
    const entry = (text: string, recordId?: string) =>
      here.record('/v1/entries', { placeId: place.id, kind: 'policy', names: names(text), recordId });
    const first = await entry('First');
    const second = await entry('Second', first.id);
    await here.change(first, { recordId: second.id });
    const said = { sourceId: source.id, field: 'topicIds', value: [] };
    await here.record(`${second.at}/citations`, said);
    const third = await entry('Third');
    const ranked = await here.record('/v1/figures', aFigure(third.id));
    await here.patch(third.at, { recordId: ranked.id }, { 'if-match': '*' });

    const text = await give(here, 'places', place.id);
    const plan = await take(there, text);
    expect(await give(there, 'places', idOf(plan, 'places/roundabout'))).toBe(text);
    const again = (await there.get(`/v1/entries/${idOf(plan, 'entries/first')}`)).body;
    expect([again.record.id, again.version]).toEqual([idOf(plan, 'entries/second'), 2]);
    const { body } = await there.get(`/v1/entries/${idOf(plan, 'entries/second')}/citations`);
    expect(body.items.map(({ value }: Recorded) => value)).toEqual([[]]);
    const { entries } = await take(there, text);
    expect(entries.filter(isTouched)).toEqual([]);
  });

  it('finds the same elsewhere, to the byte, whatever it is', async () => {
    let number = 0;
    await fc.assert(
      fc.asyncProperty(story, async (sections) => {
        const key = `story-${number++}`;
        const plan = await take(here, stringify({ dossier: key, ...sections }));
        const first = await give(here, 'visits', idOf(plan, 'visits/visit'));
        const again = await take(there, withoutMatches(first));
        const second = await give(there, 'visits', idOf(again, 'visits/visit'));
        expect(second).toBe(first);
      }),
      { numRuns: 8 },
    );
  });
});

/** What a story tells of: its events and agreements, and the places that it knows something about. */
function rootsOf(story: Story): [story: Story, path: string][] {
  const dossier: Recorded = parse(readFileSync(`demo/${story}.yaml`, 'utf8'));
  const subjects = new Set(Object.values<Recorded>(dossier.entries).map(({ place }) => place));
  return ['visits', 'forumSeries', 'forums', 'agreements', 'places'].flatMap((section) =>
    Object.keys(dossier[section] ?? {})
      .filter((key) => section !== 'places' || subjects.has(key))
      .map((key) => [story, `${section}/${key}`] as [Story, string]),
  );
}

function isTouched({ outcome }: Recorded): boolean {
  return outcome !== 'unchanged';
}

/** What others called the same must not be found. */
function withoutMatches(dossier: string): string {
  return dossier.replaceAll(/\n {4}match:(\n {6}key: .*)?\n {6}name: .*/g, (_, key?: string) =>
    key ? `\n    match:${key}` : '',
  );
}
