import { isOrganization, isWithin } from '#directory';
import type { IdsBy } from '#events';
import { sql } from '#platform';

const entries = sql`select n.id from visible_entries(:caller) n`;

/** How entries concern what they are about: places with all that is inside, organizations with their units. */
export const ENTRIES_BY_SUBJECT = {
  place: (asked) => sql`${entries} where ${isWithin(sql`n.subject_id`, asked)}`,
  organization: (asked) => sql`${entries} where ${isOrganization(sql`n.subject_id`, asked)}`,
  person: (asked) => sql`${entries} where n.subject_id = ${asked}`,
  topic: (asked) => sql`${entries} where n.subject_id = ${asked}
    union all select x.entry_id from entry_topics x where x.topic_id = ${asked}`,
} satisfies IdsBy;
