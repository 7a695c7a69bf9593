import type { Transaction } from '#platform';
import { PERSON, PLACE } from '#directory';
import type { RecordEntity, RecordKind } from '#records';
import { Refusal } from '#refusals';
import { MERGE_PROBLEMS, MOST_NAMES } from './merge.rules.js';

/**
 * Refuses to merge what cannot be the same thing.
 * @param merged what the kept record would be
 * @throws Refusal `merge.…`
 */
export async function assertMergeable(
  tx: Transaction,
  kind: RecordKind,
  kept: RecordEntity,
  from: RecordEntity,
  merged: Readonly<Record<string, unknown>>,
): Promise<void> {
  if ((merged['names'] as unknown[]).length > MOST_NAMES)
    throw new Refusal(
      MERGE_PROBLEMS['merge.too-many-names'],
      `Together they have more than ${MOST_NAMES} names.`,
    );
  if (kind.table === PERSON.table) await assertPeople(tx, kept.id, from.id);
  if (kind.table === PLACE.table) await assertPlaces(tx, kept, from);
}

async function assertPeople(tx: Transaction, keptId: string, fromId: string): Promise<void> {
  const [{ erased, guarded }] = await tx.query<[{ erased: boolean; guarded: boolean }]>(
    `select exists (select from erasures where person_id in ($1, $2)) as erased,
       exists (select from protected_profiles where person_id = $2) as guarded`,
    [keptId, fromId],
  );
  if (erased)
    throw new Refusal(
      MERGE_PROBLEMS['merge.erased'],
      'One of the two was erased; nobody is merged with them.',
    );
  if (guarded)
    throw new Refusal(
      MERGE_PROBLEMS['merge.protected'],
      'The person who would be merged has a protected profile, which is not moved.',
    );
}

/** What takes place at a place has its zone: what has none itself may become one that has one only where nothing does. */
const DIFFERENT_ZONES = `
  select zones.kept is distinct from zones.merged and (zones.kept is not null and zones.merged is not null
    or exists (select from event_places p where p.place_id = zones.without)
    or exists (select from public.places_within(zones.without) w join agenda_items i on i.place_id = w.id)) as differ
  from (select kept, merged, case when kept is null then $1::uuid else $2::uuid end as without
    from (select public.zone_of_place($1) as kept, public.zone_of_place($2) as merged) z) zones`;

async function assertPlaces(tx: Transaction, kept: RecordEntity, from: RecordEntity): Promise<void> {
  const [one, other] = [kept, from].map((place) => (place as RecordEntity & { readonly kind: string }).kind);
  if (one !== other)
    throw new Refusal(MERGE_PROBLEMS['merge.other-kind'], `The one is a ${one}, the other a ${other}.`);
  const [{ differ }] = await tx.query<[{ differ: boolean }]>(DIFFERENT_ZONES, [kept.id, from.id]);
  if (differ)
    throw new Refusal(MERGE_PROBLEMS['merge.other-zone'], 'The two places do not have the same time zone.');
}
