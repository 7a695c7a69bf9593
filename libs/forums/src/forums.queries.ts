import { Injectable } from '@nestjs/common';
import { agendaItemCount } from '#agendas';
import { EventConcerns, eventFields, eventFilters, eventItemFields, eventList } from '#events';
import { agendaOf, participantsOf } from '#participants';
import { fewOf, object, reference, sql } from '#platform';
import { type Judgement, RecordQueries, RecordReader } from '#records';
import type { Dates } from '#vocabulary';
import { FORUM } from './forum.record.js';
import { organizersOf } from './series/forum-series.fragments.js';
import { GUARDED_STATUSES, missingForForum } from './forum.rules.js';

const forumFields = {
  series: reference(sql`visible_forum_series(:caller)`, sql`e.series_id`),
  edition: sql`e.edition`,
  year: sql`e.year`,
  format: sql`e.format`,
};

const forumItem = object({
  ...eventItemFields,
  ...forumFields,
  ...fewOf({ organizers: organizersOf(sql`e.series_id`) }),
  agendaItemCount: agendaItemCount(sql`e`),
});

const forumView = object({
  ...eventFields,
  ...forumFields,
  expectedAttendance: sql`e.expected_attendance`,
  actualAttendance: sql`e.actual_attendance`,
  announcedSideEvents: sql`e.announced_side_events`,
  agenda: agendaOf(sql`e`),
  participants: participantsOf(sql`e`),
});

const judgement: Judgement<Dates> = {
  facts: { starts: sql`e.starts`, ends: sql`e.ends` },
  missing: missingForForum,
  guarded: GUARDED_STATUSES,
};

/** Reads forums. */
@Injectable()
export class ForumQueries extends RecordQueries<typeof FORUM, Dates> {
  constructor(reader: RecordReader, concerns: EventConcerns) {
    super(reader, FORUM, {
      one: forumView,
      list: {
        ...eventList('forum'),
        item: forumItem,
        filters: { ...eventFilters(concerns), format: sql`e.format = :format` },
      },
      judgement,
    });
  }
}
