import { Injectable } from '@nestjs/common';
import { isOrganization, isWithin } from '#directory';
import { fewOf, list, object, shownName, shownText, sql } from '#platform';
import {
  NAMED_SORTS,
  nameFilter,
  RecordQueries,
  RecordReader,
  VISIBILITY_FILTER,
  statusHistory,
  visibleToOf,
} from '#records';
import { hasHead, head, membersNamed } from '../members/members.fragments.js';
import { DELEGATION } from './delegation.record.js';
import { type DelegationFacts, missingForMove } from './delegation.rules.js';
import { collectionsOf, delegationCore, delegationFields } from './delegations.fragments.js';

const item = object({
  ...delegationCore(sql`e`),
  purpose: shownText(sql`e.purpose`),
  head: head(sql`e`),
  ...fewOf({ ...collectionsOf(sql`e`), members: membersNamed(sql`e`) }),
});

const parts = list(
  object({ id: sql`p.id`, name: shownName(sql`p`) }),
  sql`visible_delegations(:caller) p where p.parent_id = e.id and p.archived_at is null`,
  sql`p.sort_name, p.id`,
);

const filters = {
  q: nameFilter('delegations'),
  status: sql`e.status = :status`,
  ...VISIBILITY_FILTER,
  kind: sql`e.kind = :kind`,
  parent: sql`e.parent_id = :parent`,
  origin: isWithin(sql`e.origin_place_id`, sql`:origin`),
  organization: sql`e.id in (
    select delegation_id from delegation_organizations where ${isOrganization(sql`organization_id`)}
    union all
    select delegation_id from visible_delegation_members(:caller)
    where ${isOrganization(sql`organization_id`)} and (:archived or archived_at is null))`,
  person: sql`e.id in (
    select delegation_id from visible_delegation_members(:caller)
    where person_id = :person and (:archived or archived_at is null))`,
  topic: sql`e.id in (select delegation_id from delegation_topics where topic_id = :topic)`,
};

/** Reads delegations. */
@Injectable()
export class DelegationQueries extends RecordQueries<typeof DELEGATION, DelegationFacts> {
  constructor(reader: RecordReader) {
    super(reader, DELEGATION, {
      one: object({
        ...delegationFields(sql`e`),
        ...visibleToOf(sql`e`),
        parts,
        statusHistory: statusHistory(sql`e.id`),
      }),
      list: { item, filters, sorts: NAMED_SORTS },
      judgement: { facts: { hasHead: hasHead(sql`e`) }, missing: missingForMove, guarded: ['confirmed'] },
    });
  }
}
