import type { Collection, Sql } from '#platform';

/** Who takes part in agenda items, as participants tell it. */
export const ITEM_PARTICIPANTS = Symbol('ITEM_PARTICIPANTS');

/** Those who take part in a visible agenda item, as `ItemParticipantView` describes each. */
export type ItemParticipants = (item: Sql) => Collection;
