import { Injectable } from '@nestjs/common';
import { object, sql } from '#platform';
import { RECORDED_SORT, RecordQueries, RecordReader } from '#records';
import { hasEnded } from '../tenure.fragments.js';
import { ORGANIZATION_RELATION } from './organization-relation.record.js';
import { relationFields } from './organization-relations.fragments.js';

/** Reads the relations of organizations. */
@Injectable()
export class RelationQueries extends RecordQueries<typeof ORGANIZATION_RELATION> {
  constructor(reader: RecordReader) {
    const shown = object(relationFields(sql`e`));
    super(reader, ORGANIZATION_RELATION, {
      one: shown,
      list: { item: shown, filters: { ended: sql`${hasEnded(sql`e`)} = :ended` }, sorts: RECORDED_SORT },
    });
  }
}
