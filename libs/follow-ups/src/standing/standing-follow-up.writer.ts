import { Injectable } from '@nestjs/common';
import { type Caller, Today, type Transaction } from '#platform';
import { Records } from '#records';
import { FOLLOW_UP } from '../follow-ups/follow-up.record.js';
import { dueAfter } from '../follow-ups/follow-up.rules.js';
import { StandingFollowUp } from './standing-follow-up.entity.js';

/** An event that has come to its end. */
export interface EndedEvent {
  readonly id: string;
  readonly starts: string | null;
  readonly ends: string | null;
  readonly responsibleId: string | null;
}

/** Proposes what the office does after every visit. */
@Injectable()
export class StandingFollowUpWriter {
  constructor(
    private readonly records: Records,
    private readonly today: Today,
  ) {}

  /**
   * Records the standing follow-ups of a locked event that were never proposed for it: due some time after its end,
   * or after today where that is not known, and owned by who is responsible for it.
   */
  async propose(tx: Transaction, event: EndedEvent, caller: Caller): Promise<void> {
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
