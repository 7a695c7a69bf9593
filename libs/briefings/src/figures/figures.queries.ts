import { Injectable } from '@nestjs/common';
import { type Sql, object, sql } from '#platform';
import {
  Kinds,
  NAMED_SORTS,
  nameFilter,
  RecordQueries,
  RecordReader,
  identityFields,
  makingFields,
  subjectReference,
} from '#records';
import { ENTRIES_BY_SUBJECT } from '../entries/entries-by-subject.js';
import { FIGURE } from './figure.record.js';
import { figureFields } from './figures.fragments.js';

function figure(kinds: Kinds): Sql {
  return object({
    ...identityFields(sql`e`),
    record: subjectReference(kinds.subjectsOf(FIGURE), sql`e`),
    ...figureFields(sql`e`, (texts) => texts),
    position: sql`e.position`,
    ...makingFields(sql`e`),
  });
}

/** Reads figures. */
@Injectable()
export class FigureQueries extends RecordQueries<typeof FIGURE> {
  constructor(reader: RecordReader, kinds: Kinds) {
    super(reader, FIGURE, {
      one: () => figure(kinds),
      list: {
        item: () => figure(kinds),
        filters: {
          q: nameFilter('figures'),
          record: sql`e.record_id = :record`,
          place: sql`e.record_id in (
            select within.id from public.places_within(:place) within
            union all ${ENTRIES_BY_SUBJECT.place(sql`:place`)})`,
          kind: sql`e.kind = :kind`,
          dueBefore: sql`e.due_latest <= :dueBefore::date`,
        },
        sorts: {
          position: { key: sql`e.position`, type: sql`integer`, id: sql`e.id` },
          due: { key: sql`coalesce(e.due_latest, 'infinity')`, type: sql`date`, id: sql`e.id` },
          '-updated': NAMED_SORTS['-updated'],
        },
        verification: sql`e.verification`,
        // Planned once: it looks at every kind of record, along the same indexes whatever the values.
        prepared: true,
      },
    });
  }
}
