import { Injectable } from '@nestjs/common';
import { EventWriter, type MoveEvent } from '#events';
import { EventFollowUpsWriter } from '#follow-ups';
import { ProgrammeWriter } from '#participants';
import type { Caller, Json, Precondition, Transaction } from '#platform';
import { type At, RecordService, Records } from '#records';
import type { CreateForum, PatchForum } from './forum-input.dto.js';
import type { ForumView } from './forum-view.dto.js';
import type { Forum } from './forum.entity.js';
import { FORUM } from './forum.record.js';
import { missingForForum } from './forum.rules.js';
import { ForumQueries } from './forums.queries.js';

/** Writes forums. */
@Injectable()
export class ForumsService extends RecordService<typeof FORUM> {
  constructor(
    records: Records,
    forums: ForumQueries,
    private readonly events: EventWriter,
    private readonly programmes: ProgrammeWriter,
    private readonly followUps: EventFollowUpsWriter,
  ) {
    super(records, FORUM, forums);
  }

  /** Records a forum with its agenda and its participants: all of it, or nothing. */
  override create(
    at: At,
    { agenda = [], participants = [], ...event }: CreateForum,
    caller: Caller,
  ): Promise<Json<ForumView>> {
    return this.add(at, caller, async (tx) => {
      const [forum] = await this.events.insertAll(tx, FORUM, [event], caller);
      await this.programmes.writeProgramme(tx, forum!, agenda, participants, caller);
      return forum!.id;
    });
  }

  /** Changes a forum by a merge patch; dates that change are kept with the reason. */
  override patch(at: At, match: Precondition, patch: PatchForum, caller: Caller): Promise<Json<ForumView>> {
    return this.edit(at, match, caller, async (tx, forum) => {
      await this.events.patch(tx, FORUM, forum, patch, caller);
      await this.programmes.follow(tx, forum.id, patch, caller);
    });
  }

  /** Moves a forum to another status; one that is called off names what is still open. */
  override async move(
    at: At,
    match: Precondition | null,
    move: MoveEvent,
    caller: Caller,
  ): Promise<Json<ForumView>> {
    return this.followUps.nameOpen(await super.move(at, match, move, caller), at.id!, move.to, caller);
  }

  /** One that is taken up again finds its rooms, or is refused. */
  protected override async makeMove(
    tx: Transaction,
    _: At,
    forum: Forum,
    move: MoveEvent,
    caller: Caller,
  ): Promise<void> {
    await this.programmes.makeWay(tx, forum, move, caller);
    const missing = missingForForum(move.to, forum);
    const changes = { sequence: forum.sequence + 1 };
    await this.records.move(tx, FORUM, forum, move, caller, { missing, changes });
  }
}
