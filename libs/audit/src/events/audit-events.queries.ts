import { Injectable } from '@nestjs/common';
import { type Caller, type Json, instant, object, sql } from '#platform';
import { type ListDefinition, Lists, actor } from '#records';
import type { AuditEventPage, AuditEventQuery } from './audit-events.dto.js';

const events: ListDefinition<AuditEventQuery> = {
  name: 'audit-events',
  from: sql`audit_events e`,
  neverPutAway: true,
  item: object({
    id: sql`e.id`,
    at: instant(sql`e.at`),
    action: sql`e.action`,
    by: actor(sql`e.actor_id`),
    onBehalfOf: actor(sql`e.on_behalf_of_id`),
    tokenId: sql`e.token_id`,
    address: sql`e.address`,
    subjectKind: sql`e.subject_kind`,
    subjectId: sql`e.subject_id`,
    reason: sql`e.reason`,
    details: sql`e.details`,
    count: sql`e.count`,
  }),
  filters: {
    action: sql`e.action = any (:action::text[])`,
    actor: sql`(e.actor_id = :actor::uuid or e.on_behalf_of_id = :actor::uuid)`,
    subject: sql`e.subject_id = :subject::uuid`,
    address: sql`e.address = :address`,
    from: sql`e.at >= :from::timestamptz`,
    to: sql`e.at < :to::timestamptz`,
  },
  sorts: { newest: { key: sql`e.at`, type: sql`timestamptz`, id: sql`e.id`, descending: true } },
};

/** Reads the audit. */
@Injectable()
export class AuditEventQueries {
  constructor(private readonly lists: Lists) {}

  /** A page of what was done, newest first. */
  list(query: AuditEventQuery, caller: Caller): Promise<Json<AuditEventPage>> {
    return this.lists.read(events, query, caller);
  }
}
