import type { EntityMetadata, EntityTarget, ObjectLiteral } from 'typeorm';
import type { Transaction } from './database.js';
import { snakeCase } from './naming.js';
import { runOften } from './run.js';

/**
 * How a row is kept from others: without its key, so that whoever refers to it in the meantime need not wait; or with
 * it, where it is put away, so that nobody does; or shared by those who only say something of it.
 */
export type RowLock = 'no key update' | 'update' | 'key share';

/**
 * Reads one row, where the caller of the transaction sees it, and keeps others from changing it until that ends.
 * @param where what its properties are, named as in the entity
 */
export async function lockRow<T extends ObjectLiteral>(
  tx: Transaction,
  target: EntityTarget<T>,
  where: Readonly<Record<string, unknown>>,
  lock: RowLock,
): Promise<T | null> {
  const metadata = tx.connection.getMetadata(target);
  const asked = Object.entries({ ...discriminatorOf(metadata), ...where });
  const conditions = asked.map(([property], index) => `t."${snakeCase(property)}" = $${index + 1}`);
  const columns = readColumns(metadata).map(({ databaseName }) => `t."${databaseName}"`);
  const { rows } = await runOften<Record<string, unknown>>(
    tx,
    `select ${columns.join(', ')} from public.${metadata.tableName} t
     where ${[...conditions, isSeen(metadata.tableName)].join(' and ')} for ${lock} of t`,
    asked.map(([, value]) => value),
  );
  return rows[0] ? (toEntity(tx, metadata, rows[0]) as T) : null;
}

function discriminatorOf({ tableType, discriminatorColumn, discriminatorValue }: EntityMetadata): object {
  return tableType === 'entity-child' ? { [discriminatorColumn!.propertyName]: discriminatorValue } : {};
}

function readColumns({ columns }: EntityMetadata): EntityMetadata['columns'] {
  return columns.filter(({ isSelect, isVirtual }) => isSelect && !isVirtual);
}

// Who works for nobody, such as timed work, sees everything.
function isSeen(table: string): string {
  const caller = `nullif(current_setting('corteo.caller', true), '')::jsonb`;
  return `(${caller} is null or exists (select from public.visible_${table}(${caller}) seen where seen.id = t.id))`;
}

function toEntity(
  tx: Transaction,
  metadata: EntityMetadata,
  row: Readonly<Record<string, unknown>>,
): ObjectLiteral {
  const entity = metadata.create(tx.queryRunner) as ObjectLiteral;
  for (const column of readColumns(metadata)) {
    const value: unknown = tx.connection.driver.prepareHydratedValue(row[column.databaseName], column);
    column.setEntityValue(entity, value);
  }
  return entity;
}
