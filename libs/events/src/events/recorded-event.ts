import type { Transaction } from '#platform';
import type { RecordEntity } from '#records';
import { EventLeg } from '../legs/leg.entity.js';
import type { Event } from './event.entity.js';

/** An event as those who write its agenda and its participants need it. */
export interface RecordedEvent {
  readonly id: string;
  readonly timeZone: string | null;
  /** Its legs in order. */
  readonly legs: readonly EventLeg[];
}

/**
 * Reads the legs of an event that something is written within.
 * @param whole the event, as it was locked
 */
export async function recordedEvent(tx: Transaction, whole: RecordEntity | null): Promise<RecordedEvent> {
  const { id, timeZone } = whole as Event;
  const legs = await tx.find(EventLeg, { where: { eventId: id }, order: { position: 'ASC' } });
  return { id, timeZone, legs };
}
