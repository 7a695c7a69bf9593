import type { Transaction } from '../database/database.js';
import type { RecordEntity } from './record.entity.js';

/** A kind of records that belong to another: its table, the column of their whole, and their word in answers. */
export interface RecordPart {
  readonly table: string;
  readonly column: string;
  readonly name: string;
}

/** How many parts went along with a record, by their word; kinds of which there were none are left out. */
export type TookAlong = Readonly<Record<string, number>>;

/**
 * Puts the parts of a record away with it, or brings them back.
 * @param moved the instants of being put away, before and after. The one that parts share with their record tells
 *   those that went along from those that had been put away before.
 */
export async function moveParts(
  tx: Transaction,
  parts: readonly RecordPart[] = [],
  { id, updatedAt, updatedById }: RecordEntity,
  { from, to }: { from: Date | null; to: Date | null },
): Promise<TookAlong> {
  const took: Record<string, number> = {};
  for (const { table, column, name } of parts) {
    const [, count] = await tx.query<[unknown, number]>(
      `update ${table} set archived_at = $2, version = version + 1, updated_at = $3, updated_by_id = $4
       where ${column} = $1 and archived_at is not distinct from $5`,
      [id, to, updatedAt, updatedById, from],
    );
    if (count > 0) took[name] = count;
  }
  return took;
}
