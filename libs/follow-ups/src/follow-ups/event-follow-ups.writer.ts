import { Injectable } from '@nestjs/common';
import { isCalledOff } from '#events';
import {
  type Caller,
  Database,
  type Json,
  Today,
  type Transaction,
  sql,
  statement,
  withMember,
} from '#platform';
import { Records } from '#records';
import { StandingFollowUp } from '../standing/standing-follow-up.entity.js';
import type { FollowUpOfEvent } from './follow-up-view.dto.js';
import { FOLLOW_UP } from './follow-up.record.js';
import { dueAfter } from './follow-up.rules.js';
import { openFollowUps } from './follow-ups.fragments.js';

const OPEN = statement(
  'open-follow-ups-of-event',
  sql`select ${openFollowUps(sql`e`)} from visible_events(:caller) e where e.id = :id`,
);

/** An event that has come to its end. */
export interface EndedEvent {
  readonly id: string;
  readonly starts: string | null;
  readonly ends: string | null;
  readonly responsibleId: string | null;
}

/** What becomes of follow-ups as events move on. */
@Injectable()
export class EventFollowUpsWriter {
  constructor(
    private readonly database: Database,
    private readonly records: Records,
    private readonly today: Today,
  ) {}

  /**
   * Records the standing follow-ups of a locked event that were never proposed for it: due some time after its end,
   * or after today where that is not known, and owned by who is responsible for it.
   * @returns whether one of them is mandatory
   */
  async propose(tx: Transaction, event: EndedEvent, caller: Caller): Promise<boolean> {
    const standing = await tx
      .createQueryBuilder(StandingFollowUp, 's')
      .where('s.archived_at is null')
      .andWhere(
        'not exists (select from follow_ups f where f.event_id = :id and f.standing_id = s.id)',
        event,
      )
      .orderBy('s.id')
      // One that is being put away is waited for, and not proposed then.
      .setLock('for_key_share')
      .getMany();
    const proposed = standing.map((one) => this.followUpOf(one, event));
    await this.records.insertAll(tx, FOLLOW_UP, proposed, caller);
    return proposed.some(({ mandatory }) => mandatory);
  }

  /** Adds to the answer to a move of an event, where that calls it off, the follow-ups that are still open. */
  async nameOpen<V>(moved: Json<V>, id: string, to: string, caller: Caller): Promise<Json<V>> {
    if (!isCalledOff(to)) return moved;
    const open = await this.database.readValue<FollowUpOfEvent[]>(OPEN, caller, { id });
    return withMember(moved, 'openFollowUps', open ?? []);
  }

  private followUpOf({ id, title, kind, dueAfter: after, mandatory }: StandingFollowUp, event: EndedEvent) {
    return {
      title,
      kind,
      mandatory,
      eventId: event.id,
      standingId: id,
      ownerActorId: event.responsibleId,
      due: dueAfter(event.ends ?? event.starts, after, this.today.day()),
      priority: 'normal',
    };
  }
}
