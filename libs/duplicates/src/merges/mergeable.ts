import { MOST_NAMES, type Transaction } from '#platform';
import { PERSON, PLACE } from '#directory';
import type { RecordEntity, RecordKind } from '#records';
import { Refusal } from '#refusals';
import { MERGE_PROBLEMS } from './merge.rules.js';

/** A place, as far as its zone goes. */
type PlaceToMerge = RecordEntity & {
  readonly kind: string;
  readonly timeZone: string | null;
  readonly parentId: string | null;
};

/**
 * Refuses to merge what cannot be the same thing.
 * @param merged what the kept record would be
 * @param taken the fields that come from the other one since somebody says so
 * @throws Refusal `merge.…`
 */
export async function assertMergeable(
  tx: Transaction,
  kind: RecordKind,
  kept: RecordEntity,
  from: RecordEntity,
  merged: Readonly<Record<string, unknown>>,
  taken: readonly string[],
): Promise<void> {
  if ((merged['names'] as unknown[]).length > MOST_NAMES)
    throw new Refusal(
      MERGE_PROBLEMS['merge.too-many-names'],
      `Together they have more than ${MOST_NAMES} names.`,
    );
  if (kind.table === PERSON.table) await assertPeople(tx, kept.id, from.id);
  else await assertApart(tx, kind, kept.id, from.id);
  if (kind.table === PLACE.table)
    await assertPlaces(tx, kept as PlaceToMerge, from as PlaceToMerge, merged, taken);
}

async function assertPeople(tx: Transaction, keptId: string, fromId: string): Promise<void> {
  const [{ erased }] = await tx.query<[{ erased: boolean }]>(
    'select exists (select from erasures where person_id in ($1, $2)) as erased',
    [keptId, fromId],
  );
  if (erased)
    throw new Refusal(
      MERGE_PROBLEMS['merge.erased'],
      'One of the two was erased; nobody is merged with them.',
    );
}

/** What is above a record `$1`, and itself. */
function aboveIn(table: string): string {
  if (table === PLACE.table) return 'select id from public.places_around($1)';
  return `with recursive above(id) as (
    select $1::uuid union select t.parent_id from public.${table} t join above on t.id = above.id where t.parent_id is not null
  ) select id from above`;
}

/** Neither may lie in the other, however deep. */
async function assertApart(
  tx: Transaction,
  { name, table }: RecordKind,
  keptId: string,
  fromId: string,
): Promise<void> {
  const lies = `select exists (select from (${aboveIn(table)}) above where id = $2) as within`;
  for (const pair of [
    [keptId, fromId],
    [fromId, keptId],
  ]) {
    const [{ within }] = await tx.query<[{ within: boolean }]>(lies, pair);
    if (within) throw new Refusal(MERGE_PROBLEMS['merge.within'], `The one ${name} lies in the other.`);
  }
}

/**
 * What takes place at a place has its zone: two become one only where that stays, or nothing takes place there. The zone of
 * the one that is kept changes only where somebody says so.
 */
const MOVES_IN_TIME = `
  select one.zone is distinct from became.zone and (one.is_kept and one.zone is not null and not $5
      or exists (select from event_places p where p.place_id = one.id)
      or exists (select from public.places_within(one.id) w join agenda_items i on i.place_id = w.id)) as moves
  from (select coalesce($3, public.zone_of_place($4)) as zone) became
  cross join (values ($1::uuid, true, public.zone_of_place($1)), ($2::uuid, false, public.zone_of_place($2))) one(id, is_kept, zone)`;

async function assertPlaces(
  tx: Transaction,
  kept: PlaceToMerge,
  from: PlaceToMerge,
  merged: Partial<PlaceToMerge>,
  taken: readonly string[],
): Promise<void> {
  if (kept.kind !== from.kind)
    throw new Refusal(
      MERGE_PROBLEMS['merge.other-kind'],
      `The one is a ${kept.kind}, the other a ${from.kind}.`,
    );
  const { timeZone, parentId } = { ...kept, ...merged };
  const isTaken = taken.includes('timeZone') || taken.includes('parentId');
  const values = [kept.id, from.id, timeZone, parentId, isTaken];
  const places = await tx.query<{ moves: boolean }[]>(MOVES_IN_TIME, values);
  if (places.some(({ moves }) => moves))
    throw new Refusal(MERGE_PROBLEMS['merge.other-zone'], 'The two places do not have the same time zone.');
}
