import { joinLines } from '#icalendar';
import { type Words } from '../calendar.rules.js';
import { tellLine, tellList, timeOf } from '../descriptions.js';
import type { LinkItemRow } from './link-content.js';
import { linkWordsIn } from './link-words.rules.js';

/**
 * What there is to tell of an agenda item to those who take part: what it is about, its order of the day, its hosts, who
 * speaks for each side and, where the clocks of those who meet differ, when it is by each.
 * @param zones those of where they come from
 */
export function describeItem(item: LinkItemRow, zones: readonly string[], words: Words): string | undefined {
  const own = linkWordsIn(words.language);
  const parts = item.parts.map((part) => tellLine(clockOf(part), part, words));
  const blocks = [
    item.abstract,
    tellList(own.orderOfTheDay, parts),
    item.hosts.length > 0 ? `${words.hosts}${joinNames(item.hosts)}` : null,
    tellSpeakers(item, own.speakers),
    tellTimes(item, zones),
  ];
  return blocks.filter((block) => Boolean(block)).join('\n\n') || undefined;
}

function clockOf({ startsAt, timeZone }: LinkItemRow['parts'][number]): string {
  return timeOf({ startsAt, endsAt: null, on: null, timeZone }).slice(-'09:00'.length);
}

function tellSpeakers({ speakers }: LinkItemRow, words: Readonly<Record<string, string>>): string {
  const lines = Object.entries(words).map(([side, before]) => {
    const names = speakers.filter((speaker) => speaker.side === side).map(({ name }) => name);
    return names.length > 0 ? `${before}${joinNames(names)}` : '';
  });
  return lines.filter((line) => line !== '').join('\n');
}

function tellTimes(item: LinkItemRow, zones: readonly string[]): string {
  const { startsAt, timeZone } = item;
  if (startsAt === null || timeZone === null) return '';
  const at = Temporal.Instant.from(startsAt);
  const offsetIn = (zone: string): number => at.toZonedDateTimeISO(zone).offsetNanoseconds;
  const others = zones.filter((zone) => offsetIn(zone) !== offsetIn(timeZone));
  if (others.length === 0) return '';
  return [timeZone, ...others].map((zone) => `${timeOf({ ...item, timeZone: zone })} (${zone})`).join('\n');
}

function joinNames(names: readonly string[]): string {
  return [...new Set(names)].map((name) => joinLines(name)).join(', ');
}
