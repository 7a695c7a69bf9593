import { Injectable } from '@nestjs/common';
import { type Caller, type Json, rememberOf, sql, withMember } from '#platform';
import { type At, type ListDefinition, Lists, RECORDED_SORT, type RecordKind, RecordReader } from '#records';
import type { CitationsOfRecordPage, CitationsOfRecordQuery } from './citation-view.dto.js';
import { citationOf } from './citations.queries.js';

const citationsOf = rememberOf((kind: RecordKind): ListDefinition<CitationsOfRecordQuery> => ({
  name: `citations-of-${kind.code}`,
  from: sql`visible_citations(:caller) e`,
  where: sql`e.record_id = :id`,
  item: citationOf([kind]),
  filters: {},
  sorts: RECORDED_SORT,
}));

/** Reads what sources say of one record, of whatever kind. */
@Injectable()
export class RecordCitationQueries {
  constructor(
    private readonly reader: RecordReader,
    private readonly lists: Lists,
  ) {}

  /**
   * A page of the citations of one record, with what they contradict each other about.
   * @throws Refusal `record.unknown` where there is no such record at this address for this caller
   */
  async list(
    kind: RecordKind,
    at: At,
    query: CitationsOfRecordQuery,
    caller: Caller,
  ): Promise<Json<CitationsOfRecordPage>> {
    const disputed = await this.reader.readDisputed(kind, at, caller);
    const page = await this.lists.read<CitationsOfRecordQuery, CitationsOfRecordPage>(
      citationsOf(kind),
      query,
      caller,
      { id: at.id },
    );
    return withMember(page, 'disputed', disputed);
  }
}
