import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource, type EntityMetadata } from 'typeorm';
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
    dataSource = office.provider(DataSource);
  });

  afterAll(() => office.close());

  it('have the columns of their tables, of the same types and nullability', async () => {
    const differing: string[] = [];
    for (const [table, entities] of tablesOf(dataSource)) {
      // A visit and a forum are events: together they have the columns of one table.
      const mapped = entities.flatMap(({ columns }) => columns.map(describeColumn));
      const stored = (await dataSource.query<Column[]>(COLUMNS, [table])).map(write);
      differing.push(
        ...mapped.filter((column) => !stored.includes(column)).map((one) => `entity ${table}.${one}`),
      );
      differing.push(
        ...stored.filter((column) => !mapped.includes(column)).map((one) => `table ${table}.${one}`),
      );
    }
    expect([...new Set(differing)]).toEqual([]);
    expect(dataSource.entityMetadatas.length).toBeGreaterThan(0);
  });

  function describeColumn(column: ColumnMetadata): string {
    return write({
      name: column.databaseName,
      type: typeOf(column),
      // Of the objects within a visit or a forum TypeORM takes every member to be nullable.
      nullable: column.isNullable && !column.embeddedMetadata,
      derived: !column.isInsert && !column.isUpdate,
    });
  }

  /** The type as Postgres writes it. */
  function typeOf(column: ColumnMetadata): string {
    const type = dataSource.driver.normalizeType(column);
    const precise = column.precision ? type.replace(/^\w+/, `$&(${column.precision})`) : type;
    return column.isArray ? `${precise}[]` : precise;
  }
});

function tablesOf({ entityMetadatas }: DataSource): Map<string, EntityMetadata[]> {
  return Map.groupBy(entityMetadatas, ({ tableName }) => tableName);
}

function write({ name, type, nullable, derived }: Column): string {
  return `${name} ${type}${nullable ? '' : ' not null'}${derived ? ' derived' : ''}`;
}
