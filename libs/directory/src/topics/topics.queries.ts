import { Injectable } from '@nestjs/common';
import { object, reference, sql } from '#platform';
import { NAMED_SORTS, nameFilter, RecordQueries, RecordReader, namedFields } from '#records';
import { TOPIC } from './topic.record.js';

const topic = { ...namedFields(sql`e`), parent: reference(sql`visible_topics(:caller)`, sql`e.parent_id`) };

/** Reads topics. */
@Injectable()
export class TopicQueries extends RecordQueries<typeof TOPIC> {
  constructor(reader: RecordReader) {
    super(reader, TOPIC, {
      one: object({ ...topic, names: sql`e.names`, description: sql`e.description` }),
      list: {
        item: object(topic),
        filters: { q: nameFilter('topics'), parent: sql`e.parent_id = :parent` },
        sorts: NAMED_SORTS,
      },
    });
  }
}
