import { Injectable } from '@nestjs/common';
import { isItemAt, isSeen } from '#agendas';
import { type Caller, Database, instant, sql, statement } from '#platform';
import { unknownRecord } from '#refusals';
import { isFirm, takesPlace } from '../conflicts/certainty.fragments.js';

/** How surely a place is taken at each time, in order, and nothing of what by; none touches another of its type. */
export type BusySpans = readonly (readonly [from: string, until: string, type: 'BUSY' | 'BUSY-TENTATIVE'])[];

const placeZone = statement(
  'place-zone',
  sql`select json_build_object('timeZone', public.zone_of_place(e.id)) from visible_places(:caller) e where e.id = :id`,
);

const asked = sql`tstzrange(:from::timestamptz, :until::timestamptz)`;

const spansOfPlace = statement(
  'busy-spans-of-place',
  sql`with taken as materialized (
        select i.during, case when ${isFirm(sql`i.status`)} or not ${isSeen(sql`i`)} then 'BUSY' else 'BUSY-TENTATIVE' end as type
        from busy_agenda_items(:caller) i join busy_events(:caller) own on own.id = i.event_id
        where ${takesPlace(sql`i`, sql`own`)} and i.during && ${asked}
          and ${isItemAt(sql`i`, sql`:id`, sql`own.place_id`)}
      )
      select coalesce(json_agg(json_build_array(${instant(sql`lower(r)`)}, ${instant(sql`upper(r)`)}, b.type)
          order by b.type, r), '[]'::json)
        from (select t.type, range_agg(t.during * ${asked}) as spans from taken t group by t.type) b, unnest(b.spans) r
        where lower(r) < upper(r)`,
);

/** Reads when places are taken, merged. */
@Injectable()
export class BusySpanQueries {
  constructor(private readonly database: Database) {}

  /**
   * The time zone of a place, where it is known.
   * @throws Refusal `record.unknown` where the caller may see no such place
   */
  async zoneOf(id: string, caller: Caller): Promise<string | null> {
    const found = await this.database.readValue<{ timeZone: string | null }>(placeZone, caller, { id });
    if (!found) throw unknownRecord('place');
    return found.timeZone;
  }

  /** When a place, or anything inside it, is taken between two instants. */
  async ofPlace(
    id: string,
    range: { readonly from: string; readonly until: string },
    caller: Caller,
  ): Promise<BusySpans> {
    return (await this.database.readValue<BusySpans>(spansOfPlace, caller, { id, ...range }))!;
  }
}
