import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DossierExports, DossierImports } from '#dossiers';
import { readDossiers } from '#dossiers/testing';
import { OFFICE } from '#identity';
import fc from 'fast-check';
import { stringify } from 'yaml';
import type { Recorded } from './answer.js';
import { type Office, openOffice } from './office.js';

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
  });

  describe('finds the stories of the demo the same elsewhere, to the byte', () => {
    beforeAll(async () => {
      for (const name of ['chongqing-innovation', 'guiyang-naples-rome'])
        await take(here, await readFile(`demo/${name}.yaml`, 'utf8'));
    });

    it.each([
      ['visits', 'guiyang'],
      ['agreements', 'lab'],
      ['places', '重庆'],
    ])('from %s', async (path, q) => {
      const { body } = await here.get(`/v1/${path}?q=${encodeURIComponent(q)}`);
      const [{ id, name }] = body.items;
      const first = await give(here, path, id);
      const plan = await take(there, withoutMatches(first));
      const found = await Promise.all(
        plan.entries
          .filter((entry: Recorded) => new RegExp(`^${path}/[^/]+$`).test(entry.path))
          .map(async (entry: Recorded) => (await there.get(`/v1/${path}/${entry.id}`)).body),
      );
      const again = found.find((one) => one.name === name)!;
      expect(await give(there, path, again.id)).toBe(first);
    });
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

/** What others called the same must not be found. */
function withoutMatches(dossier: string): string {
  return dossier.replaceAll(/\n {4}match:\n {6}name: .*/g, '');
}
