import type { Caller, Transaction } from '#platform';

/** Who has what takes place somewhere follow the zone of that place: agendas, which the directory does not know. */
export const PLACE_ZONES = Symbol('PLACE_ZONES');

/** Follows a place whose zone, or what it is part of, has changed. */
export interface PlaceZones {
  /** Gives all that takes place in it, or in what is inside it, the zone that it derives now. */
  follow(tx: Transaction, placeId: string, caller: Caller): Promise<void>;
}
