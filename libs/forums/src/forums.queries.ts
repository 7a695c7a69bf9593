import { Injectable } from '@nestjs/common';
import { agendaItemCount } from '#agendas';
import { eventFields, eventItemFields, eventList } from '#events';
import { agendaOf, participantsOf } from '#participants';
import {
  type Caller,
  Database,
  type Json,
  Lists,
  type Transaction,
  type TransitionsView,
  describeMoves,
  object,
  reference,
  sql,
  statement,
  unknownRecord,
} from '#platform';
import { FORUM_LIFECYCLE, missingForForum } from './forum.rules.js';
import type { ForumPage, ForumQuery, ForumView } from './forums.dto.js';

const forumFields = {
  series: reference(sql`forum_series`, sql`e.series_id`),
  edition: sql`e.edition`,
  year: sql`e.year`,
  format: sql`e.format`,
};

const forumItem = object({ ...eventItemFields, ...forumFields, agendaItemCount: agendaItemCount(sql`e`) });

const forumView = object({
  ...eventFields,
  ...forumFields,
  theme: sql`e.theme`,
  expectedAttendance: sql`e.expected_attendance`,
  actualAttendance: sql`e.actual_attendance`,
  announcedSideEvents: sql`e.announced_side_events`,
  agenda: agendaOf(sql`e`),
  participants: participantsOf(sql`e`),
});

const oneForum = statement(
  'forum',
  sql`select e.version, ${forumView} from visible_events(:caller) e
      where e.id = :id and e.kind = 'forum' and (:archived or e.archived_at is null)`,
);

const factsOfForum = statement(
  'forum-facts',
  sql`select ${object({ status: sql`e.status`, starts: sql`e.starts`, ends: sql`e.ends` })}
      from visible_events(:caller) e where e.id = :id and e.kind = 'forum' and e.archived_at is null`,
);

const forums = eventList<ForumQuery>('forums', 'forum', forumItem, { format: sql`e.format = :format` });

/** Reads forums. */
@Injectable()
export class ForumQueries {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
  ) {}

  /** One forum with everything. */
  async read(id: string, caller: Caller, tx?: Transaction): Promise<Json<ForumView>> {
    const forum = await this.database.readRecord<ForumView>(oneForum, caller, { id }, tx);
    if (!forum) throw unknownRecord('forum');
    return forum;
  }

  /** A page of forums. */
  list(query: ForumQuery, caller: Caller): Promise<Json<ForumPage>> {
    return this.lists.read(forums, query, caller);
  }

  /** Where a forum stands, the moves that are allowed from there, and what each still lacks. */
  async readTransitions(id: string, caller: Caller): Promise<TransitionsView> {
    const facts = await this.database.readValue<{
      status: string;
      starts: string | null;
      ends: string | null;
    }>(factsOfForum, caller, { id });
    if (!facts) throw unknownRecord('forum');
    return describeMoves(FORUM_LIFECYCLE, facts.status, (to) => missingForForum(to, facts));
  }
}
