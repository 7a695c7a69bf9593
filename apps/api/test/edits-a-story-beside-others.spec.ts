import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DossierExports, DossierImports } from '#dossiers';
import { documentedProperties, readDossiers } from '#dossiers/testing';
import { OFFICE } from '#identity';
import type { Recorded } from './answer.js';
import { type Office, openOffice } from './office.js';

/** A visit of two delegations, one of which comes for some days of it, and what a source says of when it starts. */
function story({ dates = '2027-05-02', place = 'first', starts = '2027-05-01', said = '' } = {}): string {
  return `
dossier: beside
places:
  first: { names: [{ text: First city, lang: en, kind: official }], kind: city }
  second: { names: [{ text: Second city, lang: en, kind: official }], kind: city }
organizations:
  firm:
    names: [{ text: Firm, lang: en, kind: official }]
    kind: company
    relations:
      presence: { kind: present_in, toPlace: ${place}, since: 2001 }
delegations:
  one: { names: [{ text: One, lang: en, kind: official }] }
  two: { names: [{ text: Two, lang: en, kind: official }] }
visits:
  visit:
    names: [{ text: Visit beside, lang: en, kind: official }]
    delegations: [one, two]
    delegationDates: [{ delegation: two, starts: ${dates} }]
    starts: ${starts}
    ends: 2027-05-09
    citations:
      told: { source: report, field: starts ${said} }
sources:
  report: { names: [{ text: Report, lang: en, kind: official }], kind: report }
`;
}

describe('an organizer who edits a story that others work on', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office.close());

  const take = (text: string): Promise<Recorded> =>
    office.provider(DossierImports).import(readDossiers(text), OFFICE);

  const give = (path: string, id: string): Promise<string> =>
    office.provider(DossierExports).export(path, id, OFFICE);

  function entryOf({ entries }: Recorded, path: string): Recorded {
    return entries.find((entry: Recorded) => entry.path === path);
  }

  /** Which fields of an entry are changed, contested and kept. */
  function toldOf(plan: Recorded, path: string): string[][] {
    const { changes, contested, kept } = entryOf(plan, path);
    return [changes, contested, kept].map((fields) => fields.map(({ field }: Recorded) => field));
  }

  it('is told what they changed, also where answers show it elsewhere than inputs have it', async () => {
    const plan = await take(story());
    const [visit, relation] = ['visits/visit', 'organizations/firm/relations/presence'];
    const two = entryOf(plan, 'delegations/two').id;
    const firm = entryOf(plan, 'organizations/firm').id;
    const dates = [{ delegationId: two, starts: '2027-05-03' }];
    const any = { 'if-match': '*' };
    await office.patch(`/v1/visits/${entryOf(plan, visit).id}`, { delegationDates: dates }, any);
    const presence = `/v1/organizations/${firm}/relations/${entryOf(plan, relation).id}`;
    await office.patch(presence, { toPlaceId: entryOf(plan, 'places/second').id }, any);

    const again = await take(story());
    expect([visit, relation].map((path) => toldOf(again, path))).toEqual([
      [[], [], ['delegationDates']],
      [[], [], ['toPlace']],
    ]);
    const edited = await take(story({ dates: '2027-05-04' }));
    expect(entryOf(edited, visit).contested).toEqual([
      { field: 'delegationDates', from: dates, to: [{ delegationId: two, starts: '2027-05-04' }] },
    ]);
    expect(await give('visits', entryOf(plan, visit).id)).toContain(
      '    delegationDates:\n      - delegation: two\n        starts: 2027-05-03\n',
    );
  });

  it('finds whatever inputs take in answers', () => {
    const { outline } = office.provider(DossierImports);
    const missing = outline.kinds.all().flatMap((kind) => {
      if (!kind.shapes) return [];
      const { fields } = outline.of(kind as Parameters<typeof outline.of>[0]);
      const shown = [...documentedProperties(kind.shapes.view).keys(), ...Object.keys(kind.elsewhere)];
      return [...fields.keys()].filter((name) => !shown.includes(name)).map((name) => [kind.name, name]);
    });
    expect(missing).toEqual([]);
  });

  it('says anew what a source says, together with what it is said of', async () => {
    for (const [number, edit, value] of [
      [1, { said: ', value: 2027-05-03' }, '2027-05-03'],
      [2, { said: ', value: 2027-05-01' }, '2027-05-01'],
      [3, {}, '2027-05-01'],
    ] as const) {
      const of = (text: string): string => text.replace('dossier: beside', `dossier: told-${number}`);
      const first = await take(of(story()));
      const citation = entryOf(first, 'visits/visit/citations/told').id;
      const plan = await take(of(story({ starts: '2027-05-02', ...edit })));
      expect(entryOf(plan, 'visits/visit/citations/told').contested).toEqual([]);
      expect([number, (await office.get(`/v1/citations/${citation}`)).body.value]).toEqual([number, value]);
      const again = await take(of(story({ starts: '2027-05-02' })));
      expect(entryOf(again, 'visits/visit/citations/told').contested).toEqual([]);
    }
  });

  it('finds again what was exported, also where something else is called the same', async () => {
    const names = [{ text: 'Press release', lang: 'en', kind: 'official' }];
    const [source] = [
      await office.record('/v1/sources', { names, kind: 'press_release' }),
      await office.record('/v1/sources', { names, kind: 'press_release' }),
    ];
    const visit = await office.record('/v1/visits', {
      names: [{ text: 'Told twice', lang: 'en', kind: 'official' }],
    });
    await office.record(`${visit.at}/citations`, { sourceId: source!.id });
    const text = await give('visits', visit.id);
    const outcomes = ({ entries }: Recorded) => entries.map(({ path, outcome }: Recorded) => [path, outcome]);
    expect(outcomes(await take(text))).toEqual([
      ['sources/press-release', 'unchanged'],
      ['visits/told-twice', 'unchanged'],
      ['visits/told-twice/citations/1', 'unchanged'],
    ]);
    const edited = await take(text.replace('    status:', '    ordinal: 24\n    status:'));
    expect([entryOf(edited, 'visits/told-twice').id, toldOf(edited, 'visits/told-twice')]).toEqual([
      visit.id,
      [['ordinal'], [], []],
    ]);
  });
});
