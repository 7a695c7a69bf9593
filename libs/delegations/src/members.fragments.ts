import {
  type Sql,
  identityFields,
  list,
  makingFields,
  object,
  reference,
  shownName,
  shownText,
  sql,
} from '#platform';

/** What every answer about a member holds. */
export function memberCore(member: Sql): Record<string, Sql> {
  return {
    ...identityFields(member),
    role: sql`${member}.role`,
    person: reference(sql`people`, sql`${member}.person_id`),
    organization: reference(sql`organizations`, sql`${member}.organization_id`),
    precedence: sql`${member}.precedence`,
    precedenceReason: sql`${member}.precedence_reason`,
    languages: sql`${member}.languages`,
    status: sql`${member}.status`,
    replaces: memberReference(sql`${member}.replaces_id`),
    ...makingFields(member),
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
  return list(
    object(memberFields(sql`member`)),
    sql`delegation_members member where ${membersOf(delegation)}`,
    sql`member.precedence, member.id`,
  );
}

/** How many members a row of `delegations` has. */
export function memberCount(delegation: Sql): Sql {
  return sql`(select count(*) from delegation_members member where ${membersOf(delegation)})`;
}

/** `{ id, name }` of the person who leads a row of `delegations`, or null. */
export function head(delegation: Sql): Sql {
  return sql`(select json_build_object('id', person.id, 'name', ${shownName(sql`person`)}) ${headOf(delegation)})`;
}

/** Whether a person leads a row of `delegations`. */
export function hasHead(delegation: Sql): Sql {
  return sql`exists (select ${headOf(delegation)})`;
}

function membersOf(delegation: Sql): Sql {
  return sql`member.delegation_id = ${delegation}.id and (:archived or member.archived_at is null)`;
}

// The condition of the unique index delegation_members_one_head: at most one row.
function headOf(delegation: Sql): Sql {
  return sql`from delegation_members member join people person on person.id = member.person_id
    where member.delegation_id = ${delegation}.id and member.role = 'head' and member.archived_at is null
      and member.status not in ('declined', 'withdrawn', 'replaced', 'absent')`;
}

function memberReference(id: Sql): Sql {
  const name = sql`coalesce(${shownName(sql`person`)}, ${shownText(sql`other.placeholder`)}, ${shownText(sql`other."group" -> 'label'`)})`;
  return sql`(select json_build_object('id', other.id, 'name', ${name})
    from delegation_members other left join people person on person.id = other.person_id where other.id = ${id})`;
}
