import { Injectable } from '@nestjs/common';
import { object, reference, sql } from '#platform';
import {
  Kinds,
  RECORDED_SORT,
  type RecordKind,
  RecordQueries,
  RecordReader,
  identityFields,
  makingFields,
  subjectReference,
} from '#records';
import { CITATION } from './citation.record.js';

/** The JSON of a citation `e`, about a record of one of some kinds. */
export function citationOf(kinds: readonly RecordKind[]) {
  return object({
    ...identityFields(sql`e`),
    record: subjectReference(kinds, sql`e`),
    field: sql`e.field`,
    source: reference(sql`visible_sources(:caller)`, sql`e.source_id`),
    locator: sql`e.locator`,
    verification: sql`e.verification`,
    value: sql`e.value`,
    ...makingFields(sql`e`),
  });
}

/** Reads citations. */
@Injectable()
export class CitationQueries extends RecordQueries<typeof CITATION> {
  constructor(reader: RecordReader, kinds: Kinds) {
    super(reader, CITATION, {
      one: () => citationOf(kinds.subjectsOf(CITATION)),
      list: {
        item: () => citationOf(kinds.subjectsOf(CITATION)),
        filters: {
          record: sql`e.record_id = :record`,
          field: sql`e.field = :field`,
          source: sql`e.source_id = :source`,
          verification: sql`e.verification = any (:verification)`,
        },
        sorts: {
          ...RECORDED_SORT,
          '-updated': { key: sql`e.updated_at`, type: sql`timestamptz`, id: sql`e.id`, descending: true },
        },
        // Planned once: it looks at every kind of record, along the same indexes whatever the values.
        prepared: true,
      },
    });
  }
}
