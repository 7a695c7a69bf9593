import { Injectable } from '@nestjs/common';
import { EVENT } from '#events';
import { type Caller, type Json, type Transaction, callerValues, created, insertAll, sql } from '#platform';
import { type At, Records, isExpected, lockWhole } from '#records';
import type { CreatePublication, PublicationView } from './publications.dto.js';
import { PublicationQueries } from './publications.queries.js';

/** Publishes agendas. */
@Injectable()
export class PublicationsService {
  constructor(
    private readonly records: Records,
    private readonly publications: PublicationQueries,
  ) {}

  /** Freezes the agenda of an event, as it stands, as its next version. */
  publish(at: At, { note = null }: CreatePublication, caller: Caller): Promise<Json<PublicationView>> {
    return this.records.transaction(async (tx) => {
      // The versions of one agenda follow each other: nobody else writes to it in the meantime.
      const event = await lockWhole(tx, EVENT, at);
      const number = (await lastNumber(tx, event.id)) + 1;
      const publication = { ...this.records.stamp(caller), eventId: event.id, number, note };
      await insertAll(tx, 'agenda_publications', [publication]);
      await freezeItems(tx, publication.id, event.id, caller);
      await freezeParticipations(tx, publication.id, caller);
      return created(`${number}`, await this.publications.read(at, `${number}`, caller, tx));
    });
  }
}

async function lastNumber(tx: Transaction, eventId: string): Promise<number> {
  const [row] = await tx.query<[{ number: number }]>(
    'select coalesce(max(number), 0) as number from agenda_publications where event_id = $1',
    [eventId],
  );
  return row.number;
}

async function freezeItems(tx: Transaction, id: string, eventId: string, caller: Caller): Promise<void> {
  await tx.query(
    `insert into published_items (publication_id, item_id, place_in_order, kind, title, abstract, starts_at, ends_at,
       starts_local, ends_local, time_zone, on_date, leg_id, place_id, status, audience, uid, sequence, created_at, updated_at)
     select $1, i.id, i.position, i.kind, i.title, i.abstract, i.starts_at, i.ends_at,
       i.starts_local, i.ends_local, i.time_zone, i.on_date, i.leg_id, i.place_id, i.status, i.audience, i.uid, i.sequence, i.created_at, i.updated_at
     from visible_agenda_items($3) i where i.event_id = $2 and i.archived_at is null`,
    [id, eventId, callerValues(caller).caller],
  );
}

/** All who take part in the items: what is published is the same for whoever may see it. */
async function freezeParticipations(tx: Transaction, id: string, caller: Caller): Promise<void> {
  await tx.query(
    `insert into published_participations (publication_id, item_id, participation_id, person_id, organization_id,
       delegation_id, "group", placeholder, role)
     select $1, p.agenda_item_id, p.id, p.person_id, p.organization_id, p.delegation_id, p."group", p.placeholder, p.role
     from visible_published_items($2) i join busy_participations($2) p on p.agenda_item_id = i.item_id
     where i.publication_id = $1 and p.archived_at is null
       and ${isExpected(sql`p.response`)}`,
    [id, callerValues(caller).caller],
  );
}
