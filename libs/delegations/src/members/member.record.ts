import { shownText, sql } from '#platform';
import { nameOf, recordKind } from '#records';
import { DELEGATION } from '../delegations/delegation.record.js';
import { CreateMember, PatchMember } from './member-input.dto.js';
import { MemberQuery } from './member-query.dto.js';
import { MemberPage, SingleMemberView } from './member-view.dto.js';
import { Member } from './member.entity.js';
import { MEMBER_CONSTRAINTS, MEMBER_PROBLEMS, memberLifecycle } from './member.rules.js';

/** One place in a delegation, whoever takes it. */
export const MEMBER = recordKind({
  name: 'member',
  entity: Member,
  path: 'members',
  tag: 'Delegations',
  says: {
    list: 'Lists the members of a delegation, in order of precedence.',
    create: 'Adds a member, or one who replaces another.',
  },
  called: (row) =>
    sql`coalesce(${nameOf(sql`visible_people(:caller)`, sql`${row}.person_id`)}, ${shownText(sql`${row}.placeholder`)}, ${shownText(sql`${row}."group" -> 'label'`)})`,
  within: DELEGATION,
  lifecycle: memberLifecycle,
  problems: MEMBER_PROBLEMS,
  constraints: MEMBER_CONSTRAINTS,
  create: CreateMember,
  patch: PatchMember,
  query: MemberQuery,
  view: SingleMemberView,
  page: MemberPage,
});
