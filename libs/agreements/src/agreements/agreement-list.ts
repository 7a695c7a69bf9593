import { type Sql, joinSql, sql } from '#platform';
import {
  type FiltersOf,
  type KindList,
  NAMED_SORTS,
  nameFilter,
  type Sort,
  VISIBILITY_FILTER,
  asksOnlyBy,
} from '#records';
import { isOrganization, isWithin } from '#directory';
import type { Way } from '#events';
import { isPastDue } from '../obligations/obligations.fragments.js';
import type { AgreementConcerns } from './agreement-concerns.js';
import type { AgreementQuery } from './agreement-query.dto.js';
import { agreementItem } from './agreements.fragments.js';
import {
  hasBound,
  isExpired,
  isExpiring,
  isLive,
  isReviewDue,
  renewsItself,
  termMayEnd,
} from './terms.fragments.js';

type ExpiryFilters = Pick<KindList<AgreementQuery>['filters'], 'expiryFrom' | 'expiryTo' | 'expiringWithin'>;

const hasOverdue = sql`(${hasBound(sql`e`)} and e.id in (
  select b.agreement_id from visible_agreement_obligations(:caller) b
  where b.archived_at is null and ${isPastDue(sql`b`)}))`;

/** How a list is read by the days of expiry that its `row` holds. */
interface ByExpiry {
  readonly filters: ExpiryFilters;
  /** What soon expires, by whether it renews itself: only the days of what does not are those of its term. */
  readonly soon: readonly Sql[];
}

/**
 * @param renews whether the row is of an agreement that renews itself
 * @param widest the most days that any date of expiry spans: no match lies further past the end of the range, so
 *   that an index by latest day is read no further
 */
function readByExpiry(row: Sql, renews: Sql, widest: Sql): ByExpiry {
  const until = (day: Sql): Sql =>
    sql`${row}.expiry_earliest <= ${day} and ${row}.expiry_latest <= ${day} + ${widest}`;
  const end = sql`(:today::date + :expiringWithin::interval)::date`;
  const soon = [
    sql`(not ${renewsItself(sql`e`)} and ${row}.expiry_latest >= :today::date and ${until(end)})`,
    sql`(${renews} and ${termMayEnd(sql`e`)} <= ${end})`,
  ];
  return {
    soon,
    filters: {
      expiryFrom: sql`${row}.expiry_latest >= :expiryFrom::date and ${row}.expiry_latest < 'infinity'`,
      expiryTo: until(sql`:expiryTo::date`),
      expiringWithin: sql`${isLive(sql`e`)} and (${joinSql(soon, sql` or `)})`,
    },
  };
}

const REGISTER = readByExpiry(
  sql`e`,
  renewsItself(sql`e`),
  sql`(select max(a.expiry_spread) from visible_agreements(:caller) a)`,
);

function byExpiry(row: Sql, id: Sql): { expiry: Sort } {
  return { expiry: { key: sql`${row}.expiry_latest`, type: sql`date`, id } };
}

function ofParty(condition: Sql): Sql {
  return sql`e.id in (select p.agreement_id from visible_agreement_parties(:caller) p
    where ${condition} and (:archived or p.archived_at is null))`;
}

const isParty = isOrganization(sql`p.organization_id`, sql`:party`);
const isOnSide = sql`lower(p.side) = lower(:side)`;

// By country, the register is read along the index that keeps the agreements of each place by expiry.
const BY_COUNTRY = {
  from: sql`agreement_party_places w join visible_agreements(:caller) e on e.id = w.agreement_id`,
  sorts: byExpiry(sql`w`, sql`w.agreement_id`),
};
const OF_COUNTRY = readByExpiry(
  sql`w`,
  sql`w.renews_itself`,
  sql`(select max(s.expiry_spread) from agreement_party_places s where s.place_id = :country)`,
);

/** With these alone, every page of a country is read along that index. */
const ALONG_INDEX = ['sort', 'country', 'expiryFrom', 'expiryTo', 'expiringWithin'];

function isAlongIndex(query: AgreementQuery): boolean {
  return query.sort === 'expiry' && asksOnlyBy(query, ALONG_INDEX);
}

function byExpiryOf({ country }: AgreementQuery): ByExpiry {
  return country === undefined ? REGISTER : OF_COUNTRY;
}

/** A filter for what a condition, which is never null, is true of, or not. */
function unless(condition: Sql): (wanted: unknown) => Sql {
  return (wanted) => (wanted === true ? condition : sql`not ${condition}`);
}

const event = sql`select v.id from visible_events(:caller) v where v.id = :event`;

const placeIn = (position: Sql): Sql => sql`split_part(:between, ',', ${position})::uuid`;
const [ONE, OTHER] = [placeIn(sql`1`), placeIn(sql`2`)];

function comesFrom(place: Sql): Sql {
  return sql`exists (select from agreement_party_places w where w.agreement_id = e.id and w.place_id = ${place})`;
}

// Where one place lies in the other, one party may be from both: then it takes a second one. Looked up row by row: an
// “exists” would be read for all parties at once.
const isBetween = sql`${comesFrom(ONE)} and ${comesFrom(OTHER)} and (
  select true from visible_agreement_parties(:caller) p join visible_organizations(:caller) o on o.id = p.organization_id
  join visible_agreement_parties(:caller) q on q.agreement_id = p.agreement_id and q.id <> p.id and q.archived_at is null
  join visible_organizations(:caller) u on u.id = q.organization_id
  where p.agreement_id = e.id and p.archived_at is null
    and ${isWithin(sql`o.place_id`, ONE)} and ${isWithin(sql`u.place_id`, OTHER)} limit 1)`;

const FILTERS: Omit<FiltersOf<AgreementQuery>, Way> = {
  q: nameFilter('agreements'),
  ...VISIBILITY_FILTER,
  status: sql`e.status = any (:status)`,
  kind: sql`e.kind = :kind`,
  party: ofParty(isParty),
  side: ofParty(isOnSide),
  country: sql`w.place_id = :country`,
  between: isBetween,
  event: sql`(e.signed_at_event_id in (${event}) or e.origin_event_id in (${event}))`,
  signedFrom: sql`e.signed_latest >= :signedFrom::date`,
  signedTo: sql`e.signed_earliest <= :signedTo::date`,
  ...REGISTER.filters,
  expiring: unless(isExpiring(sql`e`)),
  expired: unless(isExpired(sql`e`)),
  reviewDue: unless(isReviewDue(sql`e`)),
  overdue: unless(hasOverdue),
};

const SORTS: Readonly<Record<string, Sort>> = {
  ...NAMED_SORTS,
  '-signed': { key: sql`e.signed_latest`, type: sql`date`, id: sql`e.id`, descending: true },
  ...byExpiry(sql`e`, sql`e.id`),
};

/** The register of agreements. */
export function agreementList(concerns: AgreementConcerns): KindList<AgreementQuery> {
  return {
    item: agreementItem(sql`e`),
    filters: { ...concerns.filters(), ...FILTERS },
    sorts: SORTS,
    adapt: (query) => ({
      ...(query.country === undefined ? {} : { ...BY_COUNTRY, prepared: isAlongIndex(query) }),
      ...(query.expiringWithin === undefined ? {} : { shares: byExpiryOf(query).soon }),
      filters: {
        ...byExpiryOf(query).filters,
        // The shares say the rest, but the count is taken without them.
        ...(query.count ? {} : { expiringWithin: isLive(sql`e`) }),
        // A party and a side together are one party on that side.
        ...(query.party && query.side ? { party: ofParty(sql`${isParty} and ${isOnSide}`) } : {}),
      },
    }),
  };
}
