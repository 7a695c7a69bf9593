import { hash, randomUUIDv7 } from 'node:crypto';
import type { Actor, Transaction } from '#platform';
import { makeToken } from './token-text.js';
import type { TokenGrant } from './token.js';

/** The channel on which instances tell each other which token was changed. */
export const TOKENS_CHANGED = 'corteo_tokens';

/** A token that was just made: the only time that it is shown. */
export interface MadeToken {
  readonly id: string;
  readonly token: string;
}

/** Ids that are fixed, so that documents can name them. */
export interface FixedIds {
  readonly token: string;
  /** That of the holder, where there is none of this label yet. */
  readonly holder: string;
}

/** What is kept of a token. */
export interface KeptToken extends Omit<TokenGrant, 'days'> {
  readonly actorId: string;
  readonly endsAt: Date;
  /** The first of those that replaced each other; it is the first itself, where nothing is said. */
  readonly line?: string;
}

/** The actor of a label, who is created with the first token. */
export async function holderOf(
  tx: Transaction,
  label: string,
  now: Date,
  id: string = randomUUIDv7(),
): Promise<string> {
  await tx.query(
    `insert into actors (id, name, created_at, kind) values ($1, $2, $3, 'holder')
     on conflict (name) where kind = 'holder' do nothing`,
    [id, label, now],
  );
  const [actor] = await tx.query<[{ id: string }]>(
    `select id from actors where name = $1 and kind = 'holder'`,
    [label],
  );
  return actor.id;
}

export async function insertToken(
  tx: Transaction,
  { actorId, label, role, scopes = null, organizations = [], endsAt, line }: KeptToken,
  now: Date,
  maker: Actor,
  id: string = randomUUIDv7(),
): Promise<MadeToken> {
  const made = { id, token: makeToken() };
  await tx.query(
    `insert into access_tokens
       (id, actor_id, label, role, scopes, organization_ids, hash, created_at, created_by_id, expires_at, line_id)
     values ($1, $2, $3, $4, $5, $6, decode($7, 'hex'), $8, $9, $10, $11)`,
    [
      made.id,
      actorId,
      label,
      role,
      scopes,
      organizations,
      hashOf(made.token),
      now,
      maker.id,
      endsAt,
      line ?? made.id,
    ],
  );
  return made;
}

/** A token that is neither revoked nor over, until the transaction ends. */
export async function lockToken(tx: Transaction, id: string, now: Date): Promise<KeptToken | undefined> {
  const [found] = await tx.query<KeptToken[]>(
    `select actor_id as "actorId", label, role, scopes, organization_ids as organizations, expires_at as "endsAt",
       line_id as line
     from access_tokens where id = $1 and revoked_at is null and expires_at > $2 for update`,
    [id, now],
  );
  return found;
}

export async function updateToken(
  tx: Transaction,
  id: string,
  { label, role, scopes = null, organizations = [] }: KeptToken,
): Promise<void> {
  await tx.query(
    'update access_tokens set label = $2, role = $3, scopes = $4, organization_ids = $5 where id = $1',
    [id, label, role, scopes, organizations],
  );
  await tell(tx, id);
}

/**
 * Ends a living token.
 * @param left for how many milliseconds it is still valid
 * @returns whether there was one
 */
export async function endToken(tx: Transaction, id: string, now: Date, left: number): Promise<boolean> {
  const [, count] = await tx.query<[unknown, number]>(
    `update access_tokens set expires_at = least(expires_at, $3), revoked_at = case when $3 <= $2 then $2 end
     where id::text = $1 and revoked_at is null and expires_at > $2`,
    [id, now, new Date(now.getTime() + left)],
  );
  if (count === 1) await tell(tx, id);
  return count === 1;
}

/**
 * Notes the day of its use.
 * @returns whether it is used for the first time
 */
export async function useToken(tx: Transaction, id: string, day: string, now: Date): Promise<boolean> {
  const [[used]] = await tx.query<[{ isFirst: boolean }[]]>(
    `update access_tokens set last_used_on = $2, first_used_at = coalesce(first_used_at, $3)
     where id = $1 and last_used_on is distinct from $2 returning first_used_at = $3 as "isFirst"`,
    [id, day, now],
  );
  return used?.isFirst ?? false;
}

/** Every instance hears of it as soon as it is committed. */
async function tell(tx: Transaction, id: string): Promise<void> {
  await tx.query('select pg_notify($1, $2)', [TOKENS_CHANGED, id]);
}

export function hashOf(token: string): string {
  return hash('sha256', token, 'hex');
}
