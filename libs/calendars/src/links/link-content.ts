import type { Audience } from '#agendas';
import type { CalendarEntry, CalendarTask } from '#icalendar';
import type { EventRow, ItemRow, ProgrammeRow } from '../calendar-rows.js';
import type { Collection, SubjectKind } from './calendar-link.rules.js';

/** What a private address is, as the statement gives it. */
export interface ReadLink {
  readonly id: string;
  readonly kind: SubjectKind;
  readonly label: string;
  readonly audience: Audience;
  readonly languages: readonly string[];
  /** Whether its maker may read follow-ups. */
  readonly hasFollowUps: boolean;
  readonly lastReadOn: string | null;
}

/** An agenda item with what is told to those who take part. */
export interface LinkItemRow extends ItemRow {
  readonly hosts: readonly string[];
  readonly parts: readonly Pick<ProgrammeRow, 'name' | 'status' | 'startsAt' | 'timeZone'>[];
  readonly speakers: readonly { readonly side: string; readonly name: string }[];
}

/** An event that was chosen for a calendar. */
export interface ChosenRow {
  readonly event: EventRow;
  /** Whether it has an entry itself. */
  readonly shown: boolean;
  /** What is shown of its agenda, where the calendar shows more than whole events. */
  readonly items?: readonly LinkItemRow[];
  /** The zones of those who meet. */
  readonly zones?: readonly string[];
}

export interface FollowUpRow {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly status: string;
  readonly priority: string;
  readonly due: string | null;
  /** The name of the event that it comes from. */
  readonly origin: string | null;
  readonly createdAt: string;
  readonly changedAt: string;
}

/** One entry of a private calendar, or one thing to be done. */
export type LinkEntry =
  | { readonly collection: Exclude<Collection, 'follow-ups'>; readonly event: CalendarEntry }
  | { readonly collection: 'follow-ups'; readonly task: CalendarTask };

/** A private calendar as it was in some state. */
export interface LinkContent {
  readonly link: ReadLink;
  readonly state: string;
  readonly entries: readonly LinkEntry[];
  /** How many entries were left out because they are not dated to the day. */
  readonly undated: number;
  /** How many were left out because a calendar would be too long with them. */
  readonly beyond: number;
}
