import type { RecordPart } from '#platform';

/** What came out of an event and is to be done about it goes where the event goes. */
export const FOLLOW_UP_PARTS: readonly RecordPart[] = [
  { table: 'outcomes', column: 'concerned_event_id', name: 'outcomes' },
  { table: 'follow_ups', column: 'concerned_event_id', name: 'followUps' },
];
