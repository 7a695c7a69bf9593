import { Injectable } from '@nestjs/common';
import { isOrganization } from '#directory';
import { sql } from '#platform';
import {
  type KindList,
  Kinds,
  NAMED_SORTS,
  nameOrTextFilter,
  RecordQueries,
  RecordReader,
  VISIBILITY_FILTER,
} from '#records';
import { ENTRIES_BY_SUBJECT } from './entries-by-subject.js';
import { entryItem, entryView } from './entries.fragments.js';
import type { EntryQuery } from './entry-query.dto.js';
import { ENTRY } from './entry.record.js';

const LIST: KindList<EntryQuery> = {
  item: entryItem,
  filters: {
    q: nameOrTextFilter('entries'),
    ...VISIBILITY_FILTER,
    place: sql`e.id in (${ENTRIES_BY_SUBJECT.place(sql`:place`)})`,
    organization: sql`e.id in (${ENTRIES_BY_SUBJECT.organization(sql`:organization`)})`,
    person: sql`e.id in (${ENTRIES_BY_SUBJECT.person(sql`:person`)})`,
    topic: sql`e.id in (${ENTRIES_BY_SUBJECT.topic(sql`:topic`)})`,
    series: sql`e.subject_id = :series`,
    relationship: sql`e.subject_id = :relationship`,
    parent: sql`e.parent_id = :parent`,
    kind: sql`e.kind = :kind`,
    status: sql`e.status = any (:status)`,
    level: sql`e.level = :level`,
    about: sql`e.record_id = :about and public.record_seen(:caller, e.record_kind, e.record_id)`,
    speaker: sql`e.speaker_id = :speaker`,
    issuer: sql`e.id in (select x.entry_id from entry_issuers x where ${isOrganization(sql`x.organization_id`, sql`:issuer`)})`,
    event: sql`e.event_id = :event`,
  },
  sorts: { position: { key: sql`e.position`, type: sql`integer`, id: sql`e.id` }, ...NAMED_SORTS },
  verification: sql`e.verification`,
};

/** Reads entries. */
@Injectable()
export class EntryQueries extends RecordQueries<typeof ENTRY> {
  constructor(reader: RecordReader, kinds: Kinds) {
    super(reader, ENTRY, { one: () => entryView(kinds.subjectsOf(ENTRY)), list: LIST });
  }
}
