import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import { type Office, openOffice } from './office.js';

const COLUMNS = `
  select attname as name, format_type(atttypid, atttypmod) as type, not attnotnull as nullable, attgenerated <> '' as derived
  from pg_attribute where attrelid = to_regclass($1) and attnum > 0 and not attisdropped order by attname`;

interface Column {
  readonly name: string;
  readonly type: string;
  readonly nullable: boolean;
  /** Whether the database derives it; an entity neither inserts nor updates it. */
  readonly derived: boolean;
}

describe('entities', () => {
  let office: Office;
  let dataSource: DataSource;

  beforeAll(async () => {
    office = await openOffice();
    dataSource = office.part(DataSource);
  });

  afterAll(() => office.close());

  it('have the columns of their tables, of the same types and nullability', async () => {
    const differing: unknown[] = [];
    for (const { tableName, columns } of dataSource.entityMetadatas) {
      const mapped = columns.map(describeColumn).sort((a, b) => (a.name < b.name ? -1 : 1));
      const stored = await dataSource.query<Column[]>(COLUMNS, [tableName]);
      const differs = (column: Column, others: Column[]) => !others.some((other) => same(column, other));
      differing.push(
        ...mapped
          .filter((column) => differs(column, stored))
          .map((column) => ({ tableName, mapped: column })),
        ...stored
          .filter((column) => differs(column, mapped))
          .map((column) => ({ tableName, stored: column })),
      );
    }
    expect(differing).toEqual([]);
    expect(dataSource.entityMetadatas.length).toBeGreaterThan(0);
  });

  function describeColumn(column: ColumnMetadata): Column {
    return {
      name: column.databaseName,
      type: typeOf(column),
      nullable: column.isNullable,
      derived: !column.isInsert && !column.isUpdate,
    };
  }

  /** The type as Postgres writes it. */
  function typeOf(column: ColumnMetadata): string {
    const type = dataSource.driver.normalizeType(column);
    const precise = column.precision ? type.replace(/^\w+/, `$&(${column.precision})`) : type;
    return column.isArray ? `${precise}[]` : precise;
  }
});

function same(one: Column, other: Column): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
