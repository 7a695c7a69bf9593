import { Injectable } from '@nestjs/common';
import { documentOf } from '#documents';
import { list, object, reference, sql } from '#platform';
import {
  Kinds,
  NAMED_SORTS,
  nameOrTextFilter,
  RecordQueries,
  RecordReader,
  VISIBILITY_FILTER,
  namedFields,
  subjectReference,
  visibilityOf,
  visibleToOf,
} from '#records';
import { CITATION } from '../citations/citation.record.js';
import { SOURCE } from './source.record.js';

const MOST_CITED = 200;

const citations = sql`visible_citations(:caller) c where c.source_id = e.id and c.archived_at is null`;

const source = {
  ...namedFields(sql`e`),
  ...visibilityOf(sql`e`),
  kind: sql`e.kind`,
  language: sql`e.language`,
  publisher: sql`e.publisher`,
  author: sql`e.author`,
  url: sql`e.url`,
  published: sql`e.published`,
  translationOf: reference(sql`visible_sources(:caller)`, sql`e.translation_of_id`),
  checksum: sql`e.checksum`,
  document: documentOf(sql`e`),
  citationCount: sql`(select count(*) from ${citations})`,
};

const range = object({
  start: sql`r.range -> 'start'`,
  end: sql`r.range -> 'end'`,
  why: sql`r.range ->> 'why'`,
  note: sql`r.range -> 'note'`,
});

const text = {
  names: sql`e.names`,
  text: sql`e.text`,
  breaksOffAt: sql`e.breaks_off_at`,
  ranges: list(
    range,
    sql`jsonb_array_elements(e.ranges) with ordinality as r(range, position)`,
    sql`r.position`,
  ),
};

/** What rests on a source, as it was cited. */
function citedFor(kinds: Kinds) {
  const cited = object({
    citationId: sql`c.id`,
    record: subjectReference(kinds.subjectsOf(CITATION), sql`c`),
    field: sql`c.field`,
    locator: sql`c.locator`,
    verification: sql`c.verification`,
  });
  return list(cited, sql`(select c.* from ${citations} order by c.id limit ${MOST_CITED}) c`, sql`c.id`);
}

const BY_PUBLICATION = {
  key: sql`coalesce(e.published_latest, '-infinity')`,
  type: sql`date`,
  id: sql`e.id`,
  descending: true,
};

/** Reads sources. */
@Injectable()
export class SourceQueries extends RecordQueries<typeof SOURCE> {
  constructor(reader: RecordReader, kinds: Kinds) {
    super(reader, SOURCE, {
      one: () => object({ ...source, ...visibleToOf(sql`e`), ...text, citedFor: citedFor(kinds) }),
      list: {
        item: object({
          ...source,
          textLength: sql`e.text_length`,
          rangeCount: sql`jsonb_array_length(e.ranges)`,
        }),
        filters: {
          q: nameOrTextFilter('sources'),
          ...VISIBILITY_FILTER,
          kind: sql`e.kind = :kind`,
          language: sql`e.language = :language`,
          from: sql`e.published_latest >= :from::date`,
          to: sql`e.published_earliest <= :to::date`,
          dated: (dated) => (dated === true ? sql`e.published is not null` : sql`e.published is null`),
          translationOf: sql`e.translation_of_id = :translationOf`,
        },
        sorts: {
          ...NAMED_SORTS,
          '-published': BY_PUBLICATION,
        },
      },
    });
  }
}
