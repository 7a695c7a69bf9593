import 'reflect-metadata';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { OpenAPIObject } from '@nestjs/swagger';
import { FEW, countOf } from '#platform';
import { placeParts } from './document.js';
import { composeDocuments } from '../src/openapi.document.js';
import { type RowSchema, countsOf, rowsOf } from './rows.js';

/** What has no name, or is nothing that has an address: it is counted only. */
const WITHOUT_NAMES = [
  'agendaItemCount',
  'citationCount',
  'itemCount',
  'obligationCount',
  'overdueObligationCount',
  'rangeCount',
];

describe('the rows of every list', () => {
  let document: OpenAPIObject;
  let rows: Map<string, RowSchema>;

  beforeAll(async () => {
    const text = (await composeDocuments())['apps/api/openapi.json']!;
    document = placeParts(JSON.parse(text) as OpenAPIObject);
    rows = rowsOf(document);
  });

  it('name the first of what they count, where that has names', () => {
    const nameless = [...rows].flatMap(([path, row]) => {
      const lists = Object.entries(row.properties ?? {}).filter(([, { items }]) => items);
      const told = new Set(lists.map(([name]) => countOf(name)));
      return countsOf(row)
        .filter((count) => !told.has(count) && !WITHOUT_NAMES.includes(count))
        .map((count) => `${path}: ${count}`);
    });
    expect([rows.size > 30, nameless]).toEqual([true, []]);
  });

  // A conflict and a published item are no records that could be read one at a time: they tell all there is.
  it(`name at most ${FEW} of them, with the number of all beside, where they are records`, () => {
    const records = [...rows].filter(([, { properties }]) => properties?.['version']);
    const others = records.flatMap(([path, row]) =>
      listsOf(row)
        .filter(([name, list]) => list.maxItems !== FEW || !countsOf(row).includes(countOf(name)))
        .map(([name]) => `${path}: ${name}`),
    );
    expect(others).toEqual([]);
  });

  it('count nothing else that has no names', () => {
    const counted = new Set([...rows.values()].flatMap(countsOf));
    expect(WITHOUT_NAMES.filter((count) => !counted.has(count))).toEqual([]);
  });

  /** The collections of a row whose entries are named, by themselves or by what they stand for. */
  function listsOf({ properties = {} }: RowSchema): [string, RowSchema][] {
    return Object.entries(properties).filter(
      ([name, { items }]) => name !== 'disputed' && items && isNamed(items, 2),
    );
  }

  function isNamed(schema: RowSchema, depth: number): boolean {
    const { properties = {}, anyOf = [], allOf = [] } = followed(schema);
    if (properties['id'] && properties['name']) return true;
    const inner = depth > 0 ? [...anyOf, ...allOf, ...Object.values(properties)] : [];
    return inner.some((one) => isNamed(one, depth - 1));
  }

  function followed(schema: RowSchema): RowSchema {
    const name = schema.$ref?.split('/').at(-1);
    return name ? (document.components!.schemas![name] as RowSchema) : schema;
  }
});
