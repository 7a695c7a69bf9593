import type { Concerns } from '#events';
import { type Sql, list, object, reference, shownName, shownText, sql } from '#platform';
import { stands } from './event-parts.fragments.js';
import { doubtsOf, partOf } from './part.fragments.js';

const MOST = 5;
const MOST_RECENT = 5;

const relationship = {
  id: sql`r.id`,
  name: shownName(sql`r`),
  kind: sql`r.kind`,
  trend: sql`r.trend`,
  basis: shownText(sql`r.basis`),
  since: sql`r.since`,
  place: reference(sql`visible_places(:caller)`, sql`k.place_id`),
  organization: reference(sql`visible_organizations(:caller)`, sql`k.organization_id`),
  ...doubtsOf(sql`r`, sql`r.verification`),
};

/** The other side `k` of a relationship `r`: a place or an organization. */
const otherSide = sql`cross join lateral (select
  case when p.forward then r.to_place_id else r.from_place_id end as place_id,
  case when p.forward then r.to_organization_id else r.from_organization_id end as organization_id) k`;

/** The ids of what concerns the other side. */
function concerningOther(concerns: Concerns): Sql {
  return sql`${concerns.concerning('place', sql`k.place_id`)}
    union all ${concerns.concerning('organization', sql`k.organization_id`)}`;
}

/** The last events and agreements of those that were found that concern the other side too, but not what came to nothing. */
function recentWithin(events: Concerns, agreements: Concerns): Sql {
  const occasion = object({
    kind: sql`x.kind`,
    id: sql`x.id`,
    name: sql`x.name`,
    starts: sql`x.starts`,
    ends: sql`x.ends`,
    status: sql`x.status`,
    day: sql`case when isfinite(x.day) then x.day end`,
  });
  const ofEvents = sql`select v.kind, v.id, ${shownName(sql`v`)} as name, v.starts, v.ends, v.status,
      v.latest_day as day
    from found_events f join visible_events(:caller) v on v.id = f.id
    where ${stands(sql`f`)} and f.id in (${concerningOther(events)}) order by day desc, v.id desc limit ${MOST_RECENT}`;
  const ofAgreements = sql`select 'agreement', a.id, ${shownName(sql`a`)}, a.signed, null::text, a.status,
      a.signed_latest as day
    from found_agreements f join visible_agreements(:caller) a on a.id = f.id
    where f.bound and f.id in (${concerningOther(agreements)}) order by day desc, a.id desc limit ${MOST_RECENT}`;
  const last = sql`((${ofEvents}) union all (${ofAgreements}) order by day desc, id desc limit ${MOST_RECENT}) x`;
  return list(occasion, last, sql`x.day desc, x.id desc`);
}

/** What it is to others, with what happened within that last. */
export function relationshipsPart(events: Concerns, agreements: Concerns): Sql {
  return partOf({
    rows: sql`found_relationships p`,
    order: sql`p.sort_name, p.id`,
    most: MOST,
    joined: sql`join visible_relationships(:caller) r on r.id = p.id ${otherSide}`,
    item: object({ ...relationship, recent: recentWithin(events, agreements) }),
    found: [sql`found_relationships`],
  });
}
