import { snakeCase } from '#platform';
import type { ChangedRow, Stamp } from '#records';
import type { CreateAgendaItem } from './agenda-input.dto.js';
import type { AgendaItem } from './agenda-item.entity.js';
import { type ItemTimes, type TimeColumns, timesAt } from './item-time.rules.js';

/** An item that was given its id, on its way into the database. */
export type StampedItem = CreateAgendaItem & Stamp;

/** The row of a new item. */
export function toRow(
  eventId: string,
  { startsAt, endsAt, on, hostOrganizationIds: _hosts, topicIds: _topics, ...item }: StampedItem,
  timeZone: string | null,
  position: number,
) {
  return {
    ...item,
    eventId,
    position,
    ...timesAt({ startsAt, endsAt, on }, timeZone),
    languages: item.languages ?? [],
    audience: item.audience ?? 'guests',
    uid: item.id,
    sequence: 0,
  };
}

/** The last position of an agenda: items that have it in common come as they were recorded. */
const LAST_POSITION = 1_000_000;

/** The positions of new items: as they say, else after the last before them. */
export function positionsAfter(last: number, items: readonly { position?: number }[]): number[] {
  let highest = last;
  return items.map(({ position = Math.min(highest + 1, LAST_POSITION) }) => {
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

/**
 * The times of an item as its rules read them.
 * @param said those that a change gives, as it writes them
 */
export function timesOf(
  { startsAt, endsAt, onDate, dayPart }: TimeColumns & Pick<AgendaItem, 'dayPart'>,
  said: ItemTimes,
): ItemTimes {
  return {
    startsAt: said.startsAt ?? (startsAt && startsAt.toISOString()),
    endsAt: said.endsAt ?? (endsAt && endsAt.toISOString()),
    on: onDate,
    dayPart,
  };
}

const WHEN_AND_WHERE = ['startsAt', 'endsAt', 'onDate', 'dayPart', 'timeZone', 'legId', 'placeId'] as const;

/** Whether changes reschedule an item, in time or place. */
export function reschedules(item: AgendaItem, changes: Partial<AgendaItem>): boolean {
  return WHEN_AND_WHERE.some(
    (column) => column in changes && valueOf(changes[column]) !== valueOf(item[column]),
  );
}

function valueOf(value: string | Date | null | undefined): string | number | null | undefined {
  return value instanceof Date ? value.getTime() : value;
}

/** Whether a change says where or when an item takes place; otherwise it keeps a zone that nothing gives it any more. */
export function saysWhere(change: object): boolean {
  return ['placeId', 'legId', 'startsAt'].some(
    (field) => field in change && change[field as keyof object] !== undefined,
  );
}

/** The columns that a rearrangement, or another zone, changes. */
const MOVED_FIELDS = [
  'position',
  'startsAt',
  'startsLocal',
  'startsOffset',
  'endsAt',
  'endsLocal',
  'endsOffset',
  'onDate',
  'dayStartsAt',
  'dayPart',
  'timeZone',
  'zoneChanged',
  'legId',
  'placeId',
  'sequence',
] as const satisfies readonly (keyof AgendaItem)[];

export const MOVED = MOVED_FIELDS.map(snakeCase);

/** The row of an item that was moved, by the names of its columns. */
export function toMovedRow(item: AgendaItem): ChangedRow {
  const moved = Object.fromEntries(MOVED_FIELDS.map((field) => [snakeCase(field), item[field]]));
  return { ...moved, id: item.id };
}
