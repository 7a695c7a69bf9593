import { Injectable } from '@nestjs/common';
import { RELATIONSHIP } from '#briefings';
import { AgreementConcerns, agreementReference } from '#agreements';
import { EventConcerns, eventReference } from '#events';
import { FollowUpConcerns, OutcomeConcerns } from '#follow-ups';
import { type Caller, type Json, type Sql, object, sql } from '#platform';
import { type ListDefinition, type ListQuery, RecordReader } from '#records';
import { assertValid, oneOfErrors } from '#refusals';
import type { TimelinePage, TimelineQuery } from './timeline.dto.js';
import {
  SUBJECTS,
  type Sources,
  type Subject,
  entriesOf,
  entryFields,
  sourcesOf,
} from './timeline.fragments.js';

function timelineOf(subject: Subject, sources: Sources): ListDefinition<TimelineQuery> {
  return {
    name: `timeline-of-${subject}`,
    from: sql`(${entriesOf(sources, subject, sql`:relationship`)}) e`,
    item: object({
      ...entryFields(sql`e`),
      event: eventReference(sql`e.event_id`),
      agreement: agreementReference(sql`e.agreement_id`),
      overdue: sql`e.overdue`,
    }),
    filters: Object.fromEntries(SUBJECTS.map((name) => [name, sql`true`])) as Record<Subject, Sql>,
    sorts: { '-day': { key: sql`e.day`, type: sql`date`, id: sql`e.id`, descending: true } },
  };
}

/** Reads timelines. */
@Injectable()
export class TimelineQueries {
  private readonly timelines: Readonly<Record<Subject, ListDefinition<TimelineQuery>>>;

  constructor(
    private readonly reader: RecordReader,
    events: EventConcerns,
    agreements: AgreementConcerns,
    outcomes: OutcomeConcerns,
    followUps: FollowUpConcerns,
  ) {
    const sources = sourcesOf(events, agreements, outcomes, followUps);
    this.timelines = {
      place: timelineOf('place', sources),
      topic: timelineOf('topic', sources),
      organization: timelineOf('organization', sources),
      person: timelineOf('person', sources),
      delegation: timelineOf('delegation', sources),
      relationship: timelineOf('relationship', sources),
    };
  }

  /**
   * A page of the timeline of a place, a topic, an organization, a person, a delegation or a relationship, newest first.
   * @throws Refusal where not exactly one of them is given
   */
  list(query: TimelineQuery, caller: Caller): Promise<Json<TimelinePage>> {
    const errors = oneOfErrors(
      query,
      SUBJECTS,
      'Give one place, topic, organization, person, delegation or relationship.',
    );
    assertValid(errors.map((error) => ({ ...error, pointer: `?${error.pointer.slice(1)}` })));
    const subject = SUBJECTS.find((name) => query[name] !== undefined)!;
    return this.reader.readPage(null, this.timelines[subject], {}, query, caller);
  }

  /**
   * A page of what the two sides of a relationship have together, newest first.
   * @throws Refusal `record.unknown` where there is none with this id for this caller
   */
  listTogether(relationship: string, query: ListQuery, caller: Caller): Promise<Json<TimelinePage>> {
    const at = { relationshipId: relationship, relationship };
    return this.reader.readPage(RELATIONSHIP, this.timelines.relationship, at, query, caller);
  }
}
