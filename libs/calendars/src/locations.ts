import type { EntryRow, EventRow } from './calendar-rows.js';

/** What of the places around one belongs to an address. */
const IN_ADDRESSES = ['venue', 'city'];
const PARTS_OF_ADDRESS = /[\p{P}\n\r]+/u;

type Place = NonNullable<EntryRow['place']>;

/** Where an event is: at its place or, where it has none, at those of its legs. */
export function locationOfEvent({ place, stops }: Pick<EventRow, 'place' | 'stops'>): string {
  return place ? locationOf(place) : [...new Set(stops)].join(', ');
}

/** Room, venue, address and city of a place, as far as they are known and each once. */
export function locationOf({ way }: Place): string {
  const named = way.filter(({ kind }, index) => index === 0 || IN_ADDRESSES.includes(kind));
  const [inner, cities] = [named.filter(({ kind }) => kind !== 'city'), named.filter(isCity)];
  const address = way.find((one) => one.address !== null)?.address ?? '';
  const parts = [
    ...inner.map(({ name }) => name),
    address,
    ...cities.map(({ name }) => name).filter((name) => !endsOnePart(address, name)),
  ];
  return [...new Set(parts)].filter((part) => part !== '').join(', ');
}

function isCity({ kind }: { readonly kind: string }): boolean {
  return kind === 'city';
}

/** Whether an address names a city: “80124 Naples, Italy” does, “Naples Street 1” does not. */
function endsOnePart(address: string, city: string): boolean {
  const parts = address.split(PARTS_OF_ADDRESS).map((part) => part.trim().toLowerCase());
  const name = city.toLowerCase();
  return parts.some((part) => part === name || part.endsWith(` ${name}`));
}
