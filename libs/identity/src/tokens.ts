import { Injectable } from '@nestjs/common';
import { type Actor, Clock, Database, sql, statement } from '#platform';
import { scopesOf } from './roles.js';
import type { Identity, TokenGrant } from './token.js';
import { TokenMemory } from './token-memory.js';
import {
  type KeptToken,
  type MadeToken,
  TOKENS_CHANGED,
  endToken,
  hashOf,
  holderOf,
  insertToken,
  lockToken,
  updateToken,
} from './token-rows.js';
import { isToken } from './token-text.js';

/** How many days a token lasts for which nobody says it. */
const DAYS = 90;
const HOUR = 3_600_000;

const findToken = statement(
  'access-token',
  sql`select json_build_object(
        'token', t.id, 'actor', json_build_object('id', a.id, 'name', a.name), 'role', t.role, 'scopes', t.scopes,
        'organizations', t.organization_ids, 'endsAt', floor(extract(epoch from t.expires_at) * 1000)),
        t.last_used_on
      from access_tokens t join actors a on a.id = t.actor_id
      where t.hash = decode(:hash, 'hex') and t.revoked_at is null and t.expires_at > :now`,
);

/** Access tokens: stored hashed, checked from memory, which forgets what any instance has changed. */
@Injectable()
export class Tokens {
  private readonly memory = new TokenMemory();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    database.hear(TOKENS_CHANGED, {
      hear: (id) => this.memory.forget(id),
      missed: () => this.memory.forget(),
    });
  }

  /**
   * Whom a token stands for, or null where it is unknown, revoked or over.
   * @param admit is asked before a token is looked at that was not valid when it was last sent here
   */
  async identify(token: string, admit?: () => Promise<void>): Promise<Identity | null> {
    const key = hashOf(token);
    const now = this.clock.now();
    const known = this.memory.find(key, now.getTime());
    if (known?.holds) return known.identity;
    if (!known) await admit?.();
    if (!isToken(token) || this.memory.isUnknown(key, now.getTime())) return null;
    const { moment } = this.memory;
    const row = await this.database.readRow(findToken, { hash: key, now });
    const identity = row ? toIdentity(row[0]!) : null;
    this.memory.keep(key, identity, now.getTime(), moment);
    // Nobody waits for it: who may not write at this moment may still read.
    if (row) void this.noteUse(identity!.token, row[1] ?? null, now).catch(() => undefined);
    return identity;
  }

  /**
   * Makes a token for the actor of this label, who is created with the first one.
   * @param maker who makes it; nobody, at the command line
   * @returns the token itself, which is shown once and never stored
   */
  create({ days = DAYS, ...grant }: TokenGrant, maker?: Actor): Promise<MadeToken> {
    const now = this.clock.now();
    const endsAt = new Date(now.getTime() + days * 24 * HOUR);
    return this.database.transaction(async (tx) =>
      insertToken(tx, { ...grant, actorId: await holderOf(tx, grant.label, now), endsAt }, now, maker),
    );
  }

  /**
   * Gives the holder of a token another one for the same, which ends when that would have ended.
   * @param overlap for how many hours both are valid
   * @returns null where no living token has this id
   */
  rotate(id: string, overlap: number, maker: Actor): Promise<MadeToken | null> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const former = await lockToken(tx, id, now);
      if (!former) return null;
      await endToken(tx, id, now, overlap * HOUR);
      return insertToken(tx, former, now, maker);
    });
  }

  /**
   * Changes what a living token is called or allows, from the next request on.
   * @returns false where there is none with this id
   */
  change(id: string, changes: Partial<Omit<TokenGrant, 'days'>>): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const former = await lockToken(tx, id, this.clock.now());
      if (!former) return false;
      await updateToken(tx, id, { ...former, ...changes });
      return true;
    });
  }

  /** Ends a token; false where there is no living one with this id. */
  revoke(id: string): Promise<boolean> {
    return this.database.transaction((tx) => endToken(tx, id, this.clock.now(), 0));
  }

  /** What a living token was made for. */
  async find(id: string): Promise<KeptToken | undefined> {
    return this.database.transaction((tx) => lockToken(tx, id, this.clock.now()));
  }

  /** Every token that is kept, newest first, without its secret. */
  list(): Promise<readonly object[]> {
    return this.database.transaction((tx) =>
      tx.query(
        `select id, label, role, created_at as "createdAt", last_used_on as "lastUsedOn",
           expires_at as "expiresAt", revoked_at as "revokedAt"
         from access_tokens order by id desc`,
      ),
    );
  }

  /** Once a day and token: it is known to the day when a token was last used. */
  private async noteUse(id: string, usedOn: string | null, now: Date): Promise<void> {
    const day = now.toISOString().slice(0, 10);
    if (usedOn === day) return;
    await this.database.transaction((tx) =>
      tx.query(
        `update access_tokens set last_used_on = $2, first_used_at = coalesce(first_used_at, $3)
         where id = $1 and last_used_on is distinct from $2`,
        [id, day, now],
      ),
    );
  }
}

function toIdentity(found: string): Identity {
  const row = JSON.parse(found) as Omit<Identity, 'scopes'> & { scopes: string[] | null };
  return { ...row, scopes: scopesOf(row.role, row.scopes) };
}
