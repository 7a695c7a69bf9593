import { type Transaction, insertLinks } from '#platform';
import { type ReplacedList, replacedLinks } from '#records';

/** The lists of an entry that are kept in tables of their own: the table, and the column of what is referred to. */
const LISTS = {
  issuerIds: ['entry_issuers', 'organization_id'],
  actorIds: ['entry_actors', 'organization_id'],
  topicIds: ['entry_topics', 'topic_id'],
  placeIds: ['entry_places', 'place_id'],
} as const;

type Field = keyof typeof LISTS;

/** These lists, by field; undefined where nothing is said of one. */
export type EntryLists = { readonly [field in Field]?: readonly string[] | undefined };

const FIELDS = Object.keys(LISTS) as Field[];

/** Adds the lists of an entry that was just recorded. */
export async function insertLists(tx: Transaction, id: string, lists: EntryLists): Promise<void> {
  for (const field of FIELDS) {
    const [table, column] = LISTS[field];
    await insertLinks(tx, table, ['entry_id', id], [column, lists[field] ?? []]);
  }
}

/** The lists of an entry as a change would have them. */
export function replacedLists(id: string, lists: EntryLists): ReplacedList[] {
  return FIELDS.map((field) => {
    const [table, column] = LISTS[field];
    return replacedLinks(table, ['entry_id', id], column, [field, lists[field]]);
  });
}
