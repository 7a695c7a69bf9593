import { type Transaction, runOften } from '#platform';
import type { LegDto } from './event-input.dto.js';
import type { Event } from './event.entity.js';

/** The zone of an event, and whether it was said or derived. */
export interface EventZone {
  readonly timeZone: string | null;
  readonly zoneGiven: boolean;
}

/** What tells the zone of an event: what was said of it, else where it takes place, else where it begins. */
interface ZoneSources {
  readonly timeZone?: string | null;
  readonly placeId?: string | null;
  readonly firstLegPlaceId?: string | null;
}

/** The zones of events: as it was said, else that of the nearest place around its own, or its first leg's, that has one. */
export async function zonesOf(tx: Transaction, events: readonly ZoneSources[]): Promise<EventZone[]> {
  const derived = events.filter(({ timeZone }) => !timeZone).flatMap((event) => placeOf(event) ?? []);
  const zones = await zonesOfPlaces(tx, [...new Set(derived)]);
  return events.map((event) => {
    if (event.timeZone) return { timeZone: event.timeZone, zoneGiven: true };
    return { timeZone: zones.get(placeOf(event) ?? '') ?? null, zoneGiven: false };
  });
}

function placeOf({ placeId, firstLegPlaceId }: ZoneSources): string | null | undefined {
  return placeId ?? firstLegPlaceId;
}

async function zonesOfPlaces(
  tx: Transaction,
  places: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  if (places.length === 0) return new Map();
  const { rows } = await runOften<{ id: string; zone: string | null }>(
    tx,
    'select p.id, public.zone_of_place(p.id) as zone from unnest($1::uuid[]) p(id)',
    [places],
  );
  return new Map(rows.map(({ id, zone }) => [id, zone]));
}

/** What a patch may say about the zone of an event. */
interface ZonePatch {
  readonly timeZone?: string | null;
  readonly placeId?: string | null;
  readonly legs?: readonly LegDto[];
}

/** The zone of an event after a patch; nothing where that says nothing about it. */
export async function zoneAfter(
  tx: Transaction,
  event: Event,
  { timeZone, placeId, legs }: ZonePatch,
): Promise<Partial<EventZone>> {
  if (timeZone) return { timeZone, zoneGiven: true };
  const keepsItsOwn = event.zoneGiven && timeZone === undefined;
  const isUntouched = [timeZone, placeId, legs].every((said) => said === undefined);
  if (keepsItsOwn || isUntouched) return {};
  const firstLegPlaceId = legs ? legs[0]?.placeId : await firstLegPlace(tx, event.id);
  const [zone] = await zonesOf(tx, [
    { placeId: placeId === undefined ? event.placeId : placeId, firstLegPlaceId },
  ]);
  return zone!;
}

async function firstLegPlace(tx: Transaction, eventId: string): Promise<string | null> {
  const { rows } = await runOften<{ place_id: string | null }>(
    tx,
    'select place_id from event_legs where event_id = $1 order by position limit 1',
    [eventId],
  );
  return rows[0]?.place_id ?? null;
}

/** Events that derive their zone, and would derive another one now. */
const STALE = `
  select e.id, d.zone from events e cross join lateral (select public.zone_of_place(coalesce(e.place_id,
    (select l.place_id from event_legs l where l.event_id = e.id order by l.position limit 1))) as zone) d
  where e.id = any ($1) and not e.zone_given and d.zone is distinct from e.time_zone`;

/** The zones that some events should have by what they derive them from, where they have another, by their ids. */
export async function staleZones(
  tx: Transaction,
  ids: readonly string[],
): Promise<Map<string, string | null>> {
  const { rows } = await runOften<{ id: string; zone: string | null }>(tx, STALE, [ids]);
  return new Map(rows.map(({ id, zone }) => [id, zone]));
}
