import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aPerson, anOrganization, named } from '#directory/testing';
import { countOf } from '#platform';
import type { Recorded } from './answer.js';
import { readDocument } from './document.js';
import { type Office, openOffice } from './office.js';
import { type RowSchema, countsOf, rowsOf } from './rows.js';
import { type Listed, MANY, recordSevens } from './sevens.js';

describe('a row of a list', () => {
  let office: Office;
  let rows: Map<string, RowSchema>;
  /** A record with seven of everything, by the documented address of the list that it is in. */
  let full: Record<string, Listed>;

  beforeAll(async () => {
    office = await openOffice();
    rows = rowsOf(await readDocument(office.url));
    full = await recordSevens(office);
  });
  afterAll(() => office.close());

  it('names the first five of everything that it counts, in every list', async () => {
    const listed: string[] = [];
    for (const [path, { list, of }] of Object.entries(full)) {
      const { body } = await office.get(list);
      const row = (body.items as Recorded[]).find(({ id }) => id === of.id)!;
      const whole = (await office.get(of.at)).body;
      for (const name of namesIn(rows.get(path)!)) {
        const shown = (row[name] as (Entry | string)[]).map(whom);
        // What it is not part of, such as editions, it does not show.
        const all = ((whole[name] ?? row[name]) as (Entry | string)[]).map(whom);
        expect([path, name, shown.length, new Set(shown).size, row[countOf(name)]]).toEqual([
          path,
          name,
          5,
          5,
          MANY,
        ]);
        expect([path, name, shown]).toEqual([path, name, all.slice(0, 5)]);
        listed.push(`${path}: ${name}`);
      }
    }
    expect(listed.toSorted()).toEqual(expectedOf(rows));
  });

  it('says of a person first what they are, then what they were', async () => {
    const organization = await office.record('/v1/organizations', anOrganization());
    const position = (title: string, until?: string): object => ({
      organizationId: organization.id,
      title: { en: title },
      ...(until ? { until } : {}),
    });
    const names = named('Chen Feng', 'zh-Latn');
    const positions = [position('Dean', '2010'), position('Rector'), position('Adviser')];
    const person = await office.record('/v1/people', { names, positions });
    const { body } = await office.get('/v1/people?q=chen feng');
    const told = body.items[0].positions.map(({ title, ended }: Recorded) => [title, ended]);
    expect([body.items[0].id, told]).toEqual([
      person.id,
      [
        ['Rector', false],
        ['Adviser', false],
        ['Dean', true],
      ],
    ]);
  });

  it('names who is no person in a delegation, with role and title', async () => {
    const students = { label: { en: 'students' }, quantity: { value: 6, qualifier: 'exact' } };
    const mayor = await office.record('/v1/people', aPerson());
    const members = [
      { personId: mayor.id, role: 'head', title: { en: 'Deputy Mayor' } },
      { group: students },
      { placeholder: { en: 'interpreter, to be named' }, role: 'interpreter' },
    ];
    await office.record('/v1/delegations', { names: named('Three kinds'), members });
    const { body } = await office.get('/v1/delegations?q=three kinds');
    const told = body.items[0].members.map(({ role, person, unnamed, title }: Recorded) => ({
      role,
      person,
      unnamed,
      title,
    }));
    const person = { id: mayor.id, name: mayor.name };
    expect(told).toEqual([
      { role: 'head', person, unnamed: null, title: 'Deputy Mayor' },
      { role: 'member', person: null, unnamed: 'students', title: null },
      { role: 'interpreter', person: null, unnamed: 'interpreter, to be named', title: null },
    ]);
  });
});

interface Entry {
  readonly id: string;
  readonly place?: { readonly id: string } | null;
  readonly organization?: { readonly id: string } | null;
  readonly person?: { readonly id: string } | null;
}

/** Whom an entry of a collection names, by itself or as what stands for it; of a question there is its text alone. */
function whom(entry: Entry | string): string {
  if (typeof entry === 'string') return entry;
  const { place, organization, person, id } = entry;
  return (place ?? organization ?? person)?.id ?? id;
}

/** The collections of a row that it counts. */
function namesIn(schema: RowSchema): string[] {
  const lists = Object.entries(schema.properties ?? {}).filter(([, { items }]) => items);
  return lists.flatMap(([name]) => (countsOf(schema).includes(countOf(name)) ? [name] : []));
}

/** Every collection that a documented row names; visits and forums have one list of agenda items each. */
function expectedOf(rows: ReadonlyMap<string, RowSchema>): string[] {
  const all = [...rows].flatMap(([path, row]) => namesIn(row).map((name) => `${path}: ${name}`));
  return all.filter((one) => !one.startsWith('/v1/forums/{eventId}')).toSorted();
}
