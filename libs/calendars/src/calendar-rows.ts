import type { Standing } from '#agendas';
import type { Name, Text } from '#vocabulary';

interface PlaceRow {
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** The place itself and those around it, up to its city. */
  readonly way: readonly WayRow[];
}

interface WayRow {
  readonly kind: string;
  readonly name: string;
  readonly address: string | null;
}

/** When something takes place, as far as it is known. */
interface ItemTimes {
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly on: string | null;
  readonly timeZone: string | null;
}

/** What events and agenda items alike bring to a calendar, as their statements give it. */
export interface EntryRow {
  readonly uid: string;
  readonly sequence: number;
  readonly createdAt: string;
  /** The last change of all that its entry is made of. */
  readonly changedAt: string;
  readonly status: string;
  readonly name: string;
  readonly timeZone: string | null;
  readonly place: PlaceRow | null;
  readonly topics: readonly { readonly name: string }[];
}

/** One line of a programme. */
export interface ProgrammeRow extends ItemTimes {
  readonly name: string;
  readonly status: string;
}

/** An event that is part of another. */
export interface PartRow {
  readonly name: string;
  readonly status: string;
  readonly starts: string | null;
  readonly ends: string | null;
}

/** An event, as the statements of calendars give it. */
export interface EventRow extends EntryRow {
  readonly id: string;
  readonly kind: 'visit' | 'forum';
  readonly isPublic: boolean;
  readonly starts: string | null;
  readonly ends: string | null;
  readonly summary: string | null;
  readonly theme: string | null;
  /** The places of its legs, in order. */
  readonly stops: readonly string[];
  /** All its names. */
  readonly names?: readonly Name[];
  /** The uid of the event that it is part of. */
  readonly parentUid: string | null;
  readonly agendaComplete: boolean;
  readonly programme: readonly ProgrammeRow[];
  readonly parts: readonly PartRow[];
  readonly hosts: readonly string[];
}

/** An agenda item, as the statement of a file gives it. */
export interface ItemRow extends EntryRow, ItemTimes {
  readonly standing: Standing;
  readonly abstract: string | null;
  /** Its title and abstract in every language. */
  readonly titles?: Text;
  readonly abstracts?: Text | null;
}
