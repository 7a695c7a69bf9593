/** An agenda small enough to be looked at pair by pair; times are minutes, people and places are numbered. */
export interface SmallAgenda {
  readonly items: readonly SmallItem[];
  readonly delegations: readonly (readonly number[])[];
  readonly participations: readonly SmallParticipation[];
}

export interface SmallItem {
  readonly event: number;
  readonly parent: number | null;
  readonly starts: number;
  /** Null where the end is not known: then it is a moment. */
  readonly lasts: number | null;
  readonly place: number | null;
  readonly takesPlace: boolean;
}

export interface SmallParticipation {
  readonly item: number;
  readonly person: number | null;
  readonly delegation: number | null;
  readonly interprets: boolean;
  readonly comes: boolean;
}

export interface SmallPlace {
  readonly kind: string;
  /** The places it lies in, itself first. */
  readonly within: readonly number[];
  readonly capacity: number | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

/** What is known of places: themselves, and minimums between two of them. */
export interface SmallMap {
  readonly places: readonly SmallPlace[];
  readonly given: readonly (readonly [from: number, to: number, minutes: number])[];
}

interface Presence {
  readonly item: number;
  readonly who: string;
  readonly interprets: boolean;
}

/** The conflicts of the items of event 0, each as `kind first second who…`, found by looking at every pair. */
export function findConflicts(recorded: SmallAgenda, map: SmallMap): string[] {
  const agenda = { ...recorded, items: asTheyStand(recorded.items) };
  const found = [
    ...meetings(agenda),
    ...places(agenda, map),
    ...travels(agenda, map),
    ...crowds(agenda, map),
    ...outsiders(agenda),
    ...protruding(agenda),
  ];
  return found
    .filter(({ items }) => items.some((item) => agenda.items[item]!.event === 0))
    .map(({ kind, items, who }) => [kind, ...items, ...who.sort()].join(' '))
    .sort();
}

/** What is part of an item that does not take place does not, either. */
function asTheyStand(items: readonly SmallItem[]): SmallItem[] {
  return items.map((item) => ({
    ...item,
    takesPlace: item.takesPlace && (item.parent === null || items[item.parent]!.takesPlace),
  }));
}

interface Found {
  readonly kind: string;
  readonly items: readonly number[];
  readonly who: string[];
}

function presencesIn({ items, participations, delegations }: SmallAgenda): Presence[] {
  return participations
    .filter(({ item, comes }) => comes && items[item]!.takesPlace)
    .flatMap(({ item, person, delegation, interprets }) =>
      person === null
        ? [
            { item, who: `d${delegation}`, interprets: false },
            ...delegations[delegation!]!.map((member) => ({ item, who: `p${member}`, interprets })),
          ]
        : [{ item, who: `p${person}`, interprets }],
    );
}

function endOf({ starts, lasts }: SmallItem): number {
  return starts + (lasts ?? 0);
}

function overlap(a: SmallItem, b: SmallItem): boolean {
  const [one, other] = [endOf(a) - a.starts, endOf(b) - b.starts];
  if (one === 0 && other === 0) return a.starts === b.starts;
  if (one === 0) return b.starts <= a.starts && a.starts < endOf(b);
  if (other === 0) return a.starts <= b.starts && b.starts < endOf(a);
  return a.starts < endOf(b) && b.starts < endOf(a);
}

/** Pairs of items that take place, the earlier one first; the order of the ids decides between equals. */
function pairs({ items }: SmallAgenda): [number, number][] {
  const ordered = inOrder(
    items,
    items.keys().filter((at) => items[at]!.takesPlace),
  );
  return ordered.flatMap((a, at) => ordered.slice(at + 1).map((b): [number, number] => [a, b]));
}

function inOrder(items: readonly SmallItem[], some: Iterable<number>): number[] {
  return [...some].sort(
    (a, b) => items[a]!.starts - items[b]!.starts || endOf(items[a]!) - endOf(items[b]!) || a - b,
  );
}

function clashes(agenda: SmallAgenda): [number, number][] {
  const { items } = agenda;
  return pairs(agenda).filter(
    ([a, b]) => overlap(items[a]!, items[b]!) && items[a]!.parent !== b && items[b]!.parent !== a,
  );
}

function meetings(agenda: SmallAgenda): Found[] {
  const present = presencesIn(agenda);
  return clashes(agenda).flatMap(([a, b]) => {
    const at = (item: number) => present.filter((one) => one.item === item && one.who.startsWith('p'));
    const both = new Set(at(a).map(({ who }) => who)).intersection(new Set(at(b).map(({ who }) => who)));
    const interpreters = [...both].filter((person) =>
      [...at(a), ...at(b)].some(({ who, interprets }) => who === person && interprets),
    );
    const others = [...both].filter((who) => !interpreters.includes(who));
    return [
      { kind: 'interpreter_twice', items: [a, b], who: interpreters },
      { kind: 'person_twice', items: [a, b], who: others },
    ].filter(({ who }) => who.length > 0);
  });
}

function places(agenda: SmallAgenda, map: SmallMap): Found[] {
  const { items } = agenda;
  return clashes(agenda)
    .filter(([a, b]) => items[a]!.place !== null && items[a]!.place === items[b]!.place)
    .filter(([a]) => ['room', 'venue'].includes(map.places[items[a]!.place!]!.kind))
    .map((pair) => ({ kind: 'place_twice', items: pair, who: [] }));
}

function travels(agenda: SmallAgenda, map: SmallMap): Found[] {
  const { items } = agenda;
  const present = presencesIn(agenda);
  const hops = [...new Set(present.map(({ who }) => who))].flatMap((who) => {
    const own = new Set(present.filter((one) => one.who === who).map(({ item }) => item));
    const placed = [...own].filter((at) => items[at]!.place !== null && !own.has(items[at]!.parent ?? -1));
    const isGoneBefore = (a: number, b: number): boolean => a !== b && isOverBefore(items, a, b);
    return placed.flatMap((a) =>
      placed
        .filter((b) => isGoneBefore(a, b))
        .filter((b) => !placed.some((c) => isGoneBefore(c, b) && endsLater(items, c, a)))
        .map((b) => ({ pair: [a, b] as const, who })),
    );
  });
  const late = hops.filter(({ pair: [a, b] }) => {
    const gap = items[b]!.starts - endOf(items[a]!);
    return gap < (minutesBetween(items[a]!.place!, items[b]!.place!, map) ?? 0);
  });
  const byPair = Object.values(Object.groupBy(late, ({ pair }) => pair.join(' ')));
  return byPair.map((one) => ({
    kind: 'travel_time',
    items: one![0]!.pair,
    who: one!.map(({ who }) => who),
  }));
}

/** Whether an item has ended when another begins; of two moments at once, the first by its id. */
function isOverBefore(items: readonly SmallItem[], a: number, b: number): boolean {
  return endOf(items[a]!) <= items[b]!.starts && (items[a]!.starts < endOf(items[b]!) || a < b);
}

/** Whether an item ends after another; of those that end at once a moment is the last, else by their ids. */
function endsLater(items: readonly SmallItem[], a: number, b: number): boolean {
  const [one, other] = [a, b].map((at) => [endOf(items[at]!), items[at]!.starts, at] as const);
  const isMoment = ([end, start]: readonly [number, number, number]): number => (end === start ? 1 : 0);
  return (one![0] - other![0] || isMoment(one!) - isMoment(other!) || a - b) > 0;
}

function minutesBetween(from: number, to: number, { places, given }: SmallMap): number | null {
  if (from === to) return null;
  const stated = places[from]!.within.flatMap((a, far) =>
    places[to]!.within.flatMap((b, near) =>
      given
        .filter(([x, y]) => (x === a && y === b) || (x === b && y === a))
        .map(([, , minutes]) => ({ minutes, distance: far + near, far })),
    ),
  );
  const nearest = stated.sort((a, b) => a.distance - b.distance || a.far - b.far)[0];
  return nearest ? nearest.minutes : estimate(from, to, places);
}

function estimate(from: number, to: number, places: readonly SmallPlace[]): number | null {
  const located = (stop: number) => places[stop]!.within.find((at) => places[at]!.latitude !== null);
  const [a, b] = [located(from), located(to)];
  if (a === undefined || b === undefined || a === b) return null;
  if (places[to]!.within.includes(a) || places[from]!.within.includes(b)) return null;
  const radians = (degrees: number | null) => (degrees! * Math.PI) / 180;
  const [p, q] = [places[a]!, places[b]!];
  const up = Math.sin((radians(q.latitude) - radians(p.latitude)) / 2) ** 2;
  const along = Math.sin((radians(q.longitude) - radians(p.longitude)) / 2) ** 2;
  const chord = Math.sqrt(up + Math.cos(radians(p.latitude)) * Math.cos(radians(q.latitude)) * along);
  return Math.ceil(((2 * 6371 * Math.asin(Math.min(1, chord))) / 40) * 60 + 15);
}

function crowds(agenda: SmallAgenda, map: SmallMap): Found[] {
  const present = presencesIn(agenda);
  return [...agenda.items.entries()].flatMap(([at, { place, takesPlace }]) => {
    const capacity = place === null ? null : map.places[place]!.capacity;
    const people = new Set(
      present.filter(({ item, who }) => item === at && who.startsWith('p')).map(({ who }) => who),
    );
    const isCrowded = takesPlace && capacity !== null && people.size > capacity;
    return isCrowded ? [{ kind: 'capacity', items: [at], who: [] }] : [];
  });
}

/** The event lasts two days, which begin with minute 0. */
function outsiders({ items }: SmallAgenda): Found[] {
  return [...items.entries()]
    .filter(
      ([, item]) =>
        item.takesPlace && (item.starts < 0 || Math.max(item.starts, endOf(item) - 0.001) >= 2880),
    )
    .map(([at]) => ({ kind: 'outside_dates', items: [at], who: [] }));
}

/** Parts that are not within the time of what they are part of. */
function protruding({ items }: SmallAgenda): Found[] {
  return [...items.entries()].flatMap(([at, part]) => {
    const whole = part.parent === null ? null : items[part.parent]!;
    if (!whole || !part.takesPlace) return [];
    const isOutside = part.starts < whole.starts || (whole.lasts !== null && endOf(part) > endOf(whole));
    return isOutside ? [{ kind: 'outside_whole', items: [at, part.parent!], who: [] }] : [];
  });
}
