import { type Transaction, snakeCase } from '#platform';
import type { RecordEntity } from '../record.entity.js';
import type { Kinds, Part } from './kinds.js';
import { type RecordKind, camelCase } from './record-kind.js';

/** How many parts that the caller may see went along, by the plural of their kind; where there were none, it is left out. */
export type TookAlong = Readonly<Record<string, number>>;

/** The instants of being put away, before and after. */
interface ArchivedAt {
  readonly from: Date | null;
  readonly to: Date | null;
}

/**
 * Puts the parts of a record away with it, and what belongs to those; or brings them back.
 * @param archivedAt the instant that parts share with their record tells those that went along from those that had
 *   been put away before
 */
export async function takeAlong(
  tx: Transaction,
  kinds: Kinds,
  kind: RecordKind,
  record: RecordEntity,
  archivedAt: ArchivedAt,
): Promise<TookAlong> {
  const took = new Map<string, number>();
  const follow = async (whole: RecordKind, ids: readonly string[]): Promise<void> => {
    for (const part of kinds.partsOf(whole)) {
      const along = await takePartsAlong(tx, part, ids, record, archivedAt);
      const seen = along.filter(({ isSeen }) => isSeen).length;
      const word = camelCase(part[0].plural);
      if (seen > 0) took.set(word, (took.get(word) ?? 0) + seen);
      if (along.length > 0)
        await follow(
          part[0],
          along.map(({ id }) => id),
        );
    }
  };
  await follow(kind, [record.id]);
  return Object.fromEntries([...took].sort(([a], [b]) => (a < b ? -1 : 1)));
}

interface PartAway {
  readonly id: string;
  readonly isSeen: boolean;
}

async function takePartsAlong(
  tx: Transaction,
  [{ table }, property]: Part,
  ids: readonly string[],
  { updatedAt, updatedById }: RecordEntity,
  { from, to }: ArchivedAt,
): Promise<PartAway[]> {
  // With their keys: nobody refers to them anew in the meantime.
  const [rows] = await tx.query<[PartAway[], number]>(
    `update ${table} set archived_at = $2, version = version + 1, updated_at = $3, updated_by_id = $4
     where id in (select id from ${table}
       where ${snakeCase(property)} = any ($1) and archived_at is not distinct from $5 for update)
     returning id, public.unseen('${table}', id) = '{}' as "isSeen"`,
    [ids, to, updatedAt, updatedById, from],
  );
  return rows;
}
