import { Injectable } from '@nestjs/common';
import { EventWriter } from '#events';
import { ProgrammeWriter } from '#participants';
import {
  type Caller,
  Database,
  type Json,
  type Move,
  type Precondition,
  RecordService,
  Records,
  type Transaction,
  created,
  refuseUnready,
} from '#platform';
import { Forum } from './forum.entity.js';
import { FORUM_LIFECYCLE, missingForForum } from './forum.rules.js';
import { CreateForum, type ForumView, type PatchForum } from './forums.dto.js';
import { ForumQueries } from './forums.queries.js';

/** Writes forums. */
@Injectable()
export class ForumsService extends RecordService<Forum, ForumView> {
  constructor(
    database: Database,
    records: Records,
    private readonly forums: ForumQueries,
    private readonly events: EventWriter,
    private readonly programmes: ProgrammeWriter,
  ) {
    super(database, records, { entity: Forum, name: 'forum', input: CreateForum });
  }

  /** Records a forum with its agenda and its participants: all of it, or nothing. */
  create(
    { agenda = [], participants = [], status = 'announced', ...forum }: CreateForum,
    caller: Caller,
  ): Promise<Json<ForumView>> {
    return this.database.transaction(async (tx) => {
      const recorded = await this.events.insert(tx, this.kind, { ...forum, status }, {}, caller);
      await this.programmes.writeProgramme(tx, recorded, agenda, participants, caller);
      return created(recorded.id, await this.readBack(recorded.id, caller, tx));
    });
  }

  /** Changes a forum by a merge patch; dates that move are kept with their reason. */
  patch(id: string, match: Precondition, patch: PatchForum, caller: Caller): Promise<Json<ForumView>> {
    return this.change(id, match, caller, async (tx, forum) => {
      const changed = await this.events.patch(tx, this.kind, forum, patch, caller);
      refuseUnready('forum', changed.status, missingForForum(changed.status, changed));
    });
  }

  /** Moves a forum to another status. */
  move(id: string, match: Precondition | null, move: Move, caller: Caller): Promise<Json<ForumView>> {
    return this.change(id, match, caller, async (tx, forum) => {
      const missing = missingForForum(move.to, forum);
      const changes = { sequence: forum.sequence + 1 };
      await this.records.move(tx, this.kind, FORUM_LIFECYCLE, forum, move, caller, { missing, changes });
    });
  }

  protected readBack(id: string, caller: Caller, tx: Transaction): Promise<Json<ForumView>> {
    return this.forums.read(id, caller, tx);
  }
}
