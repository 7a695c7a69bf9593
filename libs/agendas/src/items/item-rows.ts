import type { Stamp } from '#records';
import type { CreateAgendaItem } from './agenda-input.dto.js';
import type { AgendaItem } from './agenda-item.entity.js';
import type { ItemTimes } from './agenda-item.rules.js';

/** An item that was given its id, on its way into the database. */
export type StampedItem = CreateAgendaItem & Stamp;

/** The row of a new item. */
export function toRow(
  eventId: string,
  { on, hostOrganizationIds: _hosts, topicIds: _topics, ...item }: StampedItem,
  timeZone: string | null,
  position: number,
) {
  return {
    ...item,
    eventId,
    position,
    startsAt: instantOf(item.startsAt),
    endsAt: instantOf(item.endsAt),
    timeZone,
    onDate: on,
    languages: item.languages ?? [],
    audience: item.audience ?? 'guests',
    uid: item.id,
    sequence: 0,
  };
}

function instantOf(text: string | null | undefined): Date | null {
  return text ? new Date(text) : null;
}

/** The positions of new items: as they say, else after the last before them. */
export function positionsAfter(last: number, items: readonly { position?: number }[]): number[] {
  let highest = last;
  return items.map(({ position = highest + 1 }) => {
    highest = Math.max(highest, position);
    return position;
  });
}

/** The rows of a join table of new items, each item's in the order given. */
export function linksOf(
  items: readonly Pick<StampedItem, 'id' | 'hostOrganizationIds' | 'topicIds'>[],
  column: string,
  property: 'hostOrganizationIds' | 'topicIds',
): object[] {
  return items.flatMap((item) =>
    (item[property] ?? []).map((id, position) => ({ item_id: item.id, [column]: id, position })),
  );
}

/** The columns that a patch changes, with its times as instants. */
export function withInstants(changes: Record<string, unknown>): Partial<AgendaItem> {
  const times = ['startsAt', 'endsAt'].filter((column) => column in changes);
  return {
    ...changes,
    ...Object.fromEntries(times.map((column) => [column, instantOf(changes[column] as string | null)])),
  };
}

/** The times of an item as its rules read them. */
export function timesOf({ startsAt, endsAt, onDate, dayPart }: AgendaItem): ItemTimes {
  return {
    startsAt: startsAt && startsAt.toISOString(),
    endsAt: endsAt && endsAt.toISOString(),
    on: onDate,
    dayPart,
  };
}

const WHEN_AND_WHERE = ['startsAt', 'endsAt', 'onDate', 'dayPart', 'timeZone', 'placeId'] as const;

/** Whether changes reschedule an item, in time or place. */
export function reschedules(item: AgendaItem, changes: Partial<AgendaItem>): boolean {
  return WHEN_AND_WHERE.some(
    (column) => column in changes && valueOf(changes[column]) !== valueOf(item[column]),
  );
}

function valueOf(value: string | Date | null | undefined): string | number | null | undefined {
  return value instanceof Date ? value.getTime() : value;
}

/** Whether a change says where or when an item takes place; otherwise the zone it was recorded with stays. */
export function saysWhere(change: object): boolean {
  return ['placeId', 'legId', 'startsAt'].some((field) => field in change);
}
