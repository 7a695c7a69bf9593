import { Injectable } from '@nestjs/common';
import { EVENT } from '#events';
import {
  type Caller,
  Database,
  type Json,
  type Sql,
  type Transaction,
  list,
  object,
  sql,
  statement,
} from '#platform';
import { type At, type ListDefinition, RecordReader, identityFields, stampFields } from '#records';
import { unknownRecord } from '#refusals';
import { changesBetween } from './changes.fragments.js';
import type {
  PublicationPage,
  PublicationQuery,
  PublicationView,
  PublishedChangesView,
} from './publications.dto.js';
import { participantList, publishedState } from './published-items.fragments.js';

function publicationFields(publication: Sql): Record<string, Sql> {
  return {
    ...identityFields(publication),
    number: sql`${publication}.number`,
    note: sql`${publication}.note`,
    itemCount: sql`(select count(*) from visible_published_items(:caller) c where c.publication_id = ${publication}.id)`,
    ...stampFields(publication),
  };
}

const participants = participantList(
  sql`visible_published_participations(:caller) q where q.publication_id = i.publication_id and q.item_id = i.item_id`,
);

const items = list(
  object({ id: sql`i.item_id`, ...publishedState(sql`i`), participants }),
  sql`visible_published_items(:caller) i where i.publication_id = p.id`,
  sql`i.place_in_order, i.item_id`,
);

const onePublication = sql`from visible_agenda_publications(:caller) p join visible_events(:caller) own on own.id = p.event_id
  left join visible_agenda_publications(:caller) former on former.event_id = p.event_id and former.number = p.number - 1
  where own.id = :eventId and own.kind = :eventKind and p.number::text = :number
    and (:archived::boolean or own.archived_at is null)`;

const publication = statement(
  'publication',
  sql`select p.version, ${object({ ...publicationFields(sql`p`), items })} ${onePublication}`,
);

const changes = object({
  number: sql`p.number`,
  since: sql`former.number`,
  changes: changesBetween(sql`former.id`, sql`p.id`),
});
const publishedChanges = statement(
  'publication-changes',
  sql`select p.version, ${changes} ${onePublication}`,
);

const publications: ListDefinition<PublicationQuery> = {
  name: 'publications',
  from: sql`visible_agenda_publications(:caller) e`,
  where: sql`e.event_id = :eventId`,
  item: object(publicationFields(sql`e`)),
  filters: {},
  sorts: { '-number': { key: sql`e.number`, type: sql`integer`, id: sql`e.id`, descending: true } },
};

/** Reads the published versions of agendas. */
@Injectable()
export class PublicationQueries {
  constructor(
    private readonly database: Database,
    private readonly reader: RecordReader,
  ) {}

  /** One published version of an agenda; unknown where there is none for this caller. */
  read(at: At, number: string, caller: Caller, tx?: Transaction): Promise<Json<PublicationView>> {
    return this.find<PublicationView>(publication, at, number, caller, tx);
  }

  /** What changed from the version before. */
  readChanges(at: At, number: string, caller: Caller): Promise<Json<PublishedChangesView>> {
    return this.find<PublishedChangesView>(publishedChanges, at, number, caller);
  }

  /** A page of the published versions of an agenda, the latest first. */
  list(at: At, query: PublicationQuery, caller: Caller): Promise<Json<PublicationPage>> {
    return this.reader.readPage(EVENT, publications, at, query, caller);
  }

  private async find<V>(
    of: typeof publication,
    at: At,
    number: string,
    caller: Caller,
    tx?: Transaction,
  ): Promise<Json<V>> {
    const found = await this.database.readRecord<V>(of, caller, { ...at, number }, tx);
    if (!found) throw unknownRecord('publication');
    return found;
  }
}
