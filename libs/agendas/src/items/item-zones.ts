import type { RecordedEvent } from '#events';
import { type Transaction, UnknownReference, runOften } from '#platform';

/** Where an item takes place, as far as that tells its time zone. */
export interface Placed {
  readonly placeId?: string | null;
  readonly legId?: string | null;
}

/**
 * Finds the time zone of each item: that of its place, else of its leg's place, else of its event.
 * @throws UnknownReference where a place does not exist, before its missing zone is mentioned
 */
export async function findZones(
  tx: Transaction,
  event: RecordedEvent,
  items: readonly Placed[],
): Promise<(string | null)[]> {
  const candidates = items.map((item) => placesOf(event, item));
  const zones = await zonesOf(tx, [...new Set(candidates.flat())]);
  return candidates.map((places) => {
    const zone = places.map((id) => zones.get(id)).find((known) => known !== null);
    return zone ?? event.timeZone;
  });
}

function placesOf(event: RecordedEvent, { placeId, legId }: Placed): string[] {
  const leg = event.legs.find(({ id }) => id === legId);
  return [placeId, leg?.placeId].filter((id) => typeof id === 'string');
}

async function zonesOf(tx: Transaction, ids: readonly string[]): Promise<Map<string, string | null>> {
  if (ids.length === 0) return new Map();
  const { rows } = await runOften<{ id: string; zone: string | null }>(
    tx,
    'select id, public.zone_of_place(id) as zone from places where id = any ($1)',
    [ids],
  );
  const zones = new Map(rows.map(({ id, zone }) => [id, zone]));
  const missing = ids.find((id) => !zones.has(id));
  if (missing) throw new UnknownReference(missing);
  return zones;
}
