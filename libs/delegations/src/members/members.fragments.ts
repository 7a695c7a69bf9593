import {
  type Collection,
  type Sql,
  list,
  object,
  reference,
  referenceTo,
  shownName,
  shownText,
  sql,
} from '#platform';
import { makingFieldsOfSomebody } from '#directory';
import { identityFields, isExpected, partFields } from '#records';

/** What every answer about a member holds. */
export function memberCore(member: Sql): Record<string, Sql> {
  return {
    ...identityFields(member),
    role: sql`${member}.role`,
    person: reference(sql`visible_people(:caller)`, sql`${member}.person_id`),
    organization: reference(sql`visible_organizations(:caller)`, sql`${member}.organization_id`),
    precedence: sql`${member}.precedence`,
    precedenceReason: sql`${member}.precedence_reason`,
    languages: sql`${member}.languages`,
    status: sql`${member}.status`,
    replaces: memberReference(sql`${member}.replaces_id`),
    ...makingFieldsOfSomebody(member),
  };
}

/** A member with its texts in every language. */
export function memberFields(member: Sql): Record<string, Sql> {
  return {
    ...memberCore(member),
    group: sql`${member}."group"`,
    placeholder: sql`${member}.placeholder`,
    title: sql`${member}.title`,
  };
}

/** The members of a row of `delegations`, in order of precedence. */
export function membersInOrder(delegation: Sql): Sql {
  return list(...membersOf(delegation, object(partFields(memberFields(sql`member`)))));
}

/** Who the members of a row of `delegations` are, as `MemberOfDelegation` describes each. */
export function membersNamed(delegation: Sql): Collection {
  const member = object({
    id: sql`member.id`,
    role: sql`member.role`,
    person: reference(sql`visible_people(:caller)`, sql`member.person_id`),
    unnamed: sql`coalesce(${shownText(sql`member.placeholder`)}, ${shownText(sql`member."group" -> 'label'`)})`,
    title: shownText(sql`member.title`),
  });
  return membersOf(delegation, member);
}

/** `{ id, name }` of the person who leads a row of `delegations`, or null. */
export function head(delegation: Sql): Sql {
  return sql`(select ${referenceTo(sql`person`)} ${headOf(delegation)})`;
}

/** Whether a person leads a row of `delegations`. */
export function hasHead(delegation: Sql): Sql {
  return sql`exists (select ${headOf(delegation)})`;
}

function membersOf(delegation: Sql, member: Sql): Collection {
  return [
    member,
    sql`visible_delegation_members(:caller) member
      where member.delegation_id = ${delegation}.id and (:archived or member.archived_at is null)`,
    sql`member.precedence, member.id`,
  ];
}

// The condition of the unique index delegation_members_one_head: at most one row.
function headOf(delegation: Sql): Sql {
  return sql`from visible_delegation_members(:caller) member join visible_people(:caller) person on person.id = member.person_id
    where member.delegation_id = ${delegation}.id and member.role = 'head' and member.archived_at is null
      and ${isExpected(sql`member.status`)}`;
}

function memberReference(id: Sql): Sql {
  const name = sql`coalesce(${shownName(sql`person`)}, ${shownText(sql`other.placeholder`)}, ${shownText(sql`other."group" -> 'label'`)})`;
  return sql`(select ${referenceTo(sql`other`, { name })}
    from visible_delegation_members(:caller) other left join visible_people(:caller) person on person.id = other.person_id
    where other.id = ${id})`;
}
