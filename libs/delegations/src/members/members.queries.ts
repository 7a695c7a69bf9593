import { Injectable } from '@nestjs/common';
import { isOrganization } from '#directory';
import { object, shownText, sql } from '#platform';
import { NAMED_SORTS, RecordQueries, RecordReader, statusHistory } from '#records';
import { MEMBER } from './member.record.js';
import { memberCore, memberFields } from './members.fragments.js';

const item = object({
  ...memberCore(sql`e`),
  group: sql`case when e."group" is not null then json_build_object(
    'label', ${shownText(sql`e."group" -> 'label'`)}, 'quantity', e."group" -> 'quantity') end`,
  placeholder: shownText(sql`e.placeholder`),
  title: shownText(sql`e.title`),
});

/** Reads the members of delegations. */
@Injectable()
export class MemberQueries extends RecordQueries<typeof MEMBER> {
  constructor(reader: RecordReader) {
    super(reader, MEMBER, {
      one: object({ ...memberFields(sql`e`), statusHistory: statusHistory(sql`e.id`) }),
      list: {
        item,
        filters: {
          status: sql`e.status = :status`,
          role: sql`e.role = :role`,
          organization: isOrganization(sql`e.organization_id`),
          person: sql`e.person_id = :person`,
        },
        sorts: {
          precedence: { key: sql`e.precedence`, type: sql`integer`, id: sql`e.id` },
          '-updated': NAMED_SORTS['-updated'],
        },
      },
    });
  }
}
