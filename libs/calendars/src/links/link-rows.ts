import type { Role } from '#identity';
import type { Caller, Transaction } from '#platform';
import { MOST_FORMER, MOST_LINKS } from './calendar-link.rules.js';
import type { CreateCalendarLink } from './calendar-links.dto.js';

/** An address that is being made. */
interface NewLink extends CreateCalendarLink {
  readonly id: string;
  readonly hash: string;
  readonly lookupTags: readonly string[];
  readonly now: Date;
  /** The id of the access token by whose rights it will be read. */
  readonly token: string;
  readonly end: Date | null;
  /** When it ends at the latest, where no token is kept whose end it could share. */
  readonly lastEndOfIssued: Date;
  readonly caller: Caller;
}

/** Whose addresses may be changed: those made by or for oneself, or all. */
interface Keeper {
  readonly id: string;
  readonly now: Date;
  readonly maker: string;
  readonly all: boolean;
}

/** By whose rights an address is read, in which role, and what they allow. */
interface LinkRights {
  readonly actorId: string;
  readonly role: Role;
  readonly scopes: readonly string[];
}

/** Of those that one keeps: `$3`, all, or else those made by or for `$4`. */
const IS_KEPT = '($3::boolean or $4 in (actor_id, for_id))';
const IS_LIVING = 'revoked_at is null and (expires_at is null or expires_at > $1)';

const INSERT = `
  insert into calendar_links (id, actor_id, line_id, role, scopes, organization_ids, subject_kind, subject_id, audience,
    shows_people, languages, lookup_tags, label, hash, created_at, expires_at)
  select $1, $2, t.line_id, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, decode($13, 'hex'), $14,
    case when t.id is null then least($15, $16::timestamptz) else $15 end
  from (values (1)) one left join access_tokens t on t.id::text = $17`;

function valuesOf({ caller: { actor, role, scopes, organizations }, subject, ...link }: NewLink): unknown[] {
  return [
    link.id,
    actor!.id,
    role,
    scopes,
    organizations,
    subject.kind,
    subject.id ?? null,
    link.audience,
    link.showsPeople ?? false,
    link.languages,
    link.lookupTags,
    link.label,
    link.hash,
    link.now,
    link.end,
    link.lastEndOfIssued,
    link.token,
  ];
}

/**
 * Writes an address down.
 * @returns false where its maker has too many already
 */
export async function insertLink(tx: Transaction, link: NewLink): Promise<boolean> {
  const { actor } = link.caller;
  await tx.query('select from actors where id = $1 for no key update', [actor!.id]);
  const [{ count }] = await tx.query<[{ count: number }]>(
    `select count(*)::int as count from calendar_links where ${IS_LIVING} and actor_id = $2`,
    [link.now, actor!.id],
  );
  if (count >= MOST_LINKS) return false;
  await tx.query(INSERT, valuesOf(link));
  return true;
}

/** The rights that a living address is read by, which stays as it is until the transaction ends. */
export async function lockRights(
  tx: Transaction,
  { id, now, maker, all }: Keeper,
): Promise<LinkRights | undefined> {
  const [rights] = await tx.query<LinkRights[]>(
    `select actor_id as "actorId", role, scopes from calendar_links
     where ${IS_LIVING} and ${IS_KEPT} and id = $2 for update`,
    [now, id, all, maker],
  );
  return rights;
}

/** Gives a locked address another secret; each former one is valid for a while. */
export async function replaceHash(
  tx: Transaction,
  {
    id,
    hash,
    now,
    until,
  }: { readonly id: string; readonly hash: string; readonly now: Date; readonly until: Date },
): Promise<void> {
  await tx.query(
    `with kept as (
       insert into former_calendar_links (hash, link_id, until)
       select hash, id, $2::timestamptz from calendar_links where id = $1
     ) update calendar_links set hash = decode($3, 'hex') where id = $1`,
    [id, until, hash],
  );
  await tx.query(
    `delete from former_calendar_links where link_id = $1 and (until <= $2 or hash not in (
       select hash from former_calendar_links where link_id = $1 order by until desc, hash limit $3))`,
    [id, now, MOST_FORMER],
  );
}

/**
 * Revokes an address.
 * @returns whether there is such an address
 */
export async function endLink(tx: Transaction, { id, now, maker, all }: Keeper): Promise<boolean> {
  const [, count] = await tx.query<[unknown, number]>(
    `update calendar_links set revoked_at = $1 where ${IS_LIVING} and ${IS_KEPT} and id = $2`,
    [now, id, all, maker],
  );
  return count === 1;
}

/** Notes the day on which an address is read. */
export async function noteReading(tx: Transaction, id: string, day: string): Promise<void> {
  await tx.query(
    'update calendar_links set last_read_on = $2 where id = $1 and last_read_on is distinct from $2',
    [id, day],
  );
}
