import type { Transaction } from '../database/database.js';
import type { RecordEntity } from './record.entity.js';

/** Where parts are found: their table, and the column that names the record they belong to. */
type Part = readonly [table: string, column: string];

/** How many parts went along with a record, by their word; kinds of which there were none are left out. */
export type TookAlong = Readonly<Record<string, number>>;

const partsOf = new Map<string, (readonly [name: string, part: Part])[]>();

/**
 * Says what goes where the records of a table go: it is put away with them, and brought back with them. Each feature
 * says it of its own records, so that what they belong to need not know them.
 * @param whole the table of what they belong to
 * @param parts by their word in answers
 */
export function declareParts(whole: string, parts: Readonly<Record<string, Part>>): void {
  partsOf.set(whole, [...(partsOf.get(whole) ?? []), ...Object.entries(parts)]);
}

/**
 * Puts the parts of a record away with it, and what belongs to those; or brings them back.
 * @param moved the instants of being put away, before and after. The one that parts share with their record tells
 *   those that went along from those that had been put away before.
 */
export async function moveParts(
  tx: Transaction,
  table: string,
  record: RecordEntity,
  moved: { from: Date | null; to: Date | null },
): Promise<TookAlong> {
  const took: Record<string, number> = {};
  const follow = async (whole: string, ids: readonly string[]): Promise<void> => {
    for (const [name, [part, column]] of partsOf.get(whole) ?? []) {
      const along = await moveAlong(tx, [part, column], ids, record, moved);
      if (along.length === 0) continue;
      took[name] = (took[name] ?? 0) + along.length;
      await follow(part, along);
    }
  };
  await follow(table, [record.id]);
  return took;
}

async function moveAlong(
  tx: Transaction,
  [table, column]: Part,
  ids: readonly string[],
  { updatedAt, updatedById }: RecordEntity,
  { from, to }: { from: Date | null; to: Date | null },
): Promise<string[]> {
  const [rows] = await tx.query<[{ id: string }[], number]>(
    `update ${table} set archived_at = $2, version = version + 1, updated_at = $3, updated_by_id = $4
     where ${column} = any ($1) and archived_at is not distinct from $5 returning id`,
    [ids, to, updatedAt, updatedById, from],
  );
  return rows.map(({ id }) => id);
}
